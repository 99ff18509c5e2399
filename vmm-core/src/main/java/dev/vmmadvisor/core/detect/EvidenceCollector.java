package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the evidence and notices of one source. Not thread-safe. */
final class EvidenceCollector {

  private final Origin.Kind kind;
  private final String place;
  private final boolean running;
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  /**
   * Creates an empty collector.
   *
   * @param running whether the source shows what is running
   */
  EvidenceCollector(Origin.Kind kind, String place, boolean running) {
    this.kind = kind;
    this.place = place;
    this.running = running;
  }

  EvidenceCollector(Origin.Kind kind, String place) {
    this(kind, place, false);
  }

  /** Adds evidence, or a notice if the fact does not accept the value. */
  void add(Fact fact, Object value, String key, Confidence confidence) {
    add(fact, value, new Origin(kind, place, key), confidence);
  }

  /** Adds evidence with another origin, or a notice if the fact does not accept the value. */
  void add(Fact fact, Object value, Origin origin, Confidence confidence) {
    boolean accepted =
        value instanceof List<?> list
            ? fact == Fact.DATABASES || list.stream().allMatch(fact::accepts)
            : fact.accepts(value);
    if (accepted) {
      evidence.add(new Evidence(fact, value, origin, confidence, running));
    } else {
      unreadable(fact, value.toString(), origin.key());
    }
  }

  /** Adds a notice about a value that the fact does not accept. */
  void unreadable(Fact fact, String value, String key) {
    String shown = value.length() > 60 ? value.substring(0, 60) + "..." : value;
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("value", shown);
    parameters.put("origin", new Origin(kind, place, key).toString());
    notice(
        "unreadable-value",
        fact,
        parameters,
        place + ": " + shown + " is not accepted; accepted: " + fact.accepted());
  }

  void notice(String code, Fact fact, Map<String, Object> parameters, String message) {
    notice(new Notice(code, fact.path(), parameters, message));
  }

  void notice(Notice notice) {
    notices.add(notice);
  }

  Reading reading() {
    return new Reading(evidence, notices);
  }
}

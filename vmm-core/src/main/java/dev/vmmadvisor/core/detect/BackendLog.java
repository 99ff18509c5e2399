package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Docker Desktop's log {@code com.docker.backend.log}: the VMM that was started last.
 *
 * <p>Only lines that report a start count: {@code starting engine linux/...} or {@code setting
 * engine linux/... state starting -> running}. An unknown engine becomes a notice.
 */
public final class BackendLog {

  /** The number of bytes at the end of the log that are read. */
  static final int MAX = 1024 * 1024;

  private static final String NAME = "com.docker.backend.log";

  /** The VMM of each engine name in this log; libkrun and sailor are both Docker VMM. */
  private static final Map<String, Vmm> ENGINES =
      Map.of(
          "virtualization-framework", Vmm.APPLE_VIRTUALIZATION_FRAMEWORK,
          "libkrun", Vmm.DOCKER_VMM,
          "sailor", Vmm.DOCKER_VMM,
          "qemu", Vmm.QEMU,
          "hyperkit", Vmm.HYPERKIT);

  private static final Pattern START =
      Pattern.compile(
          "(?:starting engine linux/([a-z0-9_-]{1,40})"
              + "|setting engine linux/([a-z0-9_-]{1,40}) state starting -> running)");

  private BackendLog() {}

  /**
   * Reads the log, or the end of it.
   *
   * @param text the text
   * @return the VMM that was started last; nothing if no line reports a start
   */
  public static Reading read(String text) {
    Objects.requireNonNull(text, "text");
    return read(text, NAME);
  }

  static Reading read(String text, String place) {
    EvidenceCollector collector = new EvidenceCollector(Origin.Kind.FILE, place, true);
    Optional<String> engine = lastEngine(text);
    if (engine.isEmpty()) {
      return Reading.nothing();
    }
    Vmm vmm = ENGINES.get(engine.get());
    if (vmm == null) {
      collector.notice(
          "unknown-engine",
          Fact.CURRENT_VMM,
          Map.of("engine", engine.get()),
          place + ": nothing is known about the engine " + engine.get());
    } else {
      collector.add(Fact.CURRENT_VMM, vmm.id(), "engine linux/" + engine.get(), Confidence.MEDIUM);
    }
    return collector.reading();
  }

  private static Optional<String> lastEngine(String text) {
    Matcher matcher = START.matcher(text);
    String last = null;
    while (matcher.find()) {
      last = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }
    return Optional.ofNullable(last);
  }
}

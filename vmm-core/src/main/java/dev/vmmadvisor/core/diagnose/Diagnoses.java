package dev.vmmadvisor.core.diagnose;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Diagnosis;
import dev.vmmadvisor.api.advice.Diagnosis.Match;
import dev.vmmadvisor.api.advice.Diagnosis.NamedEngine;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Wording;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.decide.Decider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** What texts tell about hosts. Immutable and safe to share between threads. */
public final class Diagnoses {

  /** A match and the issue it is of. */
  private record Ranked(KnownIssue issue, Match match) {

    /** The rest of the order is that of the catalog. */
    static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparing((Ranked ranked) -> ranked.match().likelihood())
            .thenComparing(ranked -> ranked.match().severity(), Comparator.reverseOrder())
            .thenComparing(ranked -> longest(ranked.match()), Comparator.reverseOrder())
            .thenComparing(ranked -> ranked.issue().confidence());
  }

  private final Catalog catalog;
  private final Decider decider;
  private final BiPredicate<Remedy, Host> feasible;
  private final DiagnosisWords words;
  private final Wording wording;

  /**
   * Makes them.
   *
   * @param catalog the catalog that the decider answers out of
   * @param decider tells which issues hit a host
   * @param feasible whether nothing that is known stands in the way of a change
   * @param words the words for matches and engines
   * @param wording the words for whole diagnoses
   */
  public Diagnoses(
      Catalog catalog,
      Decider decider,
      BiPredicate<Remedy, Host> feasible,
      DiagnosisWords words,
      Wording wording) {
    this.catalog = catalog;
    this.decider = decider;
    this.feasible = feasible;
    this.words = words;
    this.wording = wording;
  }

  /** What a text tells about the host it comes from. */
  public Diagnosis of(Host asked, String raw) {
    Host host = decider.effective(asked);
    LogText text = LogText.of(raw);
    List<EngineNames.Named> named = new EngineNames(catalog).in(text);
    Set<Vmm> vmms = EnumSet.noneOf(Vmm.class);
    named.forEach(name -> vmms.add(name.vmm()));
    Scene scene = new Scene(host, vmms, decider, feasible);
    Optional<Vmm> contradicted =
        host.dockerDesktop().vmm().filter(inUse -> !scene.running().contains(inUse));
    return Diagnosis.builder()
        .host(asked)
        .vmm(
            scene.running().size() == 1
                ? Optional.of(scene.running().iterator().next())
                : Optional.empty())
        .matches(matches(text, scene))
        .engines(
            named.stream()
                .map(
                    name ->
                        new NamedEngine(
                            name.name(),
                            name.vmm(),
                            words.engine(name.name(), name.vmm(), contradicted)))
                .toList())
        .notices(notices(host, raw, scene))
        .catalog(decider.reference())
        .wording(wording)
        .build();
  }

  private List<Match> matches(LogText text, Scene scene) {
    List<Ranked> matches = new ArrayList<>();
    for (Rule rule : catalog.rules()) {
      if (rule instanceof KnownIssue issue) {
        List<String> found = issue.signatures().stream().filter(text::contains).toList();
        if (!found.isEmpty()) {
          matches.add(new Ranked(issue, match(issue, found, scene)));
        }
      }
    }
    matches.sort(Ranked.BEST_FIRST);
    return matches.stream().map(Ranked::match).toList();
  }

  private Match match(KnownIssue issue, List<String> found, Scene scene) {
    // the remedies that can be made stand beside the message
    Finding finding = scene.finding(issue).withRemedies(List.of());
    return new Match(
        issue.code(),
        scene.likelihood(issue),
        issue.severity(),
        List.copyOf(EnumSet.copyOf(issue.vmms())),
        found,
        scene.remedies(issue),
        words.issue(finding, EnumSet.copyOf(issue.vmms()), scene.running()),
        issue.sources());
  }

  private static int longest(Match match) {
    return match.signatures().stream().mapToInt(String::length).max().orElse(0);
  }

  private List<Notice> notices(Host host, String raw, Scene scene) {
    List<Notice> notices = new ArrayList<>(decider.notices(host, scene.candidates()));
    if (scene.isElsewhere() && notices.stream().noneMatch(it -> it.code().equals("not-a-mac"))) {
      notices.add(
          decider.notice(
              "not-a-mac",
              Fact.OPERATING_SYSTEM.path(),
              Map.of("operatingSystem", host.operatingSystem().orElseThrow())));
    }
    if (LogText.isCut(raw)) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("most", LogText.MOST);
      parameters.put("length", raw.length());
      notices.add(decider.notice("text-cut", "", parameters));
    }
    return notices;
  }
}

package dev.vmmadvisor.core.diagnose;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.AnswerRenderer;
import dev.vmmadvisor.api.advice.Diagnosis;
import dev.vmmadvisor.api.advice.Diagnosis.Likelihood;
import dev.vmmadvisor.api.advice.Diagnosis.Match;
import dev.vmmadvisor.api.advice.Diagnosis.NamedEngine;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.decide.DecisionEngine;
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
public final class LogDiagnoser {

  /** A match, and how far its entry in the catalog can be trusted. */
  private record Ranked(Confidence confidence, Match match) {

    /** The rest of the order is that of the catalog. */
    static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparing((Ranked ranked) -> ranked.match().likelihood())
            .thenComparing(ranked -> ranked.match().severity(), Comparator.reverseOrder())
            .thenComparing(ranked -> longest(ranked.match()), Comparator.reverseOrder())
            .thenComparing(Ranked::confidence);
  }

  private final Catalog catalog;
  private final DecisionEngine decider;
  private final BiPredicate<Remedy, Host> feasible;
  private final DiagnosisWords words;
  private final AnswerRenderer wording;

  /**
   * Makes them.
   *
   * @param catalog the catalog that the decider answers out of
   * @param decider tells which issues hit a host
   * @param feasible whether nothing that is known stands in the way of a change
   * @param words the words for matches and engines
   * @param wording the words for whole diagnoses
   */
  public LogDiagnoser(
      Catalog catalog,
      DecisionEngine decider,
      BiPredicate<Remedy, Host> feasible,
      DiagnosisWords words,
      AnswerRenderer wording) {
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
    Signatures signatures = Signatures.of(catalog, text);
    Messages messages = Messages.of(catalog, signatures, host);
    List<NamedAs> named = new ArrayList<>();
    new EngineNames(catalog)
        .in(text)
        .forEach(name -> named.add(new NamedAs(name.name(), name.vmm())));
    messages.proofs().forEach((fragment, vmm) -> named.add(new NamedAs(fragment, vmm)));
    Set<Vmm> vmms = EnumSet.noneOf(Vmm.class);
    named.forEach(name -> vmms.add(name.vmm()));
    DiagnosisContext scene =
        new DiagnosisContext(messages.host(), vmms, messages.notRunning(), decider, feasible);
    Optional<Vmm> contradicted =
        host.dockerDesktop().vmm().filter(inUse -> !scene.running().contains(inUse));
    return Diagnosis.builder()
        .host(asked)
        .vmm(
            scene.running().size() == 1
                ? Optional.of(scene.running().iterator().next())
                : Optional.empty())
        .matches(matches(signatures, messages, scene))
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

  /** A fragment that shows which VMM ran. */
  private record NamedAs(String name, Vmm vmm) {}

  private List<Match> matches(Signatures signatures, Messages messages, DiagnosisContext scene) {
    List<Ranked> matches = new ArrayList<>();
    messages
        .found()
        .forEach(
            (message, found) ->
                matches.add(new Ranked(message.confidence(), match(message, found, scene))));
    for (Rule rule : catalog.rules()) {
      if (rule instanceof KnownIssue issue) {
        List<String> found = new ArrayList<>(signatures.among(issue.signatures()));
        boolean recognised = !found.isEmpty();
        found.addAll(signatures.among(issue.hints()));
        if (found.isEmpty()) {
          continue;
        }
        DiagnosisContext shown = scene.showing(issue);
        Likelihood likelihood = shown.likelihood(issue);
        // a fragment with many causes says something only where the facts say the rest
        if (recognised || likelihood == Likelihood.LIKELY) {
          boolean certain =
              shown == scene
                  && (recognised || issue.trigger().isPresent() || issue.when().isPresent());
          matches.add(
              new Ranked(
                  issue.confidence(),
                  match(issue, found, certain ? likelihood : atMostPossible(likelihood), shown)));
        }
      }
    }
    matches.sort(Ranked.BEST_FIRST);
    return matches.stream().map(Ranked::match).toList();
  }

  private static Likelihood atMostPossible(Likelihood likelihood) {
    return likelihood == Likelihood.LIKELY ? Likelihood.POSSIBLE : likelihood;
  }

  private Match match(
      KnownIssue issue, List<String> found, Likelihood likelihood, DiagnosisContext scene) {
    // the remedies that can be made stand beside the message
    Finding finding = scene.finding(issue).withRemedies(List.of());
    List<Remedy> remedies = likelihood == Likelihood.UNLIKELY ? List.of() : scene.remedies(issue);
    return new Match(
        issue.code(),
        likelihood,
        issue.severity(),
        List.copyOf(EnumSet.copyOf(issue.vmms())),
        found,
        remedies,
        remedies.stream().map(remedy -> inWords(remedy, scene)).toList(),
        words.issue(finding, EnumSet.copyOf(issue.vmms()), scene.running()),
        issue.sources());
  }

  private Match match(LogMessage message, List<String> found, DiagnosisContext scene) {
    Likelihood likelihood = scene.likelihood(message);
    List<Remedy> remedies = new ArrayList<>();
    List<String> advice = new ArrayList<>();
    for (int i = 0; i < message.advice().size() && likelihood != Likelihood.UNLIKELY; i++) {
      Optional<Remedy> asked = message.advice().get(i).remedy();
      if (asked.isEmpty()) {
        advice.add(words.advice(message, i));
        continue;
      }
      Optional<Remedy> remedy = scene.offered(asked.get());
      remedy.ifPresent(remedies::add);
      remedy.ifPresent(it -> advice.add(inWords(it, scene)));
    }
    return new Match(
        message.code(),
        likelihood,
        message.severity(),
        Messages.vmms(message),
        found,
        remedies,
        advice,
        words.message(message),
        message.sources());
  }

  private String inWords(Remedy remedy, DiagnosisContext scene) {
    return words.remedy(remedy, scene.release());
  }

  private static int longest(Match match) {
    return match.signatures().stream().mapToInt(String::length).max().orElse(0);
  }

  private List<Notice> notices(Host host, String raw, DiagnosisContext scene) {
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
      parameters.put("most", LogText.MAX);
      parameters.put("length", raw.length());
      notices.add(decider.notice("text-cut", "", parameters));
    }
    return notices;
  }
}

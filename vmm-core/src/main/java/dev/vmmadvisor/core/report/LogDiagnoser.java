package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.Vmm;
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
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.DiagnosisValue;
import dev.vmmadvisor.core.answer.FindingValue;
import dev.vmmadvisor.core.decision.DecisionEngine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Diagnoses texts of logs. Immutable and safe to share between threads. */
public final class LogDiagnoser {

  /** A match, with the confidence of its catalog entry. */
  private record Ranked(Confidence confidence, Match match) {

    /** Matches that compare as equal keep the order of the catalog. */
    static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparing((Ranked ranked) -> ranked.match().likelihood())
            .thenComparing(ranked -> ranked.match().severity(), Comparator.reverseOrder())
            .thenComparing(ranked -> maxLength(ranked.match()), Comparator.reverseOrder())
            .thenComparing(Ranked::confidence);
  }

  private final Catalog catalog;
  private final DecisionEngine engine;
  private final BiPredicate<Remedy, Host> feasible;
  private final DiagnosisWords words;
  private final AnswerRenderer wording;

  /**
   * Creates a diagnoser.
   *
   * @param catalog the catalog of the engine
   * @param engine determines which issues affect a host
   * @param feasible whether no known fact prevents a change
   * @param words the texts of matches and engines
   * @param wording the renderer of whole diagnoses
   */
  public LogDiagnoser(
      Catalog catalog,
      DecisionEngine engine,
      BiPredicate<Remedy, Host> feasible,
      DiagnosisWords words,
      AnswerRenderer wording) {
    this.catalog = catalog;
    this.engine = engine;
    this.feasible = feasible;
    this.words = words;
    this.wording = wording;
  }

  /** The diagnosis of a text from a host. */
  public Diagnosis of(Host original, String raw) {
    Host host = engine.effective(original);
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
    DiagnosisContext context =
        new DiagnosisContext(messages.host(), vmms, messages.notRunning(), engine, feasible);
    Optional<Vmm> contradicted =
        host.dockerDesktop().vmm().filter(current -> !context.running().contains(current));
    return DiagnosisValue.builder()
        .host(original)
        .vmm(
            context.running().size() == 1
                ? Optional.of(context.running().iterator().next())
                : Optional.empty())
        .matches(matches(signatures, messages, context))
        .engines(
            named.stream()
                .map(
                    name ->
                        new NamedEngine(
                            name.name(),
                            name.vmm(),
                            words.engine(name.name(), name.vmm(), contradicted)))
                .toList())
        .notices(notices(host, raw, context))
        .catalog(engine.reference())
        .renderer(wording)
        .build();
  }

  /** A fragment that proves which VMM ran. */
  private record NamedAs(String name, Vmm vmm) {}

  private List<Match> matches(Signatures signatures, Messages messages, DiagnosisContext context) {
    List<Ranked> matches = new ArrayList<>();
    messages
        .found()
        .forEach(
            (message, found) ->
                matches.add(new Ranked(message.confidence(), match(message, found, context))));
    for (Rule rule : catalog.rules()) {
      if (rule instanceof KnownIssue issue) {
        List<String> found = new ArrayList<>(signatures.among(issue.signatures()));
        boolean recognised = !found.isEmpty();
        found.addAll(signatures.among(issue.hints()));
        if (found.isEmpty()) {
          continue;
        }
        DiagnosisContext withNeed = context.withNeedOf(issue);
        Likelihood likelihood = withNeed.likelihood(issue);
        // a fragment with many causes counts only if the facts make the issue likely
        if (recognised || likelihood == Likelihood.LIKELY) {
          boolean certain =
              withNeed == context
                  && (recognised || issue.trigger().isPresent() || issue.when().isPresent());
          matches.add(
              new Ranked(
                  issue.confidence(),
                  match(
                      issue, found, certain ? likelihood : atMostPossible(likelihood), withNeed)));
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
      KnownIssue issue, List<String> found, Likelihood likelihood, DiagnosisContext context) {
    // the match lists the possible remedies itself
    Finding finding = FindingValue.withRemedies(context.finding(issue), List.of());
    List<Remedy> remedies = likelihood == Likelihood.UNLIKELY ? List.of() : context.remedies(issue);
    return new Match(
        issue.code(),
        likelihood,
        issue.severity(),
        List.copyOf(EnumSet.copyOf(issue.vmms())),
        found,
        remedies,
        remedies.stream().map(remedy -> render(remedy, context)).toList(),
        words.issue(finding, EnumSet.copyOf(issue.vmms()), context.running()),
        issue.sources());
  }

  private Match match(LogMessage message, List<String> found, DiagnosisContext context) {
    Likelihood likelihood = context.likelihood(message);
    List<Remedy> remedies = new ArrayList<>();
    List<String> advice = new ArrayList<>();
    for (int i = 0; i < message.advice().size() && likelihood != Likelihood.UNLIKELY; i++) {
      Optional<Remedy> advised = message.advice().get(i).remedy();
      if (advised.isEmpty()) {
        advice.add(words.advice(message, i));
        continue;
      }
      Optional<Remedy> remedy = context.offered(advised.get());
      remedy.ifPresent(remedies::add);
      remedy.ifPresent(it -> advice.add(render(it, context)));
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

  private String render(Remedy remedy, DiagnosisContext context) {
    return words.remedy(remedy, context.release());
  }

  private static int maxLength(Match match) {
    return match.signatures().stream().mapToInt(String::length).max().orElse(0);
  }

  private List<Notice> notices(Host host, String raw, DiagnosisContext context) {
    List<Notice> notices = new ArrayList<>(engine.notices(host, context.candidates()));
    if (context.isElsewhere() && notices.stream().noneMatch(it -> it.code().equals("not-a-mac"))) {
      notices.add(
          engine.notice(
              "not-a-mac",
              Fact.OPERATING_SYSTEM.path(),
              Map.of("operatingSystem", host.operatingSystem().orElseThrow())));
    }
    if (LogText.isCut(raw)) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("most", LogText.MAX);
      parameters.put("length", raw.length());
      notices.add(engine.notice("text-cut", "", parameters));
    }
    return notices;
  }
}

package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.AnswerRenderer;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.CandidateLoader;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.FollowUps;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Lazy;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Place;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.RepairResult;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers hosts out of one catalog. Immutable and safe to share between threads. */
public final class DecisionEngine {

  /** The code of the notice of a constraint in code that failed. */
  public static final String CONSTRAINT_FAILED = "constraint-failed";

  /** The code of the notice that it was not found out how far the answer depends on facts. */
  public static final String UNDETERMINED_BY_LIMIT = "undetermined-by-limit";

  private final Implications implications;
  private final Decisions decisions;
  private final SafeRemedies safeRemedies;
  private final SecurityAssessment security;
  private final FindingFactory findings;
  private final CatalogCoverage notices;
  private final AnswerRenderer wording;
  private final CatalogReference reference;
  private final List<Rule> rules;

  /**
   * Compiles a catalog.
   *
   * @param catalog the catalog
   * @param customRules the constraints in code
   * @param wording puts the answers into words
   * @throws IllegalArgumentException if the catalog has no profile of one of the VMMs
   */
  public DecisionEngine(Catalog catalog, CustomRuleEvaluator customRules, AnswerRenderer wording) {
    CompiledCatalog compiled = CompiledCatalog.of(catalog, customRules);
    this.implications = compiled.implications();
    this.decisions = new Decisions(compiled);
    this.notices = new CatalogCoverage(catalog);
    this.safeRemedies = new SafeRemedies(compiled, decisions);
    this.findings =
        new FindingFactory(
            compiled, catalog.sources(), safeRemedies, wording, new ShownValues(catalog.words()));
    this.wording = wording;
    this.security = new SecurityAssessment(catalog, this, safeRemedies);
    List<Rule> all = new ArrayList<>(catalog.rules());
    all.addAll(customRules.rules());
    this.rules = List.copyOf(all);
    this.reference =
        new CatalogReference(
            catalog.id(),
            catalog.version(),
            catalog.asOf(),
            catalog.newestRelease(),
            catalog.layers());
  }

  /** The catalog it answers out of, for answers. */
  public CatalogReference reference() {
    return reference;
  }

  /** What hosts are held against: the rules of the catalog, then the constraints in code. */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * A host as somebody asks about it, with all that its facts imply; a contradiction among them
   * becomes a notice. A host that is made of it by a change is decided as it is: a release to which
   * it could be upgraded implies nothing about it.
   *
   * @param host the host
   * @return the same host if nothing is implied
   */
  public Host effective(Host host) {
    return implications.effective(host);
  }

  /**
   * The candidates for a host, ranked. They know nothing of what could be done for them.
   *
   * @param host the host
   * @param goal what is favoured
   */
  public List<Candidate> candidates(Host host, Goal goal) {
    return new Ranked(host, goal, decisions.of(host, goal), null).get();
  }

  /**
   * One candidate for a host, in its place in the ranking. It knows nothing of what could be done
   * for it.
   *
   * @param host the host
   * @param goal what is favoured
   * @param vmm the candidate
   */
  public Candidate candidate(Host host, Goal goal, Vmm vmm) {
    Decision decision = decisions.of(host, goal);
    return new Details(new Ranked(host, goal, decision, null))
        .candidate(decision.ranking().indexOf(vmm));
  }

  /**
   * The recommendation for a host.
   *
   * @param host the host
   * @param goal what is favoured
   * @param followUps finds out what follows from it, when somebody asks
   */
  public Recommendation recommend(Host host, Goal goal, FollowUps followUps) {
    Host effective = effective(host);
    Decision decision = decisions.of(effective, goal);
    CertaintyResult certainty = decision.certainty(effective);
    Ranked ranked = new Ranked(effective, goal, decision, followUps);
    List<Notice> notices =
        decision.customResults().anyFailed()
            ? notices(effective, ranked.get())
            : notices(effective);
    if (certainty.isLimited()) {
      notices = new ArrayList<>(notices);
      notices.add(notice(UNDETERMINED_BY_LIMIT, "", Map.of("limit", CertaintyAnalyzer.MAX_STATES)));
    }
    return Recommendation.builder()
        .host(host)
        .goal(goal)
        .best(decision.best())
        .certainty(certainty.certainty())
        .missingFacts(certainty.missingFacts())
        .deferredCandidates(Lazy.of(ranked))
        .catalog(reference)
        .wording(wording)
        .consequences(followUps)
        .notices(notices)
        .build();
  }

  /**
   * The candidates of a recommendation, once somebody asks for them. A class, as a program waits
   * for the first lambda of a JVM longer than for an answer.
   */
  private final class Ranked implements Supplier<List<Candidate>> {
    private final Host host;
    private final Goal goal;
    private final Decision decision;
    private final @Nullable FollowUps followUps;

    /**
     * Prepares to make them.
     *
     * @param followUps finds out what could be done for them; null if nobody does
     */
    private Ranked(Host host, Goal goal, Decision decision, @Nullable FollowUps followUps) {
      this.host = host;
      this.goal = goal;
      this.decision = decision;
      this.followUps = followUps;
    }

    @Override
    public List<Candidate> get() {
      return new Details(this).candidates();
    }
  }

  /**
   * What is found out of candidates once somebody asks for it. Apart from them, as a program that
   * does not ask waits for fewer classes.
   */
  private final class Details implements CandidateLoader {
    private final Ranked of;

    private Details(Ranked of) {
      this.of = of;
    }

    /** The candidates, ranked. */
    private List<Candidate> candidates() {
      Candidate[] candidates = new Candidate[of.decision.ranking().size()];
      for (int place = 0; place < candidates.length; place++) {
        candidates[place] = candidate(place);
      }
      return Collections.unmodifiableList(Arrays.asList(candidates));
    }

    /** The candidate at a place, from 0. */
    private Candidate candidate(int place) {
      return Candidate.of(of.decision.ranking().placement(place), this);
    }

    @Override
    public List<Finding> findings(Place place) {
      CompiledVmm candidate = of.decision.ranking().candidate(place.rank() - 1);
      return findings.of(candidate, of.decision, of.host);
    }

    @Override
    public RepairResult improvement(Vmm vmm) {
      return of.followUps == null
          ? new RepairResult(List.of(), List.of())
          : of.followUps.improvement(of.host, of.goal, vmm);
    }
  }

  /**
   * A glance at what is decided about a host, without making an answer of it.
   *
   * @param host the host
   * @param goal what is favoured
   */
  public DecisionSummary glance(Host host, Goal goal) {
    return new DecisionSummary(host, decisions.of(host, goal));
  }

  /**
   * The criterion that tells two VMMs apart in the ranking for a host; empty if they are the same.
   *
   * @param host the host
   * @param goal what is favoured
   * @param one a VMM
   * @param other another
   */
  public Optional<Criterion> decisive(Host host, Goal goal, Vmm one, Vmm other) {
    Ranking ranking = decisions.of(host, goal).ranking();
    return one == other
        ? Optional.empty()
        : Optional.of(ranking.decisive(ranking.indexOf(one), ranking.indexOf(other)));
  }

  /**
   * The claims of speed for a VMM of which it is open whether they apply to a host.
   *
   * @param host the host
   * @param vmm the VMM
   */
  public List<PerformanceClaim> openClaims(Host host, Vmm vmm) {
    Ranking ranking = decisions.of(host, Goal.BALANCED).ranking();
    return ranking.scorer(ranking.indexOf(vmm)).undeterminedClaims();
  }

  /** The vulnerabilities of releases, and the releases that end them. */
  public SecurityAssessment security() {
    return security;
  }

  /**
   * A remedy as a host can carry it out without a vulnerability that a later release fixes; empty
   * if it cannot.
   *
   * @param remedy the remedy of a rule
   * @param vmm the VMM that the rule is about
   * @param host the host
   */
  public Optional<Remedy> offered(Remedy remedy, Vmm vmm, Host host) {
    return safeRemedies.of(remedy, vmm, host);
  }

  /**
   * The notices of a host and those that the catalog gives rise to, in the language of the answers.
   *
   * @param host the host
   */
  public List<Notice> notices(Host host) {
    List<Notice> notices = this.notices.of(host);
    return notices.isEmpty() ? notices : notices.stream().map(this::worded).toList();
  }

  /**
   * The same, then a notice for each constraint in code that failed.
   *
   * @param host the host
   * @param candidates the candidates for it
   */
  public List<Notice> notices(Host host, List<Candidate> candidates) {
    List<Notice> notices = new ArrayList<>(notices(host));
    notices.addAll(failures(candidates));
    return notices;
  }

  /**
   * A notice for each constraint in code that failed, in the order of their codes, in the language
   * of the answers.
   *
   * @param candidates the candidates for a host
   */
  public List<Notice> failures(List<Candidate> candidates) {
    Map<String, Map<Vmm, Finding>> failed = new TreeMap<>();
    for (Candidate candidate : candidates) {
      for (Finding finding : candidate.findings()) {
        if (finding.outcome() == Outcome.ERROR) {
          failed
              .computeIfAbsent(finding.code(), code -> new EnumMap<>(Vmm.class))
              .put(candidate.vmm(), finding);
        }
      }
    }
    List<Notice> notices = new ArrayList<>();
    failed.forEach((code, findings) -> notices.add(failure(code, findings)));
    return notices;
  }

  private Notice failure(String code, Map<Vmm, Finding> findings) {
    Set<String> mistakes = new LinkedHashSet<>();
    boolean hard = false;
    for (Finding finding : findings.values()) {
      mistakes.add(String.valueOf(finding.parameters().get(FindingFactory.MISTAKE)));
      hard |= finding.countsFor().contains(Criterion.ELIGIBILITY);
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("reason", hard ? "undetermined" : "decides-nothing");
    parameters.put("code", code);
    parameters.put("vmms", List.copyOf(findings.keySet()));
    parameters.put("mistake", String.join("; ", mistakes));
    return notice(CONSTRAINT_FAILED, "", parameters);
  }

  /**
   * A notice of an answer, in the language of the answers.
   *
   * @param code its code
   * @param path the path of the fact it is about, or empty
   * @param parameters what its message is made from
   */
  public Notice notice(String code, String path, Map<String, Object> parameters) {
    return worded(new Notice(code, path, parameters, ""));
  }

  private Notice worded(Notice notice) {
    return notice.withMessage(wording.message(notice));
  }
}

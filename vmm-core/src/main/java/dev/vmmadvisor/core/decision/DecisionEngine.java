package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.CandidateLoader;
import dev.vmmadvisor.core.answer.CandidateValue;
import dev.vmmadvisor.core.answer.FollowUps;
import dev.vmmadvisor.core.answer.Lazy;
import dev.vmmadvisor.core.answer.Placement;
import dev.vmmadvisor.core.answer.RecommendationValue;
import dev.vmmadvisor.core.answer.RepairResult;
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

/** Computes recommendations from one catalog. Immutable and safe to share between threads. */
public final class DecisionEngine {

  /** The code of the notice about a constraint in code that failed. */
  public static final String CONSTRAINT_FAILED = "constraint-failed";

  /** The code of the notice that the state limit ended the certainty analysis. */
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
   * @param wording the renderer of the texts of answers
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

  /** The reference to the catalog that answers contain. */
  public CatalogReference reference() {
    return reference;
  }

  /** The rules: those of the catalog, then the constraints in code. */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * The host, completed with the facts that its own facts imply. Contradicting facts become a
   * notice.
   *
   * <p>A host after a change is decided without this step: the release of a planned upgrade implies
   * nothing about the Mac.
   *
   * @param host the host as the user describes it
   * @return the same host if nothing is implied
   */
  public Host effective(Host host) {
    return implications.effective(host);
  }

  /**
   * The candidates for a host, ranked, without possible repairs.
   *
   * @param host the host
   * @param goal the goal of the ranking
   */
  public List<Candidate> candidates(Host host, Goal goal) {
    return new Ranked(host, goal, decisions.of(host, goal), null).get();
  }

  /**
   * One candidate for a host with its rank, without possible repairs.
   *
   * @param host the host
   * @param goal the goal of the ranking
   * @param vmm the VMM
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
   * @param goal the goal of the ranking
   * @param followUps computes plans, repairs and comparisons on first access
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
    return RecommendationValue.builder()
        .host(host)
        .goal(goal)
        .best(decision.best())
        .certainty(certainty.certainty())
        .missingFacts(certainty.missingFacts())
        .lazyCandidates(Lazy.of(ranked))
        .catalog(reference)
        .renderer(wording)
        .followUps(followUps)
        .notices(notices)
        .build();
  }

  /**
   * Supplies the candidates of a recommendation on first access. It is a class because the first
   * lambda of a JVM is slow to link.
   */
  private final class Ranked implements Supplier<List<Candidate>> {
    private final Host host;
    private final Goal goal;
    private final Decision decision;
    private final @Nullable FollowUps followUps;

    /**
     * Creates a supplier.
     *
     * @param followUps computes repairs of candidates; null for none
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
   * Computes the details of candidates on first access. A separate class, so that a program that
   * reads no details does not load it.
   */
  private final class Details implements CandidateLoader {
    private final Ranked of;

    private Details(Ranked of) {
      this.of = of;
    }

    /** The candidates, ranked. */
    private List<Candidate> candidates() {
      Candidate[] candidates = new Candidate[of.decision.ranking().size()];
      for (int i = 0; i < candidates.length; i++) {
        candidates[i] = candidate(i);
      }
      return Collections.unmodifiableList(Arrays.asList(candidates));
    }

    /** The candidate at an index of the ranking, from 0. */
    private Candidate candidate(int index) {
      return CandidateValue.of(of.decision.ranking().placement(index), this);
    }

    @Override
    public List<Finding> findings(Placement place) {
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
   * The summary of the decision about a host, without findings.
   *
   * @param host the host
   * @param goal the goal of the ranking
   */
  public DecisionSummary glance(Host host, Goal goal) {
    return new DecisionSummary(host, decisions.of(host, goal));
  }

  /**
   * The first criterion on which two VMMs differ in the ranking for a host; empty if they are the
   * same VMM.
   *
   * @param host the host
   * @param goal the goal of the ranking
   * @param one a VMM
   * @param other another VMM
   */
  public Optional<Criterion> decisive(Host host, Goal goal, Vmm one, Vmm other) {
    Ranking ranking = decisions.of(host, goal).ranking();
    return one == other
        ? Optional.empty()
        : Optional.of(ranking.decisive(ranking.indexOf(one), ranking.indexOf(other)));
  }

  /**
   * The performance claims of a VMM that may apply to a host.
   *
   * @param host the host
   * @param vmm the VMM
   */
  public List<PerformanceClaim> openClaims(Host host, Vmm vmm) {
    Ranking ranking = decisions.of(host, Goal.BALANCED).ranking();
    return ranking.scorer(ranking.indexOf(vmm)).undeterminedClaims();
  }

  /** The assessment of published vulnerabilities. */
  public SecurityAssessment security() {
    return security;
  }

  /**
   * The remedy, adapted so that it exposes the host to no vulnerability that a later release fixes.
   * Empty if that is not possible.
   *
   * @param remedy the remedy of a rule
   * @param vmm the VMM that the rule is about
   * @param host the host
   */
  public Optional<Remedy> offered(Remedy remedy, Vmm vmm, Host host) {
    return safeRemedies.of(remedy, vmm, host);
  }

  /**
   * The notices of a host and those about the catalog, in the language of the answers.
   *
   * @param host the host
   */
  public List<Notice> notices(Host host) {
    List<Notice> notices = this.notices.of(host);
    return notices.isEmpty() ? notices : notices.stream().map(this::worded).toList();
  }

  /**
   * The same, followed by a notice for each constraint in code that failed.
   *
   * @param host the host
   * @param candidates the candidates for the host
   */
  public List<Notice> notices(Host host, List<Candidate> candidates) {
    List<Notice> notices = new ArrayList<>(notices(host));
    notices.addAll(failures(candidates));
    return notices;
  }

  /**
   * A notice for each constraint in code that failed, ordered by code, in the language of the
   * answers.
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
   * A notice in the language of the answers.
   *
   * @param code the code
   * @param path the path of the fact that it is about, or empty
   * @param parameters the parameters of its message
   */
  public Notice notice(String code, String path, Map<String, Object> parameters) {
    return worded(new Notice(code, path, parameters, ""));
  }

  private Notice worded(Notice notice) {
    return notice.withMessage(wording.message(notice));
  }
}

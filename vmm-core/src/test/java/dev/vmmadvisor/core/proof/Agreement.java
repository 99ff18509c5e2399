package dev.vmmadvisor.core.proof;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds the advisor against the reference, host by host, and keeps what it objects to. Not safe to
 * share between threads.
 */
final class Agreement {

  private static final int MAX_SHOWN = 5;
  private static final String FAILING = "acme-failing";

  /**
   * One in this many is asked again, for an answer that is equal to its last message. That outcomes
   * and ranking are the same each time follows from the reference, which they are all equal to.
   */
  private static final int ASKED_AGAIN = 48;

  private final Advisor advisor;
  private final ReferenceAdvisor reference;
  private final Completions completions;
  private final int mostFacts;
  private final long mostWays;
  private final Map<Vmm, List<Integer>> rulesOf = new EnumMap<>(Vmm.class);
  private final List<Rule> rules;
  private final List<String> objections = new ArrayList<>();
  private long answers;
  private long certainties;

  /**
   * Prepares to check.
   *
   * @param catalog the catalog to advise out of
   * @param mostFacts the most open facts of a host of which certainty is checked
   * @param mostWays the most ways in which such a host can turn out
   */
  Agreement(Catalog catalog, int mostFacts, long mostWays) {
    this(catalog, mostFacts, mostWays, Set.of());
  }

  /**
   * Prepares to check with a constraint in code that fails.
   *
   * @param catalog the catalog to advise out of
   * @param mostFacts the most open facts of a host of which certainty is checked
   * @param mostWays the most ways in which such a host can turn out
   * @param failed the VMMs for which a hard constraint fails; without any there is none
   */
  Agreement(Catalog catalog, int mostFacts, long mostWays, Set<Vmm> failed) {
    VmmAdvisor.Builder builder = VmmAdvisor.builder().catalog(catalog);
    if (!failed.isEmpty()) {
      builder.constraint(
          Constraint.of(
              FAILING,
              failed,
              Set.of(),
              (host, vmm) -> {
                throw new IllegalStateException("no config");
              }));
    }
    this.advisor = builder.build();
    this.reference = new ReferenceAdvisor(catalog, failed);
    this.completions = new Completions(reference);
    this.mostFacts = mostFacts;
    this.mostWays = mostWays;
    this.rules = catalog.rules();
    for (Vmm vmm : Vmm.values()) {
      List<Integer> about = new ArrayList<>();
      for (int i = 0; i < rules.size(); i++) {
        if (rules.get(i).vmms().contains(vmm)) {
          about.add(i);
        }
      }
      rulesOf.put(vmm, about);
    }
  }

  ReferenceAdvisor reference() {
    return reference;
  }

  /** How many answers were checked: hosts times goals. */
  long answers() {
    return answers;
  }

  /** Of how many of them the certainty was checked as well. */
  long certainties() {
    return certainties;
  }

  /** The first of what was objected to; empty if nothing was. */
  List<String> objections() {
    return objections;
  }

  /** Checks one host with every goal. */
  void check(Draft draft) {
    check(draft, Goal.values());
  }

  /** Checks one host with some goals and returns what the advisor answered for the last. */
  Recommendation check(Draft draft, Goal... goals) {
    Host host = reference.effective(draft.host());
    Outcome[] outcomes = reference.outcomes(host);
    Completions.Ways ways = completions.of(draft, host);
    Recommendation answer = advisor.recommend(draft.host(), goals[0]);
    boolean askAgain = answers % ASKED_AGAIN < goals.length;
    if (askAgain && !answer.equals(advisor.recommend(draft.host(), goals[0]))) {
      object("another answer the second time: " + draft);
    }
    for (Goal goal : goals) {
      answers++;
      ReferenceAdvisor.Answer expected = reference.answer(host, outcomes, goal);
      answer = goal == goals[0] ? answer : advisor.recommend(draft.host(), goal);
      String objection = objection(answer, expected, outcomes, host);
      if (objection.isEmpty()) {
        objection = objectionToCertainty(answer, expected, ways, goal);
      }
      if (!objection.isEmpty()) {
        object(objection + ": " + goal + ", " + draft);
      }
    }
    return answer;
  }

  void object(String objection) {
    if (objections.size() < MAX_SHOWN) {
      objections.add(objection);
    }
  }

  private String objection(
      Recommendation answer, ReferenceAdvisor.Answer expected, Outcome[] outcomes, Host host) {
    List<Candidate> candidates = answer.candidates();
    Set<Vmm> seen = EnumSet.noneOf(Vmm.class);
    for (int place = 0; place < candidates.size(); place++) {
      Candidate candidate = candidates.get(place);
      seen.add(candidate.vmm());
      String objection = objection(candidate, outcomes, host);
      if (!objection.isEmpty()) {
        return candidate.vmm() + ", " + objection;
      }
      ReferenceAdvisor.Ranked ranked = expected.candidates().get(place);
      if (candidate.vmm() != ranked.vmm()
          || candidate.eligibility() != ranked.eligibility()
          || candidate.decidedBy() != ranked.decidedBy()
          || candidate.rank() != place + 1) {
        return candidate.vmm()
            + " is number "
            + candidate.rank()
            + ", "
            + candidate.eligibility()
            + ", by "
            + candidate.decidedBy()
            + ", and not "
            + expected.candidates();
      }
    }
    if (seen.size() != Vmm.values().length || candidates.size() != seen.size()) {
      return "the candidates are " + seen;
    }
    return answer.best().equals(expected.best())
        ? ""
        : answer.best() + " is best and not " + expected.best();
  }

  private String objection(Candidate candidate, Outcome[] outcomes, Host host) {
    List<Integer> about = rulesOf.getOrDefault(candidate.vmm(), List.of());
    List<Finding> findings =
        candidate.findings().stream().filter(each -> !each.code().equals(FAILING)).toList();
    if (findings.size() != about.size()) {
      return findings.size() + " findings of " + about.size() + " rules";
    }
    boolean forbidden = false;
    boolean gone = false;
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      Rule rule = rules.get(about.get(i));
      Outcome expected = outcomes[about.get(i)];
      if (!finding.code().equals(rule.code())) {
        return "no finding of " + rule.code() + " in its place";
      }
      if (finding.outcome() != expected) {
        return rule.code() + " is " + finding.outcome() + " and not " + expected;
      }
      boolean counts = finding.waiver().isEmpty();
      forbidden |=
          counts && rule.severity() == Severity.BLOCKER && finding.outcome() == Outcome.VIOLATED;
      gone |= counts && isRemoved(rule, host);
    }
    boolean ineligible = candidate.eligibility() == Eligibility.INELIGIBLE;
    if (ineligible != forbidden) {
      return candidate.eligibility() + " although hard rules violated: " + forbidden;
    }
    return gone && !ineligible ? "removed and yet " + candidate.eligibility() : "";
  }

  private static boolean isRemoved(Rule rule, Host host) {
    return rule instanceof Deprecation deprecation
        && deprecation.phase() == Phase.REMOVED
        && deprecation.when().isEmpty()
        && host.dockerDesktop().version().filter(rule.releases()::contains).isPresent();
  }

  private String objectionToCertainty(
      Recommendation answer, ReferenceAdvisor.Answer reference, Completions.Ways ways, Goal goal) {
    if (ways.facts().size() > mostFacts || ways.count() > mostWays) {
      return "";
    }
    certainties++;
    Certainty expected = ways.certainty(reference.best(), goal);
    return answer.certainty() == expected
        ? ""
        : answer.certainty() + " and not " + expected + ", open are " + ways.facts();
  }
}

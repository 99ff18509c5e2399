package dev.vmmadvisor.testkit.assertions;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ assertions about a recommendation; {@link VmmAssertions#assertThat} returns them. The
 * message of a failure has the expected and the actual value, and the text of the recommendation.
 * Not safe to share between threads.
 *
 * <p>{@link #becauseOf} and {@link #because} check the VMM of the last assertion that named one.
 * {@link #withOutcome} and {@link #withSeverity} check the findings of the last assertion that
 * named a rule.
 */
public class RecommendationAssert extends AbstractAssert<RecommendationAssert, Recommendation> {

  private @Nullable Vmm vmm;
  private List<Finding> findings = List.of();
  private String finding = "";

  /**
   * Makes assertions about a recommendation. Use {@link VmmAssertions#assertThat} instead.
   *
   * @param actual the recommendation
   */
  public RecommendationAssert(@Nullable Recommendation actual) {
    super(actual, RecommendationAssert.class);
  }

  /**
   * Verifies that a VMM is the best.
   *
   * @param expected the VMM
   * @return these assertions, now about this VMM
   */
  public RecommendationAssert recommends(Vmm expected) {
    Objects.requireNonNull(expected, "expected");
    vmm = expected;
    check(
        advice().best().filter(expected::equals).isPresent(),
        "to recommend " + expected,
        "it recommends " + advice().best().map(Vmm::id).orElse("nothing"));
    return myself;
  }

  /**
   * Verifies that no VMM is the best.
   *
   * @return these assertions
   */
  public RecommendationAssert recommendsNothing() {
    check(
        advice().best().isEmpty(),
        "to recommend nothing",
        "it recommends " + advice().best().map(Vmm::id).orElse("nothing"));
    return myself;
  }

  /**
   * Verifies the criterion that determines the rank of the VMM that was named last.
   *
   * @param criterion the id of the criterion, such as {@code harm}
   * @return these assertions
   * @throws IllegalArgumentException if there is no such criterion
   * @throws IllegalStateException if no VMM was named
   * @see Candidate#decidedBy()
   */
  public RecommendationAssert becauseOf(String criterion) {
    Objects.requireNonNull(criterion, "criterion");
    return becauseOf(Criterion.fromId(criterion));
  }

  /**
   * Verifies the criterion that determines the rank of the VMM that was named last.
   *
   * @param criterion the criterion
   * @return these assertions
   * @throws IllegalStateException if no VMM was named
   * @see Candidate#decidedBy()
   */
  public RecommendationAssert becauseOf(Criterion criterion) {
    Objects.requireNonNull(criterion, "criterion");
    Candidate candidate = candidate(named());
    check(
        candidate.decidedBy() == criterion,
        "the place of " + candidate.vmm() + " to be decided by " + criterion,
        "it is decided by " + candidate.decidedBy());
    return myself;
  }

  /**
   * Verifies that no unknown fact can change the best candidate.
   *
   * @return these assertions
   */
  public RecommendationAssert isCertain() {
    return hasCertainty(Certainty.CERTAIN);
  }

  /**
   * Verifies the certainty of the recommendation.
   *
   * @param certainty the expected certainty
   * @return these assertions
   */
  public RecommendationAssert hasCertainty(Certainty certainty) {
    Objects.requireNonNull(certainty, "certainty");
    check(
        advice().certainty() == certainty,
        "the certainty " + certainty,
        "it is " + advice().certainty() + (missing().isEmpty() ? "" : ", on " + joined(missing())));
    return myself;
  }

  /**
   * Verifies that the recommendation depends on exactly the given unknown facts.
   *
   * @param facts the facts, in any order
   * @return these assertions
   */
  public RecommendationAssert dependsOn(Fact... facts) {
    Objects.requireNonNull(facts, "facts");
    Set<Fact> expected = EnumSet.noneOf(Fact.class);
    expected.addAll(Arrays.asList(facts));
    check(
        advice().certainty() == Certainty.DEPENDS && missing().equals(expected),
        "to depend on " + joined(expected),
        "its certainty is "
            + advice().certainty()
            + (missing().isEmpty() ? "" : ", on " + joined(missing())));
    return myself;
  }

  /**
   * Verifies that a VMM is eligible.
   *
   * @param expected the VMM
   * @return these assertions, now about this VMM
   */
  public RecommendationAssert isEligible(Vmm expected) {
    Objects.requireNonNull(expected, "expected");
    return hasEligibility(expected, Eligibility.ELIGIBLE);
  }

  /**
   * Verifies that the eligibility of a VMM is undetermined.
   *
   * @param expected the VMM
   * @return these assertions, now about this VMM
   */
  public RecommendationAssert isUndetermined(Vmm expected) {
    Objects.requireNonNull(expected, "expected");
    return hasEligibility(expected, Eligibility.UNDETERMINED);
  }

  /**
   * Verifies that a VMM is ineligible.
   *
   * @param expected the VMM
   * @return these assertions, now about this VMM
   */
  public RecommendationAssert ruledOut(Vmm expected) {
    Objects.requireNonNull(expected, "expected");
    return hasEligibility(expected, Eligibility.INELIGIBLE);
  }

  private RecommendationAssert hasEligibility(Vmm expected, Eligibility eligibility) {
    vmm = expected;
    Candidate candidate = candidate(expected);
    check(
        candidate.eligibility() == eligibility,
        expected + " to be " + eligibility,
        "it is " + candidate.eligibility() + ruledOutBy(candidate));
    return myself;
  }

  /**
   * Verifies that a violated rule makes the VMM that was named last ineligible.
   *
   * @param code the code of the rule
   * @return these assertions
   * @throws IllegalStateException if no VMM was named
   */
  public RecommendationAssert because(String code) {
    Objects.requireNonNull(code, "code");
    Candidate candidate = candidate(named());
    check(
        candidate.findings().stream()
            .anyMatch(each -> each.code().equals(code) && isRulingOut(each)),
        candidate.vmm() + " to be ruled out by " + code,
        "it is " + candidate.eligibility() + ruledOutBy(candidate));
    return myself;
  }

  /**
   * Verifies that the ranking begins with the given VMMs.
   *
   * @param expected the VMMs, best first
   * @return these assertions
   */
  public RecommendationAssert ranks(Vmm... expected) {
    Objects.requireNonNull(expected, "expected");
    List<Vmm> ranking = advice().candidates().stream().map(Candidate::vmm).toList();
    check(
        ranking.size() >= expected.length
            && ranking.subList(0, expected.length).equals(List.of(expected)),
        "the ranking to begin with " + joined(List.of(expected)),
        "it is " + joined(ranking));
    return myself;
  }

  /**
   * Verifies that a rule has a finding for at least one VMM, with any outcome.
   *
   * @param code the code of the rule
   * @return these assertions, now about all findings of that rule
   */
  public RecommendationAssert hasFinding(String code) {
    Objects.requireNonNull(code, "code");
    findings = advice().candidates().stream().flatMap(each -> each.finding(code).stream()).toList();
    finding = code;
    check(!findings.isEmpty(), "a finding " + code, "there is none");
    return myself;
  }

  /**
   * Verifies that a rule has a finding for a VMM, with any outcome.
   *
   * @param about the VMM
   * @param code the code of the rule
   * @return these assertions, now about this finding and this VMM
   */
  public RecommendationAssert hasFinding(Vmm about, String code) {
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(code, "code");
    vmm = about;
    findings = candidate(about).finding(code).stream().toList();
    finding = code + " for " + about;
    check(
        !findings.isEmpty(),
        "a finding " + finding,
        "the findings are "
            + candidate(about).findings().stream()
                .map(Finding::code)
                .collect(Collectors.joining(", ")));
    return myself;
  }

  /**
   * Verifies that a rule is not violated for a VMM, or does not apply to it.
   *
   * @param about the VMM
   * @param code the code of the rule
   * @return these assertions, now about this VMM
   */
  public RecommendationAssert isNotViolated(Vmm about, String code) {
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(code, "code");
    vmm = about;
    check(
        candidate(about).finding(code).filter(it -> it.outcome() == Outcome.VIOLATED).isEmpty(),
        code + " not to be violated for " + about,
        "it is violated");
    return myself;
  }

  /**
   * Verifies that at least one of the findings that were named last has an outcome.
   *
   * @param outcome the outcome
   * @return these assertions
   */
  public RecommendationAssert withOutcome(Outcome outcome) {
    Objects.requireNonNull(outcome, "outcome");
    check(
        findings.stream().anyMatch(each -> each.outcome() == outcome),
        "the finding " + finding + " with the outcome " + outcome,
        "it is "
            + findings.stream()
                .map(each -> each.outcome() + " for " + each.vmm())
                .collect(Collectors.joining(", ")));
    return myself;
  }

  /**
   * Verifies that at least one of the findings that were named last has a severity.
   *
   * @param severity the severity
   * @return these assertions
   */
  public RecommendationAssert withSeverity(Severity severity) {
    Objects.requireNonNull(severity, "severity");
    check(
        findings.stream().anyMatch(each -> each.severity() == severity),
        "the finding " + finding + " with the severity " + severity,
        "it is "
            + findings.stream()
                .map(each -> each.severity() + " for " + each.vmm())
                .collect(Collectors.joining(", ")));
    return myself;
  }

  /**
   * Verifies that no constraint in code failed: no finding has the outcome {@code error}.
   *
   * @return these assertions
   */
  public RecommendationAssert hasNoErrors() {
    List<Finding> errors = advice().errors();
    check(
        errors.isEmpty(),
        "no finding with the outcome error",
        "there is "
            + errors.stream()
                .map(each -> each.code() + " for " + each.vmm() + ": " + each.message())
                .collect(Collectors.joining(", ")));
    return myself;
  }

  /**
   * Verifies that the recommendation has a notice.
   *
   * @param code its code, such as {@code unknown-field}
   * @return these assertions
   */
  public RecommendationAssert hasNotice(String code) {
    Objects.requireNonNull(code, "code");
    check(
        advice().notices().stream().anyMatch(notice -> notice.code().equals(code)),
        "a notice " + code,
        "the notices are "
            + advice().notices().stream()
                .map(notice -> notice.code())
                .collect(Collectors.joining(", ")));
    return myself;
  }

  private Recommendation advice() {
    isNotNull();
    return actual;
  }

  private Vmm named() {
    if (vmm == null) {
      throw new IllegalStateException("name a VMM first, such as with recommends(vmm)");
    }
    return vmm;
  }

  private Candidate candidate(Vmm of) {
    return advice().candidate(of);
  }

  private Set<Fact> missing() {
    Set<Fact> missing = EnumSet.noneOf(Fact.class);
    advice().missingFacts().stream().map(MissingFact::fact).forEach(missing::add);
    return missing;
  }

  private static boolean isRulingOut(Finding finding) {
    return finding.outcome() == Outcome.VIOLATED
        && finding.countsFor().contains(Criterion.ELIGIBILITY);
  }

  private static String ruledOutBy(Candidate candidate) {
    String codes =
        candidate.findings().stream()
            .filter(RecommendationAssert::isRulingOut)
            .map(Finding::code)
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "" : ", ruled out by " + codes;
  }

  private static String joined(Iterable<?> values) {
    StringBuilder text = new StringBuilder();
    values.forEach(value -> text.append(text.isEmpty() ? "" : ", ").append(value));
    return text.toString();
  }

  private void check(boolean holds, String expected, String actually) {
    if (!holds) {
      failWithMessage(
          "%s",
          String.format(
              Locale.ROOT,
              "Expected %s, but %s.%nThe recommendation:%n%s",
              expected,
              actually,
              advice().text()));
    }
  }
}

package dev.vmmadvisor.testkit.cases;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An expectation about one property of a recommendation. */
@FunctionalInterface
interface Expectation {

  /** The value for no VMM. */
  String NONE = MissingFact.NONE;

  /** The value for no finding. */
  String ABSENT = "absent";

  /** Returns the differences as text; empty if the expectation is met. */
  List<String> differences(Recommendation advice);

  static Expectation best(String id) {
    return advice -> same("best", id, advice.best().map(Vmm::id).orElse(NONE));
  }

  static Expectation certainty(Certainty certainty) {
    return advice -> same("certainty", certainty, advice.certainty());
  }

  static Expectation missingFacts(Set<Fact> facts) {
    return advice ->
        same(
            "missingFacts",
            facts,
            advice.missingFacts().stream().map(MissingFact::fact).collect(Collectors.toSet()));
  }

  static Expectation finding(Vmm vmm, String code, String outcome) {
    return advice ->
        same(
            "findings, " + vmm + ", " + code,
            outcome,
            finding(advice, vmm, code).map(it -> it.outcome().id()).orElse(ABSENT));
  }

  static Expectation notViolated(Vmm vmm, String code) {
    return advice ->
        finding(advice, vmm, code)
            .filter(finding -> finding.outcome() == Outcome.VIOLATED)
            .map(finding -> List.of("notViolated, " + vmm + ", " + code + ": is violated"))
            .orElse(List.of());
  }

  private static Optional<Finding> finding(Recommendation advice, Vmm vmm, String code) {
    return advice.candidates().stream()
        .filter(candidate -> candidate.vmm() == vmm)
        .findFirst()
        .flatMap((Candidate candidate) -> candidate.finding(code));
  }

  private static List<String> same(String what, Object expected, Object actual) {
    return Objects.equals(expected, actual)
        ? List.of()
        : List.of(what + ": expected " + expected + ", is " + actual);
  }
}

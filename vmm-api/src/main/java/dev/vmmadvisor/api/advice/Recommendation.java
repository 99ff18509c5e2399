package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The recommendation for one host: the ranked candidates, the best one if any, the certainty and
 * the missing facts. {@link Advisor#recommend} returns it.
 *
 * <p>Every VMM is a candidate with all findings about it. No rule is skipped because another rule
 * already excludes a VMM.
 *
 * {@snippet :
 * System.out.println(advice.best().map(Vmm::displayName).orElse("none"));
 * for (MissingFact missing : advice.missingFacts()) {
 *   System.out.println("Missing fact: " + missing.fact().label());
 * }
 * Candidate dockerVmm = advice.candidate(Vmm.DOCKER_VMM);
 * for (Repair repair : dockerVmm.repairs()) {
 *   System.out.println("What would help Docker VMM: " + repair.message());
 * }
 * System.out.print(advice.plan());
 * }
 */
@JsonSerialize(as = Recommendation.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
  "best",
  "certainty",
  "goal",
  "candidates",
  "missingFacts",
  "current",
  "security",
  "plan",
  "notices",
  "catalog"
})
public non-sealed interface Recommendation extends Answer {

  /** {@return the host of this recommendation} */
  Host host();

  /** {@return the best VMM, or empty if none is or could be eligible} */
  @JsonProperty("best")
  Optional<Vmm> best();

  /** {@return whether unknown facts can change the best VMM} */
  @JsonProperty("certainty")
  Certainty certainty();

  /** {@return the goal of the ranking} */
  @JsonProperty("goal")
  Goal goal();

  /** {@return all VMMs, best first, in a total order; computed on first access} */
  @JsonProperty("candidates")
  List<Candidate> candidates();

  /**
   * {@return the smallest set of unknown facts that would determine the best candidate; empty
   * unless the certainty is {@link Certainty#DEPENDS}}
   *
   * <p>The first fact is the one that leaves the fewest possible best candidates once it is known.
   * The set can also be empty with {@link Certainty#DEPENDS}: if a constraint in code failed, or
   * depends on something that is not a fact of the host.
   */
  @JsonProperty("missingFacts")
  List<MissingFact> missingFacts();

  /**
   * {@return the VMM in use with the violated findings about it, or empty if that VMM is unknown}
   */
  @JsonProperty("current")
  Optional<CurrentVmm> current();

  /**
   * {@return the published vulnerabilities of the release in use, with the VMM in use or, if that
   * is unknown, with the best one; computed on first access}
   */
  @JsonProperty("security")
  SecurityStatus security();

  /** {@return further notices for the reader} */
  @JsonProperty("notices")
  List<Notice> notices();

  /**
   * {@return the findings of constraints in code that failed, ordered by code and {@link Vmm},
   * including those that are waived or not hard}
   *
   * <p>The document has no such field. There, each of them is a finding with the outcome {@code
   * error}, and each constraint has a notice with the code {@code constraint-failed}.
   */
  default List<Finding> errors() {
    return candidates().stream()
        .flatMap(candidate -> candidate.findings().stream())
        .filter(finding -> finding.outcome() == Outcome.ERROR)
        .sorted(Comparator.comparing(Finding::code).thenComparing(Finding::vmm))
        .toList();
  }

  /** {@return the catalog on which this is based} */
  @JsonProperty("catalog")
  CatalogReference catalog();

  /** {@return whether no unknown fact can change the best VMM, and there is one} */
  @JsonIgnore
  default boolean isCertain() {
    return certainty() == Certainty.CERTAIN;
  }

  /**
   * {@return the missing fact about a fact, or empty if {@link #missingFacts()} does not have it}
   *
   * @param fact the fact
   */
  default Optional<MissingFact> missing(Fact fact) {
    Objects.requireNonNull(fact, "fact");
    return missingFacts().stream().filter(missing -> missing.fact() == fact).findFirst();
  }

  /**
   * {@return the candidate of a VMM}
   *
   * @param vmm the VMM
   * @throws IllegalArgumentException if the VMM is not among the candidates; a recommendation of an
   *     {@link Advisor} contains all VMMs
   */
  default Candidate candidate(Vmm vmm) {
    Objects.requireNonNull(vmm, "vmm");
    for (Candidate candidate : candidates()) {
      if (candidate.vmm() == vmm) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("not among the candidates: " + vmm);
  }

  /**
   * {@return the plan from the current configuration to the recommended one, computed on first
   * access; without steps if nothing needs to change or there is no best VMM}
   *
   * <p>It leads to the best VMM. If the host can install a release that fixes a published
   * vulnerability of the release in use, it leads to that release and its best VMM.
   */
  @JsonProperty("plan")
  Plan plan();

  /**
   * {@return the plan from the current configuration to a given VMM}
   *
   * @param vmm the VMM
   */
  Plan planTo(Vmm vmm);

  /**
   * {@return the gains and losses of a switch from one VMM to another on this host}
   *
   * @param from the VMM before the switch
   * @param to the VMM after the switch
   */
  Comparison compare(Vmm from, Vmm to);

  /**
   * {@return the differences between this recommendation and a later one, with their causes}
   *
   * <p>It computes up to 64 intermediate recommendations if up to 6 inputs differ.
   *
   * @param after the later one, from this or another advisor
   */
  Difference diff(Recommendation after);

  /** {@return why the best candidate is the best or why there is none, as text} */
  String why();

  /**
   * {@return why a VMM is not the best, or the statement that it is, as text}
   *
   * @param vmm the VMM
   */
  String whyNot(Vmm vmm);
}

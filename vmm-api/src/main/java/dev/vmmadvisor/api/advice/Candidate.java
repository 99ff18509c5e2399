package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import java.util.List;
import java.util.Optional;

/**
 * A VMM with its findings, its eligibility and its rank.
 *
 * <p>{@link Recommendation#candidates()} has one for every VMM. Only this library implements it;
 * methods may be added. Immutable and safe to share between threads.
 */
@JsonPropertyOrder({
  "vmm",
  "rank",
  "eligibility",
  "decidedBy",
  "phase",
  "findings",
  "repairs",
  "obstacles"
})
@JsonSerialize(as = Candidate.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Candidate {

  /** {@return the VMM} */
  @JsonProperty("vmm")
  Vmm vmm();

  /** {@return the rank, from 1} */
  @JsonProperty("rank")
  int rank();

  /** {@return whether it can run on the host} */
  @JsonProperty("eligibility")
  Eligibility eligibility();

  /**
   * {@return the criterion that determines its rank: for the first candidate, the one that ranks it
   * above the second; for every other, the one that ranks it below its predecessor}
   */
  @JsonProperty("decidedBy")
  Criterion decidedBy();

  /**
   * {@return the criterion that ranks this candidate below the first; for the first, its {@link
   * #decidedBy()}}
   *
   * <p>If unknown facts affect the rank, this is the criterion that would rank it below the first
   * even if all of them were in its favour. If there is no such criterion, it is the one that the
   * unknown facts determine.
   */
  Criterion comparedWithBest();

  /** {@return the phase of its lifecycle in the host's release, or empty if unknown} */
  @JsonProperty("phase")
  Optional<Phase> phase();

  /**
   * {@return one finding for each rule about this VMM, in the order of the catalog; computed on
   * first access}
   */
  @JsonProperty("findings")
  List<Finding> findings();

  /**
   * {@return the findings of constraints in code that failed, have the severity blocker and are not
   * waived, in the order of the {@link #findings()}}
   *
   * <p>A candidate with such a finding is never eligible: it is ineligible if another hard rule is
   * violated, and undetermined otherwise.
   */
  List<Finding> failures();

  /** {@return the published claims of speed that apply to the host} */
  List<PerformanceClaim> performance();

  /**
   * {@return the minimal sets of changes that would make it eligible or the best, the cheapest
   * first; computed on first access}
   */
  @JsonProperty("repairs")
  List<Repair> repairs();

  /** {@return the changes that would help but are impossible on this host, with the reason} */
  @JsonProperty("obstacles")
  List<Obstacle> obstacles();

  /**
   * {@return the finding of a rule, or empty if the rule does not apply to this VMM}
   *
   * @param code the code of the rule
   */
  Optional<Finding> finding(String code);

  /** {@return the violated findings, in the order of {@link #findings()}} */
  default List<Finding> violated() {
    return findings().stream().filter(finding -> finding.outcome() == Outcome.VIOLATED).toList();
  }
}

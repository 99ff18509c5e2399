package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.immutables.value.Value;

/**
 * A VMM with its findings, its eligibility and its place in the ranking.
 *
 * <p>{@link Recommendation#candidates()} has one for every VMM.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCandidate.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
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
public abstract class Candidate {

  // Not for extension: new attributes must not break anyone.
  Candidate() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the VMM} */
  public abstract Vmm vmm();

  /** {@return the place in the ranking, from 1} */
  public abstract int rank();

  /** {@return whether it can run on the host} */
  public abstract Eligibility eligibility();

  /**
   * {@return the criterion that gives this candidate its place: for the first, the one by which it
   * comes before the second; for every other, the one by which it comes after the candidate just
   * before it}
   */
  public abstract Criterion decidedBy();

  /**
   * {@return the criterion by which this candidate comes after the first; for the first itself, its
   * {@link #decidedBy()}}
   */
  @JsonIgnore
  public abstract Criterion comparedWithBest();

  /** {@return the phase of its life in the host's release, or empty if that is not known} */
  public abstract Optional<Phase> phase();

  /** {@return the findings, when somebody asks} */
  @JsonIgnore
  abstract Deferred<List<Finding>> deferredFindings();

  /** {@return one finding for each rule about this VMM, in the order of the catalog} */
  @JsonProperty("findings")
  public List<Finding> findings() {
    return deferredFindings().get();
  }

  /** {@return the published claims of speed that apply to the host} */
  @JsonIgnore
  public abstract List<PerformanceClaim> performance();

  /** {@return finds out what can be done for this candidate} */
  @JsonIgnore
  @Value.Auxiliary
  abstract Supplier<Improvement> improvement();

  /**
   * {@return the smallest sets of changes that would make it possible or the best, the cheapest
   * first; found out when they are asked for}
   */
  @JsonProperty("repairs")
  public List<Repair> repairs() {
    return found().repairs();
  }

  /** {@return the changes that would help it and cannot be offered, with the reason} */
  @JsonProperty("obstacles")
  public List<Obstacle> obstacles() {
    return found().obstacles();
  }

  @JsonIgnore
  @Value.Lazy
  Improvement found() {
    return improvement().get();
  }

  /**
   * {@return the finding of a rule, or empty if that rule is not about this VMM}
   *
   * @param code the code of the rule
   */
  public Optional<Finding> finding(String code) {
    return findings().stream().filter(finding -> finding.code().equals(code)).findFirst();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableCandidate.Builder {
    Builder() {}
  }
}

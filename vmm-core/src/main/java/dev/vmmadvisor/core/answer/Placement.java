package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The rank of a VMM and the reason for it, shared by all hosts with the same ranking. See the
 * methods of {@link Candidate} with the same names. Immutable.
 */
@Value.Immutable
public abstract class Placement {

  // Package-private: subclasses would break when attributes are added.
  Placement() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the VMM} */
  public abstract Vmm vmm();

  /** {@return the rank, from 1} */
  public abstract int rank();

  /** {@return whether it can run} */
  public abstract Eligibility eligibility();

  /** {@return the criterion that determines its rank, as in {@link Candidate#decidedBy()}} */
  public abstract Criterion decidedBy();

  /**
   * {@return the criterion that ranks it below the first, as in {@link
   * Candidate#comparedWithBest()}}
   */
  public abstract Criterion comparedWithBest();

  /** {@return the phase of its lifecycle, or empty if unknown} */
  public abstract Optional<Phase> phase();

  /** {@return the published claims of speed that apply} */
  public abstract List<PerformanceClaim> performance();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutablePlacement.Builder {
    Builder() {}
  }
}

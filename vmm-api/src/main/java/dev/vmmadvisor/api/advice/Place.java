package dev.vmmadvisor.api.advice;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a VMM stands in a ranking, without what is found of a host: the same for every host for
 * which all VMMs rank so. Each part is described where it is met, in {@link Candidate}.
 */
@Value.Immutable
public abstract class Place {

  // Not for extension: new attributes must not break anyone.
  Place() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the VMM} */
  public abstract Vmm vmm();

  /** {@return the place in the ranking, from 1} */
  public abstract int rank();

  /** {@return whether it can run} */
  public abstract Eligibility eligibility();

  /** {@return the criterion that gives it its place, as in {@link Candidate#decidedBy()}} */
  public abstract Criterion decidedBy();

  /** {@return the criterion that sets it apart, as in {@link Candidate#comparedWithBest()}} */
  public abstract Criterion comparedWithBest();

  /** {@return the phase of its life, or empty if that is not known} */
  public abstract Optional<Phase> phase();

  /** {@return the published claims of speed that apply} */
  public abstract List<PerformanceClaim> performance();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutablePlace.Builder {
    Builder() {}
  }
}

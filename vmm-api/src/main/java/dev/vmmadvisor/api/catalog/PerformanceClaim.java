package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A published claim or measurement of the speed of a VMM, with its conditions.
 *
 * <p>A claim that applies to a host counts in the ranking as speed. A claim that the VMM is slower
 * is shown and does not change the ranking. Claims are those of their sources, not measurements of
 * this library.
 */
@Value.Immutable
public abstract class PerformanceClaim {

  // Package-private: subclasses would break when attributes are added.
  PerformanceClaim() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the stable, lower-case, hyphenated code, unique in its catalog} */
  public abstract String code();

  /** {@return the releases of Docker Desktop to which the claim applies} */
  @Value.Default
  public VersionRange releases() {
    return VersionRange.ALL;
  }

  /** {@return the hosts and workloads it applies to, or empty for all} */
  public abstract Optional<Condition> when();

  /** {@return the claim in one or two English sentences} */
  public abstract String text();

  /** {@return the VMM that it is compared with, or empty if there is none} */
  public abstract Optional<Vmm> comparedWith();

  /** {@return how many times faster it is at best, or empty if the claim has no number} */
  public abstract Optional<Integer> factor();

  /** {@return whether the claim is that the VMM is slower; such a claim has no factor} */
  @Value.Default
  public boolean slower() {
    return false;
  }

  /** {@return the circumstances of the measurement, such as "cold cache"; may be empty} */
  public abstract List<String> circumstances();

  /** {@return the reliability of the statement} */
  public abstract Confidence confidence();

  /** {@return the ids of its sources in the catalog; at least one} */
  public abstract List<String> sources();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutablePerformanceClaim.Builder {
    Builder() {}
  }
}

package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A published claim that a VMM is fast, or a published measurement in which it is slower, with the
 * conditions under which it was made.
 *
 * <p>A claim that applies to a host counts in the ranking as speed; one that the VMM is slower is
 * shown beside the others and changes no ranking. It is a claim of its source, not a measurement of
 * this library.
 */
@Value.Immutable
public abstract class PerformanceClaim {

  // Not for extension: new attributes must not break anyone.
  PerformanceClaim() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the stable, lower-case, hyphenated code, unique in its catalog} */
  public abstract String code();

  /** {@return the releases of Docker Desktop for which the claim was made} */
  @Value.Default
  public VersionRange releases() {
    return VersionRange.ALL;
  }

  /** {@return the hosts and workloads it is about, or empty for all} */
  public abstract Optional<Condition> when();

  /** {@return the claim in one or two English sentences} */
  public abstract String text();

  /** {@return the VMM it compares with, or empty if it compares with none} */
  public abstract Optional<Vmm> comparedWith();

  /** {@return how many times faster at best, or empty if no number is claimed} */
  public abstract Optional<Integer> factor();

  /** {@return whether the claim is that the VMM is slower; such a claim has no factor} */
  @Value.Default
  public boolean slower() {
    return false;
  }

  /** {@return the circumstances of the measurement, such as "cold cache"; perhaps none} */
  public abstract List<String> circumstances();

  /** {@return how far it can be trusted} */
  public abstract Confidence confidence();

  /** {@return the ids of its sources in the catalog; at least one} */
  public abstract List<String> sources();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutablePerformanceClaim.Builder {
    Builder() {}
  }
}

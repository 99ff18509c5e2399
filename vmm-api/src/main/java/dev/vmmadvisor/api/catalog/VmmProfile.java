package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a catalog knows of one VMM apart from the rules about it.
 *
 * <p>{@link Catalog#vmm} gives it.
 */
@Value.Immutable
public abstract class VmmProfile {

  // Not for extension: new attributes must not break anyone.
  VmmProfile() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the VMM} */
  public abstract Vmm vmm();

  /** {@return what it is, in one or two English sentences} */
  public abstract String text();

  /** {@return the ids of the sources of {@link #text()}; at least one} */
  public abstract List<String> sources();

  /** {@return the phases of its life, in the order of the releases} */
  public abstract List<Lifecycle> lifecycle();

  /** {@return the engines it is made of, in the order of the releases; perhaps none is known} */
  public abstract List<Engine> engines();

  /**
   * {@return the names that logs and lists of processes have for it, such as {@code linux/libkrun};
   * where one stands as a word of its own, this VMM ran}
   */
  public abstract List<String> logNames();

  /** {@return the claims made for its speed} */
  public abstract List<PerformanceClaim> performance();

  /** {@return the hosts for which it is Docker Desktop's own default, or empty if it is never} */
  public abstract Optional<Condition> defaultWhen();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableVmmProfile.Builder {
    Builder() {}
  }
}

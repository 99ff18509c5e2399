package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The description, lifecycle, engines and performance claims of one VMM. {@link Catalog#vmm}
 * returns it.
 */
@Value.Immutable
public abstract class VmmProfile {

  // Package-private: subclasses would break when attributes are added.
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

  /** {@return the phases of its lifecycle, in the order of the releases} */
  public abstract List<Lifecycle> lifecycle();

  /** {@return the engines that implement it, in the order of the releases; may be empty} */
  public abstract List<Engine> engines();

  /**
   * {@return the names of this VMM in logs and process lists, such as {@code linux/libkrun}; a log
   * that contains one as a separate word proves that this VMM ran}
   */
  public abstract List<String> logNames();

  /** {@return the published claims about its speed} */
  public abstract List<PerformanceClaim> performance();

  /** {@return the hosts for which it is Docker Desktop's default, or empty if it never is} */
  public abstract Optional<Condition> defaultWhen();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableVmmProfile.Builder {
    Builder() {}
  }
}

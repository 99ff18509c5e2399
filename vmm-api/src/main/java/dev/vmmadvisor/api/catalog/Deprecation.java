package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import org.immutables.value.Value;

/**
 * A lifecycle statement: VMMs that users are told to leave, or that are gone.
 *
 * <p>{@link #releases()} are those from which it holds. A deprecated VMM stays eligible and is
 * ranked after every VMM that is not; a removed one is ineligible.
 */
@Value.Immutable
public abstract non-sealed class Deprecation implements Rule {

  // Not for extension: new attributes must not break anyone.
  Deprecation() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return {@link RuleKind#DEPRECATION}} */
  @Override
  public RuleKind kind() {
    return RuleKind.DEPRECATION;
  }

  @Override
  @Value.Default
  public String headline() {
    return text();
  }

  @Override
  @Value.Default
  public VersionRange releases() {
    return VersionRange.ALL;
  }

  @Override
  @Value.Default
  public Severity severity() {
    return Severity.WARNING;
  }

  /** {@return {@link Phase#DEPRECATED} or {@link Phase#REMOVED}} */
  public abstract Phase phase();

  /** {@return the VMMs that are recommended instead, best first} */
  public abstract List<Vmm> replacements();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableDeprecation.Builder {
    Builder() {}
  }
}

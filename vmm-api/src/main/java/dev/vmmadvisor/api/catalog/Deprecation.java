package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import org.immutables.value.Value;

/**
 * The deprecation or the removal of VMMs.
 *
 * <p>{@link #releases()} are those in which the VMM is deprecated or removed. A deprecated VMM
 * stays eligible and is ranked after every VMM that is not; a removed one is ineligible.
 */
@Value.Immutable
public abstract non-sealed class Deprecation implements Rule {

  // Package-private: subclasses would break when attributes are added.
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

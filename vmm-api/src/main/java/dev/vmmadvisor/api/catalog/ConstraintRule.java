package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import org.immutables.value.Value;

/**
 * A requirement of VMMs on a host, as data; in code it is a {@link Constraint}.
 *
 * <p>It is satisfied if {@link #requires()} is true and violated if that is false. With severity
 * {@link Severity#BLOCKER}, the default, a violation makes a VMM ineligible.
 */
@Value.Immutable
public abstract non-sealed class ConstraintRule implements Rule {

  // Package-private: subclasses would break when attributes are added.
  ConstraintRule() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return {@link RuleKind#CONSTRAINT}} */
  @Override
  public RuleKind kind() {
    return RuleKind.CONSTRAINT;
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
    return Severity.BLOCKER;
  }

  /** {@return what the VMM requires} */
  public abstract Condition requires();

  /**
   * {@return whether the rule applies only to hosts for which {@link #when()} is known to be true}
   *
   * <p>If true and {@link #when()} is unknown for a host, the outcome is unknown and does not
   * affect the ranking. Use it for what only few Macs have, such as settings that an administrator
   * has locked.
   */
  @Value.Default
  public boolean declaredOnly() {
    return false;
  }

  /**
   * {@return whether a Mac that runs one of the {@link #releases()} with one of the {@link #vmms()}
   * certainly satisfies {@link #requires()}; the VMM does not matter if the rule applies to all}
   *
   * <p>If true, the advisor infers the required facts for such a Mac, unless the host states other
   * values. For example, a Docker Desktop that is in use implies the macOS versions that it
   * installs on. Set it only for physical requirements. A policy, such as "macOS 15 is required",
   * implies nothing, as a Mac can violate it. It has an effect only if {@link #requires()} compares
   * the architecture, the macOS version or the Docker Desktop version.
   */
  @Value.Default
  public boolean impliedByUse() {
    return false;
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableConstraintRule.Builder {
    Builder() {}
  }
}

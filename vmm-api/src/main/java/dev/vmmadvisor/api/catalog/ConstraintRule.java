package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import org.immutables.value.Value;

/**
 * A condition that VMMs put on a host, as data; in code it is a {@link Constraint}.
 *
 * <p>It is satisfied where {@link #requires()} is true and violated where that is false. With
 * severity {@link Severity#BLOCKER}, the default, a violation makes a VMM ineligible.
 */
@Value.Immutable
public abstract non-sealed class ConstraintRule implements Rule {

  // Not for extension: new attributes must not break anyone.
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
   * {@return whether the rule counts only for hosts that declare what {@link #when()} asks for}
   *
   * <p>If true, a host whose known facts do not tell whether {@link #when()} holds is treated as
   * one for which it does not. The outcome is then unknown and decides nothing. Use it for what
   * only few Macs have, such as settings that an administrator has locked.
   */
  @Value.Default
  public boolean declaredOnly() {
    return false;
  }

  /**
   * {@return whether use proves {@link #requires()}: a Mac on which one of the {@link #releases()}
   * is in use, with one of the {@link #vmms()} unless these are all VMMs, certainly satisfies it}
   *
   * <p>If true, the advisor takes what is required for known on such a Mac, unless the host says
   * otherwise: a Docker Desktop that is in use implies the macOS that it installs on. Only what is
   * physically so is implied. A policy, such as "macOS 15 is required", implies nothing: a Mac can
   * violate it. It has an effect only where {@link #requires()} compares the architecture, the
   * macOS version or the Docker Desktop version.
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

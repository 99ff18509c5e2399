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

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableConstraintRule.Builder {
    Builder() {}
  }
}

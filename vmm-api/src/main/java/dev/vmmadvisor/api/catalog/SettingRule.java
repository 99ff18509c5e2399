package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import org.immutables.value.Value;

/**
 * A setting that has no effect under VMMs, or contradicts another setting.
 *
 * <p>It is violated if {@link #present()} is true.
 */
@Value.Immutable
public abstract non-sealed class SettingRule implements Rule {

  // Package-private: subclasses would break when attributes are added.
  SettingRule() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return {@link RuleKind#SETTING}} */
  @Override
  public RuleKind kind() {
    return RuleKind.SETTING;
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
    return Severity.INFO;
  }

  /** {@return the condition that is true if the setting is present} */
  public abstract Condition present();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableSettingRule.Builder {
    Builder() {}
  }
}

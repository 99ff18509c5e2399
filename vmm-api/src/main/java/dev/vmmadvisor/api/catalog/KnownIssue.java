package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A known defect of VMMs on some hosts, with some workloads, in some releases.
 *
 * <p>The outcome is violated if it certainly affects the host and satisfied if it certainly does
 * not. A {@link Severity#SERIOUS} issue of {@link Confidence#HIGH} confidence whose {@link
 * #trigger()} is certainly true counts in the ranking as harm. An issue without a trigger, or with
 * less confidence, is shown and does not count against a VMM that is generally available.
 */
@Value.Immutable
public abstract non-sealed class KnownIssue implements Rule {

  // Package-private: subclasses would break when attributes are added.
  KnownIssue() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return {@link RuleKind#KNOWN_ISSUE}} */
  @Override
  public RuleKind kind() {
    return RuleKind.KNOWN_ISSUE;
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

  /**
   * {@return the workload it affects, or empty if it affects every host that {@link #releases()}
   * and {@link #when()} describe}
   */
  public abstract Optional<Condition> trigger();

  /** {@return the first release that has a fix, or empty if none is known} */
  public abstract Optional<Version> fixedIn();

  /**
   * {@return whether the release notes list the fix; if false, the fix was announced for {@link
   * #fixedIn()} and is not confirmed}
   */
  @Value.Default
  public boolean fixConfirmed() {
    return true;
  }

  /** {@return a workaround that is not a {@link Remedy}, as English text, or empty} */
  public abstract Optional<String> workaround();

  /**
   * {@return literal fragments of error messages and logs, each of which is enough to recognise it;
   * may be empty}
   */
  public abstract List<String> signatures();

  /**
   * {@return fragments that have many causes; a text that contains one matches only if the issue
   * certainly affects the host; may be empty}
   */
  public abstract List<String> hints();

  /**
   * {@return whether a declared need of the workload is met badly or not at all; such an issue
   * counts in the ranking as fitness}
   */
  @Value.Default
  public boolean unmetNeed() {
    return false;
  }

  /**
   * {@return whether the issue applies only to hosts that declare the need; if true, a host that
   * does not list it is treated as not having it, and the fact is never reported as missing}
   */
  @Value.Default
  public boolean declaredOnly() {
    return false;
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableKnownIssue.Builder {
    Builder() {}
  }
}

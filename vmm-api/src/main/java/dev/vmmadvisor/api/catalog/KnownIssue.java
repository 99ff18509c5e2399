package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something that goes wrong with VMMs on some hosts, with some workloads, in some releases.
 *
 * <p>It is violated where it certainly hits, satisfied where it certainly does not. A {@link
 * Severity#SERIOUS} issue of {@link Confidence#HIGH} confidence whose {@link #trigger()} certainly
 * hits counts in the ranking as harm. One without a trigger, which may hit any host now and then,
 * and one that is only reported are shown and decide nothing against a VMM that is generally
 * available.
 */
@Value.Immutable
public abstract non-sealed class KnownIssue implements Rule {

  // Not for extension: new attributes must not break anyone.
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
   * {@return the workload it hits, or empty if it hits every host that {@link #releases()} and
   * {@link #when()} describe}
   */
  public abstract Optional<Condition> trigger();

  /** {@return the first release that has a fix, or empty if none is known} */
  public abstract Optional<Version> fixedIn();

  /**
   * {@return whether the fix is in the release notes; if not, it was promised for {@link
   * #fixedIn()} and nobody has confirmed it}
   */
  @Value.Default
  public boolean fixConfirmed() {
    return true;
  }

  /** {@return what can be done meanwhile that is no {@link Remedy}, or empty} */
  public abstract Optional<String> workaround();

  /**
   * {@return literal fragments of error messages and logs, each of which is enough to recognise it;
   * perhaps none}
   */
  public abstract List<String> signatures();

  /**
   * {@return fragments that come with many causes, so that a text which contains one matches only
   * where the issue certainly hits the host; perhaps none}
   */
  public abstract List<String> hints();

  /**
   * {@return whether it means that a declared need of the workload is met badly or not at all;
   * counts in the ranking as fitness}
   */
  @Value.Default
  public boolean unmetNeed() {
    return false;
  }

  /**
   * {@return whether the need counts only once it is declared: then a host that does not tell is a
   * host without the need, as a need is the asker's to declare, like the goal, and not a fact to
   * find out}
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

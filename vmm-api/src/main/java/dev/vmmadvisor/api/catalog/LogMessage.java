package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A family of messages that people find on the screen or in logs: how to recognise it, what it
 * means, what it proves about the Mac that wrote it, and what to do.
 *
 * <p>It takes part in diagnoses alone. A message that shows something which can be expected of a
 * host in advance belongs to a {@link KnownIssue} instead.
 */
@Value.Immutable
public abstract class LogMessage {

  // Not for extension: new attributes must not break anyone.
  LogMessage() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the stable, lower-case, hyphenated code, unique in its catalog} */
  public abstract String code();

  /** {@return literal fragments; each of them is enough to recognise the message} */
  public abstract List<String> signatures();

  /**
   * {@return literal fragments that are enough only if a text contains all of them; perhaps none}
   */
  public abstract List<String> together();

  /** {@return the VMM that certainly ran when the message was written, or empty} */
  public abstract Optional<Vmm> vmm();

  /** {@return the VMMs that certainly did not run, in the order of {@link Vmm}; perhaps none} */
  public abstract List<Vmm> notVmms();

  /** {@return the architecture of the Mac that wrote the message, or empty if any can} */
  public abstract Optional<Architecture> architecture();

  /** {@return the operating system that the message is known from; empty means macOS} */
  public abstract Optional<String> operatingSystem();

  /** {@return the releases of Docker Desktop in which the message means this} */
  @Value.Default
  public VersionRange releases() {
    return VersionRange.ALL;
  }

  /** {@return how much it matters} */
  @Value.Default
  public Severity severity() {
    return Severity.WARNING;
  }

  /** {@return what the message means and why it appears, in one to three English sentences} */
  public abstract String text();

  /** {@return what to do, best first; perhaps nothing} */
  public abstract List<Advice> advice();

  /** {@return how far it can be trusted} */
  public abstract Confidence confidence();

  /** {@return the ids of its sources in the catalog; at least one} */
  public abstract List<String> sources();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableLogMessage.Builder {
    Builder() {}
  }
}

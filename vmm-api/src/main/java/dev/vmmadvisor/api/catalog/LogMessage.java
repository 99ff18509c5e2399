package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An error or log message: how to recognise it, what it means, what it proves about the Mac, and
 * what to do.
 *
 * <p>It is used only in diagnoses. The message of a problem that can be predicted from the facts of
 * a host belongs to a {@link KnownIssue}.
 */
@Value.Immutable
public abstract class LogMessage {

  // Package-private: subclasses would break when attributes are added.
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
   * {@return literal fragments that are enough only if a text contains all of them; may be empty}
   */
  public abstract List<String> together();

  /** {@return the VMM that certainly ran when the message was written, or empty} */
  public abstract Optional<Vmm> vmm();

  /** {@return the VMMs that certainly did not run, in the order of {@link Vmm}; may be empty} */
  public abstract List<Vmm> notVmms();

  /** {@return the architecture of the Macs that write the message, or empty if all do} */
  public abstract Optional<Architecture> architecture();

  /** {@return the operating system on which the message appears; empty means macOS} */
  public abstract Optional<String> operatingSystem();

  /** {@return the releases of Docker Desktop in which the message means this} */
  @Value.Default
  public VersionRange releases() {
    return VersionRange.ALL;
  }

  /** {@return the severity} */
  @Value.Default
  public Severity severity() {
    return Severity.WARNING;
  }

  /** {@return what the message means and why it appears, in one to three English sentences} */
  public abstract String text();

  /** {@return what to do, best first; may be empty} */
  public abstract List<Advice> advice();

  /** {@return the reliability of the statement} */
  public abstract Confidence confidence();

  /** {@return the ids of its sources in the catalog; at least one} */
  public abstract List<String> sources();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableLogMessage.Builder {
    Builder() {}
  }
}

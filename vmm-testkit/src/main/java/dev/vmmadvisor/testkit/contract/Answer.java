package dev.vmmadvisor.testkit.contract;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of one evaluation of a constraint.
 *
 * @param verdict the verdict; null if there is none
 * @param thrown the exception it threw; null if none
 * @param read the facts it read
 */
record Answer(@Nullable Verdict verdict, @Nullable Throwable thrown, Set<Fact> read) {

  /** The maximum length of a text of a verdict, in characters. */
  static final int MAX_TEXT = 1000;

  /** The host and the VMM of one evaluation. */
  record Question(Host host, Vmm vmm) {}

  static Answer of(Constraint constraint, Question question) {
    Set<Fact> read = Collections.synchronizedSet(EnumSet.noneOf(Fact.class));
    try {
      Host host = question.host().watched(read::add);
      return new Answer(truncated(constraint.evaluate(host, question.vmm())), null, read);
    } catch (Throwable e) {
      return new Answer(null, e, read);
    }
  }

  /**
   * Truncates a long text to limit the memory for thousands of verdicts; a hash keeps texts
   * distinct.
   */
  private static @Nullable Verdict truncated(@Nullable Verdict verdict) {
    if (!(verdict instanceof Verdict.Violated violated) || violated.text().length() <= MAX_TEXT) {
      return verdict;
    }
    String text = violated.text();
    return new Verdict.Violated(
        text.substring(0, MAX_TEXT) + " and more: " + text.hashCode(), violated.remedies());
  }

  /** Returns whether the JVM failed, so that no further evaluation is useful. */
  boolean isFatal() {
    return thrown instanceof VirtualMachineError;
  }

  /** Returns whether another evaluation had the same result. */
  boolean isLike(Answer other) {
    if (thrown != null && other.thrown != null) {
      return thrown.getClass() == other.thrown.getClass();
    }
    return Objects.equals(thrown, other.thrown) && Objects.equals(verdict, other.verdict);
  }

  boolean isSettled() {
    return verdict != null && !(verdict instanceof Verdict.Unknown);
  }

  /** Returns the kind of the result as text. */
  String kind() {
    if (thrown != null) {
      return "throws " + thrown.getClass().getName();
    }
    if (verdict == null) {
      return "null";
    }
    return verdict instanceof Verdict.Satisfied
        ? "satisfied"
        : verdict instanceof Verdict.Violated
            ? "violated"
            : verdict instanceof Verdict.NotApplicable ? "not applicable" : "unknown";
  }
}

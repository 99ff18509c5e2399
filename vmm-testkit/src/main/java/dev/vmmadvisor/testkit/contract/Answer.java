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
 * What came of asking a constraint once.
 *
 * @param verdict the verdict; null if there is none
 * @param thrown what it threw; null if nothing
 * @param read the facts it read
 */
record Answer(@Nullable Verdict verdict, @Nullable Throwable thrown, Set<Fact> read) {

  /** The longest text that people can read, in characters. */
  static final int MAX_TEXT = 1000;

  /** A host and a VMM that a constraint is asked about. */
  record Question(Host host, Vmm vmm) {}

  static Answer of(Constraint constraint, Question question) {
    Set<Fact> read = Collections.synchronizedSet(EnumSet.noneOf(Fact.class));
    try {
      Host host = question.host().watched(read::add);
      return new Answer(cut(constraint.evaluate(host, question.vmm())), null, read);
    } catch (Throwable e) {
      return new Answer(null, e, read);
    }
  }

  /** The verdict, of a size that can be kept thousands of times and that still shows its own. */
  private static @Nullable Verdict cut(@Nullable Verdict verdict) {
    if (!(verdict instanceof Verdict.Violated violated) || violated.text().length() <= MAX_TEXT) {
      return verdict;
    }
    String text = violated.text();
    return new Verdict.Violated(
        text.substring(0, MAX_TEXT) + " and more: " + text.hashCode(), violated.remedies());
  }

  /** Whether the JVM could do no more. */
  boolean isFatal() {
    return thrown instanceof VirtualMachineError;
  }

  /** Whether another time came to the same. */
  boolean isLike(Answer other) {
    if (thrown != null && other.thrown != null) {
      return thrown.getClass() == other.thrown.getClass();
    }
    return Objects.equals(thrown, other.thrown) && Objects.equals(verdict, other.verdict);
  }

  boolean isSettled() {
    return verdict != null && !(verdict instanceof Verdict.Unknown);
  }

  /** The kind of the verdict, in words. */
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

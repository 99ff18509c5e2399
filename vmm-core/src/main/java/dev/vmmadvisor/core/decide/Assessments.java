package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Goal;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about classes of hosts, kept so that the next host of a class need not wait.
 *
 * <p>It keeps a limited number of classes and forgets one for another that falls on its place. What
 * is kept says the same as what would be decided anew, so nobody can tell whether it was. Safe to
 * share between threads without locks: an entry is immutable, and one that another thread does not
 * see yet is only decided twice.
 */
final class Assessments {

  /** How many classes are kept at most; about two KiB each. A power of two. */
  private static final int MOST = 4096;

  private final @Nullable Entry[] entries = new @Nullable Entry[MOST];

  private record Entry(Row row, Assessment assessment) {}

  /** A class of hosts and a goal. */
  private static final class Row {
    private final long[] hosts;
    private final Goal goal;

    Row(long[] hosts, Goal goal) {
      this.hosts = hosts;
      this.goal = goal;
    }

    boolean is(long[] otherHosts, Goal otherGoal) {
      return goal == otherGoal && Arrays.equals(hosts, otherHosts);
    }
  }

  /** What is decided about a class of hosts, from before or else anew. */
  Assessment of(long[] hosts, Goal goal, Supplier<Assessment> anew) {
    int place = place(hosts, goal);
    Entry kept = entries[place];
    if (kept != null && kept.row().is(hosts, goal)) {
      return kept.assessment();
    }
    Assessment assessment = anew.get();
    entries[place] = new Entry(new Row(hosts, goal), assessment);
    return assessment;
  }

  private static int place(long[] hosts, Goal goal) {
    long mixed = goal.id().hashCode();
    for (long word : hosts) {
      mixed = (mixed ^ word) * 0x9E3779B97F4A7C15L; // spreads over the upper bits
      mixed ^= mixed >>> 32;
    }
    return (int) mixed & (MOST - 1);
  }
}

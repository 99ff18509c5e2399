package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of version ranges in ascending order, and the intervals between them. All versions of
 * an interval lie in the same ranges.
 */
record VersionCuts(List<Cut> ascending) {

  private static final Version ELEVEN = Version.parse("11");
  private static final Version LOWEST = Version.parse("0");

  /** A bound just before or just after a version. */
  record Cut(Version version, boolean after) implements Comparable<Cut> {
    @Override
    public int compareTo(Cut other) {
      int order = version.compareTo(other.version);
      return order != 0 ? order : Boolean.compare(after, other.after);
    }
  }

  /** The versions between two adjacent bounds; null for an unbounded end. */
  record Interval(@Nullable Cut from, @Nullable Cut to) {

    /** Whether the whole interval lies in a range. */
    boolean liesIn(VersionRange range) {
      Cut lower = lowerCut(range);
      Cut upper = upperCut(range);
      return (lower == null || (from != null && from.compareTo(lower) >= 0))
          && (upper == null || (to != null && to.compareTo(upper) <= 0));
    }

    /** The interval of a range. */
    static Interval of(VersionRange range) {
      return new Interval(lowerCut(range), upperCut(range));
    }

    /** Whether its versions lie in a range: all, none, or some of them. */
    Truth truth(VersionRange range) {
      if (liesIn(range)) {
        return Truth.TRUE;
      }
      Cut lower = lowerCut(range);
      Cut upper = upperCut(range);
      boolean isOutside =
          (to != null && lower != null && to.compareTo(lower) <= 0)
              || (from != null && upper != null && upper.compareTo(from) <= 0);
      return isOutside ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** The interval as a range. */
    VersionRange range() {
      return VersionRange.parse(
          (from == null ? "(" : (from.after() ? "(" : "[") + from.version())
              + ","
              + (to == null ? ")" : to.version() + (to.after() ? "]" : ")")));
    }
  }

  static VersionCuts of(Collection<VersionRange> ranges) {
    TreeSet<Cut> cuts = new TreeSet<>();
    for (VersionRange range : ranges) {
      Cut lower = lowerCut(range);
      Cut upper = upperCut(range);
      if (lower != null) {
        cuts.add(lower);
      }
      if (upper != null) {
        cuts.add(upper);
      }
    }
    return new VersionCuts(List.copyOf(cuts));
  }

  /** The number of bounds below a version, which is the index of its interval. */
  int below(Version version) {
    int from = 0;
    int to = ascending.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      Cut cut = ascending.get(middle);
      int order = cut.version().compareTo(version);
      if (order < 0 || (order == 0 && !cut.after())) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /**
   * The index of a bound, from 0.
   *
   * @throws IllegalArgumentException if it is not one of the bounds
   */
  int indexOf(Cut cut) {
    int index = Collections.binarySearch(ascending, cut);
    if (index < 0) {
      throw new IllegalArgumentException("not among the cuts: " + cut);
    }
    return index;
  }

  /** All intervals, ascending. */
  List<Interval> intervals() {
    List<Interval> intervals = new ArrayList<>();
    Cut from = null;
    for (Cut cut : ascending) {
      intervals.add(new Interval(from, cut));
      from = cut;
    }
    intervals.add(new Interval(from, null));
    return intervals;
  }

  /** The intervals in which a macOS that reports itself as 10.16 can lie: 11 and later. */
  List<Interval> intervalsOf(Version compatibilityVersion) {
    if (!compatibilityVersion.isMacOsCompatibilityVersion()) {
      throw new IllegalArgumentException("known exactly: " + compatibilityVersion);
    }
    Cut eleven = new Cut(ELEVEN, false);
    return intervals().stream()
        .filter(interval -> interval.to() == null || interval.to().compareTo(eleven) > 0)
        .toList();
  }

  private static @Nullable Cut lowerCut(VersionRange range) {
    Version lower = range.lower().orElse(null);
    if (lower == null || (range.lowerInclusive() && lower.compareTo(LOWEST) <= 0)) {
      return null; // no version is below 0
    }
    return new Cut(lower, !range.lowerInclusive());
  }

  private static @Nullable Cut upperCut(VersionRange range) {
    Version upper = range.upper().orElse(null);
    return upper == null ? null : new Cut(upper, range.upperInclusive());
  }
}

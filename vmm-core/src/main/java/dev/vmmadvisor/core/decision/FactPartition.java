package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The partition of the values of a fact into equivalence classes. Every comparison of the catalog
 * has the same truth for all values of a class, and the same assignments remain possible.
 *
 * <p>A class is a number: for a version or a number the interval between two bounds, for a word its
 * index among the named words, for a list a bit for each named word. 0 represents unknown.
 * Immutable.
 */
abstract class FactPartition {

  /** The class of a value that is absent, not named by any comparison, or partly known. */
  static final int OTHER = 1;

  /** The first of the other classes. */
  static final int FIRST = 2;

  /** The maximum number of bits of the class of a list. */
  static final int MAX_BITS = Long.SIZE - 1;

  /** The class of the value of a host. */
  abstract long of(Host host);

  /** The maximum number of bits of a class. */
  abstract int bits();

  private static int bitsOfLargest(int largest) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
  }

  /**
   * The partition of a fact.
   *
   * @param comparisons all comparisons of the fact
   * @return empty if the fact is a list with more named words than a class has bits
   */
  static Optional<FactPartition> of(Fact fact, List<Condition.Comparison> comparisons) {
    return switch (fact.type()) {
      case WORD -> Optional.of(new WordPartition(fact, comparisons));
      case BOOLEAN -> Optional.of(new BooleanPartition(fact));
      case NUMBER -> Optional.of(new NumberPartition(fact, comparisons));
      case VERSION -> Optional.of(new VersionPartition(fact, comparisons));
      case WORDS -> {
        WordSetPartition words = new WordSetPartition(fact, comparisons);
        yield words.bits() <= MAX_BITS ? Optional.of(words) : Optional.empty();
      }
      case DATABASES -> {
        DatabasePartition databases = new DatabasePartition(comparisons);
        yield databases.bits() <= MAX_BITS ? Optional.of(databases) : Optional.empty();
      }
    };
  }

  private static <T> List<T> only(Class<T> type, List<Condition.Comparison> comparisons) {
    List<T> only = new ArrayList<>();
    for (Condition.Comparison comparison : comparisons) {
      if (type.isInstance(comparison)) {
        only.add(type.cast(comparison));
      }
    }
    return only;
  }

  /** One class for each named word. */
  static final class WordPartition extends FactPartition {
    private final Fact fact;
    private final Map<String, Integer> classes = new HashMap<>();

    private WordPartition(Fact fact, List<Condition.Comparison> comparisons) {
      this.fact = fact;
      for (Condition.OneOf oneOf : only(Condition.OneOf.class, comparisons)) {
        for (String word : oneOf.values()) {
          classes.putIfAbsent(word, FIRST + classes.size());
        }
      }
    }

    @Override
    int bits() {
      return bitsOfLargest(FIRST + classes.size());
    }

    @Override
    long of(Host host) {
      Object known = fact.valueOrNull(host);
      return known == null ? 0 : classes.getOrDefault(known, OTHER);
    }
  }

  /** One class for each boolean. */
  static final class BooleanPartition extends FactPartition {
    private final Fact fact;

    private BooleanPartition(Fact fact) {
      this.fact = fact;
    }

    @Override
    int bits() {
      return bitsOfLargest(FIRST + 1);
    }

    @Override
    long of(Host host) {
      Object known = fact.valueOrNull(host);
      return known == null ? 0 : (Boolean) known ? FIRST + 1 : FIRST;
    }
  }

  /** One class for each number of bounds that a value reaches. */
  static final class NumberPartition extends FactPartition {
    private final Fact fact;
    private final int[] bounds;

    private NumberPartition(Fact fact, List<Condition.Comparison> comparisons) {
      this.fact = fact;
      List<Condition.AtLeast> all = only(Condition.AtLeast.class, comparisons);
      this.bounds = new int[all.size()];
      for (int i = 0; i < bounds.length; i++) {
        bounds[i] = all.get(i).bound();
      }
      Arrays.sort(bounds);
    }

    @Override
    int bits() {
      return bitsOfLargest(FIRST + bounds.length);
    }

    @Override
    long of(Host host) {
      Object known = fact.valueOrNull(host);
      if (known == null) {
        return ComparisonTable.lacks(fact, host) ? OTHER : 0;
      }
      int reached = 0;
      while (reached < bounds.length && (Integer) known >= bounds[reached]) {
        reached++;
      }
      return (long) FIRST + reached;
    }
  }

  /**
   * One class for each interval between the bounds of ranges. An unknown version with an implied
   * range has a class for each pair of bounds, which needs more bits.
   */
  static final class VersionPartition extends FactPartition {
    private static final int BOUND_BITS = 24;

    private final Fact fact;
    private final VersionCuts cuts;

    private VersionPartition(Fact fact, List<Condition.Comparison> comparisons) {
      this.fact = fact;
      List<VersionRange> ranges = new ArrayList<>();
      for (Condition.Within within : only(Condition.Within.class, comparisons)) {
        ranges.add(within.range());
      }
      this.cuts = VersionCuts.of(ranges);
    }

    @Override
    int bits() {
      return bitsOfLargest(FIRST + cuts.ascending().size());
    }

    @Override
    long of(Host host) {
      Object known = fact.valueOrNull(host);
      long open = 0;
      if (known != null) {
        Version version = (Version) known;
        if (fact != Fact.MACOS_VERSION || !version.isMacOsCompatibilityVersion()) {
          return (long) FIRST + cuts.below(version);
        }
        open = OTHER;
      }
      VersionRange implied = ComparisonTable.implied(fact, host);
      return implied == null ? open : open | ofRange(VersionCuts.Interval.of(implied));
    }

    private long ofRange(VersionCuts.Interval range) {
      long from = range.from() == null ? 1 : 2L + cuts.indexOf(range.from());
      long to = range.to() == null ? 0 : 1L + cuts.indexOf(range.to());
      return (from << BOUND_BITS | to) << 1;
    }
  }

  /** One class for each set of named words. */
  static final class WordSetPartition extends FactPartition {
    private final Fact fact;
    private final Map<String, Long> bits = new HashMap<>();

    private WordSetPartition(Fact fact, List<Condition.Comparison> comparisons) {
      this.fact = fact;
      for (Condition.Contains contains : only(Condition.Contains.class, comparisons)) {
        for (String word : contains.values()) {
          bits.putIfAbsent(word, 2L << bits.size());
        }
      }
    }

    @Override
    int bits() {
      return 1 + bits.size();
    }

    @Override
    long of(Host host) {
      List<?> known = (List<?>) fact.valueOrNull(host);
      if (known == null) {
        return 0;
      }
      long row = 1;
      for (int i = 0; i < known.size(); i++) {
        Long bit = bits.get(known.get(i));
        row |= bit == null ? 0 : bit;
      }
      return row;
    }
  }

  /**
   * For each named engine, and for all other engines together: whether one is on a bind mount,
   * whether one is on a named volume, and whether the storage of none, one or several is unknown.
   */
  static final class DatabasePartition extends FactPartition {
    private static final int BITS_PER_ENGINE = 4;

    private final Map<String, Integer> shifts = new HashMap<>();

    private DatabasePartition(List<Condition.Comparison> comparisons) {
      for (Condition.RunsDatabase runs : only(Condition.RunsDatabase.class, comparisons)) {
        for (String engine : runs.engines()) {
          shifts.putIfAbsent(engine, 1 + BITS_PER_ENGINE * shifts.size());
        }
      }
    }

    @Override
    int bits() {
      return 1 + BITS_PER_ENGINE * shifts.size();
    }

    @Override
    long of(Host host) {
      List<Database> known = host.workload().databases().orElse(null);
      if (known == null) {
        return 0;
      }
      Integer others = shifts.get(ComparisonTable.OTHER_ENGINE);
      long row = 1;
      for (int i = 0; i < known.size(); i++) {
        Integer shift = shifts.getOrDefault(known.get(i).engine(), others);
        if (shift != null) {
          row |= storage(known.get(i), row >>> shift) << shift;
        }
      }
      return row;
    }

    /**
     * A bit for each storage, one for the first database with unknown storage, one for a second.
     */
    private static long storage(Database database, long before) {
      Storage storage = database.storage().orElse(null);
      if (storage == null) {
        return (before & 4) == 0 ? 4 : 8;
      }
      return storage == Storage.BIND_MOUNT ? 1 : 2;
    }
  }
}

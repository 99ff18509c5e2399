package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The classes of values that the comparisons of a catalog tell apart in one fact. To values of one
 * class every comparison has the same answer, and what is open about them is the same.
 *
 * <p>A class is a number: for a version or a number, between which two bounds it lies; for a word,
 * which one it is of those that are named; for a list, a bit for each of the named words that is in
 * it. 0 stands for unknown.
 */
interface FactClasses {

  /** The class of a value that is known not to be there, not named, or known in part. */
  int APART = 1;

  /** The first of the other classes. */
  int FIRST = 2;

  /** How many bits a class of a list can have. */
  int MOST_BITS = Long.SIZE - 1;

  /** The class of the value that a host has. */
  long of(Host host);

  /**
   * The classes of a fact.
   *
   * @param comparisons all comparisons about the fact
   * @return empty if the fact is a list of which more words are named than a class has bits
   */
  static Optional<FactClasses> of(Fact fact, List<Condition.Comparison> comparisons) {
    return switch (fact.type()) {
      case WORD -> Optional.of(word(fact, comparisons));
      case BOOLEAN -> Optional.of(yesOrNo(fact));
      case NUMBER -> Optional.of(number(fact, comparisons));
      case VERSION -> Optional.of(version(fact, comparisons));
      case WORDS -> words(fact, comparisons);
      case DATABASES -> databases(comparisons);
    };
  }

  private static FactClasses word(Fact fact, List<Condition.Comparison> comparisons) {
    Map<String, Integer> classes = new HashMap<>();
    for (Condition.OneOf oneOf : only(Condition.OneOf.class, comparisons)) {
      oneOf.values().forEach(word -> classes.putIfAbsent(word, FIRST + classes.size()));
    }
    return host -> {
      Object known = fact.valueIn(host).orElse(null);
      return known == null ? 0 : classes.getOrDefault(known, APART);
    };
  }

  private static FactClasses yesOrNo(Fact fact) {
    return host -> {
      Object known = fact.valueIn(host).orElse(null);
      return known == null ? 0 : (Boolean) known ? FIRST + 1 : FIRST;
    };
  }

  private static FactClasses number(Fact fact, List<Condition.Comparison> comparisons) {
    TreeSet<Integer> ascending = new TreeSet<>();
    only(Condition.AtLeast.class, comparisons).forEach(it -> ascending.add(it.bound()));
    int[] bounds = ascending.stream().mapToInt(Integer::intValue).toArray();
    return host -> {
      Object known = fact.valueIn(host).orElse(null);
      if (known == null) {
        return fact == Fact.CHIP_GENERATION && host.chip().isPresent() ? APART : 0;
      }
      int reached = 0;
      while (reached < bounds.length && (Integer) known >= bounds[reached]) {
        reached++;
      }
      return (long) FIRST + reached;
    };
  }

  private static FactClasses version(Fact fact, List<Condition.Comparison> comparisons) {
    Cuts cuts =
        Cuts.of(
            only(Condition.Within.class, comparisons).stream()
                .map(Condition.Within::range)
                .toList());
    return host -> {
      Object known = fact.valueIn(host).orElse(null);
      if (known == null) {
        return 0;
      }
      Version version = (Version) known;
      return fact == Fact.MACOS_VERSION && version.isMacOsCompatibilityVersion()
          ? APART
          : (long) FIRST + cuts.below(version);
    };
  }

  private static Optional<FactClasses> words(Fact fact, List<Condition.Comparison> comparisons) {
    Map<String, Long> bits = new HashMap<>();
    for (Condition.Contains contains : only(Condition.Contains.class, comparisons)) {
      contains.values().forEach(word -> bits.putIfAbsent(word, 2L << bits.size()));
    }
    return bits.size() >= MOST_BITS
        ? Optional.empty()
        : Optional.of(
            host -> {
              List<?> known = (List<?>) fact.valueIn(host).orElse(null);
              if (known == null) {
                return 0;
              }
              long row = 1;
              for (int i = 0; i < known.size(); i++) {
                Long bit = bits.get(known.get(i));
                row |= bit == null ? 0 : bit;
              }
              return row;
            });
  }

  /**
   * Of each engine that is named, and of all others together: whether one is known to be kept here,
   * whether one there, and of how many it is not known, as far as that can matter.
   */
  private static Optional<FactClasses> databases(List<Condition.Comparison> comparisons) {
    int each = 4; // bits
    Map<String, Integer> shifts = new HashMap<>();
    for (Condition.RunsDatabase runs : only(Condition.RunsDatabase.class, comparisons)) {
      runs.engines().forEach(engine -> shifts.putIfAbsent(engine, 1 + each * shifts.size()));
    }
    if (1 + each * shifts.size() > MOST_BITS) {
      return Optional.empty();
    }
    Integer others = shifts.get(Comparisons.OTHER_ENGINE);
    return Optional.of(
        host -> {
          List<Database> known = host.workload().databases().orElse(null);
          if (known == null) {
            return 0;
          }
          long row = 1;
          for (int i = 0; i < known.size(); i++) {
            Integer shift = shifts.getOrDefault(known.get(i).engine(), others);
            if (shift != null) {
              row |= storage(known.get(i), row >>> shift) << shift;
            }
          }
          return row;
        });
  }

  /** One bit for each place, one for a first of which it is not known, one for a second. */
  private static long storage(Database database, long before) {
    Storage storage = database.storage().orElse(null);
    if (storage == null) {
      return (before & 4) == 0 ? 4 : 8;
    }
    return storage == Storage.BIND_MOUNT ? 1 : 2;
  }

  private static <T> List<T> only(Class<T> type, List<Condition.Comparison> comparisons) {
    return comparisons.stream().filter(type::isInstance).map(type::cast).toList();
  }
}

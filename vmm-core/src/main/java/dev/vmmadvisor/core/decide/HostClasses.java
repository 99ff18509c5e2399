package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The classes of hosts that the comparisons of a catalog tell apart. Two hosts of one class have
 * the same truths and the same open questions, so the same is decided about both; only the values
 * that findings show can differ.
 *
 * <p>A class is a row of small numbers, one for each thing that comparisons ask of a fact, packed
 * into words of 64 bits: for a version or a number, between which two bounds it lies; for a word,
 * which one it is of those that are named; for a list, which of the named words are in it. Zero
 * stands for unknown.
 */
final class HostClasses {

  private static final int UNKNOWN = 0;
  private static final int APART = 1; // known to have no value, or none that is named, or in part
  private static final int FIRST = 2;

  private final List<Reader> readers = new ArrayList<>();
  private int bits;

  /** Reads from a host what comparisons ask of a fact. */
  private interface Reader {
    void read(Host host, long[] row);
  }

  /** The classes that some comparisons tell apart. */
  HostClasses(List<Condition.Comparison> comparisons) {
    Map<Fact, List<Condition.Comparison>> byFact = new EnumMap<>(Fact.class);
    comparisons.forEach(
        comparison ->
            byFact.computeIfAbsent(comparison.fact(), key -> new ArrayList<>()).add(comparison));
    byFact.forEach((fact, of) -> readers.add(reader(fact, of)));
  }

  /** The class of a host. */
  long[] of(Host host) {
    long[] row = new long[(bits + Long.SIZE - 1) / Long.SIZE];
    for (Reader reader : readers) {
      reader.read(host, row);
    }
    return row;
  }

  private Reader reader(Fact fact, List<Condition.Comparison> comparisons) {
    return switch (fact.type()) {
      case WORD -> word(fact, comparisons);
      case BOOLEAN -> yesOrNo(fact);
      case NUMBER -> number(fact, comparisons);
      case VERSION -> version(fact, comparisons);
      case WORDS -> words(fact, comparisons);
      case DATABASES -> databases(comparisons);
    };
  }

  private Reader word(Fact fact, List<Condition.Comparison> comparisons) {
    Map<String, Integer> codes = new HashMap<>();
    for (Condition.OneOf oneOf : only(Condition.OneOf.class, comparisons)) {
      oneOf.values().forEach(word -> codes.putIfAbsent(word, FIRST + codes.size()));
    }
    Place place = place(FIRST + codes.size());
    return (host, row) -> {
      Object known = fact.valueIn(host).orElse(null);
      place.put(known == null ? UNKNOWN : codes.getOrDefault(known, APART), row);
    };
  }

  private Reader yesOrNo(Fact fact) {
    Place place = place(FIRST);
    return (host, row) -> {
      Object known = fact.valueIn(host).orElse(null);
      place.put(known == null ? UNKNOWN : (Boolean) known ? FIRST : FIRST - 1, row);
    };
  }

  private Reader number(Fact fact, List<Condition.Comparison> comparisons) {
    TreeSet<Integer> ascending = new TreeSet<>();
    only(Condition.AtLeast.class, comparisons).forEach(it -> ascending.add(it.bound()));
    int[] bounds = ascending.stream().mapToInt(Integer::intValue).toArray();
    Place place = place(FIRST + bounds.length);
    return (host, row) -> {
      Object known = fact.valueIn(host).orElse(null);
      if (known == null) {
        boolean none = fact == Fact.CHIP_GENERATION && host.chip().isPresent();
        place.put(none ? APART : UNKNOWN, row);
        return;
      }
      int reached = 0;
      while (reached < bounds.length && (Integer) known >= bounds[reached]) {
        reached++;
      }
      place.put(FIRST + reached, row);
    };
  }

  private Reader version(Fact fact, List<Condition.Comparison> comparisons) {
    List<VersionRange> ranges =
        only(Condition.Within.class, comparisons).stream().map(Condition.Within::range).toList();
    Cuts cuts = Cuts.of(ranges);
    Place place = place(FIRST + cuts.ascending().size());
    return (host, row) -> {
      Version known =
          (fact == Fact.MACOS_VERSION ? host.macOsVersion() : host.dockerDesktop().version())
              .orElse(null);
      if (known == null) {
        place.put(UNKNOWN, row);
      } else if (fact == Fact.MACOS_VERSION && known.isMacOsCompatibilityVersion()) {
        place.put(APART, row);
      } else {
        place.put(FIRST + cuts.below(known), row);
      }
    };
  }

  private Reader words(Fact fact, List<Condition.Comparison> comparisons) {
    Place known = place(1);
    Map<String, Place> named = new HashMap<>();
    for (Condition.Contains contains : only(Condition.Contains.class, comparisons)) {
      contains.values().forEach(word -> named.computeIfAbsent(word, key -> place(1)));
    }
    return (host, row) -> {
      List<String> words = words(fact, host).orElse(null);
      if (words == null) {
        return;
      }
      known.put(1, row);
      for (int i = 0; i < words.size(); i++) {
        Place place = named.get(words.get(i));
        if (place != null) {
          place.put(1, row);
        }
      }
    };
  }

  private static Optional<List<String>> words(Fact fact, Host host) {
    return switch (fact) {
      case LOCKED_SETTINGS -> host.dockerDesktop().lockedSettings();
      case IMAGE_ARCHITECTURES -> host.workload().imageArchitectures();
      case MOUNTS -> host.workload().mounts();
      case TRAITS -> host.workload().traits();
      default -> throw new IllegalArgumentException("no list of words: " + fact);
    };
  }

  /**
   * Of each engine that is named, and of all others together: whether one is known to be kept here,
   * whether one there, and of how many it is not known, as far as that can matter.
   */
  private Reader databases(List<Condition.Comparison> comparisons) {
    Place known = place(1);
    Map<String, EnginePlaces> named = new HashMap<>();
    for (Condition.RunsDatabase runs : only(Condition.RunsDatabase.class, comparisons)) {
      runs.engines().forEach(engine -> named.computeIfAbsent(engine, key -> new EnginePlaces()));
    }
    EnginePlaces other = named.remove(Comparisons.OTHER_ENGINE);
    return (host, row) -> {
      List<Database> databases = host.workload().databases().orElse(null);
      if (databases == null) {
        return;
      }
      known.put(1, row);
      for (int i = 0; i < databases.size(); i++) {
        EnginePlaces places = named.getOrDefault(databases.get(i).engine(), other);
        if (places != null) {
          places.put(databases.get(i), row);
        }
      }
    };
  }

  /** Where it is put down what is known of the databases of an engine. */
  private final class EnginePlaces {
    private final Place bindMount = place(1);
    private final Place namedVolume = place(1);
    private final Place unknown = place(1);
    private final Place moreUnknown = place(1);

    void put(Database database, long[] row) {
      Storage storage = database.storage().orElse(null);
      if (storage != null) {
        (storage == Storage.BIND_MOUNT ? bindMount : namedVolume).put(1, row);
      } else {
        (unknown.isEmpty(row) ? unknown : moreUnknown).put(1, row);
      }
    }
  }

  /** A place for numbers up to and including a largest one. */
  private Place place(int largest) {
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(largest);
    if (bits % Long.SIZE + width > Long.SIZE) {
      bits += Long.SIZE - bits % Long.SIZE;
    }
    Place place = new Place(bits / Long.SIZE, bits % Long.SIZE);
    bits += width;
    return place;
  }

  /** A place in a row. */
  private record Place(int word, int shift) {

    void put(long code, long[] row) {
      row[word] |= code << shift;
    }

    /** Whether nothing has been put into a place for numbers up to 1. */
    boolean isEmpty(long[] row) {
      return (row[word] >>> shift & 1) == 0;
    }
  }

  private static <T> List<T> only(Class<T> type, List<Condition.Comparison> comparisons) {
    return comparisons.stream().filter(type::isInstance).map(type::cast).toList();
  }
}

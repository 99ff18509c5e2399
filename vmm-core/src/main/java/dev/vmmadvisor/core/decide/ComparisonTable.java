package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons that the conditions of a catalog make, numbered.
 *
 * <p>Lists are taken apart into their words: "contains amd64 or 386" becomes two comparisons joined
 * by "or", and "runs mongodb or cassandra on a bind mount" one for each engine. So each comparison
 * is about one word, and what an unknown list may hold is a choice for each word by itself.
 */
final class ComparisonTable {

  /** Stands for every engine that no condition names; no engine of a host can have this name. */
  static final String OTHER_ENGINE = "*";

  private final Map<List<Object>, Integer> numbers = new HashMap<>();
  private final List<Condition.Comparison> inOrder = new ArrayList<>();
  private final Set<String> engines;

  /**
   * Prepares to number comparisons.
   *
   * @param engines the database engines that any condition names
   */
  ComparisonTable(Set<String> engines) {
    this.engines = new TreeSet<>(engines);
  }

  /** The database engines that a condition names. */
  static void addEngines(Condition condition, Set<String> engines) {
    if (condition instanceof Condition.All all) {
      addEngines(all.conditions(), engines);
    } else if (condition instanceof Condition.Any any) {
      addEngines(any.conditions(), engines);
    } else if (condition instanceof Condition.Not not) {
      addEngines(not.condition(), engines);
    } else if (condition instanceof Condition.RunsDatabase runs) {
      engines.addAll(runs.engines());
    }
  }

  private static void addEngines(List<Condition> conditions, Set<String> engines) {
    for (Condition condition : conditions) {
      addEngines(condition, engines);
    }
  }

  /** The comparisons so far, each at the place that is its number. */
  List<Condition.Comparison> inOrder() {
    return List.copyOf(inOrder);
  }

  /** The facts that some comparisons read, in the order of {@link Fact}. */
  Set<Fact> facts(BitSet comparisons) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    for (int i = comparisons.nextSetBit(0); i >= 0; i = comparisons.nextSetBit(i + 1)) {
      facts.add(inOrder.get(i).fact());
    }
    return facts;
  }

  /** A condition as an expression; numbers comparisons that are new. */
  Expression compile(Condition condition) {
    if (condition instanceof Condition.All all) {
      return new Expression.All(compile(all.conditions()));
    }
    if (condition instanceof Condition.Any any) {
      return new Expression.Any(compile(any.conditions()));
    }
    if (condition instanceof Condition.Not not) {
      return new Expression.Not(compile(not.condition()));
    }
    if (condition instanceof Condition.Contains contains) {
      List<Expression> words = new ArrayList<>();
      for (String word : contains.values()) {
        words.add(leaf(new Condition.Contains(contains.fact(), List.of(word))));
      }
      return anyOf(words);
    }
    if (condition instanceof Condition.RunsDatabase runs) {
      List<Expression> kinds = new ArrayList<>();
      for (String engine : runs.engines().isEmpty() ? engines : runs.engines()) {
        kinds.add(leaf(new Condition.RunsDatabase(List.of(engine), runs.where())));
      }
      if (runs.engines().isEmpty()) {
        kinds.add(leaf(new Condition.RunsDatabase(List.of(OTHER_ENGINE), runs.where())));
      }
      return anyOf(kinds);
    }
    return leaf((Condition.Comparison) condition);
  }

  private List<Expression> compile(List<Condition> conditions) {
    List<Expression> compiled = new ArrayList<>(conditions.size());
    for (Condition condition : conditions) {
      compiled.add(compile(condition));
    }
    return List.copyOf(compiled);
  }

  /** "The release lies in a range" as an expression. */
  Expression compile(VersionRange releases) {
    return releases.equals(VersionRange.ALL)
        ? Expression.ALWAYS
        : leaf(new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, releases));
  }

  private static Expression anyOf(List<Expression> parts) {
    return parts.size() == 1 ? parts.get(0) : new Expression.Any(parts);
  }

  private Expression leaf(Condition.Comparison comparison) {
    Integer number = numbers.putIfAbsent(key(comparison), inOrder.size());
    if (number == null) {
      inOrder.add(comparison);
      return new Expression.Leaf(inOrder.size() - 1);
    }
    return new Expression.Leaf(number);
  }

  /**
   * What tells one comparison from another. They could be compared themselves, but a fresh JVM
   * takes longer to link the equality of their records than to compile a whole catalog.
   */
  private static List<Object> key(Condition.Comparison comparison) {
    Class<?> kind = comparison.getClass();
    Fact fact = comparison.fact();
    if (comparison instanceof Condition.OneOf oneOf) {
      return List.of(kind, fact, oneOf.values());
    }
    if (comparison instanceof Condition.Is is) {
      return List.of(kind, fact, is.value());
    }
    if (comparison instanceof Condition.AtLeast atLeast) {
      return List.of(kind, fact, atLeast.bound());
    }
    if (comparison instanceof Condition.Within within) {
      return List.of(kind, fact, within.range());
    }
    if (comparison instanceof Condition.Contains contains) {
      return List.of(kind, fact, contains.values());
    }
    if (comparison instanceof Condition.RunsDatabase runs) {
      return List.of(kind, runs.engines(), runs.where());
    }
    return List.of(kind, fact);
  }

  /** The truth of a comparison for a host. */
  Truth evaluate(Condition.Comparison comparison, Host host) {
    Optional<?> known = comparison.fact().valueIn(host);
    if (comparison instanceof Condition.Known) {
      return Truth.of(known.isPresent());
    }
    if (known.isEmpty()) {
      if (comparison instanceof Condition.Within within) {
        return implied(within, host);
      }
      return lacks(comparison.fact(), host) ? Truth.FALSE : Truth.UNKNOWN;
    }
    Object value = known.get();
    if (comparison instanceof Condition.OneOf oneOf) {
      return Truth.of(oneOf.values().contains(value));
    }
    if (comparison instanceof Condition.Is is) {
      return Truth.of(value.equals(is.value()));
    }
    if (comparison instanceof Condition.AtLeast atLeast) {
      return Truth.of((Integer) value >= atLeast.bound());
    }
    if (comparison instanceof Condition.Within within) {
      return within(within, (Version) value, host);
    }
    if (comparison instanceof Condition.Contains contains) {
      return Truth.of(((List<?>) value).contains(contains.values().get(0)));
    }
    return runs((Condition.RunsDatabase) comparison, host.workload().databases().orElseThrow());
  }

  /**
   * Whether a host is known not to have a fact that it does not name: a chip that is known and has
   * no generation is not of any, and neither is that of an Intel Mac.
   */
  static boolean lacks(Fact fact, Host host) {
    return fact == Fact.CHIP_GENERATION
        && host.chipGeneration().isEmpty()
        && (host.chip().isPresent()
            || host.architecture().equals(Optional.of(Architecture.X86_64)));
  }

  /** The range that is implied for a version; null if there is none. */
  static @Nullable VersionRange implied(Fact fact, Host host) {
    return switch (fact) {
      case MACOS_VERSION -> host.impliedMacOsVersions().orElse(null);
      case DOCKER_DESKTOP_VERSION -> host.impliedReleases().orElse(null);
      default -> null;
    };
  }

  /** What an implied range says of a version that is not known. */
  private static Truth implied(Condition.Within within, Host host) {
    VersionRange implied = implied(within.fact(), host);
    return implied == null ? Truth.UNKNOWN : VersionCuts.Interval.of(implied).truth(within.range());
  }

  private static Truth within(Condition.Within within, Version version, Host host) {
    if (within.fact() != Fact.MACOS_VERSION || !version.isMacOsCompatibilityVersion()) {
      return Truth.of(within.range().contains(version));
    }
    if (host.impliedMacOsVersions().isPresent()) {
      return implied(within, host);
    }
    List<VersionCuts.Interval> possible =
        VersionCuts.of(List.of(within.range())).intervalsOf(version);
    if (possible.stream().allMatch(interval -> interval.liesIn(within.range()))) {
      return Truth.TRUE;
    }
    return possible.stream().anyMatch(interval -> interval.liesIn(within.range()))
        ? Truth.UNKNOWN
        : Truth.FALSE;
  }

  private Truth runs(Condition.RunsDatabase runs, List<Database> databases) {
    String engine = runs.engines().get(0);
    Truth result = Truth.FALSE;
    for (Database database : databases) {
      boolean sameEngine =
          engine.equals(OTHER_ENGINE)
              ? !engines.contains(database.engine())
              : engine.equals(database.engine());
      if (sameEngine) {
        result = result.or(keepsThere(database, runs.storage().orElse(null)));
      }
    }
    return result;
  }

  /** Whether a database keeps its files somewhere; null stands for anywhere. */
  private static Truth keepsThere(Database database, @Nullable Storage where) {
    if (where == null) {
      return Truth.TRUE;
    }
    Storage storage = database.storage().orElse(null);
    return storage == null ? Truth.UNKNOWN : Truth.of(storage == where);
  }
}

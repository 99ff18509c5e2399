package dev.vmmadvisor.core.decision;

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
 * Numbers and interns the comparisons of the conditions of a catalog, and evaluates them.
 *
 * <p>A comparison of a list is split into its words: "contains amd64 or 386" becomes two
 * comparisons joined by "or", and "runs mongodb or cassandra on a bind mount" becomes one for each
 * engine. So each comparison is about one word, and the words of an unknown list are independent
 * variables.
 */
final class ComparisonTable {

  /** Represents every engine that no condition names. No engine of a host has this name. */
  static final String OTHER_ENGINE = "*";

  private final Map<List<Object>, Integer> numbers = new HashMap<>();
  private final List<Condition.Comparison> inOrder = new ArrayList<>();
  private final Set<String> engines;

  /**
   * Creates an empty table.
   *
   * @param engines the database engines that conditions name
   */
  ComparisonTable(Set<String> engines) {
    this.engines = new TreeSet<>(engines);
  }

  /** Adds the database engines that a condition names. */
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

  /** The comparisons so far; the index is the number. */
  List<Condition.Comparison> inOrder() {
    return List.copyOf(inOrder);
  }

  /** The facts that comparisons read, in the order of {@link Fact}. */
  Set<Fact> facts(BitSet comparisons) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    for (int i = comparisons.nextSetBit(0); i >= 0; i = comparisons.nextSetBit(i + 1)) {
      facts.add(inOrder.get(i).fact());
    }
    return facts;
  }

  /** Compiles a condition to an expression and numbers its new comparisons. */
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

  /** Compiles the condition that the release lies in a range. */
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
   * The identity of a comparison. A fresh JVM links the generated equality of records slowly, so
   * the fields are compared instead.
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
   * Whether a host is known not to have a fact that it does not state: a known chip without a
   * generation has none, and the chip of an Intel Mac has none.
   */
  static boolean lacks(Fact fact, Host host) {
    return fact == Fact.CHIP_GENERATION
        && host.chipGeneration().isEmpty()
        && (host.chip().isPresent()
            || host.architecture().equals(Optional.of(Architecture.X86_64)));
  }

  /** The range that is implied for an unknown version; null if there is none. */
  static @Nullable VersionRange implied(Fact fact, Host host) {
    return switch (fact) {
      case MACOS_VERSION -> host.impliedMacOsVersions().orElse(null);
      case DOCKER_DESKTOP_VERSION -> host.impliedReleases().orElse(null);
      default -> null;
    };
  }

  /** The truth that an implied range gives for an unknown version. */
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
        result = result.or(storesIn(database, runs.storage().orElse(null)));
      }
    }
    return result;
  }

  /** Whether a database stores its files on a kind of storage; null means any kind. */
  private static Truth storesIn(Database database, @Nullable Storage where) {
    if (where == null) {
      return Truth.TRUE;
    }
    Storage storage = database.storage().orElse(null);
    return storage == null ? Truth.UNKNOWN : Truth.of(storage == where);
  }
}

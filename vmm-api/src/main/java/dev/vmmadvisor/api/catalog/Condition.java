package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A condition on the facts of a host: comparisons joined by {@link All}, {@link Any} and {@link
 * Not}. The rules of a catalog consist of conditions.
 *
 * <p>Because conditions are data, the library can list the facts they read and the values at which
 * they change. They are evaluated in Kleene's three-valued logic. A comparison of an unknown fact
 * is unknown. A compound condition is unknown unless its known parts determine it.
 */
public sealed interface Condition {

  /** {@return the comparisons in this condition, in their order} */
  default List<Comparison> comparisons() {
    List<Comparison> comparisons = new ArrayList<>();
    collect(this, comparisons);
    return List.copyOf(comparisons);
  }

  private static void collect(Condition condition, List<Comparison> comparisons) {
    if (condition instanceof All all) {
      all.conditions().forEach(part -> collect(part, comparisons));
    } else if (condition instanceof Any any) {
      any.conditions().forEach(part -> collect(part, comparisons));
    } else if (condition instanceof Not not) {
      collect(not.condition(), comparisons);
    } else {
      comparisons.add((Comparison) condition);
    }
  }

  /** A comparison of one fact: a condition without parts. */
  sealed interface Comparison extends Condition {
    /** {@return the fact that is compared} */
    Fact fact();
  }

  /**
   * True if all parts are.
   *
   * @param conditions the parts; without any, the condition is true
   */
  record All(List<Condition> conditions) implements Condition {
    /**
     * Creates the condition.
     *
     * @param conditions the parts
     */
    public All {
      Objects.requireNonNull(conditions, "conditions");
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * True if at least one part is.
   *
   * @param conditions the parts; without any, the condition is false
   */
  record Any(List<Condition> conditions) implements Condition {
    /**
     * Creates the condition.
     *
     * @param conditions the parts
     */
    public Any {
      Objects.requireNonNull(conditions, "conditions");
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * True if its part is false.
   *
   * @param condition the part
   */
  record Not(Condition condition) implements Condition {

    /**
     * Creates the value.
     *
     * @param condition the part
     */
    public Not {
      Objects.requireNonNull(condition, "condition");
    }
  }

  /**
   * True if a word is in a list of words.
   *
   * @param fact a fact of type {@link Fact.Type#WORD}
   * @param values the words; at least one
   */
  record OneOf(Fact fact, List<String> values) implements Comparison {
    /**
     * Creates the comparison.
     *
     * @param fact the fact
     * @param values the words
     */
    public OneOf {
      Objects.requireNonNull(fact, "fact");
      Objects.requireNonNull(values, "values");
      values = List.copyOf(values);
    }
  }

  /**
   * True if a yes-or-no fact has a given value.
   *
   * @param fact a fact of type {@link Fact.Type#BOOLEAN}
   * @param value the value
   */
  record Is(Fact fact, boolean value) implements Comparison {

    /**
     * Creates the value.
     *
     * @param fact a fact of type {@link Fact.Type#BOOLEAN}
     * @param value the value
     */
    public Is {
      Objects.requireNonNull(fact, "fact");
    }
  }

  /**
   * True if a number is not below a bound.
   *
   * @param fact a fact of type {@link Fact.Type#NUMBER}
   * @param bound the bound, inclusive, in the unit of the fact
   */
  record AtLeast(Fact fact, int bound) implements Comparison {

    /**
     * Creates the value.
     *
     * @param fact a fact of type {@link Fact.Type#NUMBER}
     * @param bound the bound
     */
    public AtLeast {
      Objects.requireNonNull(fact, "fact");
    }
  }

  /**
   * True if a version lies in a range.
   *
   * <p>A macOS version of 10.16 means any version from 11 upwards (see {@link
   * dev.vmmadvisor.api.Version#isMacOsCompatibilityVersion()}).
   *
   * @param fact a fact of type {@link Fact.Type#VERSION}
   * @param range the range
   */
  record Within(Fact fact, VersionRange range) implements Comparison {

    /**
     * Creates the value.
     *
     * @param fact a fact of type {@link Fact.Type#VERSION}
     * @param range the range
     */
    public Within {
      Objects.requireNonNull(fact, "fact");
      Objects.requireNonNull(range, "range");
    }
  }

  /**
   * True if a list of words contains at least one of the given words.
   *
   * @param fact a fact of type {@link Fact.Type#WORDS}
   * @param values the words; at least one
   */
  record Contains(Fact fact, List<String> values) implements Comparison {
    /**
     * Creates the comparison.
     *
     * @param fact the fact
     * @param values the words
     */
    public Contains {
      Objects.requireNonNull(fact, "fact");
      Objects.requireNonNull(values, "values");
      values = List.copyOf(values);
    }
  }

  /**
   * True if a fact is known, false if it is not; never unknown.
   *
   * <p>This is the only comparison whose value can change when more facts become known. Use it to
   * report a missing fact, never to exclude a VMM.
   *
   * @param fact any fact
   */
  record Known(Fact fact) implements Comparison {

    /**
     * Creates the value.
     *
     * @param fact any fact
     */
    public Known {
      Objects.requireNonNull(fact, "fact");
    }
  }

  /**
   * True if one of the given database engines runs with its files on the given storage.
   *
   * @param engines the engines; empty means any engine
   * @param where where its files are stored; empty means anywhere, otherwise exactly one element
   */
  record RunsDatabase(List<String> engines, List<Storage> where) implements Comparison {
    /**
     * Creates the comparison.
     *
     * @param engines the engines
     * @param where the storage
     */
    public RunsDatabase {
      Objects.requireNonNull(engines, "engines");
      Objects.requireNonNull(where, "where");
      engines = List.copyOf(engines);
      where = List.copyOf(where);
    }

    @Override
    public Fact fact() {
      return Fact.DATABASES;
    }

    /** {@return where the files of the database must be stored, or empty for anywhere} */
    public Optional<Storage> storage() {
      return where.isEmpty() ? Optional.empty() : Optional.of(where.get(0));
    }
  }
}

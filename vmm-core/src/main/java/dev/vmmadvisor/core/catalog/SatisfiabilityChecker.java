package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Decides whether a condition is true of some host: an exact backtracking search.
 *
 * <p>It assigns one value of each equivalence class to each variable and prunes a branch as soon as
 * the condition is determined in three-valued logic. The releases are those that the catalog lists
 * and all later ones; if it lists none, all from its oldest one on. The number of steps is limited
 * over the lifetime of the object, which bounds the time for any catalog. Not safe to share between
 * threads.
 */
final class SatisfiabilityChecker {

  private static final int FALSE = -1;
  private static final int UNKNOWN = 0;
  private static final int TRUE = 1;

  private final TreeSet<Version> listed = new TreeSet<>();
  private final Version oldest;
  private final Version newest;
  private long steps;

  SatisfiabilityChecker(Catalog catalog, long steps) {
    catalog.releases().forEach(release -> listed.add(release.version()));
    this.oldest = catalog.oldestRelease();
    this.newest = catalog.newestRelease();
    this.steps = steps;
  }

  /** Whether the steps are used up; then {@link #isPossible} always returns true. */
  boolean isExhausted() {
    return steps <= 0;
  }

  /** Whether a condition is true of some host. */
  boolean isPossible(Condition condition) {
    long comparisons = condition.comparisons().size();
    steps -= comparisons * comparisons; // the cost of the partition into classes
    return isExhausted()
        || search(condition, new Assignment(Variable.of(condition, this::releases)));
  }

  /** Whether some host satisfies a condition and not another one. */
  boolean isPossible(Condition condition, Condition but) {
    return isPossible(new Condition.All(List.of(condition, new Condition.Not(but))));
  }

  private boolean search(Condition condition, Assignment assignment) {
    int truth = evaluate(condition, assignment);
    if (isExhausted() || truth == TRUE) {
      return true;
    }
    if (truth == FALSE || assignment.isComplete()) {
      return false;
    }
    for (Object value : assignment.next().values()) {
      assignment.assign(value);
      boolean found = search(condition, assignment);
      assignment.undo();
      if (found) {
        return true;
      }
    }
    return false;
  }

  private int evaluate(Condition condition, Assignment assignment) {
    steps--;
    if (condition instanceof Condition.All all) {
      int truth = TRUE;
      for (Condition part : all.conditions()) {
        truth = Math.min(truth, evaluate(part, assignment));
      }
      return truth;
    }
    if (condition instanceof Condition.Any any) {
      int truth = FALSE;
      for (Condition part : any.conditions()) {
        truth = Math.max(truth, evaluate(part, assignment));
      }
      return truth;
    }
    if (condition instanceof Condition.Not not) {
      return -evaluate(not.condition(), assignment);
    }
    return compare((Condition.Comparison) condition, assignment);
  }

  private int compare(Condition.Comparison comparison, Assignment assignment) {
    Fact fact = comparison.fact();
    Object known = assignment.valueOf(Variable.sourceOf(fact), Variable.KNOWN);
    if (comparison instanceof Condition.Known && fact != Fact.CHIP_GENERATION) {
      return known == null ? UNKNOWN : truth(known.equals(true));
    }
    if (known != null && known.equals(false)) {
      return comparison instanceof Condition.Known ? FALSE : UNKNOWN;
    }
    if (comparison instanceof Condition.Contains contains) {
      int truth = FALSE;
      steps -= contains.values().size();
      for (String word : contains.values()) {
        Object has = assignment.valueOf(fact, word);
        truth = Math.max(truth, has == null ? UNKNOWN : truth(has.equals(true)));
      }
      return truth;
    }
    if (comparison instanceof Condition.RunsDatabase runs) {
      return runs(runs, assignment);
    }
    Object value = assignment.valueOf(Variable.sourceOf(fact), "");
    if (value == null) {
      return UNKNOWN;
    }
    if (comparison instanceof Condition.OneOf oneOf) {
      steps -= oneOf.values().size();
      return truth(oneOf.values().contains(value));
    }
    if (comparison instanceof Condition.Is is) {
      return truth(value.equals(is.value()));
    }
    if (comparison instanceof Condition.Within within) {
      return truth(within.range().contains((Version) value));
    }
    if (fact != Fact.CHIP_GENERATION) {
      return truth((Integer) value >= ((Condition.AtLeast) comparison).bound());
    }
    int generation = Variable.generation((String) value);
    if (comparison instanceof Condition.AtLeast atLeast) {
      // a known chip without a generation has none
      return truth(generation > 0 && generation >= atLeast.bound());
    }
    return truth(generation > 0);
  }

  private int runs(Condition.RunsDatabase runs, Assignment assignment) {
    int truth = FALSE;
    Collection<String> engines = runs.engines().isEmpty() ? assignment.engines() : runs.engines();
    int mask = runs.storage().map(Variable::bit).orElse(Variable.ANYWHERE);
    steps -= engines.size();
    for (String engine : engines) {
      Object where = assignment.valueOf(Fact.DATABASES, engine);
      truth = Math.max(truth, where == null ? UNKNOWN : truth(((Integer) where & mask) != 0));
    }
    return truth;
  }

  private static int truth(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  /**
   * The first release at or after each of some versions. If these are the lowest versions of
   * classes, the result has one release for each class.
   */
  private List<Version> releases(List<Version> lowest) {
    TreeSet<Version> releases = new TreeSet<>();
    Version known = listed.isEmpty() ? oldest : newest;
    for (Version version : lowest) {
      Version release = listed.ceiling(version);
      if (release != null) {
        releases.add(release);
      } else if (version.compareTo(known) >= 0) {
        releases.add(version);
      } else {
        releases.add(known);
      }
    }
    return List.copyOf(releases);
  }
}

package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Whether there is a host for which a condition is true.
 *
 * <p>It is exact: of every class of values that the condition tells apart one is tried, and a
 * branch is left as soon as what is chosen settles the condition. The releases are those that the
 * catalog lists and all to come; if it lists none, all from its oldest on. The number of steps is
 * limited over the whole life of the object, so that no catalog can keep it busy for long.
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

  /** Whether the steps are used up; then {@link #isPossible} says yes to everything. */
  boolean isExhausted() {
    return steps <= 0;
  }

  /** Whether there is a host for which a condition is true. */
  boolean isPossible(Condition condition) {
    long comparisons = condition.comparisons().size();
    steps -= comparisons * comparisons; // what telling classes apart takes
    return isExhausted()
        || search(condition, new Assignment(Variable.of(condition, this::releases)));
  }

  /** Whether there is a host for which a condition is true and another is not. */
  boolean isPossible(Condition condition, Condition but) {
    return isPossible(new Condition.All(List.of(condition, new Condition.Not(but))));
  }

  private boolean search(Condition condition, Assignment choices) {
    int truth = evaluate(condition, choices);
    if (isExhausted() || truth == TRUE) {
      return true;
    }
    if (truth == FALSE || choices.areMade()) {
      return false;
    }
    for (Object value : choices.next().values()) {
      choices.choose(value);
      boolean found = search(condition, choices);
      choices.takeBack();
      if (found) {
        return true;
      }
    }
    return false;
  }

  private int evaluate(Condition condition, Assignment choices) {
    steps--;
    if (condition instanceof Condition.All all) {
      int truth = TRUE;
      for (Condition part : all.conditions()) {
        truth = Math.min(truth, evaluate(part, choices));
      }
      return truth;
    }
    if (condition instanceof Condition.Any any) {
      int truth = FALSE;
      for (Condition part : any.conditions()) {
        truth = Math.max(truth, evaluate(part, choices));
      }
      return truth;
    }
    if (condition instanceof Condition.Not not) {
      return -evaluate(not.condition(), choices);
    }
    return compare((Condition.Comparison) condition, choices);
  }

  private int compare(Condition.Comparison comparison, Assignment choices) {
    Fact fact = comparison.fact();
    Object known = choices.valueOf(Variable.sourceOf(fact), Variable.KNOWN);
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
        Object has = choices.valueOf(fact, word);
        truth = Math.max(truth, has == null ? UNKNOWN : truth(has.equals(true)));
      }
      return truth;
    }
    if (comparison instanceof Condition.RunsDatabase runs) {
      return runs(runs, choices);
    }
    Object value = choices.valueOf(Variable.sourceOf(fact), "");
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
      // a chip that is known and has no generation is not of any
      return truth(generation > 0 && generation >= atLeast.bound());
    }
    return truth(generation > 0);
  }

  private int runs(Condition.RunsDatabase runs, Assignment choices) {
    int truth = FALSE;
    Collection<String> engines = runs.engines().isEmpty() ? choices.engines() : runs.engines();
    int wanted = runs.storage().map(Variable::bit).orElse(Variable.ANYWHERE);
    steps -= engines.size();
    for (String engine : engines) {
      Object where = choices.valueOf(Fact.DATABASES, engine);
      truth = Math.max(truth, where == null ? UNKNOWN : truth(((Integer) where & wanted) != 0));
    }
    return truth;
  }

  private static int truth(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  /**
   * The first release at or after each of some versions: one for each class of releases, if those
   * are the versions with which classes begin.
   */
  private List<Version> releases(List<Version> beginnings) {
    TreeSet<Version> releases = new TreeSet<>();
    Version known = listed.isEmpty() ? oldest : newest;
    for (Version version : beginnings) {
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

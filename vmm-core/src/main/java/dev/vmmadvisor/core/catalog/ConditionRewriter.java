package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Rewrites conditions for a change of a host (the weakest precondition): the result is true of a
 * host before the change if and only if the condition is true of it after the change. Immutable.
 */
final class ConditionRewriter {

  private static final Condition ALWAYS = new Condition.All(List.of());
  private static final Condition NEVER = new Condition.Any(List.of());

  private final Function<Condition.Comparison, Condition> afterwards;

  private ConditionRewriter(Function<Condition.Comparison, Condition> afterwards) {
    this.afterwards = afterwards;
  }

  /** The change of one fact to a value of its Java type. */
  static ConditionRewriter to(Fact fact, Object value) {
    return new ConditionRewriter(
        comparison -> {
          if (comparison.fact() != fact) {
            return comparison;
          }
          boolean truth = true; // a fact that is set is known
          if (comparison instanceof Condition.OneOf oneOf) {
            truth = oneOf.values().contains(value);
          } else if (comparison instanceof Condition.Is is) {
            truth = value.equals(is.value());
          } else if (comparison instanceof Condition.AtLeast atLeast) {
            truth = (Integer) value >= atLeast.bound();
          } else if (comparison instanceof Condition.Within within) {
            truth = within.range().contains((Version) value);
          }
          return truth ? ALWAYS : NEVER;
        });
  }

  /**
   * The change that moves databases to named volumes. Conditions must name engines one by one, see
   * {@link #withEngines}.
   */
  static ConditionRewriter toNamedVolumes(List<String> engines) {
    return new ConditionRewriter(
        comparison -> {
          if (!(comparison instanceof Condition.RunsDatabase runs) || runs.where().isEmpty()) {
            return comparison;
          }
          List<Condition> parts = new ArrayList<>();
          for (String engine : runs.engines()) {
            if (!engines.contains(engine)) {
              parts.add(new Condition.RunsDatabase(List.of(engine), runs.where()));
            } else if (runs.where().contains(Storage.NAMED_VOLUME)) {
              parts.add(new Condition.RunsDatabase(List.of(engine), List.of()));
            }
          }
          return new Condition.Any(parts);
        });
  }

  /** The condition with "any engine" expanded to the named engines and one for all others. */
  static Condition withEngines(Condition condition, List<String> named) {
    Set<String> engines = new LinkedHashSet<>(named);
    for (Condition.Comparison comparison : condition.comparisons()) {
      if (comparison instanceof Condition.RunsDatabase runs) {
        engines.addAll(runs.engines());
      }
    }
    engines.add(Variable.OTHER);
    List<String> all = List.copyOf(engines);
    return new ConditionRewriter(
            comparison ->
                comparison instanceof Condition.RunsDatabase runs && runs.engines().isEmpty()
                    ? new Condition.RunsDatabase(all, runs.where())
                    : comparison)
        .on(condition);
  }

  /** The rewritten condition. */
  Condition on(Condition condition) {
    if (condition instanceof Condition.All all) {
      return new Condition.All(all.conditions().stream().map(this::on).toList());
    }
    if (condition instanceof Condition.Any any) {
      return new Condition.Any(any.conditions().stream().map(this::on).toList());
    }
    if (condition instanceof Condition.Not not) {
      return new Condition.Not(on(not.condition()));
    }
    return afterwards.apply((Condition.Comparison) condition);
  }
}

package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.ValueSet;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes which VMM is the best for each value of a missing fact. It uses loops, because the first
 * lambda of a JVM is slow to link.
 */
final class MissingFactAnalyzer {

  private final Goal goal;
  private final PartialEvaluation partial;
  private final List<DecisionVariable> variables;
  private final List<DecisionVariable> essential;

  private MissingFactAnalyzer(
      Goal goal,
      PartialEvaluation partial,
      List<DecisionVariable> variables,
      List<DecisionVariable> essential) {
    this.goal = goal;
    this.partial = partial;
    this.variables = variables;
    this.essential = essential;
  }

  /**
   * The missing facts with the best VMM for each class of values. A fact that alone leaves fewer
   * outcomes comes first; facts that leave equally many are in the order of {@link Fact}.
   *
   * @param partial the evaluation in which undeclared needs are undetermined as well
   * @param variables all variables
   * @param essential the variables that the best VMM depends on
   */
  static List<MissingFact> of(
      Goal goal,
      PartialEvaluation partial,
      List<DecisionVariable> variables,
      List<DecisionVariable> essential,
      DecisionDiagram diagram) {
    MissingFactAnalyzer missing = new MissingFactAnalyzer(goal, partial, variables, essential);
    Map<Fact, Double> open = new EnumMap<>(Fact.class);
    for (DecisionVariable variable : essential) {
      double after = diagram.averageOutcomesAfter(variable);
      for (Fact fact : variable.facts()) {
        open.put(fact, Math.min(after, open.getOrDefault(fact, after)));
      }
    }
    // insertion sort, which is stable and needs no lambda
    List<Map.Entry<Fact, Double>> inOrder = new ArrayList<>();
    for (Map.Entry<Fact, Double> each : open.entrySet()) {
      int index = inOrder.size();
      while (index > 0 && inOrder.get(index - 1).getValue() > each.getValue()) {
        index--;
      }
      inOrder.add(index, each);
    }
    List<MissingFact> facts = new ArrayList<>();
    for (Map.Entry<Fact, Double> each : inOrder) {
      facts.add(missing.fact(each.getKey()));
    }
    return List.copyOf(facts);
  }

  private MissingFact fact(Fact fact) {
    Map<ValueSet, String> all = new LinkedHashMap<>();
    List<DecisionVariable> about = about(fact, essential);
    if (!about.isEmpty()) {
      all.putAll(about.get(0).isAboutWord() ? listOutcomes(fact, about) : outcomes(about.get(0)));
    }
    for (DecisionVariable variable : essential) {
      if (variable.isAboutConstraint() && variable.facts().contains(fact)) {
        all.putAll(outcomes(variable));
      }
    }
    return new MissingFact(fact, all);
  }

  /** The variables of a fact, without those of constraints in code. */
  private static List<DecisionVariable> about(Fact fact, List<DecisionVariable> variables) {
    List<DecisionVariable> about = new ArrayList<>();
    for (DecisionVariable variable : variables) {
      if (!variable.isAboutConstraint() && variable.fact() == fact) {
        about.add(variable);
      }
    }
    return about;
  }

  /**
   * For a single value: the outcome of each class of values. Adjacent classes with equal outcomes
   * are merged.
   */
  private Map<ValueSet, String> outcomes(DecisionVariable variable) {
    Map<ValueSet, String> outcomes = new LinkedHashMap<>();
    ValueSet open = null;
    String reached = "";
    for (DecisionVariable.Assignment assignment : variable.assignments()) {
      String best = best(List.of(assignment));
      if (best.isEmpty()) {
        continue;
      }
      Optional<ValueSet> joined =
          open != null && best.equals(reached)
              ? joined(open, assignment.values())
              : Optional.empty();
      if (joined.isPresent()) {
        outcomes.remove(open);
      }
      open = joined.orElse(assignment.values());
      reached = best;
      outcomes.put(open, best);
    }
    return outcomes;
  }

  /** Two adjacent intervals as one; empty if the classes are not intervals. */
  private static Optional<ValueSet> joined(ValueSet lower, ValueSet upper) {
    if (lower instanceof ValueSet.Numbers below && upper instanceof ValueSet.Numbers above) {
      return Optional.of(new ValueSet.Numbers(below.atLeast(), above.below()));
    }
    if (lower instanceof ValueSet.Versions below && upper instanceof ValueSet.Versions above) {
      String from = below.range().toString();
      String to = above.range().toString();
      return Optional.of(
          new ValueSet.Versions(
              VersionRange.parse(
                  from.substring(0, from.indexOf(',')) + to.substring(to.indexOf(',')))));
    }
    return Optional.empty();
  }

  /** For a list: the outcome without any essential word, then with each of these words alone. */
  private Map<ValueSet, String> listOutcomes(Fact fact, List<DecisionVariable> about) {
    List<DecisionVariable> all = about(fact, variables);
    Map<ValueSet, String> outcomes = new LinkedHashMap<>();
    List<DecisionVariable.Assignment> none = new ArrayList<>();
    for (DecisionVariable variable : all) {
      none.add(variable.assignments().get(0));
    }
    List<ValueSet> first = new ArrayList<>();
    for (DecisionVariable variable : about) {
      first.add(variable.assignments().get(0).values());
    }
    put(first.size() == 1 ? first.get(0) : new ValueSet.Together(first), best(none), outcomes);
    for (DecisionVariable variable : about) {
      for (DecisionVariable.Assignment assignment :
          variable.assignments().subList(1, variable.assignments().size())) {
        List<DecisionVariable.Assignment> alone = new ArrayList<>(none);
        alone.set(all.indexOf(variable), assignment);
        put(assignment.values(), best(alone), outcomes);
      }
    }
    return outcomes;
  }

  private static void put(ValueSet values, String best, Map<ValueSet, String> outcomes) {
    if (!best.isEmpty()) {
      outcomes.put(values, best);
    }
  }

  /** The id of the best VMM after assignments; empty if they are impossible. */
  private String best(List<DecisionVariable.Assignment> assignments) {
    PartialEvaluation after = partial.after(assignments);
    if (after == null) {
      return "";
    }
    Optional<Vmm> best = after.best(goal);
    return best.isPresent() ? best.get().id() : MissingFact.NONE;
  }
}

package dev.vmmadvisor.core.decide;

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
 * Tells what would be best if one more fact were known; in plain loops, as {@link
 * DecisionVariableFactory}.
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
   * The facts behind some questions, each with what it would lead to: first the fact that leaves
   * the fewest outcomes open where it alone is known, and of those that leave as many, in the order
   * of {@link Fact}.
   *
   * @param partial where the host stands, with whatever the host does not tell
   * @param variables all open questions
   * @param essential those that the best candidate depends on
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
    // sorted by insertion, which needs no lambda and keeps the order of those that are equal
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

  /** Those of some questions that are about a fact, and not about a constraint in code. */
  private static List<DecisionVariable> about(Fact fact, List<DecisionVariable> variables) {
    List<DecisionVariable> about = new ArrayList<>();
    for (DecisionVariable variable : variables) {
      if (!variable.isAboutConstraint() && variable.fact() == fact) {
        about.add(variable);
      }
    }
    return about;
  }

  /** For a single value: each class of values; neighbours that lead to the same are one class. */
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

  /** Two neighbouring intervals as one; empty if they are none. */
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

  /** For a list: the list with none of the words that matter, then each of these words alone. */
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

  /** What is best after some answers; empty if they are not possible. */
  private String best(List<DecisionVariable.Assignment> assignments) {
    PartialEvaluation after = partial.after(assignments);
    if (after == null) {
      return "";
    }
    Optional<Vmm> best = after.best(goal);
    return best.isPresent() ? best.get().id() : MissingFact.NONE;
  }
}

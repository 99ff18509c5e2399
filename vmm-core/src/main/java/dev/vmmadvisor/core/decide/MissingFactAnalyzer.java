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
  private final PartialEvaluation position;
  private final List<DecisionVariable> questions;
  private final List<DecisionVariable> decisive;

  private MissingFactAnalyzer(
      Goal goal,
      PartialEvaluation position,
      List<DecisionVariable> questions,
      List<DecisionVariable> decisive) {
    this.goal = goal;
    this.position = position;
    this.questions = questions;
    this.decisive = decisive;
  }

  /**
   * The facts behind some questions, each with what it would lead to: first the fact that leaves
   * the fewest outcomes open where it alone is known, and of those that leave as many, in the order
   * of {@link Fact}.
   *
   * @param position where the host stands, with whatever the host does not tell
   * @param questions all open questions
   * @param decisive those that the best candidate depends on
   */
  static List<MissingFact> of(
      Goal goal,
      PartialEvaluation position,
      List<DecisionVariable> questions,
      List<DecisionVariable> decisive,
      DecisionDiagram outlook) {
    MissingFactAnalyzer missing = new MissingFactAnalyzer(goal, position, questions, decisive);
    Map<Fact, Double> open = new EnumMap<>(Fact.class);
    for (DecisionVariable question : decisive) {
      double after = outlook.openAfter(question);
      for (Fact fact : question.facts()) {
        open.put(fact, Math.min(after, open.getOrDefault(fact, after)));
      }
    }
    // sorted by insertion, which needs no lambda and keeps the order of those that are equal
    List<Map.Entry<Fact, Double>> inOrder = new ArrayList<>();
    for (Map.Entry<Fact, Double> each : open.entrySet()) {
      int place = inOrder.size();
      while (place > 0 && inOrder.get(place - 1).getValue() > each.getValue()) {
        place--;
      }
      inOrder.add(place, each);
    }
    List<MissingFact> facts = new ArrayList<>();
    for (Map.Entry<Fact, Double> each : inOrder) {
      facts.add(missing.fact(each.getKey()));
    }
    return List.copyOf(facts);
  }

  private MissingFact fact(Fact fact) {
    Map<ValueSet, String> all = new LinkedHashMap<>();
    List<DecisionVariable> about = about(fact, decisive);
    if (!about.isEmpty()) {
      all.putAll(about.get(0).isAboutWord() ? listOutcomes(fact, about) : outcomes(about.get(0)));
    }
    for (DecisionVariable question : decisive) {
      if (question.isAboutConstraint() && question.facts().contains(fact)) {
        all.putAll(outcomes(question));
      }
    }
    return new MissingFact(fact, all);
  }

  /** Those of some questions that are about a fact, and not about a constraint in code. */
  private static List<DecisionVariable> about(Fact fact, List<DecisionVariable> questions) {
    List<DecisionVariable> about = new ArrayList<>();
    for (DecisionVariable question : questions) {
      if (!question.isAboutConstraint() && question.fact() == fact) {
        about.add(question);
      }
    }
    return about;
  }

  /** For a single value: each class of values; neighbours that lead to the same are one class. */
  private Map<ValueSet, String> outcomes(DecisionVariable question) {
    Map<ValueSet, String> outcomes = new LinkedHashMap<>();
    ValueSet open = null;
    String reached = "";
    for (DecisionVariable.Answer answer : question.answers()) {
      String best = best(List.of(answer));
      if (best.isEmpty()) {
        continue;
      }
      Optional<ValueSet> joined =
          open != null && best.equals(reached) ? joined(open, answer.values()) : Optional.empty();
      if (joined.isPresent()) {
        outcomes.remove(open);
      }
      open = joined.orElse(answer.values());
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
    List<DecisionVariable> all = about(fact, questions);
    Map<ValueSet, String> outcomes = new LinkedHashMap<>();
    List<DecisionVariable.Answer> none = new ArrayList<>();
    for (DecisionVariable question : all) {
      none.add(question.answers().get(0));
    }
    List<ValueSet> first = new ArrayList<>();
    for (DecisionVariable question : about) {
      first.add(question.answers().get(0).values());
    }
    put(first.size() == 1 ? first.get(0) : new ValueSet.Together(first), best(none), outcomes);
    for (DecisionVariable question : about) {
      for (DecisionVariable.Answer answer :
          question.answers().subList(1, question.answers().size())) {
        List<DecisionVariable.Answer> alone = new ArrayList<>(none);
        alone.set(all.indexOf(question), answer);
        put(answer.values(), best(alone), outcomes);
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
  private String best(List<DecisionVariable.Answer> answers) {
    PartialEvaluation after = position.after(answers);
    if (after == null) {
      return "";
    }
    Optional<Vmm> best = after.best(goal);
    return best.isPresent() ? best.get().id() : MissingFact.NONE;
  }
}

package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Assume;

/** Every way in which the open questions of a host can turn out, and the best in each. */
final class Ways {
  private static final int MAX = 3_000;

  private final CompiledCatalog knowledge;
  private final Goal goal;
  private final Truth[] truths;
  private final List<DecisionVariable> questions;
  private final List<int[]> ways = new ArrayList<>();
  private final List<Optional<Vmm>> bests = new ArrayList<>();

  /**
   * Looks at every way.
   *
   * @param undeclared the words that count only once they are declared
   */
  Ways(CompiledCatalog knowledge, Host host, Goal goal, Set<String> undeclared) {
    this.knowledge = knowledge;
    this.goal = goal;
    this.truths = knowledge.truths(host, CustomRuleResults.NONE);
    this.questions = new ArrayList<>(new DecisionVariableFinder(knowledge).of(host, truths));
    // what counts only once it is declared is no question: it stays undeclared
    questions.removeIf(
        question -> {
          boolean declared = undeclared.contains(question.word());
          if (declared) {
            question.assignments().get(0).applyTo(truths);
          }
          return declared;
        });
    long count = 1;
    for (DecisionVariable question : questions) {
      count *= question.assignments().size();
      Assume.that(count <= MAX);
    }
    add(0, new int[questions.size()], truths);
  }

  double openAfter(DecisionVariable question) {
    int place = questions.indexOf(question);
    int open = 0;
    for (int answer = 0; answer < question.assignments().size(); answer++) {
      Set<Optional<Vmm>> outcomes = new HashSet<>();
      for (int way = 0; way < ways.size(); way++) {
        if (ways.get(way)[place] == answer) {
          outcomes.add(bests.get(way));
        }
      }
      open += outcomes.size();
    }
    return (double) open / question.assignments().size();
  }

  private void add(int next, int[] way, Truth[] answered) {
    if (next == questions.size()) {
      for (int number = 0; number < answered.length; number++) {
        assertThat(knowledge.isRanked(number) && answered[number] == Truth.UNKNOWN).isFalse();
      }
      ways.add(way.clone());
      bests.add(Ranking.of(knowledge.candidates(), goal, knowledge.evaluate(answered)).best());
      return;
    }
    List<DecisionVariable.Assignment> answers = questions.get(next).assignments();
    for (int i = 0; i < answers.size(); i++) {
      Truth[] more = answered.clone();
      answers.get(i).applyTo(more);
      way[next] = i;
      add(next + 1, way, more);
    }
  }

  Truth[] truths() {
    return truths;
  }

  List<DecisionVariable> questions() {
    return questions;
  }

  /** The best in each way. */
  List<Optional<Vmm>> bests() {
    return bests;
  }

  DecisionDiagram outlook() {
    return DecisionDiagram.of(
        knowledge, goal, questions, PartialEvaluation.of(knowledge, truths), Integer.MAX_VALUE);
  }

  /** The questions for which two ways that differ in nothing else have different bests. */
  List<DecisionVariable> decisive() {
    List<DecisionVariable> decisive = new ArrayList<>();
    int stride = ways.size();
    for (int q = 0; q < questions.size(); q++) {
      int answers = questions.get(q).assignments().size();
      stride /= answers;
      boolean turns = false;
      for (int way = 0; way < ways.size(); way++) {
        if (ways.get(way)[q] + 1 < answers) {
          turns |= !bests.get(way).equals(bests.get(way + stride));
        }
      }
      if (turns) {
        decisive.add(questions.get(q));
      }
    }
    return decisive;
  }
}

package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Positions that follow from each other against those that are evaluated from the start. */
class PartialEvaluationProperties {

  private static final CompiledCatalog KNOWLEDGE = CompiledCatalog.of(Catalogs.builtIn());

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Property(tries = 500)
  void whatIsSettledStaysSo(@ForAll("hosts") Host host, @ForAll Goal goal, @ForAll long seed) {
    Random random = new Random(seed);
    Truth[] truths = KNOWLEDGE.truths(host, CustomRuleResults.NONE);
    List<DecisionVariable> questions =
        new ArrayList<>(new DecisionVariableFinder(KNOWLEDGE).of(host, truths));
    // what counts only once it is declared stays undeclared
    questions.removeIf(
        question ->
            Set.of("endpoint-security", "needs-avx", "uses-mulx", "rosettaEnabled")
                .contains(question.word()));
    PartialEvaluation position = PartialEvaluation.of(KNOWLEDGE, truths.clone());
    assertThat(position.truths()).isEqualTo(truths);

    for (DecisionVariable question : questions) {
      boolean asked = position.dependsOn(question);
      List<DecisionVariable.Assignment> answers = question.assignments();
      DecisionVariable.Assignment answer = answers.get(random.nextInt(answers.size()));
      answer.applyTo(truths);
      PartialEvaluation next = Objects.requireNonNull(position.after(answer));

      PartialEvaluation evaluated = PartialEvaluation.of(KNOWLEDGE, truths.clone());
      assertThat(next.state()).isEqualTo(evaluated.state());
      assertThat(next.withUndeclared().state()).isEqualTo(next.state());
      assertThat(next.provenBest(goal)).isEqualTo(evaluated.provenBest(goal));
      assertThat(next.provenBest(goal))
          .isEqualTo(
              Ranking.of(KNOWLEDGE.candidates(), goal, KNOWLEDGE.evaluateRanked(truths))
                  .provenBest());
      if (!asked) {
        assertThat(next.state()).isEqualTo(position.state());
      }
      position = next;
    }
  }
}

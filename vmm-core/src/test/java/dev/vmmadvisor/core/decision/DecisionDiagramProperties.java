package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The decision diagram against plain enumeration of every way the open questions can turn out. */
class DecisionDiagramProperties {

  private static final Set<String> UNDECLARED =
      Set.of("endpoint-security", "needs-avx", "uses-mulx", "rosettaEnabled");

  private static final CompiledCatalog KNOWLEDGE = CompiledCatalog.of(Catalogs.builtIn());

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Property(tries = 300)
  void itIsSettledIfEveryWayLeadsToTheSameBest(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Ways all = new Ways(KNOWLEDGE, host, goal, UNDECLARED);

    Set<Optional<Vmm>> bests = new HashSet<>(all.bests());
    DecisionDiagram outlook = all.outlook();

    assertThat(outlook.isDetermined()).isEqualTo(bests.size() == 1);
    if (outlook.isDetermined()) {
      assertThat(outlook.determinedBest()).isEqualTo(all.bests().get(0));
      assertThat(Ranking.of(KNOWLEDGE.candidates(), goal, KNOWLEDGE.evaluate(all.truths())).best())
          .isEqualTo(all.bests().get(0));
    } else {
      assertThat(outlook.determinedBest()).isEmpty();
    }
  }

  @Property(tries = 300)
  void aQuestionIsDecisiveIfItsAnswerAloneCanTurnTheBest(
      @ForAll("hosts") Host host, @ForAll Goal goal) {
    Ways all = new Ways(KNOWLEDGE, host, goal, UNDECLARED);

    assertThat(all.outlook().essentialVariables())
        .extracting(DecisionVariable::fact, DecisionVariable::word)
        .isEqualTo(all.decisive().stream().map(it -> tuple(it.fact(), it.word())).toList());
  }

  @Property(tries = 300)
  void whatAQuestionLeavesOpenAreTheOutcomesOfTheWaysBehindItsAnswers(
      @ForAll("hosts") Host host, @ForAll Goal goal) {
    Ways all = new Ways(KNOWLEDGE, host, goal, UNDECLARED);
    DecisionDiagram outlook = all.outlook();

    for (DecisionVariable question : all.questions()) {
      assertThat(outlook.averageOutcomesAfter(question)).isEqualTo(all.openAfter(question));
    }
  }
}

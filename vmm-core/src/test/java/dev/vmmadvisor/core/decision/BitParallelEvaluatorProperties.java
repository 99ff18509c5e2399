package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The matrix out of the shares of facts against the one in which every line is evaluated. */
class BitParallelEvaluatorProperties {

  private static final CompiledCatalog KNOWLEDGE = CompiledCatalog.of(Catalogs.builtIn());
  private static final BitParallelEvaluator READER = new BitParallelEvaluator(KNOWLEDGE);

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Property(tries = 3000)
  void everyLineTurnsOutAsIfItWereEvaluated(@ForAll("hosts") Host host) {
    Evaluation joined = READER.evaluate(host, CustomRuleResults.NONE);
    Evaluation evaluated = KNOWLEDGE.evaluate(KNOWLEDGE.truths(host, CustomRuleResults.NONE));

    for (Clause line : KNOWLEDGE.clauses().inOrder()) {
      assertThat(joined.outcome(line.number()))
          .as("%s", line)
          .isEqualTo(evaluated.outcome(line.number()));
      assertThat(joined.truth(line.number())).isEqualTo(evaluated.truth(line.number()));
    }
    assertThat(joined.undetermined()).isEqualTo(evaluated.undetermined());
    assertThat(joined.unknown()).isEqualTo(evaluated.unknown());
  }
}

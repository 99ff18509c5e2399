package dev.vmmadvisor.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The matrix out of the shares of facts against the one in which every line is evaluated. */
class HostReaderProperties {

  private static final Knowledge KNOWLEDGE = Knowledge.of(Catalogs.builtIn());
  private static final HostReader READER = new HostReader(KNOWLEDGE);

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Property(tries = 3000)
  void everyLineTurnsOutAsIfItWereEvaluated(@ForAll("hosts") Host host) {
    Matrix joined = READER.matrix(host, Judgements.NONE);
    Matrix evaluated = KNOWLEDGE.matrix(KNOWLEDGE.truths(host, Judgements.NONE));

    for (Line line : KNOWLEDGE.lines().inOrder()) {
      assertThat(joined.outcome(line.number()))
          .as("%s", line)
          .isEqualTo(evaluated.outcome(line.number()));
      assertThat(joined.truth(line.number())).isEqualTo(evaluated.truth(line.number()));
    }
    assertThat(joined.open()).isEqualTo(evaluated.open());
    assertThat(joined.unknown()).isEqualTo(evaluated.unknown());
  }
}

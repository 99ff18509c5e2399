package dev.vmmadvisor.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was kept of other hosts says of a host what would be found out anew. */
class CertaintiesProperties {

  private static final Catalog CATALOG = Catalogs.builtIn();
  private static final Knowledge KNOWLEDGE = Knowledge.of(CATALOG);
  private static final HostReader READER = new HostReader(KNOWLEDGE);
  private static final Certainties OF_ALL_HOSTS = new Certainties(KNOWLEDGE);

  @Provide
  Arbitrary<Host> hosts() {
    return Arbitraries.oneOf(
        HostArbitraries.partialHosts(),
        HostArbitraries.hosts(),
        HostArbitraries.boundaryHosts(CATALOG));
  }

  @Property(tries = 2000)
  void nobodyCanTellWhetherItWasKept(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Ranking ranking =
        Ranking.of(KNOWLEDGE.contenders(), goal, READER.matrix(host, Judgements.NONE));

    Sure known = OF_ALL_HOSTS.of(host, goal, Judgements.NONE, ranking);

    assertThat(known)
        .isEqualTo(new Certainties(KNOWLEDGE).of(host, goal, Judgements.NONE, ranking));
  }
}

package dev.vmmadvisor.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What was kept of other hosts says of a host what would be found out anew. */
class CertaintiesProperties {

  private static final int VALUES = 3;
  private static final int HOSTS = 729; // three values of six facts

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
    Matrix matrix = READER.matrix(host, Judgements.NONE);
    Ranking ranking = Ranking.of(KNOWLEDGE.contenders(), goal, matrix);

    Sure known = OF_ALL_HOSTS.of(host, goal, Judgements.NONE, matrix, ranking);

    assertThat(known)
        .isEqualTo(new Certainties(KNOWLEDGE).of(host, goal, Judgements.NONE, matrix, ranking));
  }

  /** Every host of six facts in small catalogs that have a bit of everything. */
  @Property(tries = 25)
  void norInCatalogsOfManyShapes(@ForAll @IntRange(max = 10_000) int number, @ForAll Goal goal) {
    Knowledge knowledge = Knowledge.of(OutlookTest.catalog(number).read());
    HostReader reader = new HostReader(knowledge);
    Certainties ofAllHosts = new Certainties(knowledge);
    for (int combination = 0; combination < HOSTS; combination++) {
      Host host = host(combination);
      Matrix matrix = reader.matrix(host, Judgements.NONE);
      Ranking ranking = Ranking.of(knowledge.contenders(), goal, matrix);

      assertThat(ofAllHosts.of(host, goal, Judgements.NONE, matrix, ranking))
          .as("%s in catalog %s", host, number)
          .isEqualTo(new Certainties(knowledge).of(host, goal, Judgements.NONE, matrix, ranking));
    }
  }

  /** A host that a number stands for: each of six facts is unknown, or has one of two values. */
  private static Host host(int combination) {
    DockerDesktop.Builder desktop = DockerDesktop.builder();
    Host.Builder host = Host.builder();
    int rest = combination;
    host.architecture(one(rest, Architecture.ARM64, Architecture.X86_64));
    rest /= VALUES;
    host.rosettaInstalled(one(rest, true, false));
    rest /= VALUES;
    host.virtualMachine(one(rest, true, false));
    rest /= VALUES;
    desktop.memoryMiB(one(rest, 4096, 2048));
    rest /= VALUES;
    desktop.rosettaEnabled(one(rest, true, false));
    rest /= VALUES;
    Workload workload = Workload.builder().traits(one(rest, List.of("special"), List.of())).build();
    return host.dockerDesktop(desktop.build()).workload(workload).build();
  }

  private static <T> Optional<T> one(int number, T first, T second) {
    return switch (number % VALUES) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(first);
      default -> Optional.of(second);
    };
  }
}

package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.fleet.Fleet;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SchemaProperties {

  @Property
  void everyWrittenHostIsValid(@ForAll("hosts") Host host) {
    assertThat(SchemaFile.HOST.problems(VmmJson.write(host))).isEmpty();
  }

  @Property(tries = 200)
  void everyWrittenRecommendationIsValid(@ForAll("hosts") Host host, @ForAll Goal goal) {
    String document = VmmJson.write(VmmAdvisor.builder().build().recommend(host, goal));

    assertThat(SchemaFile.RECOMMENDATION.problems(document)).isEmpty();
  }

  @Property(tries = 100)
  void everyWrittenFleetReportIsValid(@ForAll("fleets") List<Host> hosts, @ForAll Goal goal) {
    Fleet fleet = Fleet.of(VmmAdvisor.builder().build()).withGoal(goal);

    assertThat(SchemaFile.FLEET_REPORT.problems(VmmJson.write(fleet.report(hosts.stream()))))
        .isEmpty();
  }

  @Provide
  Arbitrary<List<Host>> fleets() {
    return HostArbitraries.hosts().list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }
}

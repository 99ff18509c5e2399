package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
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

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }
}

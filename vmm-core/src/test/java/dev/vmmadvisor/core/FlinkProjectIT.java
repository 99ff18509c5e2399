package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A fleet in the local mode of a distributed engine, with {@code -Pengine} alone. */
@EnabledIfSystemProperty(named = "vmmadvisor.engine", matches = "flink")
class FlinkProjectIT {

  @Test
  void theWorkersOfAnEngineSayWhatOneThreadSays() throws Exception {
    ConsumerProject project = ConsumerProject.build("flink", "package");

    assertThat(project.run("com.acme.fleet.FleetInFlink").lines())
        .hasSize(2)
        .endsWith("as in one thread")
        .first()
        .asString()
        .contains("apple-virtualization-framework certain=", "docker-vmm depends=");
  }
}

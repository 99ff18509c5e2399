package com.acme.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The constraint on any host. */
class TwelveGigabytesProperties {

  @Property(tries = 200)
  void onlyTheMemoryOfTheLinuxVmCounts(@ForAll("hosts") Host host) {
    Optional<Integer> memory = host.dockerDesktop().memoryMiB();
    Host onlyThat =
        Host.builder().dockerDesktop(DockerDesktop.builder().memoryMiB(memory).build()).build();

    assertEquals(verdict(onlyThat), verdict(host));
  }

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  private static Verdict verdict(Host host) {
    return new TwelveGigabytes().evaluate(host, Vmm.DOCKER_VMM);
  }
}

package com.acme.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.testkit.SampleHosts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The constraint on hosts with names. */
class TwelveGigabytesTest {

  @Test
  void eightGigabytesAreNotEnough() {
    assertEquals(
        Verdict.violated("Our builds need 12 GB.", new Remedy.RaiseVmMemory(12288)),
        verdict(SampleHosts.appleSilicon()));
  }

  @Test
  void onlyAnUnknownMemoryIsUnknown() {
    for (Map.Entry<String, Host> sample : SampleHosts.all().entrySet()) {
      boolean known = sample.getValue().dockerDesktop().memoryMiB().isPresent();
      assertEquals(!known, verdict(sample.getValue()).equals(Verdict.unknown()), sample.getKey());
    }
  }

  @Test
  void theAdvisorIsNotHere() {
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("dev.vmmadvisor.core.VmmAdvisor"));
  }

  private static Verdict verdict(Host host) {
    return new TwelveGigabytes().evaluate(host, Vmm.DOCKER_VMM);
  }
}

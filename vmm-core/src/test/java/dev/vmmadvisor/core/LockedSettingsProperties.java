package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A locked setting is never in a headline or a step. */
class LockedSettingsProperties {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();

  @Provide
  Arbitrary<Host> macs() {
    return HostArbitraries.macs();
  }

  @Provide
  Arbitrary<Set<String>> locks() {
    return Arbitraries.of("vmm", "memoryMiB", "fileSharing", "rosettaEnabled").set().ofMinSize(1);
  }

  @Property(tries = 400)
  void noPlanChangesALockedSetting(@ForAll("macs") Host mac, @ForAll("locks") Set<String> locks) {
    Host host = locked(mac, locks);
    Recommendation advice = ADVISOR.recommend(host);
    List<Plan> plans = new ArrayList<>(List.of(advice.plan()));
    Arrays.stream(Vmm.values()).map(advice::planTo).forEach(plans::add);

    for (Plan plan : plans) {
      for (Step step : plan.steps()) {
        assertThat(step.remedies())
            .noneMatch(it -> it instanceof Remedy.SwitchVmm && locks.contains("vmm"))
            .noneMatch(it -> it instanceof Remedy.RaiseVmMemory && locks.contains("memoryMiB"))
            .noneMatch(it -> it instanceof Remedy.LowerVmMemory && locks.contains("memoryMiB"))
            .noneMatch(
                it -> it instanceof Remedy.SelectFileSharing && locks.contains("fileSharing"))
            .noneMatch(
                it -> it instanceof Remedy.SwitchRosetta && locks.contains("rosettaEnabled"));
      }
    }
  }

  @Property(tries = 400)
  void noHeadlineSwitchesALockedVmm(@ForAll("macs") Host mac) {
    Host host = locked(mac, Set.of("vmm"));
    Recommendation advice = ADVISOR.recommend(host);

    assertThat(advice.headline()).doesNotContainIgnoringCase("switch from");
    if (!advice.best().equals(host.dockerDesktop().vmm()) && advice.best().isPresent()) {
      assertThat(advice.headline()).containsAnyOf("administrator", "Upgrade Docker Desktop");
      assertThat(advice.headline()).doesNotStartWith("Use ");
    }
    assertThat(ADVISOR.validate(host).headline()).doesNotContain("until then use");
  }

  private static Host locked(Host mac, Set<String> locks) {
    return Host.builder()
        .from(mac)
        .dockerDesktop(
            DockerDesktop.builder()
                .from(mac.dockerDesktop())
                .lockedSettings(List.copyOf(locks))
                .build())
        .build();
  }
}

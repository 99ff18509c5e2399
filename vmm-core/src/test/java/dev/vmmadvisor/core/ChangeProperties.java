package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Repairs are sound and minimal; plans lead where they say, over valid states only. */
class ChangeProperties {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Provide
  Arbitrary<Host> macs() {
    return HostArbitraries.macs();
  }

  @Property(tries = 300)
  void aRepairIsSound(@ForAll("macs") Host host, @ForAll Goal goal) {
    assertSound(host, goal);
  }

  @Property(tries = 300)
  void aRepairIsSoundWhereFactsAreMissing(@ForAll("hosts") Host host, @ForAll Goal goal) {
    assertSound(host, goal);
  }

  private static void assertSound(Host any, Goal goal) {
    Host host = ImpliedFacts.known(any); // as what is in use implies more than what could be
    for (Candidate candidate : ADVISOR.recommend(host, goal).candidates()) {
      for (Repair repair : candidate.repairs()) {
        Candidate repaired = candidate(repair.applyTo(host), goal, candidate.vmm());

        assertThat(repaired.eligibility()).isEqualTo(repair.eligibility());
        assertThat(repaired.eligibility()).isNotEqualTo(Eligibility.INELIGIBLE);
        assertThat(repaired.rank() == 1).isEqualTo(repair.first());
        assertThat(violated(candidate)).containsAll(repair.gains());
        assertThat(violated(repaired)).noneMatch(repair.gains()::contains);
        assertThat(violated(repaired)).containsAll(repair.losses());
        assertThat(violated(candidate)).noneMatch(repair.losses()::contains);
      }
    }
  }

  @Property(tries = 300)
  void aRepairIsMinimal(@ForAll("macs") Host host, @ForAll Goal goal) {
    for (Candidate candidate : ADVISOR.recommend(host, goal).candidates()) {
      for (Repair repair : candidate.repairs()) {
        for (Remedy left : repair.remedies()) {
          Host changed = host;
          for (Remedy remedy : repair.remedies()) {
            changed = remedy.equals(left) ? changed : remedy.applyTo(changed);
          }
          Candidate without = candidate(changed, goal, candidate.vmm());

          assertThat(
                  without.eligibility() != Eligibility.INELIGIBLE
                      && (!repair.first() || without.rank() == 1)
                      && (candidate.eligibility() == Eligibility.INELIGIBLE || without.rank() == 1))
              .as("%s without %s for %s", repair.remedies(), left, candidate.vmm())
              .isFalse();
        }
      }
    }
  }

  @Property(tries = 300)
  void whatCannotBeChangedIsNeverOffered(@ForAll("macs") Host host, @ForAll Goal goal) {
    List<String> locked = host.dockerDesktop().lockedSettings().orElse(List.of());
    for (Candidate candidate : ADVISOR.recommend(host, goal).candidates()) {
      for (Repair repair : candidate.repairs()) {
        Host repaired = repair.applyTo(host);
        for (Fact fact :
            List.of(
                Fact.OPERATING_SYSTEM,
                Fact.ARCHITECTURE,
                Fact.CHIP,
                Fact.MEMORY,
                Fact.VIRTUAL_MACHINE,
                Fact.LOCKED_SETTINGS,
                Fact.MOUNTS,
                Fact.TRAITS,
                Fact.IMAGE_ARCHITECTURES)) {
          assertThat(fact.valueIn(repaired)).isEqualTo(fact.valueIn(host));
        }
        for (Fact fact : List.of(Fact.VM_MEMORY, Fact.FILE_SHARING, Fact.ROSETTA_ENABLED)) {
          if (locked.contains(fact.path().replace("dockerDesktop.", ""))) {
            assertThat(fact.valueIn(repaired)).isEqualTo(fact.valueIn(host));
          }
        }
        assertThat(repaired.dockerDesktop().memoryMiB())
            .satisfiesAnyOf(
                memory -> assertThat(memory).isEqualTo(host.dockerDesktop().memoryMiB()),
                memory ->
                    assertThat(memory.orElseThrow()).isLessThan(host.memoryMiB().orElseThrow()));
      }
    }
  }

  @Property(tries = 300)
  void theCheapestRepairComesFirst(@ForAll("macs") Host host) {
    for (Candidate candidate : ADVISOR.recommend(host).candidates()) {
      List<Cost> costs = candidate.repairs().stream().map(Repair::cost).toList();
      assertThat(costs).isSorted();
      assertThat(candidate.repairs()).doesNotHaveDuplicates();
      assertThat(candidate.obstacles()).doesNotHaveDuplicates();
    }
  }

  @Property(tries = 300)
  void aPlanLeadsToItsVmm(@ForAll("macs") Host host, @ForAll Goal goal, @ForAll Vmm vmm) {
    Plan plan = ADVISOR.recommend(host, goal).planTo(vmm);

    assertThat(plan.vmm()).contains(vmm);
    if (plan.possible()) {
      Host planned = plan.applyTo(host);
      assertThat(planned.dockerDesktop().vmm()).contains(vmm);
      assertThat(candidate(planned, goal, vmm).eligibility()).isNotEqualTo(Eligibility.INELIGIBLE);
    } else {
      assertThat(plan.steps()).isEmpty();
    }
  }

  @Property(tries = 300)
  void everyPrefixOfAPlanIsAValidState(
      @ForAll("macs") Host host, @ForAll Goal goal, @ForAll Vmm vmm) {
    Plan plan = ADVISOR.recommend(host, goal).planTo(vmm);
    Set<String> accepted = new HashSet<>(wrong(host, goal));
    accepted.addAll(wrong(plan.applyTo(host), goal));
    if (host.workload().imageArchitectures().filter(it -> it.contains("amd64")).isPresent()
        && host.dockerDesktop().rosettaEnabled().equals(Optional.of(false))) {
      // amd64 images are as slow as before until the step that ends it
      accepted.add("rosetta-off-with-amd64-images");
    }
    Host state = host;
    List<Remedy> made = new ArrayList<>();
    for (Step step : plan.steps()) {
      state = step.applyTo(state);
      made.addAll(step.remedies());

      assertThat(accepted).as("after %s", made).containsAll(wrong(state, goal));
    }
  }

  @Property(tries = 300)
  void thePlanToTheBestIsThatToIt(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Recommendation recommendation = ADVISOR.recommend(host, goal);
    Plan plan = recommendation.plan();

    if (recommendation.security().upgradeTo().isEmpty()) {
      assertThat(plan.vmm()).isEqualTo(recommendation.best());
      recommendation
          .best()
          .ifPresent(best -> assertThat(plan).isEqualTo(recommendation.planTo(best)));
    } else if (plan.possible()) {
      // to a release without a vulnerability, and to a VMM that can run there
      Version to = recommendation.security().upgradeTo().get();
      Recommendation after = ADVISOR.recommend(plan.applyTo(host), goal);
      assertThat(after.host().dockerDesktop().version().orElseThrow()).isGreaterThanOrEqualTo(to);
      assertThat(after.host().dockerDesktop().vmm()).isEqualTo(plan.vmm());
      if (recommendation.security().fixesAll()) {
        assertThat(after.security().isVulnerable()).isFalse();
      }
      assertThat(after.candidate(plan.vmm().orElseThrow()).eligibility())
          .isNotEqualTo(Eligibility.INELIGIBLE);
    }
    if (recommendation.best().isEmpty()) {
      assertThat(plan.possible()).isFalse();
      assertThat(plan.steps()).isEmpty();
    }
  }

  @Property(tries = 300)
  void afterAPlanNothingIsLeftToDo(@ForAll("macs") Host host, @ForAll Goal goal) {
    Plan plan = ADVISOR.recommend(host, goal).plan();
    if (plan.possible()) {
      Recommendation after = ADVISOR.recommend(plan.applyTo(host), goal);

      // the release after an upgrade tells more of a macOS that is not known
      boolean isMacOsKnown =
          host.macOsVersion().filter(it -> !it.isMacOsCompatibilityVersion()).isPresent();
      boolean isSafe = after.security().upgradeTo().isEmpty() || after.security().fixesAll();
      if (after.best().equals(plan.vmm()) && isMacOsKnown && isSafe) {
        assertThat(after.plan().steps()).isEmpty();
      }
    }
  }

  @Property(tries = 200)
  void aLockedVmmIsNeverSelected(@ForAll("macs") Host mac, @ForAll Vmm vmm) {
    Host host =
        Host.builder()
            .from(mac)
            .dockerDesktop(
                DockerDesktop.builder()
                    .from(mac.dockerDesktop())
                    .lockedSettings(List.of("vmm"))
                    .build())
            .build();
    Plan plan = ADVISOR.recommend(host).planTo(vmm);

    assertThat(plan.steps().stream().flatMap(step -> step.remedies().stream()))
        .noneMatch(remedy -> remedy instanceof Remedy.SwitchVmm);
    if (!host.dockerDesktop().vmm().equals(Optional.of(vmm))) {
      assertThat(plan.possible()).isFalse();
    }
    if (!plan.possible()
        && candidate(host, Goal.BALANCED, vmm).eligibility() != Eligibility.INELIGIBLE) {
      assertThat(plan.obstacles())
          .extracting(Obstacle::reason)
          .contains(Obstacle.Reason.SETTING_LOCKED);
    }
  }

  private static Candidate candidate(Host host, Goal goal, Vmm vmm) {
    return ADVISOR.recommend(host, goal).candidate(vmm);
  }

  private static List<String> violated(Candidate candidate) {
    return candidate.findings().stream()
        .filter(finding -> finding.outcome() == Outcome.VIOLATED)
        .map(Finding::code)
        .toList();
  }

  /** What is wrong with the VMM in use: it cannot run, something harms it, a setting is no use. */
  private static Set<String> wrong(Host host, Goal goal) {
    return host.dockerDesktop().vmm().stream()
        .flatMap(vmm -> candidate(host, goal, vmm).findings().stream())
        .filter(finding -> finding.outcome() == Outcome.VIOLATED)
        .filter(
            finding ->
                finding.countsFor().contains(Criterion.ELIGIBILITY)
                    || finding.countsFor().contains(Criterion.HARM)
                    || finding.kind() == RuleKind.SETTING)
        .map(Finding::code)
        .collect(Collectors.toSet());
  }
}

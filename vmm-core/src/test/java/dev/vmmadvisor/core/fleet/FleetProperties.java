package dev.vmmadvisor.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.FleetReport;
import dev.vmmadvisor.api.advice.FleetReport.Group;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.advice.SecurityStatus;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A report says of many hosts what their recommendations say one by one. */
class FleetProperties {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();

  @Property(tries = 300)
  void aHostIsCountedAsItsRecommendationSays(@ForAll("hosts") Host host, @ForAll Goal goal) {
    FleetReport report = Fleet.of(ADVISOR).withGoal(goal).report(Stream.of(host));
    Recommendation advice = ADVISOR.recommend(host, goal);

    assertThat(report.hosts()).isEqualTo(1);
    assertThat(report.goal()).isEqualTo(goal);
    assertThat(report.decisions())
        .containsExactly(new FleetReport.Decision(advice.best(), advice.certainty(), 1));
    assertThat(report.present())
        .containsExactly(new FleetReport.Present(host.dockerDesktop().vmm(), 1));
    assertThat(report.missingFacts())
        .extracting(FleetReport.Open::fact)
        .containsExactlyInAnyOrderElementsOf(
            advice.missingFacts().stream().map(MissingFact::fact).toList());
    assertThat(report.hits())
        .extracting(FleetReport.Hit::code)
        .containsExactlyInAnyOrderElementsOf(
            advice.current().map(current -> current.findings()).orElse(List.of()).stream()
                .filter(finding -> finding.severity().compareTo(Severity.SERIOUS) >= 0)
                .filter(finding -> finding.kind() != RuleKind.VULNERABILITY)
                .map(Finding::code)
                .toList());
    assertThat(report.vulnerable()).isEqualTo(advice.security().isVulnerable() ? 1 : 0);
    assertThat(report.vulnerabilities())
        .extracting(FleetReport.Affected::code)
        .containsExactlyInAnyOrderElementsOf(
            advice.security().vulnerabilities().stream()
                .filter(SecurityStatus.Entry::certain)
                .map(SecurityStatus.Entry::code)
                .toList());
  }

  @Property(tries = 300)
  void everyBarrierIsAViolatedRuleAndNamesTheCriterion(@ForAll("hosts") Host host) {
    FleetReport report = Fleet.of(ADVISOR).report(Stream.of(host));
    Recommendation advice = ADVISOR.recommend(host);

    for (FleetReport.Barrier barrier : report.barriers()) {
      Candidate candidate = advice.candidate(barrier.reason().vmm());
      assertThat(advice.best()).isNotEqualTo(Optional.of(candidate.vmm()));
      if (advice.best().isPresent()) {
        assertThat(barrier.reason().criterion()).isEqualTo(candidate.comparedWithBest());
      }
      barrier
          .reason()
          .code()
          .ifPresent(
              code -> {
                Finding finding = candidate.finding(code).orElseThrow();
                assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
                assertThat(finding.countsFor()).contains(barrier.reason().criterion());
              });
    }
    assertThat(report.barriers())
        .extracting(barrier -> barrier.reason().vmm())
        .contains(
            Stream.of(Vmm.values())
                .filter(vmm -> !advice.best().equals(Optional.of(vmm)))
                .toArray(Vmm[]::new));
  }

  @Property(tries = 200)
  void theSingleChangesAreTheRepairsOfOneRemedyThatMakeAnotherTheBest(@ForAll("hosts") Host host) {
    List<FleetReport.Help> helps =
        Fleet.of(ADVISOR).report(Stream.of(host)).changes().stream()
            .map(FleetReport.Change::help)
            .filter(help -> !(help.remedy() instanceof Remedy.SwitchVmm))
            .toList();
    List<FleetReport.Help> repairs =
        ADVISOR.recommend(host).candidates().stream()
            .flatMap(
                candidate ->
                    candidate.repairs().stream()
                        .filter(Repair::first)
                        .filter(repair -> repair.remedies().size() == 1)
                        .map(
                            repair ->
                                new FleetReport.Help(repair.remedies().get(0), candidate.vmm())))
            .collect(Collectors.toCollection(ArrayList::new));
    ADVISOR
        .recommend(host)
        .security()
        .upgradeTo()
        .map(
            to ->
                new FleetReport.Help(
                    new Remedy.UpgradeDockerDesktop(to),
                    ADVISOR.recommend(host).plan().vmm().orElseThrow()))
        .filter(upgrade -> !repairs.contains(upgrade))
        .ifPresent(repairs::add);

    assertThat(helps).containsExactlyInAnyOrderElementsOf(repairs);
  }

  @Property(tries = 100)
  void neitherTheOrderNorTheWayOfCountingMatters(
      @ForAll("fleets") List<Host> hosts, @ForAll Random random) {
    FleetReport report = Fleet.of(ADVISOR).report(hosts.stream());
    List<Host> shuffled = new ArrayList<>(hosts);
    Collections.shuffle(shuffled, random);
    FleetAccumulator one = Fleet.of(ADVISOR).tally();
    FleetAccumulator other = Fleet.of(ADVISOR).tally();
    shuffled.forEach(host -> (random.nextBoolean() ? one : other).add(host));
    one.merge(other);

    assertThat(VmmJson.write(one.report())).isEqualTo(VmmJson.write(report));
    assertThat(one.report()).isEqualTo(report);
    assertThat(Fleet.of(ADVISOR).report(hosts.parallelStream())).isEqualTo(report);
  }

  @Property(tries = 100)
  void everyHostIsInOneOfEachKind(@ForAll("fleets") List<Host> hosts) {
    FleetReport report = Fleet.of(ADVISOR).report(hosts.stream());

    assertThat(report.hosts()).isEqualTo(hosts.size());
    assertThat(report.groups().stream().mapToLong(Group::hosts).sum()).isEqualTo(hosts.size());
    assertThat(report.moves().stream().mapToLong(FleetReport.Move::hosts).sum())
        .isEqualTo(hosts.size());
    assertThat(report.releases().stream().mapToLong(FleetReport.Installed::hosts).sum())
        .isEqualTo(hosts.size());
    assertThat(report.groups())
        .extracting(Group::hosts)
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(report.decisions())
        .allMatch(it -> it.best().isPresent() || it.certainty() == Certainty.NONE);
  }

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Provide
  Arbitrary<List<Host>> fleets() {
    return HostArbitraries.hosts().list().ofMaxSize(20);
  }
}

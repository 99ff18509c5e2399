package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repairs and plans of Macs that people have. */
class PlanTest {

  private static Host.Builder mac(DockerDesktop.Builder desktop) {
    return Host.builder()
        .architecture(Architecture.ARM64)
        .chip("Apple M2")
        .macOsVersion(Version.parse("15.2"))
        .memoryMiB(16384)
        .dockerDesktop(desktop.build());
  }

  private static DockerDesktop.Builder desktop(String version, Vmm vmm) {
    return DockerDesktop.builder().version(Version.parse(version)).vmm(vmm).memoryMiB(8192);
  }

  private static DockerDesktop.Builder small(String version) {
    return desktop(version, Vmm.APPLE_VIRTUALIZATION_FRAMEWORK).memoryMiB(1024);
  }

  private static Plan plan(Host.Builder host, Vmm vmm) {
    return VmmAdvisor.recommend(host.build()).planTo(vmm);
  }

  /** A plan as if no release had a vulnerability, so that it begins in the release of the host. */
  private static Plan planWithoutVulnerabilities(Host.Builder host, Vmm vmm) {
    Catalog catalog = Catalogs.builtIn();
    List<Rule> rules =
        catalog.rules().stream().filter(rule -> !(rule instanceof Vulnerability)).toList();
    return VmmAdvisor.builder()
        .catalog(Catalog.builder().from(catalog).rules(rules).build())
        .build()
        .recommend(host.build())
        .planTo(vmm);
  }

  @Test
  void memoryIsRaisedBeforeDockerVmmIsSelected() {
    Plan plan = plan(mac(small("4.90.0")), Vmm.DOCKER_VMM);

    assertThat(plan.steps())
        .extracting(Step::remedies)
        .containsExactly(
            List.of(new Remedy.RaiseVmMemory(4096)), List.of(new Remedy.SwitchVmm(Vmm.DOCKER_VMM)));
    assertThat(plan.steps().get(0).settings()).containsExactly(entry("MemoryMiB", 4096));
    assertThat(plan.steps().get(0).undo()).contains("1024 MiB");
    assertThat(plan.steps().get(1).settings())
        .containsExactly(
            entry("UseLibkrun", true),
            entry("UseVirtualizationFramework", false),
            entry("UseVirtualizationFrameworkRosetta", false));
  }

  @Test
  void memoryThatTheMacDoesNotHaveIsNotOffered() {
    Host.Builder host = mac(small("4.35.1")).memoryMiB(4096);
    Recommendation answer = VmmAdvisor.recommend(host.build());
    Plan plan = answer.planTo(Vmm.DOCKER_VMM);

    assertThat(answer.candidate(Vmm.DOCKER_VMM).repairs()).isEmpty();
    assertThat(plan.possible()).isFalse();
    assertThat(plan.steps()).isEmpty();
    assertThat(plan.obstacles())
        .singleElement()
        .satisfies(
            obstacle -> {
              assertThat(obstacle.reason()).isEqualTo(Obstacle.Reason.PHYSICAL_MEMORY);
              assertThat(obstacle.remedy()).isEqualTo(new Remedy.RaiseVmMemory(4096));
              assertThat(obstacle.message()).contains("only 4096 MiB");
            });
  }

  @ParameterizedTest
  @CsvSource({"4.42.0, Apply & restart., RESTART", "4.43.0, Apply., SETTING"})
  void theButtonIsThatOfTheRelease(String release, String button, Cost cost) {
    Step step = planWithoutVulnerabilities(mac(small(release)), Vmm.DOCKER_VMM).steps().get(0);

    assertThat(step.instruction())
        .contains("Settings > Resources")
        .endsWith("then click " + button);
    assertThat(step.cost()).isEqualTo(cost);
    assertThat(step.restarts()).isEqualTo(cost == Cost.RESTART);
  }

  @Test
  void whoIsOnQemuMovesToWhatIsAdvised() {
    Recommendation answer = VmmAdvisor.recommend(mac(desktop("4.43.2", Vmm.QEMU)).build());

    assertThat(answer.plan().steps())
        .extracting(Step::remedies)
        .containsExactly(
            List.of(new Remedy.SwitchVmm(answer.best().orElseThrow())),
            List.of(new Remedy.UpgradeDockerDesktop(Version.parse("4.86.0"))));
    assertThat(answer.plan().steps().get(0).undo()).isEqualTo("Select QEMU again.");
    assertThat(answer.plan().steps().get(1).undo()).startsWith("There is no safe way back");
  }

  /** In 4.43.2 Docker VMM has a serious issue, although it is the best in later releases. */
  @Test
  void whoHasToLeaveQemuBeforeAnUpgradeMovesToTheBestOfThePresentRelease() {
    Workload plain =
        Workload.builder()
            .imageArchitectures(List.of("arm64"))
            .databases(List.of())
            .mounts(List.of())
            .traits(List.of())
            .build();
    Recommendation answer =
        VmmAdvisor.recommend(mac(desktop("4.43.2", Vmm.QEMU)).workload(plain).build());

    assertThat(answer.best()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(answer.plan().steps())
        .extracting(Step::remedies)
        .containsExactly(
            List.of(new Remedy.SwitchVmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)),
            List.of(new Remedy.UpgradeDockerDesktop(Version.parse("4.86.0"))));
    assertThat(answer.headline())
        .isEqualTo(
            "Switch from QEMU to the Apple Virtualization framework, then upgrade Docker Desktop"
                + " to 4.86.0 or later.");
  }

  @Test
  void whoCannotLeaveQemuIsSentToTheAdministrator() {
    Recommendation answer =
        VmmAdvisor.recommend(
            mac(desktop("4.43.2", Vmm.QEMU).lockedSettings(List.of("vmm"))).build());

    assertThat(answer.headline())
        .isEqualTo(
            "Ask your administrator to select the Apple Virtualization framework, then upgrade"
                + " Docker Desktop to 4.86.0 or later: the VMM setting is locked to QEMU.");
    assertThat(answer.plan().possible()).isFalse();
    assertThat(answer.plan().obstacles())
        .extracting(Obstacle::reason)
        .containsExactly(Obstacle.Reason.SETTING_LOCKED);
  }

  @Test
  void theFrameworkAndRosettaAreSelectedTogetherAsNeitherIsOfUseAlone() {
    Host.Builder host =
        mac(desktop("4.90.0", Vmm.DOCKER_VMM).rosettaEnabled(false))
            .workload(Workload.builder().imageArchitectures(List.of("amd64")).build());

    assertThat(plan(host, Vmm.APPLE_VIRTUALIZATION_FRAMEWORK).steps())
        .extracting(Step::remedies)
        .containsExactly(
            List.of(
                new Remedy.SwitchVmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK),
                new Remedy.SwitchRosetta(true)));
  }

  @Test
  void theFrameworkAndGrpcFuseAreSelectedTogetherWhereSecurityToolsHaveToSeeFiles() {
    Host.Builder host =
        mac(desktop("4.90.0", Vmm.DOCKER_VMM).fileSharing(FileSharing.VIRTIOFS))
            .workload(Workload.builder().traits(List.of("endpoint-security")).build());

    assertThat(plan(host, Vmm.APPLE_VIRTUALIZATION_FRAMEWORK).steps())
        .extracting(Step::remedies)
        .containsExactly(
            List.of(
                new Remedy.SelectFileSharing(FileSharing.GRPC_FUSE),
                new Remedy.SwitchVmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)));
  }

  @Test
  void rosettaThatIsLockedOnKeepsDockerVmmFromBeingSelected() {
    Host.Builder host =
        mac(
            desktop("4.60.1", Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
                .rosettaEnabled(true)
                .lockedSettings(List.of("rosettaEnabled")));

    Plan plan = plan(host, Vmm.DOCKER_VMM);

    assertThat(plan.possible()).isFalse();
    assertThat(plan.obstacles().get(0).message()).contains("Rosetta", "administrator");
  }

  @Test
  void nothingIsToDoWhereTheAdvisedIsInUse() {
    Host.Builder host =
        mac(desktop("4.90.0", Vmm.APPLE_VIRTUALIZATION_FRAMEWORK).rosettaEnabled(true))
            .workload(Workload.builder().imageArchitectures(List.of("amd64")).build());
    Plan plan = VmmAdvisor.recommend(host.build()).plan();

    assertThat(plan.possible()).isTrue();
    assertThat(plan.steps()).isEmpty();
    assertThat(plan.text())
        .startsWith("Nothing needs to change for the Apple Virtualization framework.");
  }

  @Test
  void aDatabaseOnANamedVolumeMakesDockerVmmTheBest() {
    Host.Builder host =
        mac(desktop("4.60.1", Vmm.APPLE_VIRTUALIZATION_FRAMEWORK))
            .workload(
                Workload.builder()
                    .imageArchitectures(List.of("arm64"))
                    .databases(List.of(Database.of("mongodb", Storage.BIND_MOUNT)))
                    .traits(List.of())
                    .mounts(List.of())
                    .build());

    assertThat(VmmAdvisor.recommend(host.build()).candidate(Vmm.DOCKER_VMM).repairs())
        .filteredOn(Repair::first)
        .first()
        .satisfies(
            repair -> {
              assertThat(repair.remedies())
                  .hasSize(1)
                  .first()
                  .isInstanceOf(Remedy.MoveDatabaseToNamedVolume.class);
              assertThat(repair.gains()).contains("docker-vmm-databases-on-bind-mounts");
            });
  }

  @Test
  void theFirstLineTellsHowToStayWithTheVmmInUse() {
    Host.Builder host =
        mac(desktop("4.88.0", Vmm.DOCKER_VMM))
            .workload(
                Workload.builder()
                    .imageArchitectures(List.of("arm64"))
                    .databases(List.of(Database.of("mongodb", Storage.BIND_MOUNT)))
                    .traits(List.of())
                    .mounts(List.of())
                    .build());

    assertThat(VmmAdvisor.recommend(host.build()).markdown().lines().findFirst().orElseThrow())
        .startsWith("# Switch from Docker VMM to the Apple Virtualization framework in ")
        .contains(" Or stay with Docker VMM and keep the files of mongodb");
  }

  @Test
  void anIntelMacIsNotSentToAMacOsThatItMayNotRun() {
    Host.Builder host =
        Host.builder()
            .architecture(Architecture.X86_64)
            .macOsVersion(Version.parse("13.6"))
            .dockerDesktop(desktop("4.49.0", Vmm.APPLE_VIRTUALIZATION_FRAMEWORK).build());
    Recommendation answer = VmmAdvisor.recommend(host.build());

    assertThat(answer.candidate(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK).repairs()).isEmpty();
    assertThat(answer.candidate(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK).obstacles())
        .extracting(Obstacle::reason)
        .contains(Obstacle.Reason.MACOS_NOT_SHOWN);
    assertThat(
            VmmAdvisor.recommend(host.architecture(Architecture.ARM64).build())
                .candidate(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
                .repairs())
        .first()
        .satisfies(
            repair ->
                assertThat(repair.remedies())
                    .containsExactly(new Remedy.UpgradeMacOs(Version.parse("14"))));
  }
}

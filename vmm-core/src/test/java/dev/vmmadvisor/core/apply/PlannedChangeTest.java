package dev.vmmadvisor.core.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.answer.PlanValue;
import dev.vmmadvisor.core.apply.DockerDesktopState.Running;
import dev.vmmadvisor.core.apply.SettingsChangeException.Reason;
import dev.vmmadvisor.core.detect.SettingsFile;
import dev.vmmadvisor.testkit.SampleHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of the advisor, made in a settings file. */
class PlannedChangeTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:15:00Z");

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void prepare() {
    file = folder.resolve("settings-store.json");
  }

  @Test
  void aPlanToDockerVmmMakesTheFileAskForIt() throws Exception {
    Host host = mac();
    Files.writeString(
        file, "{\"SettingsVersion\":43,\"UseVirtualizationFramework\":true,\"Kept\":[1.50]}");

    SettingsChangeResult written = apply(SettingsChange.of(planTo(Vmm.DOCKER_VMM, host), file));

    assertThat(file)
        .hasContent(
            "{\"SettingsVersion\":43,\"UseVirtualizationFramework\":false,\"Kept\":[1.50],"
                + "\"UseLibkrun\":true,\"UseVirtualizationFrameworkRosetta\":false}");
    assertThat(read(host).dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(written.remaining()).isEmpty();
  }

  @Test
  void stepsThatAreSettingsAreOneWrite() throws Exception {
    Host host = withMemory(1024);
    Plan plan = planTo(Vmm.DOCKER_VMM, host);
    assertThat(plan.steps()).hasSize(2);
    Files.writeString(file, "{\"MemoryMiB\": 1024}");

    SettingsChange change = SettingsChange.of(plan, file);
    apply(change);

    assertThat(change.changes()).extracting(KeyChange::key).startsWith("MemoryMiB", "UseLibkrun");
    assertThat(read(host).dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(read(host).dockerDesktop().memoryMiB()).contains(4096);
    assertThat(SettingsBackup.list(file)).hasSize(1);
  }

  /** The host knew nothing of the 8192 MiB that the file has by now. */
  @Test
  void raisingTheMemoryDoesNotLowerIt() throws Exception {
    Files.writeString(file, "{\"MemoryMiB\": 8192}");

    SettingsChange change = SettingsChange.of(planTo(Vmm.DOCKER_VMM, withMemory(1024)), file);

    assertThat(change.changes()).extracting(KeyChange::key).doesNotContain("MemoryMiB");
    assertThat(change.changes()).isNotEmpty();
  }

  @Test
  void loweringTheMemoryDoesNotRaiseIt() throws Exception {
    Plan plan = steps(step(new Remedy.LowerVmMemory(8192), Map.of("MemoryMiB", 8192)));

    Files.writeString(file, "{\"MemoryMiB\": 4096}");
    assertThat(SettingsChange.of(plan, file).isEmpty()).isTrue();
    Files.writeString(file, "{\"MemoryMiB\": 9000}");
    assertThat(SettingsChange.of(plan, file).changes())
        .containsExactly(new KeyChange("MemoryMiB", "9000", "8192"));
  }

  @Test
  void whatIsNoSettingRemains() throws Exception {
    Step memory = step(new Remedy.RaiseVmMemory(4096), Map.of("MemoryMiB", 4096));
    Step upgrade = step(new Remedy.UpgradeDockerDesktop(Version.parse("4.90.0")), Map.of());
    Step rosetta =
        step(new Remedy.SwitchRosetta(true), Map.of("UseVirtualizationFrameworkRosetta", true));
    Files.writeString(file, "{}");

    SettingsChange change = SettingsChange.of(steps(memory, upgrade, rosetta), file);
    SettingsChangeResult written = apply(change);

    assertThat(change.changes()).extracting(KeyChange::key).containsExactly("MemoryMiB");
    assertThat(change.remaining()).containsExactly(upgrade, rosetta);
    assertThat(change.text())
        .endsWith(
            """

            Not part of this change, to be done after it, in this order:
            1. Do upgrade-docker-desktop.
            2. Do switch-rosetta.
            """);
    assertThat(written.remaining()).containsExactly(upgrade, rosetta);
    assertThat(written.next()).endsWith("Do upgrade-docker-desktop.", "Do switch-rosetta.");
  }

  @Test
  void aPlanThatDoesNotBeginWithASettingIsRefused() throws Exception {
    Files.writeString(file, "{}");
    Step upgrade = step(new Remedy.UpgradeDockerDesktop(Version.parse("4.90.0")), Map.of());
    List<Remedy> both = new ArrayList<>(upgrade.remedies());
    both.add(new Remedy.SwitchVmm(Vmm.DOCKER_VMM));
    Step mixed =
        new Step(
            both, Cost.APP_UPGRADE, true, Map.of("UseLibkrun", true), "Do both.", List.of(), "No.");
    for (Plan plan : List.of(steps(upgrade), steps(mixed))) {
      assertThatThrownBy(() -> SettingsChange.of(plan, file))
          .isInstanceOfSatisfying(
              SettingsChangeException.class,
              e -> assertThat(e.reason()).isEqualTo(Reason.NOTHING_TO_WRITE))
          .hasMessageContaining(plan.steps().get(0).instruction());
    }
  }

  @Test
  void onAReleaseWithAVulnerabilityTheUpgradeComesFirst() throws Exception {
    Files.writeString(file, "{}");
    Plan plan = planTo(Vmm.DOCKER_VMM, SampleHosts.appleSilicon());

    assertThatThrownBy(() -> SettingsChange.of(plan, file))
        .isInstanceOfSatisfying(
            SettingsChangeException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.NOTHING_TO_WRITE))
        .hasMessageContaining("Upgrade Docker Desktop to 4.88.0 or later");
    assertThat(file).hasContent("{}");
  }

  @Test
  void aPlanThatLeadsNowhereIsRefused() throws Exception {
    Files.writeString(file, "{}");
    Plan plan = planTo(Vmm.DOCKER_VMM, SampleHosts.intelOnHyperKit());
    assertThat(plan.possible()).isFalse();

    assertThatThrownBy(() -> SettingsChange.of(plan, file))
        .isInstanceOfSatisfying(
            SettingsChangeException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.NOTHING_TO_WRITE));
  }

  @Test
  void aPlanWithoutStepsIsAnEmptyChange() throws Exception {
    Files.writeString(file, "{}");
    Plan plan = planTo(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK, mac());
    assertThat(plan.steps()).isEmpty();

    assertThat(SettingsChange.of(plan, file).isEmpty()).isTrue();
  }

  @Test
  void anOldDockerDesktopGetsTheKeysOfItsFile() throws Exception {
    Host host =
        Host.builder()
            .from(SampleHosts.appleSilicon())
            .dockerDesktop(
                DockerDesktop.builder()
                    .version(Version.parse("4.30.0"))
                    .vmm(Vmm.QEMU)
                    .memoryMiB(8192)
                    .build())
            .build();
    Plan plan = planTo(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK, host);
    Path old = folder.resolve("settings.json");
    Files.writeString(old, "{\"settingsVersion\": 38}");
    Files.writeString(folder.resolve("unrelated.json"), "{}");

    apply(SettingsChange.of(plan, old));

    assertThat(old).hasContent("{\"settingsVersion\": 38,\"useVirtualizationFramework\": true}");
    Files.move(old, file);
    assertThatThrownBy(() -> SettingsChange.of(plan, file))
        .isInstanceOfSatisfying(
            SettingsChangeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_FILE))
        .hasMessageEndingWith("change " + old);
  }

  private Host read(Host host) throws Exception {
    Host other =
        Host.builder()
            .from(host)
            .dockerDesktop(
                DockerDesktop.builder()
                    .version(host.dockerDesktop().version().orElseThrow())
                    .build())
            .build();
    return SettingsFile.read(Files.readString(file), other);
  }

  private SettingsChangeResult apply(SettingsChange change) throws SettingsChangeException {
    return change.apply(() -> Running.NO, NOW, folder.resolve("admin-settings.json"));
  }

  private static Plan planTo(Vmm vmm, Host host) {
    return VmmAdvisor.recommend(host).planTo(vmm);
  }

  /** A Mac on a release without a vulnerability, so that no plan begins with an upgrade. */
  private static Host mac() {
    Host host = SampleHosts.appleSilicon();
    return Host.builder()
        .from(host)
        .dockerDesktop(
            DockerDesktop.builder()
                .from(host.dockerDesktop())
                .version(Version.parse("4.90.0"))
                .build())
        .build();
  }

  private static Host withMemory(int memoryMiB) {
    Host host = mac();
    return Host.builder()
        .from(host)
        .dockerDesktop(
            DockerDesktop.builder().from(host.dockerDesktop()).memoryMiB(memoryMiB).build())
        .build();
  }

  private static Plan steps(Step... steps) {
    return PlanValue.builder().from(planTo(Vmm.DOCKER_VMM, mac())).steps(List.of(steps)).build();
  }

  private static Step step(Remedy remedy, Map<String, Object> settings) {
    return new Step(
        List.of(remedy),
        settings.isEmpty() ? Cost.APP_UPGRADE : Cost.RESTART,
        true,
        settings,
        "Do " + remedy.action() + ".",
        List.of(),
        "Undo it.");
  }

  @Test
  void aFileThatTheReleaseNoLongerReadsIsRefused() throws Exception {
    Plan plan = planTo(Vmm.DOCKER_VMM, mac());
    Path old = folder.resolve("settings.json");
    Files.writeString(old, "{\"settingsVersion\": 38}");

    assertThatThrownBy(() -> SettingsChange.of(plan, old))
        .isInstanceOfSatisfying(
            SettingsChangeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_FILE))
        .hasMessageContaining("settings-store.json; start Docker Desktop once");
  }

  @Test
  void aPlanWhoseVmmIsUndeterminedIsWrittenOnlyIfThatIsAskedFor() throws Exception {
    Plan plan = planTo(Vmm.DOCKER_VMM, Host.builder().build());
    String before = "{\"SettingsVersion\": 45}";
    Files.writeString(file, before);
    assertThat(plan.undetermined()).contains(Fact.ARCHITECTURE, Fact.MACOS_VERSION);
    assertThat(planTo(Vmm.DOCKER_VMM, mac()).undetermined()).isEmpty();

    SettingsChange change = SettingsChange.of(plan, file);

    assertThatThrownBy(() -> apply(change))
        .isInstanceOfSatisfying(
            SettingsChangeException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.UNDETERMINED))
        .hasMessageContaining("these facts are missing: operatingSystem, architecture");
    assertThat(file).hasContent(before);
    apply(change.evenIfUndetermined());
    assertThat(file).content().contains("\"UseLibkrun\": true");
  }

  @Test
  void whatKilledChangesHaveLeftIsRemovedOnceItIsOld() throws Exception {
    Files.writeString(file, "{\"SettingsVersion\":43,\"UseVirtualizationFramework\":true}");
    Path old = folder.resolve("settings-store.json.vmm-advisor-2026-11-22T10-15-00Z.temporary");
    Path empty = folder.resolve("settings-store.json.vmm-advisor-2026-11-22T10-15-00Z.backup");
    Path backup = folder.resolve("settings-store.json.vmm-advisor-2026-11-22T10-14-00Z.backup");
    Path recent = folder.resolve("settings-store.json.vmm-advisor-2026-11-23T10-14-00Z.temporary");
    Path other = folder.resolve("other.json.vmm-advisor-2026-11-22T10-15-00Z.temporary");
    Files.writeString(old, "{");
    Files.writeString(empty, "");
    Files.writeString(backup, "{}");
    Files.writeString(recent, "{");
    Files.writeString(other, "{");

    apply(SettingsChange.of(planTo(Vmm.DOCKER_VMM, mac()), file));

    assertThat(old).doesNotExist();
    assertThat(empty).doesNotExist();
    assertThat(backup).exists();
    assertThat(recent).exists();
    assertThat(other).exists();
  }
}

package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.FakeMac;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fake Macs that have names, looked at as a user would. */
class FakeMacDetectionTest {

  @TempDir Path folder;

  @Test
  void anIntelMacWithHyperKitIsFoundAsItIs() throws IOException {
    Detection detection = look(FakeMac.intel());
    Host host = detection.host();

    assertThat(host.architecture()).contains(Architecture.X86_64);
    assertThat(host.chip()).contains("Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz");
    assertThat(host.macOsVersion()).contains(Version.parse("13.6"));
    assertThat(host.memoryMiB()).contains(16384);
    assertThat(host.virtualMachine()).contains(false);
    assertThat(host.rosettaInstalled()).as("void on Intel").isEmpty();
    assertThat(host.dockerDesktop().vmm()).contains(Vmm.HYPERKIT);
    assertThat(host.dockerDesktop().memoryMiB()).contains(6144);
    assertThat(host.dockerDesktop().fileSharing()).contains(FileSharing.GRPC_FUSE);
    assertThat(detection.runningVmm()).contains(Vmm.HYPERKIT);
    assertThat(detection.requestedVmm()).contains(Vmm.HYPERKIT);
    assertThat(detection.dockerDesktopRunning()).contains(true);
    assertThat(detection.isMac()).contains(true);
    assertThat(detection.notices()).isEmpty();
    assertThat(MacTree.origin(detection, Fact.CURRENT_VMM))
        .isEqualTo("list of processes, com.docker.hyperkit");
    assertThat(MacTree.origin(detection, Fact.ARCHITECTURE))
        .isEqualTo("sysctl, machdep.cpu.brand_string");
  }

  @Test
  void anM1With8GbHasTheMemoryOfItsSettingsAndTheVmmOfItsProcesses() throws IOException {
    Detection detection = look(FakeMac.m1With8Gb());
    Host host = detection.host();

    assertThat(host.chip()).contains("Apple M1");
    assertThat(host.memoryMiB()).contains(8192);
    assertThat(host.dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(host.dockerDesktop().memoryMiB()).contains(4096);
    assertThat(host.dockerDesktop().rosettaEnabled()).contains(false);
    assertThat(MacTree.origin(detection, Fact.CURRENT_VMM))
        .isEqualTo("list of processes, com.docker.krun");
    assertThat(MacTree.origin(detection, Fact.VM_MEMORY)).isEqualTo(MacTree.STORE + ", MemoryMiB");
  }

  @Test
  void anM4WithANewReleaseIsFoundAsItIs() throws IOException {
    Detection detection = look(FakeMac.m4());

    assertThat(detection.host().chip()).contains("Apple M4");
    assertThat(detection.host().macOsVersion()).contains(Version.parse("26.1"));
    assertThat(detection.host().dockerDesktop().version()).contains(Version.parse("4.88.0"));
    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(MacTree.origin(detection, Fact.DOCKER_DESKTOP_VERSION))
        .isEqualTo(MacTree.INFO + ", CFBundleShortVersionString");
    assertThat(MacTree.origin(detection, Fact.MACOS_VERSION)).isEqualTo("sw_vers, ProductVersion");
  }

  @Test
  void aFreshInstallHasNoSettingsAndThatIsSaid() throws IOException {
    Detection detection = look(FakeMac.freshInstall());

    assertThat(detection.host().dockerDesktop().version()).contains(Version.parse("4.44.0"));
    assertThat(detection.host().dockerDesktop().vmm()).isEmpty();
    assertThat(detection.host().dockerDesktop().memoryMiB()).isEmpty();
    assertThat(detection.host().dockerDesktop().fileSharing()).isEmpty();
    assertThat(detection.dockerDesktopRunning()).contains(false);
    assertThat(MacTree.notice(detection, "no-settings-file").parameters())
        .containsEntry("file", MacTree.STORE);
  }

  @Test
  void sparseSettingsTellTheDefaultOfTheReleaseAndSaySo() throws IOException {
    Detection detection = look(FakeMac.sparseSettings());

    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(detection.evidence(Fact.CURRENT_VMM))
        .allSatisfy(each -> assertThat(each.origin().kind()).isEqualTo(Origin.Kind.RELEASE_DEFAULT))
        .hasSize(1);
    assertThat(detection.host().dockerDesktop().memoryMiB()).isEmpty();
    assertThat(detection.host().dockerDesktop().cpus()).isEmpty();
    assertThat(detection.host().dockerDesktop().rosettaEnabled()).isEmpty();
    assertThat(detection.runningVmm()).isEmpty();
  }

  @Test
  void aLockedFleetMacHasItsLockedSettings() throws IOException {
    Detection detection = look(FakeMac.lockedFleetMac());

    assertThat(detection.host().dockerDesktop().lockedSettings())
        .contains(List.of("fileSharing", "rosettaEnabled"));
    assertThat(MacTree.origin(detection, Fact.LOCKED_SETTINGS))
        .isEqualTo(MacPaths.ADMIN_SETTINGS + ", locked");
    assertThat(detection.evidence(Fact.ROSETTA_ENABLED)).hasSize(3);
    assertThat(detection.notices()).isEmpty();
  }

  @Test
  void aJvmUnderRosettaSeesTheSameMac() throws IOException {
    Detection translated = look(FakeMac.jvmUnderRosetta());

    assertThat(translated.host().architecture()).contains(Architecture.ARM64);
    assertThat(translated.host().chip()).contains("Apple M3 Pro");
    assertThat(MacTree.codes(translated)).isEmpty();
  }

  @Test
  void theArchitectureOfTheJvmNeverMatters() throws IOException {
    String before = System.getProperty("os.arch");
    FakeMac arm = FakeMac.m4().createIn(folder.resolve("arm"));
    FakeMac intel = FakeMac.intel().createIn(folder.resolve("intel"));
    try {
      for (String architecture : List.of("x86_64", "aarch64", "amd64", "")) {
        System.setProperty("os.arch", architecture);
        assertThat(detector(arm).detection().host().architecture()).contains(Architecture.ARM64);
        assertThat(detector(intel).detection().host().architecture()).contains(Architecture.X86_64);
      }
    } finally {
      System.setProperty("os.arch", before);
    }
  }

  @Test
  void aMacInAVirtualMachineIsOneByItsChipItsModelAndItsKernel() throws IOException {
    Detection detection = look(FakeMac.macInVirtualMachine());

    assertThat(detection.host().virtualMachine()).contains(true);
    assertThat(detection.host().chipGeneration()).contains(4);
    assertThat(detection.evidence(Fact.VIRTUAL_MACHINE))
        .extracting(each -> each.origin().key())
        .containsExactlyInAnyOrder("machdep.cpu.brand_string", "kern.hv_vmm_present", "hw.model");
    assertThat(detection.notices()).isEmpty();
  }

  @Test
  void unreadableSettingsAreNotTakenForAbsentOnes() throws IOException {
    Detection detection = look(FakeMac.unreadableSettings());

    assertThat(detection.host().dockerDesktop().vmm()).isEmpty();
    assertThat(detection.host().dockerDesktop().fileSharing()).isEmpty();
    assertThat(detection.evidence(Fact.CURRENT_VMM)).isEmpty();
    assertThat(MacTree.codes(detection)).contains("unreadable-file");
    assertThat(MacTree.codes(detection)).doesNotContain("no-settings-file");
    assertThat(detection.host().architecture()).contains(Architecture.ARM64);
    assertThat(detection.host().dockerDesktop().version()).contains(Version.parse("4.44.0"));
  }

  @Test
  void aPlainMacIsFoundWithEveryFactButItsWorkload() throws IOException {
    Host sample = SampleHosts.appleSilicon();
    Detection detection = look(FakeMac.of(sample));

    assertThat(detection.host())
        .isEqualTo(
            Host.builder()
                .from(sample)
                .workload(Workload.unknown())
                .dockerDesktop(
                    DockerDesktop.builder()
                        .from(sample.dockerDesktop())
                        .lockedSettings(Optional.of(List.of()))
                        .build())
                .build());
  }

  @Test
  void commandsHaveAbsolutePathsAndOnlyLook() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);
    detector(mac).detection();

    assertThat(mac.commandsRun())
        .extracting(command -> command.get(0))
        .containsExactlyInAnyOrder(
            "/bin/ps", "/usr/bin/sw_vers", "/usr/sbin/sysctl", "/usr/bin/arch");
  }

  @Test
  void onAnIntelMacNothingIsAskedAboutRosetta() throws IOException {
    FakeMac mac = FakeMac.intel().createIn(folder);
    detector(mac).detection();

    assertThat(mac.commandsRun()).noneMatch(command -> command.get(0).equals("/usr/bin/arch"));
  }

  @Test
  void theDocumentOfADetectionIsJsonWithHostEvidenceAndNotices() throws IOException {
    Detection detection = look(FakeMac.freshInstall());
    JsonNode document = new ObjectMapper().readTree(VmmJson.write(detection));

    assertThat(document.path("host").path("chip").textValue()).isEqualTo("Apple M3 Pro");
    assertThat(document.path("dockerDesktopRunning").booleanValue()).isFalse();
    assertThat(document.path("evidence")).hasSize(detection.evidence().size());
    assertThat(document.path("evidence").path(0).path("fact").textValue())
        .isEqualTo("operatingSystem");
    assertThat(document.path("evidence").path(0).path("origin").path("kind").textValue())
        .isEqualTo("command");
    assertThat(
            StreamSupport.stream(document.path("notices").spliterator(), false)
                .map(notice -> notice.path("code").textValue()))
        .contains("no-settings-file");
    assertThat(VmmJson.readHost(document.path("host").toString())).isEqualTo(detection.host());
  }

  @Test
  void theSettingsFileOfAMacIsTheOneThatWasRead() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);

    assertThat(detector(mac).settingsFile()).contains(folder.resolve(MacTree.STORE.substring(1)));
    assertThat(detector(mac).adminSettingsFile())
        .isEqualTo(folder.resolve(MacPaths.ADMIN_SETTINGS.substring(1)));
  }

  private Detection look(FakeMac.Builder builder) throws IOException {
    return detector(builder.createIn(folder)).detection();
  }

  private static HostDetector detector(FakeMac mac) {
    return HostDetector.of(mac.root(), mac.commands()).withHome(mac.home());
  }
}

package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettingsFileTest {

  @Test
  void aFullFileInCamelCaseTellsEveryFact() throws IOException {
    Host host = file("full-camel-case.json", Hosts.host("arm64", "4.34.0", "14.6"));

    assertThat(host.dockerDesktop())
        .isEqualTo(
            DockerDesktop.builder()
                .version(Version.parse("4.34.0"))
                .vmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
                .fileSharing(FileSharing.VIRTIOFS)
                .rosettaEnabled(true)
                .memoryMiB(6144)
                .cpus(10)
                .build());
    assertThat(host.notices()).extracting(Notice::code).containsExactly("both-file-sharings");
  }

  @Test
  void aFullFileInPascalCaseTellsEveryFactWithoutHelp() throws IOException {
    Host host = file("full-pascal-case.json", Hosts.NOTHING_KNOWN);

    assertThat(host.dockerDesktop())
        .isEqualTo(
            DockerDesktop.builder()
                .vmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
                .fileSharing(FileSharing.GRPC_FUSE)
                .rosettaEnabled(false)
                .memoryMiB(16384)
                .cpus(8)
                .build());
    assertThat(host.architecture()).isEmpty();
    assertThat(host.notices()).isEmpty();
  }

  @Test
  void aSparseFileTellsWhatWasChosen() throws IOException {
    Host host = file("sparse.json", Hosts.host("arm64", null, null));

    assertThat(host.dockerDesktop())
        .isEqualTo(
            DockerDesktop.builder()
                .vmm(Vmm.DOCKER_VMM)
                .fileSharing(FileSharing.VIRTIOFS)
                .rosettaEnabled(false)
                .build());
    assertThat(host.notices()).isEmpty();
  }

  @Test
  void anOldFileWithoutTheNewerKeysTellsTheLegacyVmm() throws IOException {
    Host host = file("legacy.json", Hosts.host("arm64", "4.2.0", "12.0"));

    assertThat(host.dockerDesktop().vmm()).contains(Vmm.QEMU);
    assertThat(host.dockerDesktop().memoryMiB()).contains(4096);
    assertThat(host.dockerDesktop().fileSharing()).isEmpty();
    assertThat(host.dockerDesktop().rosettaEnabled()).isEmpty();
    assertThat(Hosts.codes(host)).containsExactly("virtiofs-impossible");
  }

  @Test
  void aFileOfWindowsTellsOnlyMemoryAndCpus() throws IOException {
    Host host = file("windows.json", Hosts.NOTHING_KNOWN);

    assertThat(host.dockerDesktop())
        .isEqualTo(DockerDesktop.builder().memoryMiB(3072).cpus(6).build());
    assertThat(host.notices())
        .containsExactly(
            new Notice(
                "not-a-mac-file",
                "$.WslEngineEnabled",
                Map.of("reason", "wsl"),
                "WSL is in use, which only Windows has"));
  }

  @Test
  void onAKnownMacKeysAboutWslSayNothing() throws IOException {
    Host byVersion = file("windows.json", Hosts.host("x86_64", "4.40.0", "15.2"));
    Host bySystem = file("windows.json", Host.builder().operatingSystem("macos").build());

    assertThat(byVersion.dockerDesktop().vmm()).contains(Vmm.HYPERKIT);
    assertThat(Hosts.codes(byVersion)).doesNotContain("not-a-mac-file");
    assertThat(Hosts.codes(bySystem)).doesNotContain("not-a-mac-file");
  }

  @Test
  void onAnotherSystemNothingIsTakenForAMac() throws IOException {
    Host host = file("full-pascal-case.json", Host.builder().operatingSystem("linux").build());

    assertThat(host.dockerDesktop())
        .isEqualTo(DockerDesktop.builder().memoryMiB(16384).cpus(8).build());
    assertThat(host.notices())
        .containsExactly(
            new Notice(
                "not-a-mac-file",
                "operatingSystem",
                Map.of("reason", "host"),
                "the host is not a Mac"));
  }

  @Test
  void anEmptyObjectTellsNothing() {
    Host known = Hosts.usual();

    assertThat(SettingsFile.read("{}", Hosts.NOTHING_KNOWN)).isEqualTo(Hosts.NOTHING_KNOWN);
    assertThat(SettingsFile.read("{}", known).architecture()).contains(Architecture.ARM64);
    assertThat(SettingsFile.read("{}", known).dockerDesktop().rosettaEnabled()).isEmpty();
    assertThat(SettingsFile.read("{}", known).dockerDesktop().memoryMiB()).isEmpty();
    assertThat(SettingsFile.read("{}", known).dockerDesktop().cpus()).isEmpty();
  }

  @Test
  void bothSwitchesOnIsDockerVmmWithANotice() {
    Host host = SettingsFile.read(Hosts.pascalCase("true", "true"), Hosts.usual());

    assertThat(host.dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(host.notices())
        .containsExactly(
            new Notice(
                "contradicting-settings",
                "dockerDesktop.vmm",
                "UseLibkrun and UseVirtualizationFramework are both true; UseLibkrun takes"
                    + " precedence"));
  }

  @Test
  void theFileTakesPrecedenceOverWhatWasKnown() {
    Notice earlier = new Notice("unknown-field", "$.flavour", "passed over");
    Host known =
        Host.builder()
            .from(Hosts.usual())
            .dockerDesktop(
                DockerDesktop.builder()
                    .vmm(Vmm.QEMU)
                    .cpus(4)
                    .memoryMiB(2048)
                    .fileSharing(FileSharing.VIRTIOFS)
                    .build())
            .addNotices(earlier)
            .build();

    Host host =
        SettingsFile.read(
            "{\"SettingsVersion\": 43, \"UseLibkrun\": true, \"Cpus\": 4, \"MemoryMiB\": 4096}",
            known);

    assertThat(host.dockerDesktop())
        .isEqualTo(
            DockerDesktop.builder()
                .vmm(Vmm.DOCKER_VMM)
                .cpus(4)
                .memoryMiB(4096)
                .fileSharing(FileSharing.VIRTIOFS)
                .build());
    assertThat(host.notices())
        .containsExactly(
            earlier,
            new Notice(
                "contradicted-fact",
                "dockerDesktop.vmm",
                Map.of("known", "qemu", "found", "docker-vmm"),
                "qemu was known, and docker-vmm was found and taken"),
            new Notice(
                "contradicted-fact",
                "dockerDesktop.memoryMiB",
                Map.of("known", "2048", "found", "4096"),
                "2048 was known, and 4096 was found and taken"));
  }

  @Test
  void whatTheFileLeavesOpenStaysAsItWasKnown() {
    Host known =
        Host.builder().dockerDesktop(DockerDesktop.builder().vmm(Vmm.DOCKER_VMM).build()).build();

    Host host = SettingsFile.read(Hosts.pascalCase(null, null), known);

    assertThat(host.dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(host.dockerDesktop().fileSharing()).contains(FileSharing.VIRTIOFS);
    assertThat(Hosts.codes(host)).containsExactly("vmm-undetermined");
  }

  @Test
  void aDockerDesktopOlderThanTheFormOfItsFileIsNoticed() {
    Host host =
        SettingsFile.read(Hosts.pascalCase("true", "true"), Hosts.host("arm64", "4.30.0", "14.0"));

    assertThat(host.dockerDesktop().vmm()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(host.notices())
        .containsExactly(
            new Notice(
                "unexpected-form",
                "dockerDesktop.version",
                Map.of("version", Version.parse("4.30.0"), "since", Version.parse("4.35.0")),
                "Docker Desktop 4.30.0 does not read a file of this form, which came with"
                    + " 4.35.0"));
  }

  private static Host file(String name, Host known) throws IOException {
    try (InputStream file = SettingsFileTest.class.getResourceAsStream(name)) {
      return SettingsFile.read(Objects.requireNonNull(file, name), known);
    }
  }
}

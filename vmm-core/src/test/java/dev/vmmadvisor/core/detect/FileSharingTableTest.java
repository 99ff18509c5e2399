package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.host.Host;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSharingTableTest {

  private static final String APPLE = "\"useVirtualizationFramework\": true";
  private static final String LEGACY = "\"useVirtualizationFramework\": false";

  @Test
  void dockerVmmAlwaysSharesByVirtioFs() {
    for (String rest :
        new String[] {
          "",
          ", \"UseVirtualizationFrameworkVirtioFS\": false",
          ", \"UseVirtualizationFrameworkVirtioFS\": false, \"UseGrpcfuse\": true"
        }) {
      Host host =
          SettingsFile.read(
              "{\"SettingsVersion\": 43, \"UseLibkrun\": true" + rest + "}",
              Hosts.host("arm64", null, null));

      assertThat(host.dockerDesktop().fileSharing()).contains(FileSharing.VIRTIOFS);
    }
  }

  @ParameterizedTest(name = "VirtioFS {0}, gRPC FUSE {1} with {2} on {3}")
  @CsvSource({
    "true, true, 4.30.0, 14.0, virtiofs",
    "true, , , , virtiofs",
    "true, false, , 15.2, virtiofs",
    ", , 4.23.0, 12.5, virtiofs",
    ", true, 4.93.0, , virtiofs",
    ", , 4.22.0, 12.5, ",
    ", , 4.36.0, , ",
    ", , 4.36.0, 10.16, ",
    ", , , 15.2, ",
    "false, true, 4.93.0, 15.2, grpc-fuse",
    "false, , , , grpc-fuse",
    "false, false, 4.79.0, 15.2, osxfs",
    "false, false, 4.80.0, 15.2, virtiofs",
    "false, false, , 15.2, ",
    "1, true, 4.40.0, 15.2, ",
    "false, 1, 4.40.0, 15.2, ",
    "true, 1, 4.40.0, 15.2, virtiofs"
  })
  void theAppleFrameworkSharesAsItsSwitchesSay(
      @Nullable String virtioFs,
      @Nullable String grpcFuse,
      @Nullable String desktop,
      @Nullable String macOs,
      @Nullable String sharing) {
    Host host =
        SettingsFile.read(file(APPLE, virtioFs, grpcFuse), Hosts.host("arm64", desktop, macOs));

    assertThat(host.dockerDesktop().fileSharing().map(FileSharing::id).orElse(null))
        .isEqualTo(sharing);
    assertThat(Hosts.codes(host)).doesNotContain("virtiofs-impossible");
  }

  @ParameterizedTest(name = "VirtioFS {0}, gRPC FUSE {1} with {2}")
  @CsvSource({
    "true, true, 4.40.0, ",
    ", , 4.40.0, ",
    ", false, 4.40.0, ",
    "false, , 4.40.0, grpc-fuse",
    "false, true, 4.30.0, grpc-fuse",
    "false, false, 4.40.0, osxfs"
  })
  void theLegacyVmmsShareOnlyByWhatIsExplicit(
      @Nullable String virtioFs,
      @Nullable String grpcFuse,
      @Nullable String desktop,
      @Nullable String sharing) {
    for (String architecture : new String[] {"arm64", "x86_64"}) {
      Host host =
          SettingsFile.read(
              file(LEGACY, virtioFs, grpcFuse), Hosts.host(architecture, desktop, "15.2"));

      assertThat(host.dockerDesktop().fileSharing().map(FileSharing::id).orElse(null))
          .isEqualTo(sharing);
    }
  }

  @ParameterizedTest(name = "VirtioFS {0} on {1}")
  @CsvSource({"true, 12.4, false", ", 12.4, false", "false, 12.4, true", ", 11.6, false"})
  void virtioFsIsImpossibleOnAnOldMacOs(
      @Nullable String virtioFs, String macOs, boolean isExplicit) {
    Host host =
        SettingsFile.read(file(APPLE, virtioFs, null), Hosts.host("arm64", "4.30.0", macOs));

    if (isExplicit) {
      assertThat(host.dockerDesktop().fileSharing()).contains(FileSharing.GRPC_FUSE);
      assertThat(host.notices()).isEmpty();
    } else {
      assertThat(host.dockerDesktop().fileSharing()).isEmpty();
      assertThat(Hosts.codes(host)).containsExactly("virtiofs-impossible");
    }
  }

  @Test
  void fileSharingIsToldWithoutTheVmmWhenEveryVmmAgrees() {
    Host contested =
        SettingsFile.read(Hosts.pascalCase(null, null), Hosts.host("arm64", "4.91.0", "26.0"));
    Host undetermined =
        SettingsFile.read(
            "{\"SettingsVersion\": 43, \"UseVirtualizationFramework\": false,"
                + " \"UseLibkrun\": false, \"UseVirtualizationFrameworkVirtioFS\": false}",
            Hosts.host(null, "4.40.0", "15.2"));
    Host open = SettingsFile.read(Hosts.pascalCase(null, null), Hosts.NOTHING_KNOWN);

    assertThat(contested.dockerDesktop().vmm()).isEmpty();
    assertThat(contested.dockerDesktop().fileSharing()).contains(FileSharing.VIRTIOFS);
    assertThat(undetermined.dockerDesktop().vmm()).isEmpty();
    assertThat(undetermined.dockerDesktop().fileSharing()).contains(FileSharing.GRPC_FUSE);
    assertThat(open.dockerDesktop().vmm()).isEmpty();
    assertThat(open.dockerDesktop().fileSharing()).isEmpty();
  }

  private static String file(String vmm, @Nullable String virtioFs, @Nullable String grpcFuse) {
    return "{\"settingsVersion\": 38, "
        + vmm
        + (virtioFs == null ? "" : ", \"useVirtualizationFrameworkVirtioFS\": " + virtioFs)
        + (grpcFuse == null ? "" : ", \"useGrpcfuse\": " + grpcFuse)
        + "}";
  }
}

package dev.vmmadvisor.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys that changes write, before and after the settings file got another name. */
class SettingKeysTest {

  private static final Host NEW = host("4.35.0");
  private static final Host OLD = host("4.34.3");

  private static Host host(String release) {
    return Host.builder()
        .dockerDesktop(DockerDesktop.builder().version(Version.parse(release)).build())
        .build();
  }

  static List<Arguments> keys() {
    return List.of(
        Arguments.of(new Remedy.RaiseVmMemory(4096), Map.of("MemoryMiB", 4096)),
        Arguments.of(new Remedy.LowerVmMemory(2048), Map.of("MemoryMiB", 2048)),
        Arguments.of(
            new Remedy.SwitchRosetta(true), Map.of("UseVirtualizationFrameworkRosetta", true)),
        Arguments.of(
            new Remedy.SwitchRosetta(false), Map.of("UseVirtualizationFrameworkRosetta", false)),
        Arguments.of(
            new Remedy.SelectFileSharing(FileSharing.VIRTIOFS),
            Map.of("UseVirtualizationFrameworkVirtioFS", true, "UseGrpcfuse", false)),
        Arguments.of(
            new Remedy.SelectFileSharing(FileSharing.GRPC_FUSE),
            Map.of("UseVirtualizationFrameworkVirtioFS", false, "UseGrpcfuse", true)),
        Arguments.of(
            new Remedy.SelectFileSharing(FileSharing.OSXFS),
            Map.of("UseVirtualizationFrameworkVirtioFS", false, "UseGrpcfuse", false)),
        Arguments.of(
            new Remedy.SwitchVmm(Vmm.QEMU),
            Map.of("UseLibkrun", false, "UseVirtualizationFramework", false)),
        Arguments.of(
            new Remedy.SwitchVmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK),
            Map.of("UseLibkrun", false, "UseVirtualizationFramework", true)),
        Arguments.of(
            new Remedy.SwitchVmm(Vmm.DOCKER_VMM),
            Map.of(
                "UseLibkrun",
                true,
                "UseVirtualizationFramework",
                false,
                "UseVirtualizationFrameworkRosetta",
                false)),
        Arguments.of(new Remedy.UpgradeMacOs(Version.parse("14")), Map.of()));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aChangeWritesItsKeys(Remedy remedy, Map<String, Object> keys) {
    assertThat(SettingKeys.of(remedy, NEW)).isEqualTo(keys);
    assertThat(SettingKeys.of(remedy, Host.builder().build())).isEqualTo(keys);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.34.3", "4.1.0"})
  void beforeTheSettingsStoreKeysBeginWithASmallLetter(String release) {
    assertThat(SettingKeys.of(new Remedy.RaiseVmMemory(4096), host(release)))
        .isEqualTo(Map.of("memoryMiB", 4096));
  }

  @Test
  void beforeTheSettingsStoreThereIsNoKeyForDockerVmm() {
    assertThat(SettingKeys.of(new Remedy.SwitchVmm(Vmm.QEMU), OLD))
        .isEqualTo(Map.of("useVirtualizationFramework", false));
    assertThat(SettingKeys.of(new Remedy.SwitchVmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK), OLD))
        .isEqualTo(Map.of("useVirtualizationFramework", true));
  }
}

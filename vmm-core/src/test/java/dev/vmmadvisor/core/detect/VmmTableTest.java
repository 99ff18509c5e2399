package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Host;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VmmTableTest {

  @ParameterizedTest(name = "row {0}: {1} {2} {3} with {4} on {5}")
  @CsvSource({
    "1, arm64, true, , 4.35.0, 15.2, docker-vmm",
    "1, arm64, true, false, 4.44.0, 15.2, docker-vmm",
    "1, arm64, true, true, 4.93.0, 26.1, docker-vmm",
    "2, arm64, false, true, 4.35.0, 15.2, apple-virtualization-framework",
    "2, arm64, , true, 4.86.0, 15.2, apple-virtualization-framework",
    "2, arm64, , true, 4.30.0, 14.0, apple-virtualization-framework",
    "3, arm64, , , 4.14.0, 12.5, apple-virtualization-framework",
    "3, arm64, false, , 4.14.0, 12.5, apple-virtualization-framework",
    "3, arm64, , , 4.79.1, 15.2, apple-virtualization-framework",
    "5, arm64, , , 4.80.0, 15.2, apple-virtualization-framework",
    "5, arm64, , , 4.85.9, 15.2, apple-virtualization-framework",
    "5, arm64, false, , 4.80.0, 15.2, apple-virtualization-framework",
    "5, arm64, false, , 4.86.0, 15.2, apple-virtualization-framework",
    "6, arm64, false, false, 4.43.2, 15.2, qemu",
    "6, arm64, , false, 4.2.0, 12.0, qemu",
    "9, arm64, , , 4.13.1, 13.0, qemu",
    "9, arm64, false, , 4.14.0, 12.4, qemu",
    "9, arm64, , , 4.30.0, 12.4, qemu",
    "10, x86_64, , true, 4.14.0, 12.5, apple-virtualization-framework",
    "10, x86_64, false, true, 4.93.0, 15.2, apple-virtualization-framework",
    "10, x86_64, false, true, 4.13.0, 12.4, apple-virtualization-framework",
    "11, x86_64, , , 4.14.0, 12.5, apple-virtualization-framework",
    "11, x86_64, false, , 4.93.0, 15.2, apple-virtualization-framework",
    "12, x86_64, , false, 4.2.0, 11.6, hyperkit",
    "12, x86_64, false, false, 4.93.0, 15.2, hyperkit",
    "12, x86_64, , , 4.13.0, 13.0, hyperkit",
    "12, x86_64, , , 4.14.0, 12.4, hyperkit",
    "14, arm64, true, true, 4.34.3, 15.2, apple-virtualization-framework",
    "14, arm64, true, , 4.34.3, 15.2, apple-virtualization-framework",
    "14, arm64, true, , 4.34.3, 12.4, qemu",
    "14, arm64, true, , 4.13.0, 15.2, qemu",
    "14, arm64, true, false, 4.34.3, 15.2, qemu",
    "14, x86_64, true, true, 4.34.3, 15.2, apple-virtualization-framework",
    "14, x86_64, true, , 4.34.3, 15.2, apple-virtualization-framework",
    "14, x86_64, true, , 4.34.3, 12.4, hyperkit",
    "14, x86_64, true, , 4.13.0, 15.2, hyperkit",
    "14, x86_64, true, false, 4.34.3, 15.2, hyperkit"
  })
  void settingsAskForTheVmmOfTheirRow(
      int number,
      String architecture,
      @Nullable String libkrun,
      @Nullable String framework,
      String desktop,
      String macOs,
      String vmm) {
    Host known = Hosts.host(architecture, desktop, macOs);

    Host host = SettingsFile.read(Hosts.camelCase(libkrun, framework), known);

    assertThat(host.dockerDesktop().vmm().map(Vmm::id)).contains(vmm);
    assertThat(Hosts.codes(host)).doesNotContain("vmm-contested", "vmm-undetermined");
    assertThat(
            VmmTable.possible(
                flags(libkrun),
                flags(framework),
                PossibleHost.of(known, SettingsDocument.Form.UNKNOWN)))
        .extracting(VmmTable.Row::number)
        .containsExactly(number);
  }

  @ParameterizedTest(name = "row {0}: {1} {2} {3} with {4}")
  @CsvSource({
    "4, arm64, , , 4.86.0, both keys are left out",
    "4, arm64, , , 4.93.0, both keys are left out",
    "7, arm64, false, false, 4.44.0, QEMU is gone",
    "7, arm64, false, false, 4.93.0, QEMU is gone",
    "8, arm64, , false, 4.44.0, only one VMM is ruled out",
    "13, x86_64, true, , 4.35.0, Docker VMM on Intel",
    "13, x86_64, true, true, 4.93.0, Docker VMM on Intel",
    "13, x86_64, true, false, 4.44.0, Docker VMM on Intel"
  })
  void contestedSettingsGiveNoVmm(
      int number,
      String architecture,
      @Nullable String libkrun,
      @Nullable String framework,
      String desktop,
      String why) {
    Host known = Hosts.host(architecture, desktop, "15.2");

    Host host = SettingsFile.read(Hosts.pascalCase(libkrun, framework), known);

    assertThat(host.dockerDesktop().vmm()).as(why).isEmpty();
    assertThat(Hosts.codes(host)).containsExactly("vmm-contested");
    assertThat(
            VmmTable.possible(
                flags(libkrun),
                flags(framework),
                PossibleHost.of(known, SettingsDocument.Form.UNKNOWN)))
        .extracting(VmmTable.Row::number)
        .containsExactly(number);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3} {4}")
  @CsvSource({
    ", , , true, false, architecture",
    "arm64, , 15.2, , , Docker Desktop version",
    "arm64, , , , , 'Docker Desktop version, macOS version'",
    "arm64, 4.36.0, , , , macOS version",
    "x86_64, 4.36.0, , , , macOS version",
    "arm64, 4.36.0, 10.16, , , macOS version",
    ", , 15.2, false, false, 'architecture, Docker Desktop version'",
    "arm64, 4.40.0, 15.2, 1, false, UseLibkrun",
    "arm64, 4.40.0, 15.2, false, 1, UseVirtualizationFramework"
  })
  void missingFactsAreNamed(
      @Nullable String architecture,
      @Nullable String desktop,
      @Nullable String macOs,
      @Nullable String libkrun,
      @Nullable String framework,
      String facts) {
    Host host =
        SettingsFile.read(
            Hosts.pascalCase(libkrun, framework), Hosts.host(architecture, desktop, macOs));

    assertThat(host.dockerDesktop().vmm()).isEmpty();
    assertThat(host.notices())
        .filteredOn(notice -> notice.code().equals("vmm-undetermined"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.path()).isEqualTo("dockerDesktop.vmm"))
        .satisfies(
            notice ->
                assertThat(notice.message())
                    .isEqualTo(
                        "which VMM the settings ask for depends on what is not known here: "
                            + facts));
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3} {4}")
  @CsvSource({
    ", , , false, true, apple-virtualization-framework",
    ", , , , true, apple-virtualization-framework",
    "arm64, , , true, false, docker-vmm",
    "x86_64, , , false, false, hyperkit",
    ", 4.40.0, 15.2, , , apple-virtualization-framework",
    "arm64, 4.43.0, , , , apple-virtualization-framework",
    "arm64, 4.43.0, 10.16, , , apple-virtualization-framework",
    "x86_64, 4.93.0, , , , apple-virtualization-framework"
  })
  void aVmmThatFollowsFromLittleIsTold(
      @Nullable String architecture,
      @Nullable String desktop,
      @Nullable String macOs,
      @Nullable String libkrun,
      @Nullable String framework,
      String vmm) {
    Host host =
        SettingsFile.read(
            Hosts.pascalCase(libkrun, framework), Hosts.host(architecture, desktop, macOs));

    assertThat(host.dockerDesktop().vmm().map(Vmm::id)).contains(vmm);
    assertThat(host.notices()).isEmpty();
  }

  @Test
  void theFormOfTheFileBoundsAnUnknownVersion() {
    Host arm = Hosts.host("arm64", null, "15.2");

    assertThat(SettingsFile.read(Hosts.pascalCase("true", "false"), arm).dockerDesktop().vmm())
        .contains(Vmm.DOCKER_VMM);
    assertThat(SettingsFile.read(Hosts.camelCase("true", "false"), arm).dockerDesktop().vmm())
        .isEmpty();
  }

  @Test
  void aDockerDesktopThatCannotRunOnItsMacOsIsInNoRow() {
    Host host =
        SettingsFile.read(Hosts.pascalCase(null, null), Hosts.host("arm64", "4.43.0", "12.0"));

    assertThat(host.dockerDesktop().vmm()).isEmpty();
    assertThat(host.notices().get(0).code()).isEqualTo("vmm-not-in-table");
    assertThat(host.notices().get(0).message())
        .isEqualTo(
            "nothing is known about such settings together with Docker Desktop 4.43.0"
                + " and macOS 12.0");
  }

  private static Set<SwitchState> flags(@Nullable String value) {
    return Set.of(
        value == null
            ? SwitchState.ABSENT
            : value.equals("true") ? SwitchState.ON : SwitchState.OFF);
  }
}

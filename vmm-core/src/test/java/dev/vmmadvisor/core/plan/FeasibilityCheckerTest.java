package dev.vmmadvisor.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.SettingsLocation;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in the way of changes, where they are made and what they cost. */
class FeasibilityCheckerTest {

  private static final FeasibilityChecker FEASIBILITY =
      new FeasibilityChecker(Catalogs.builtIn(), new OneWord());

  /** Words that only tell which was asked for. */
  private static final class OneWord implements ChangeWords {
    @Override
    public String noWayBack(Host host) {
      return "no way back";
    }

    @Override
    public String repair(List<Remedy> remedies, Host host) {
      return "repair";
    }

    @Override
    public String obstacle(Obstacle.Reason reason, Remedy remedy, Host host) {
      return reason + " of " + remedy.action();
    }

    @Override
    public String instruction(Remedy remedy, Optional<SettingsLocation> guide, Host host) {
      return "instruction";
    }

    @Override
    public List<String> atRisk(Remedy remedy, Host host) {
      return List.of();
    }

    @Override
    public String undo(Remedy remedy, Host host) {
      return "undo";
    }
  }

  private static Host desktop(DockerDesktop.Builder desktop) {
    return Host.builder().dockerDesktop(desktop.build()).build();
  }

  private static Host locked(String setting) {
    return desktop(DockerDesktop.builder().lockedSettings(List.of(setting)));
  }

  private static Host mac(Architecture architecture, String macOs) {
    return Host.builder().architecture(architecture).macOsVersion(Version.parse(macOs)).build();
  }

  private static Remedy macOs(String version) {
    return new Remedy.UpgradeMacOs(Version.parse(version));
  }

  static List<Arguments> settings() {
    return List.of(
        Arguments.of(new Remedy.RaiseVmMemory(4096), "memoryMiB", "vmm"),
        Arguments.of(new Remedy.LowerVmMemory(4096), "memoryMiB", "fileSharing"),
        Arguments.of(
            new Remedy.SelectFileSharing(FileSharing.VIRTIOFS), "fileSharing", "memoryMiB"),
        Arguments.of(new Remedy.SwitchRosetta(true), "rosettaEnabled", "vmm"),
        Arguments.of(new Remedy.SwitchVmm(Vmm.QEMU), "vmm", "rosettaEnabled"),
        Arguments.of(new Remedy.SwitchVmm(Vmm.DOCKER_VMM), "vmm", "rosettaEnabled"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aSettingThatIsLockedCannotBeChangedAndOthersCan(
      Remedy remedy, String setting, String other) {
    assertThat(FEASIBILITY.obstacle(remedy, locked(setting)))
        .contains(
            new Obstacle(
                Obstacle.Reason.SETTING_LOCKED,
                remedy,
                Fact.LOCKED_SETTINGS,
                "setting-locked of " + remedy.action()));
    assertThat(FEASIBILITY.obstacle(remedy, locked(other))).isEmpty();
    assertThat(FEASIBILITY.obstacle(remedy, Host.builder().build())).isEmpty();
  }

  @Test
  void rosettaThatIsLockedKeepsOnlyDockerVmmAwayAndOnlyWhereItIsOn() {
    DockerDesktop.Builder on =
        DockerDesktop.builder().rosettaEnabled(true).lockedSettings(List.of("rosettaEnabled"));
    DockerDesktop.Builder off =
        DockerDesktop.builder().rosettaEnabled(false).lockedSettings(List.of("rosettaEnabled"));
    DockerDesktop.Builder free = DockerDesktop.builder().rosettaEnabled(true);
    Remedy dockerVmm = new Remedy.SwitchVmm(Vmm.DOCKER_VMM);

    assertThat(FEASIBILITY.obstacle(dockerVmm, desktop(on))).isPresent();
    assertThat(FEASIBILITY.obstacle(dockerVmm, desktop(off))).isEmpty();
    assertThat(FEASIBILITY.obstacle(dockerVmm, desktop(free))).isEmpty();
    assertThat(FEASIBILITY.obstacle(new Remedy.SwitchVmm(Vmm.QEMU), desktop(on))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4096, true", "4097, false", "4095, true"})
  void theLinuxVmCannotHaveAllMemoryOfTheMac(int physical, boolean stands) {
    Host host = Host.builder().memoryMiB(physical).build();
    Optional<Obstacle> obstacle = FEASIBILITY.obstacle(new Remedy.RaiseVmMemory(4096), host);

    assertThat(obstacle.isPresent()).isEqualTo(stands);
    obstacle.ifPresent(
        it -> {
          assertThat(it.reason()).isEqualTo(Obstacle.Reason.PHYSICAL_MEMORY);
          assertThat(it.fact()).isEqualTo(Fact.MEMORY);
        });
    assertThat(FEASIBILITY.obstacle(new Remedy.LowerVmMemory(4096), host)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "X86_64, 13.6, 13.7, true",
    "X86_64, 13.6, 14, false",
    "X86_64, 10.15, 10.15.7, false",
    "X86_64, 10.16, 10.16, false",
    "ARM64, 13.6, 14, true",
    "ARM64, 13.6, 26.1, true",
    "ARM64, 13.6, 27, false",
    "ARM64, 26, 26.1, true"
  })
  void aMacIsShownToRunItsOwnMajorReleaseAndWhatTheCatalogTells(
      Architecture architecture, String present, String to, boolean shown) {
    Host host = mac(architecture, present);

    assertThat(FEASIBILITY.isShownToRun(Version.parse(to), host)).isEqualTo(shown);
    assertThat(FEASIBILITY.obstacle(macOs(to), host).isEmpty()).isEqualTo(shown);
  }

  @Test
  void aMacOfUnknownArchitectureIsShownToRunNothingNew() {
    assertThat(FEASIBILITY.obstacle(macOs("14"), Host.builder().build()))
        .hasValueSatisfying(
            it -> {
              assertThat(it.reason()).isEqualTo(Obstacle.Reason.MACOS_NOT_SHOWN);
              assertThat(it.fact()).isEqualTo(Fact.ARCHITECTURE);
            });
  }

  private static SettingsLocation guide(String action, String releases, String button) {
    return new SettingsLocation(
        action,
        VersionRange.parse(releases),
        "Settings",
        button,
        Confidence.HIGH,
        List.of("source"));
  }

  private static final SettingsLocation BEFORE =
      guide("raise-vm-memory", "(,4.43.0)", "Apply & restart");
  private static final SettingsLocation SINCE = guide("raise-vm-memory", "[4.43.0,)", "Apply");
  private static final SettingsGuideIndex GUIDES =
      new SettingsGuideIndex(List.of(guide("switch-vmm", "(,)", "Apply & restart"), BEFORE, SINCE));

  private static Host release(String release) {
    return desktop(DockerDesktop.builder().version(Version.parse(release)));
  }

  @Test
  void theGuideIsThatOfTheActionAndTheReleaseOrTheLatestIfThatIsNotKnown() {
    Remedy raise = new Remedy.RaiseVmMemory(4096);

    assertThat(GUIDES.guide(raise, release("4.42.0"))).contains(BEFORE);
    assertThat(GUIDES.guide(raise, release("4.43.0"))).contains(SINCE);
    assertThat(GUIDES.guide(raise, Host.builder().build())).contains(SINCE);
    assertThat(GUIDES.guide(new Remedy.SwitchRosetta(true), release("4.43.0"))).isEmpty();
  }

  @Test
  void whatIsDearestTellsWhatChangesCostTogether() {
    Host host = release("4.43.0");
    Remedy raise = new Remedy.RaiseVmMemory(4096);
    Remedy change = new Remedy.SwitchVmm(Vmm.QEMU);
    Remedy app = new Remedy.UpgradeDockerDesktop(Version.parse("4.44.0"));

    assertThat(GUIDES.cost(List.of(), host)).isEqualTo(Cost.SETTING);
    assertThat(GUIDES.cost(List.of(raise), host)).isEqualTo(Cost.SETTING);
    assertThat(GUIDES.cost(List.of(raise), release("4.42.0"))).isEqualTo(Cost.RESTART);
    assertThat(GUIDES.cost(List.of(new Remedy.SwitchRosetta(true)), host)).isEqualTo(Cost.RESTART);
    assertThat(GUIDES.cost(List.of(change, raise), host)).isEqualTo(Cost.RESTART);
    assertThat(GUIDES.cost(List.of(raise, app, change), host)).isEqualTo(Cost.APP_UPGRADE);
    assertThat(GUIDES.cost(List.of(macOs("14"), app), host)).isEqualTo(Cost.MACOS_UPGRADE);
  }
}

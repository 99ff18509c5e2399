package dev.vmmadvisor.core.plan;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.QEMU;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.TinyCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to a VMM, in the smallest catalogs that show it. */
class MigrationPlannerTest {

  private static final String ROSETTA_ON =
      "{'fact': 'dockerDesktop.rosettaEnabled', 'equals': true}";
  private static final String GRPC_FUSE =
      "{'fact': 'dockerDesktop.fileSharing', 'equals': 'grpc-fuse'}";
  private static final String OSXFS = "{'fact': 'dockerDesktop.fileSharing', 'equals': 'osxfs'}";
  private static final String ROSETTA_OFF = "{'action': 'switch-rosetta', 'on': false}";
  private static final String SELECT = "{'action': 'select-file-sharing', 'fileSharing': '%s'}";

  private static final Remedy OFF = new Remedy.SwitchRosetta(false);
  private static final Remedy VIRTIOFS = new Remedy.SelectFileSharing(FileSharing.VIRTIOFS);

  /** A Mac on 4.1.0 with QEMU, 2048 MiB, gRPC FUSE and Rosetta on. */
  private static DockerDesktop.Builder desktop() {
    return DockerDesktop.builder()
        .version(Version.parse("4.1.0"))
        .vmm(QEMU)
        .memoryMiB(2048)
        .fileSharing(FileSharing.GRPC_FUSE)
        .rosettaEnabled(true);
  }

  private static Plan plan(TinyCatalog catalog, DockerDesktop.Builder desktop, Vmm vmm) {
    Host host =
        Host.builder()
            .operatingSystem(Host.MACOS)
            .architecture(Architecture.ARM64)
            .memoryMiB(16384)
            .dockerDesktop(desktop.build())
            .build();
    return catalog.advisor().recommend(host).planTo(vmm);
  }

  /** What is done in each step from QEMU to Apple's framework. */
  private static List<List<Remedy>> steps(TinyCatalog catalog) {
    return plan(catalog, desktop(), APPLE_VIRTUALIZATION_FRAMEWORK).steps().stream()
        .map(Step::remedies)
        .toList();
  }

  private static final List<Remedy> SWITCH =
      List.of(new Remedy.SwitchVmm(APPLE_VIRTUALIZATION_FRAMEWORK));

  private static String present(String severity, String condition, String... remedies) {
    return "'severity': '%s', 'present': %s, 'remedies': [%s]"
        .formatted(severity, condition, String.join(", ", remedies));
  }

  private static String unwanted(String condition, String... remedies) {
    return present("warning", condition, remedies);
  }

  /** A catalog in which every setting has its place. */
  private static TinyCatalog catalog() {
    return new TinyCatalog()
        .guide("switch-rosetta", "Apply")
        .guide("select-file-sharing", "Apply")
        .guide("raise-vm-memory", "Apply")
        .guide("switch-vmm", "Apply");
  }

  // Which settings are changed

  @Test
  void aSettingThatSpeaksAgainstTheVmmIsChangedOnTheWay() {
    assertThat(steps(catalog().setting("rosetta", unwanted(ROSETTA_ON, ROSETTA_OFF))))
        .containsExactly(SWITCH, List.of(OFF));
  }

  @Test
  void aSettingThatIsOnlyWorthANoteIsLeftAsItIs() {
    assertThat(steps(catalog().setting("rosetta", present("info", ROSETTA_ON, ROSETTA_OFF))))
        .containsExactly(SWITCH);
  }

  @Test
  void anIssueIsNoObjectionToASetting() {
    String issue =
        "'severity': 'serious', 'trigger': %s, 'remedies': [%s]".formatted(ROSETTA_ON, ROSETTA_OFF);

    assertThat(steps(catalog().issue("slow", issue))).containsExactly(SWITCH);
  }

  @Test
  void aSettingThatMayBeInTheWayOfAnotherIsNoObjection() {
    String both =
        "{'all': [{'fact': 'dockerDesktop.fileSharing', 'equals': 'virtiofs'}, "
            + ROSETTA_ON
            + "]}";
    TinyCatalog catalog =
        catalog()
            .setting("grpc-fuse", unwanted(GRPC_FUSE, SELECT.formatted("virtiofs")))
            .setting("both", unwanted(both));
    DockerDesktop.Builder rosettaUnknown =
        DockerDesktop.builder().vmm(QEMU).fileSharing(FileSharing.GRPC_FUSE);

    assertThat(plan(catalog, rosettaUnknown, QEMU).steps())
        .extracting(Step::remedies)
        .containsExactly(List.of(VIRTIOFS));
  }

  @Test
  void whereNoVmmIsPossibleThereIsNoWay() {
    TinyCatalog catalog =
        catalog().constraint("intel", "'requires': {'fact': 'architecture', 'equals': 'x86_64'}");
    Host host = Host.builder().architecture(Architecture.ARM64).build();

    Plan plan = catalog.advisor().recommend(host).plan();

    assertThat(plan.possible()).isFalse();
    assertThat(plan.vmm()).isEmpty();
    assertThat(plan.steps()).isEmpty();
  }

  @Test
  void aSettingOfWhichTheRuleIsWaivedIsLeftAsItIs() {
    assertThat(
            steps(
                catalog().setting("rosetta", unwanted(ROSETTA_ON, ROSETTA_OFF)).waiver("rosetta")))
        .containsExactly(SWITCH);
  }

  @Test
  void whatIsNoSettingIsNotChangedForOne() {
    String upgrade = "{'action': 'upgrade-docker-desktop', 'to': '4.2.0'}";
    TinyCatalog catalog =
        catalog().setting("rosetta", "'releases': '(,4.2.0)', " + unwanted(ROSETTA_ON, upgrade));

    assertThat(steps(catalog)).containsExactly(SWITCH);
  }

  @Test
  void forASettingTheVmmThatIsWantedIsNotLeft() {
    TinyCatalog catalog =
        catalog()
            .setting(
                "in-use",
                unwanted(
                    "{'fact': 'dockerDesktop.vmm', 'equals': 'docker-vmm'}",
                    "{'action': 'switch-vmm', 'vmm': 'qemu'}"),
                DOCKER_VMM);

    assertThat(plan(catalog, desktop().vmm(DOCKER_VMM), DOCKER_VMM).steps()).isEmpty();
  }

  @Test
  void aLockedSettingIsLeftAsItIsAndSaid() {
    Plan plan =
        plan(
            catalog().setting("rosetta", unwanted(ROSETTA_ON, ROSETTA_OFF)),
            desktop().lockedSettings(List.of("rosettaEnabled")),
            APPLE_VIRTUALIZATION_FRAMEWORK);

    assertThat(plan.possible()).isTrue();
    assertThat(plan.steps()).extracting(Step::remedies).containsExactly(SWITCH);
    assertThat(plan.obstacles())
        .extracting(Obstacle::reason)
        .containsExactly(Obstacle.Reason.SETTING_LOCKED);
  }

  @Test
  void aSettingIsNotChangedWhereThatDoesNotHelp() {
    assertThat(
            steps(catalog().setting("rosetta", unwanted(ROSETTA_ON, SELECT.formatted("virtiofs")))))
        .containsExactly(SWITCH);
  }

  @Test
  void aSettingIsNotChangedForOneThatIsAsBad() {
    TinyCatalog catalog =
        catalog()
            .setting("grpc-fuse", unwanted(GRPC_FUSE, SELECT.formatted("osxfs")))
            .setting("osxfs", unwanted(OSXFS, SELECT.formatted("grpc-fuse")));

    assertThat(steps(catalog)).containsExactly(SWITCH);
  }

  @Test
  void twoObjectionsAreNotTradedForAnother() {
    TinyCatalog catalog =
        catalog()
            .setting("grpc-fuse", unwanted(GRPC_FUSE, SELECT.formatted("osxfs")))
            .setting("grpc-fuse-again", unwanted(GRPC_FUSE))
            .setting("osxfs", unwanted(OSXFS));

    assertThat(steps(catalog)).containsExactly(SWITCH);
  }

  @Test
  void whereOneChangeDoesNotHelpTheNextIsTried() {
    TinyCatalog catalog =
        catalog()
            .setting(
                "grpc-fuse",
                unwanted(GRPC_FUSE, SELECT.formatted("osxfs"), SELECT.formatted("virtiofs")))
            .setting("osxfs", unwanted(OSXFS))
            .setting("rosetta", unwanted(ROSETTA_ON, ROSETTA_OFF));

    assertThat(steps(catalog)).containsExactly(List.of(VIRTIOFS), SWITCH, List.of(OFF));
  }

  @Test
  void aSettingIsNotChangedTwice() {
    TinyCatalog catalog =
        catalog()
            .setting("grpc-fuse", unwanted(GRPC_FUSE, SELECT.formatted("osxfs")))
            .setting("rosetta", unwanted(ROSETTA_ON, SELECT.formatted("virtiofs"), ROSETTA_OFF));

    assertThat(steps(catalog))
        .containsExactly(
            List.of(new Remedy.SelectFileSharing(FileSharing.OSXFS)), SWITCH, List.of(OFF));
  }

  // In which order

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'severity': 'blocker'",
        "'severity': 'serious'",
      })
  void whatGoesWrongWithTheVmmIsChangedBeforeItIsSelected(String severity) {
    TinyCatalog catalog =
        catalog()
            .setting("rosetta", unwanted(ROSETTA_ON, ROSETTA_OFF))
            .issue(
                "crash",
                "'trigger': %s, 'remedies': [%s], %s".formatted(ROSETTA_ON, ROSETTA_OFF, severity),
                APPLE_VIRTUALIZATION_FRAMEWORK);

    assertThat(steps(catalog)).containsExactly(List.of(OFF), SWITCH);
  }

  @Test
  void aSettingThatIsWrongUnderTheVmmAloneIsChangedBeforeItIsSelected() {
    TinyCatalog catalog =
        catalog()
            .setting("rosetta", unwanted(ROSETTA_ON, ROSETTA_OFF), APPLE_VIRTUALIZATION_FRAMEWORK);

    assertThat(steps(catalog)).containsExactly(List.of(OFF), SWITCH);
  }

  @Test
  void whatIsOnlyANuisanceForAStepDoesNotChangeTheOrder() {
    TinyCatalog catalog =
        catalog()
            .setting("rosetta", unwanted(ROSETTA_ON, ROSETTA_OFF))
            .issue("slow", "'trigger': " + ROSETTA_ON, APPLE_VIRTUALIZATION_FRAMEWORK);

    assertThat(steps(catalog)).containsExactly(SWITCH, List.of(OFF));
  }

  @Test
  void changesOfWhichEachIsWrongAloneAreMadeTogether() {
    TinyCatalog catalog =
        catalog()
            .constraint(
                "enough",
                "'requires': {'fact': 'dockerDesktop.memoryMiB', 'atLeast': 4096}, 'remedies':"
                    + " [{'action': 'raise-vm-memory', 'toMiB': 8192}]",
                QEMU)
            .constraint(
                "not-too-much",
                "'requires': {'fact': 'dockerDesktop.memoryMiB', 'below': 8192}, 'remedies':"
                    + " [{'action': 'lower-vm-memory', 'toMiB': 4096}]",
                QEMU);

    assertThat(plan(catalog, desktop(), QEMU).steps())
        .extracting(Step::remedies)
        .containsExactly(List.of(new Remedy.RaiseVmMemory(8192), new Remedy.LowerVmMemory(4096)));
  }
}

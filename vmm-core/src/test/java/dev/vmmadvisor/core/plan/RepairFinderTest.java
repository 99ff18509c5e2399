package dev.vmmadvisor.core.plan;

import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.HYPERKIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.core.catalog.TinyCatalog;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be done for a candidate, in the smallest catalogs that show it. */
class RepairFinderTest {

  private static final String MEMORY = "{'fact': 'dockerDesktop.memoryMiB', 'atLeast': 4096}";
  private static final String LITTLE = "{'fact': 'dockerDesktop.memoryMiB', 'below': 4096}";
  private static final String NO_ROSETTA =
      "{'fact': 'dockerDesktop.rosettaEnabled', 'equals': false}";
  private static final String VIRTIOFS =
      "{'fact': 'dockerDesktop.fileSharing', 'equals': 'virtiofs'}";
  private static final String MOVED =
      "{'fact': 'workload.databases', 'contains': {'engines': ['mongodb'],"
          + " 'storage': 'named-volume'}}";
  private static final String RELEASE_2 = "{'fact': 'dockerDesktop.version', 'atLeast': '4.2.0'}";

  private static final String RAISE = "{'action': 'raise-vm-memory', 'toMiB': 4096}";
  private static final String ROSETTA_OFF = "{'action': 'switch-rosetta', 'on': false}";
  private static final String SELECT_VIRTIOFS =
      "{'action': 'select-file-sharing', 'fileSharing': 'virtiofs'}";
  private static final String MOVE =
      "{'action': 'move-database-to-named-volume', 'engines': ['mongodb']}";
  private static final String UPGRADE = "{'action': 'upgrade-docker-desktop', 'to': '4.2.0'}";
  private static final String LEAVE =
      "{'action': 'switch-vmm', 'vmm': 'apple-virtualization-framework'}";

  private static final Remedy RAISED = new Remedy.RaiseVmMemory(4096);
  private static final Remedy OFF = new Remedy.SwitchRosetta(false);
  private static final Remedy SELECTED = new Remedy.SelectFileSharing(FileSharing.VIRTIOFS);
  private static final Remedy VOLUME = new Remedy.MoveDatabaseToNamedVolume(List.of("mongodb"));
  private static final Remedy UPGRADED = new Remedy.UpgradeDockerDesktop(Version.parse("4.2.0"));

  /** A Mac on 4.1.0 with little memory, Rosetta on, gRPC FUSE and MongoDB on a bind mount. */
  private static Host host(String... locked) {
    return Host.builder()
        .operatingSystem(Host.MACOS)
        .architecture(Architecture.ARM64)
        .memoryMiB(16384)
        .dockerDesktop(
            DockerDesktop.builder()
                .version(Version.parse("4.1.0"))
                .vmm(DOCKER_VMM)
                .memoryMiB(2048)
                .rosettaEnabled(true)
                .fileSharing(FileSharing.GRPC_FUSE)
                .lockedSettings(List.of(locked))
                .build())
        .workload(
            Workload.builder()
                .databases(List.of(Database.of("mongodb", Storage.BIND_MOUNT)))
                .build())
        .build();
  }

  private static Candidate candidate(TinyCatalog catalog, Vmm vmm, String... locked) {
    return catalog.advisor().recommend(host(locked)).candidate(vmm);
  }

  private static List<List<Remedy>> repairs(TinyCatalog catalog, Vmm vmm) {
    return candidate(catalog, vmm).repairs().stream().map(Repair::remedies).toList();
  }

  private static String requires(String condition, String... remedies) {
    return "'requires': " + condition + ", 'remedies': " + Arrays.toString(remedies);
  }

  private static String both(String... conditions) {
    return "{'all': " + Arrays.toString(conditions) + "}";
  }

  private static String either(String... conditions) {
    return "{'any': " + Arrays.toString(conditions) + "}";
  }

  private static TinyCatalog constraint(String fields, Vmm... vmms) {
    return new TinyCatalog().constraint("need", fields, vmms);
  }

  @Test
  void theCheaperRepairComesFirst() {
    TinyCatalog catalog =
        constraint(requires(either(RELEASE_2, MEMORY), UPGRADE, RAISE), DOCKER_VMM);

    assertThat(candidate(catalog, DOCKER_VMM).repairs())
        .extracting(Repair::remedies, Repair::cost)
        .containsExactly(
            tuple(List.of(RAISED), Cost.RESTART), tuple(List.of(UPGRADED), Cost.APP_UPGRADE));
  }

  @Test
  void ofRepairsThatCostTheSameTheSmallerComesFirst() {
    TinyCatalog catalog =
        constraint(
                requires(
                    either(MEMORY, both(NO_ROSETTA, VIRTIOFS, MOVED)),
                    RAISE,
                    ROSETTA_OFF,
                    SELECT_VIRTIOFS,
                    MOVE),
                DOCKER_VMM)
            .issue(
                "crash",
                "'severity': 'serious', 'trigger': {'fact': 'dockerDesktop.rosettaEnabled',"
                    + " 'equals': true}, 'remedies': [%s]".formatted(ROSETTA_OFF),
                DOCKER_VMM);

    assertThat(candidate(catalog, DOCKER_VMM).repairs())
        .extracting(Repair::remedies, Repair::first)
        .containsExactly(
            tuple(List.of(RAISED), false),
            tuple(List.of(RAISED, OFF), true),
            tuple(List.of(VOLUME, SELECTED, OFF), true));
  }

  @Test
  void aChangeThatIsNotNeededIsLeftOutOfARepair() {
    TinyCatalog catalog =
        constraint(requires(MEMORY, RAISE, ROSETTA_OFF, SELECT_VIRTIOFS), DOCKER_VMM);

    assertThat(repairs(catalog, DOCKER_VMM)).containsExactly(List.of(RAISED));
  }

  @Test
  void aChangeThatAsksForMoreThanAnotherIsLeftOut() {
    String more = "{'action': 'raise-vm-memory', 'toMiB': 8192}";

    assertThat(repairs(constraint(requires(MEMORY, more, RAISE), DOCKER_VMM), DOCKER_VMM))
        .containsExactly(List.of(RAISED));
  }

  @Test
  void whatIsPossibleAndTheBestNeedsNoRepair() {
    assertThat(repairs(new TinyCatalog(), DOCKER_VMM)).isEmpty();
  }

  @Test
  void aChangeThatOnlyLedToTheRepairIsLeftOut() {
    TinyCatalog catalog =
        constraint(requires(either(RELEASE_2, MEMORY), UPGRADE), DOCKER_VMM)
            .constraint("memory", "'releases': '[4.2.0,)', " + requires(MEMORY, RAISE), DOCKER_VMM);

    assertThat(repairs(catalog, DOCKER_VMM)).containsExactly(List.of(RAISED));
  }

  @Test
  void aRepairHasFourChangesAtMost() {
    String four = both(MEMORY, NO_ROSETTA, VIRTIOFS, MOVED);
    String five = both(MEMORY, NO_ROSETTA, VIRTIOFS, MOVED, RELEASE_2);
    String[] remedies = {RAISE, ROSETTA_OFF, SELECT_VIRTIOFS, MOVE, UPGRADE};

    assertThat(repairs(constraint(requires(four, remedies), DOCKER_VMM), DOCKER_VMM))
        .containsExactly(List.of(RAISED, VOLUME, SELECTED, OFF));
    assertThat(repairs(constraint(requires(five, remedies), DOCKER_VMM), DOCKER_VMM)).isEmpty();
  }

  @Test
  void onlyRemediesOfWhatHoldsACandidateBackAreTried() {
    TinyCatalog catalog =
        constraint("'requires': " + MEMORY, DOCKER_VMM)
            .issue("slow", "'trigger': %s, 'remedies': [%s]".formatted(LITTLE, RAISE), DOCKER_VMM);

    assertThat(repairs(catalog, DOCKER_VMM)).isEmpty();
    assertThat(repairs(constraint(requires(MEMORY, RAISE), DOCKER_VMM), DOCKER_VMM)).hasSize(1);
  }

  @Test
  void whatOnlySpeaksAgainstACandidateDoesNotMakeItPossible() {
    String harm = "'severity': 'serious', 'trigger': %s, 'remedies': [%s]".formatted(LITTLE, RAISE);
    TinyCatalog catalog =
        constraint("'requires': " + MEMORY, HYPERKIT).issue("crash", harm, HYPERKIT);

    assertThat(repairs(catalog, HYPERKIT)).isEmpty();
  }

  @Test
  void aRepairThatMakesACandidatePossibleNeedNotMakeItTheBest() {
    assertThat(candidate(constraint(requires(MEMORY, RAISE), HYPERKIT), HYPERKIT).repairs())
        .extracting(Repair::first)
        .containsExactly(false);
    assertThat(candidate(constraint(requires(MEMORY, RAISE), DOCKER_VMM), DOCKER_VMM).repairs())
        .extracting(Repair::first)
        .containsExactly(true);
  }

  @Test
  void toSwitchToAnotherVmmRepairsNoVmm() {
    String otherInUse = "{'not': {'fact': 'dockerDesktop.vmm', 'equals': 'docker-vmm'}}";
    Candidate candidate =
        candidate(constraint(requires(otherInUse, LEAVE), DOCKER_VMM), DOCKER_VMM, "vmm");

    assertThat(candidate.repairs()).isEmpty();
    assertThat(candidate.obstacles()).isEmpty();
    assertThat(repairs(constraint(requires(otherInUse, LEAVE), DOCKER_VMM), DOCKER_VMM)).isEmpty();
  }

  @Test
  void whatWouldNotChangeAnythingIsNoObstacle() {
    String little = "{'action': 'raise-vm-memory', 'toMiB': 1024}";

    assertThat(
            candidate(constraint(requires(RELEASE_2, little), DOCKER_VMM), DOCKER_VMM, "memoryMiB")
                .obstacles())
        .isEmpty();
    assertThat(
            candidate(constraint(requires(RELEASE_2, RAISE), DOCKER_VMM), DOCKER_VMM, "memoryMiB")
                .obstacles())
        .hasSize(1);
  }

  @Test
  void aRepairTellsWhatItGainsAndWhatItLoses() {
    TinyCatalog catalog =
        constraint(requires(RELEASE_2, UPGRADE), DOCKER_VMM)
            .constraint("met", "'requires': {'fact': 'architecture', 'equals': 'arm64'}")
            .issue("old", "'releases': '(,4.2.0)'", DOCKER_VMM)
            .issue("new", "'releases': '[4.2.0,)'", DOCKER_VMM)
            .issue("always", "'severity': 'warning'", DOCKER_VMM)
            .issue("later", "'releases': '[4.3.0,)'", DOCKER_VMM);

    assertThat(candidate(catalog, DOCKER_VMM).repairs())
        .extracting(Repair::gains, Repair::losses)
        .containsExactly(tuple(List.of("need", "old"), List.of("new")));
  }
}

package dev.vmmadvisor.core.inventory;

import static dev.vmmadvisor.core.inventory.OsqueryLines.APP;
import static dev.vmmadvisor.core.inventory.OsqueryLines.HARDWARE;
import static dev.vmmadvisor.core.inventory.OsqueryLines.INFO;
import static dev.vmmadvisor.core.inventory.OsqueryLines.OS;
import static dev.vmmadvisor.core.inventory.OsqueryLines.OTHER_APP;
import static dev.vmmadvisor.core.inventory.OsqueryLines.ROSETTA;
import static dev.vmmadvisor.core.inventory.OsqueryLines.VM;
import static dev.vmmadvisor.core.inventory.OsqueryLines.added;
import static dev.vmmadvisor.core.inventory.OsqueryLines.codes;
import static dev.vmmadvisor.core.inventory.OsqueryLines.dockerVmm;
import static dev.vmmadvisor.core.inventory.OsqueryLines.event;
import static dev.vmmadvisor.core.inventory.OsqueryLines.host;
import static dev.vmmadvisor.core.inventory.OsqueryLines.key;
import static dev.vmmadvisor.core.inventory.OsqueryLines.read;
import static dev.vmmadvisor.core.inventory.OsqueryLines.settings;
import static dev.vmmadvisor.core.inventory.OsqueryLines.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OsqueryRowsTest {

  private static final Host MAC =
      Host.builder()
          .operatingSystem("macos")
          .architecture(Architecture.ARM64)
          .chip("Apple M3 Pro")
          .macOsVersion(Version.parse("15.2"))
          .memoryMiB(18432)
          .rosettaInstalled(true)
          .dockerDesktop(
              DockerDesktop.builder()
                  .version(Version.parse("4.71.0"))
                  .vmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
                  .memoryMiB(5120)
                  .cpus(6)
                  .fileSharing(FileSharing.VIRTIOFS)
                  .rosettaEnabled(true)
                  .build())
          .build();

  @Test
  void eventsOfSeveralTablesMakeOneHost() {
    Inventory inventory =
        read(
            added("a", OS),
            added("a", HARDWARE),
            added("a", APP),
            added("a", VM),
            added("a", ROSETTA));

    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.hosts()).hasSize(1);
    InventoryHost found = inventory.hosts().get(0);
    assertThat(found.name()).isEqualTo("a");
    assertThat(found.user()).isEmpty();
    assertThat(found.detection().host()).isEqualTo(MAC);
    assertThat(found.detection().dockerDesktopRunning()).contains(true);
    assertThat(found.detection().runningVmm()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(found.detection().notices()).isEmpty();
    assertThat(found.detection().evidence(Fact.CURRENT_VMM).get(0).origin())
        .isEqualTo(
            new Origin(Origin.Kind.INVENTORY, "osquery processes", "com.docker.virtualization"));
  }

  /** The name in the row of {@code system_info}. */
  private static final String NAMED = "column.local";

  @Test
  void everyShapeTellsTheSame() {
    String rows = String.join(", ", OS, HARDWARE, APP, VM, ROSETTA);
    String[] inventories = {
      snapshot("own", "q", 5, OS, HARDWARE, APP, VM, ROSETTA),
      "{\"diffResults\": {\"added\": [" + rows + "], \"removed\": \"\"}, \"hostname\": \"own\"}",
      "{\"host\": \"own\", \"rows\": [" + rows + "]}",
      "[" + rows + "]",
      "[\n" + rows.replace("}, {", "},\n{") + "\n]",
      "{\"q1\": [" + OS + "], \"q2\": [" + String.join(", ", HARDWARE, APP, VM, ROSETTA) + "]}",
      "{\n\"q1\": [" + OS + "],\n\"q2\": [" + String.join(", ", HARDWARE, APP, VM, ROSETTA) + "]}",
      "{\"query_id\": 7, \"results\": [" + report(OS, HARDWARE, APP, VM, ROSETTA) + "]}",
      "{\n  \"query_id\": 7,\n  \"results\": [\n" + report(OS, HARDWARE, APP, VM, ROSETTA) + "]}"
    };
    for (String inventory : inventories) {
      Inventory read = read(inventory);

      assertThat(read.problems()).as(inventory).isEmpty();
      assertThat(read.hosts()).as(inventory).hasSize(1);
      assertThat(read.hosts().get(0).name())
          .isEqualTo(inventory.contains("own") || inventory.contains("query_id") ? "own" : NAMED);
      assertThat(read.hosts().get(0).detection().host()).as(inventory).isEqualTo(MAC);
    }
  }

  private static String report(String... rows) {
    List<String> results = new ArrayList<>();
    for (String row : rows) {
      results.add(
          "{\"host_id\": 3, \"host_name\": \"own\", \"last_fetched\": \"2026-09-01T10:00:00Z\","
              + " \"columns\": "
              + row
              + "}");
    }
    return String.join(",\n", results);
  }

  @Test
  void twoMacsOfTheSameNameAreToldApartByTheirId() {
    String two = report(OS) + ",\n" + report(HARDWARE).replace("\"host_id\": 3", "\"host_id\": 4");

    assertThat(read("{\"results\": [" + two + "]}").hosts())
        .extracting(InventoryHost::name)
        .containsExactly("own", "own");
  }

  @Test
  void whatWasRemovedIsNotThere() {
    assertThat(host(event("a", "added", VM, 10), event("a", "removed", VM, 20)).dockerDesktop())
        .isEqualTo(DockerDesktop.unknown());
    assertThat(host(event("a", "removed", VM, 20), event("a", "added", VM, 10)).dockerDesktop())
        .isEqualTo(DockerDesktop.unknown());
    assertThat(host(event("a", "removed", VM, 10), event("a", "added", VM, 20)).dockerDesktop())
        .isNotEqualTo(DockerDesktop.unknown());
  }

  @Test
  void anUpdateRemovesTheOldVersionAndAddsTheNewOne() {
    String updated = APP.replace("4.71.0", "4.72.0");

    Host host =
        host(
            event("a", "added", APP, 10),
            event("a", "added", updated, 20),
            event("a", "removed", APP, 20));

    assertThat(host.dockerDesktop().version()).contains(Version.parse("4.72.0"));
  }

  @Test
  void theLastSnapshotOfAQueryCountsAlone() {
    String early = snapshot("a", "processes", 10, VM);
    String late = snapshot("a", "processes", 20);

    assertThat(host(early).dockerDesktop().vmm()).isPresent();
    assertThat(host(early, late).dockerDesktop().vmm()).isEmpty();
    assertThat(host(late, early).dockerDesktop().vmm()).isEmpty();
    assertThat(host(early, snapshot("a", "another", 20)).dockerDesktop().vmm()).isPresent();
  }

  @Test
  void anEmptyAnswerTellsNothing() {
    Inventory inventory = read(snapshot("a", "settings", 10), added("a", HARDWARE));

    assertThat(inventory.hosts()).hasSize(1);
    assertThat(inventory.hosts().get(0).detection().host().dockerDesktop())
        .isEqualTo(DockerDesktop.unknown());
    assertThat(read("[]").hosts()).isEmpty();
    assertThat(read("").hosts()).isEmpty();
  }

  @Test
  void settingsAreOfAUserAndTypedAsTheirKeysNeed() {
    List<String> lines = new ArrayList<>(List.of(added("a", HARDWARE), added("a", APP)));
    lines.addAll(dockerVmm("a", "ada"));
    lines.addAll(dockerVmm("a", "bob").stream().map(line -> line.replace("8192", "6000")).toList());

    Inventory inventory = read(lines.toArray(String[]::new));

    assertThat(inventory.hosts())
        .extracting(InventoryHost::toString)
        .containsExactly("a, ada", "a, bob");
    DockerDesktop ada = inventory.hosts().get(0).detection().host().dockerDesktop();
    assertThat(ada.vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(ada.memoryMiB()).contains(8192);
    assertThat(ada.rosettaEnabled()).contains(false);
    assertThat(ada.cpus()).isEmpty();
    assertThat(inventory.hosts().get(1).detection().host().dockerDesktop().memoryMiB())
        .contains(6000);
    assertThat(inventory.hosts().get(1).detection().host().chip()).contains("Apple M3 Pro");
    Evidence evidence = inventory.hosts().get(0).detection().evidence(Fact.VM_MEMORY).get(0);
    assertThat(evidence.origin().place()).isEqualTo(settings("ada"));
  }

  @Test
  void processesOfSeveralUsersAreGivenToTheOneTheyName() {
    List<String> lines = new ArrayList<>(List.of(added("a", HARDWARE), added("a", APP)));
    lines.addAll(dockerVmm("a", "ada"));
    lines.addAll(dockerVmm("a", "bob"));
    String disk = " --disk /Users/bob/Library/Containers/com.docker.docker/Data/vms/0/x.raw";

    List<String> named = new ArrayList<>(lines);
    named.add(added("a", VM.replace(" --rosetta", disk)));
    Inventory byName = read(named.toArray(String[]::new));
    lines.add(added("a", VM));
    Inventory without = read(lines.toArray(String[]::new));

    assertThat(byName.hosts().get(0).detection().runningVmm()).isEmpty();
    assertThat(byName.hosts().get(1).detection().runningVmm())
        .contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(codes(byName.hosts().get(1))).contains("vmm-not-as-requested");
    assertThat(without.hosts())
        .allSatisfy(
            each -> {
              assertThat(each.detection().runningVmm()).isEmpty();
              assertThat(codes(each)).contains("user-unknown");
            });
  }

  @Test
  void aMissingMarkerMeansThatKeysAreMissing() {
    Inventory inventory =
        read(added("a", HARDWARE), added("a", APP), added("a", key(settings("ada"), "Cpus", "4")));

    assertThat(inventory.hosts().get(0).detection().host().dockerDesktop().cpus()).contains(4);
    assertThat(inventory.hosts().get(0).detection().host().dockerDesktop().vmm()).isEmpty();
    assertThat(codes(inventory.hosts().get(0))).contains("partial-settings-file");
  }

  @Test
  void settingsWithoutTheAppAreLeftOver() {
    List<String> lines = new ArrayList<>(dockerVmm("a", "ada"));
    lines.add(added("a", HARDWARE));
    Inventory unknownApps = read(lines.toArray(String[]::new));
    lines.add(added("a", OTHER_APP));
    Inventory without = read(lines.toArray(String[]::new));
    lines.add(added("a", APP));
    Inventory with = read(lines.toArray(String[]::new));

    assertThat(vmm(unknownApps)).contains(Vmm.DOCKER_VMM);
    assertThat(vmm(with)).contains(Vmm.DOCKER_VMM);
    assertThat(vmm(without)).isEmpty();
    assertThat(codes(without.hosts().get(0))).containsExactly("left-over-settings-file");
  }

  private static Optional<Vmm> vmm(Inventory inventory) {
    return inventory.hosts().get(0).detection().host().dockerDesktop().vmm();
  }

  @Test
  void ofTwoSettingsFilesTheOldOneIsStale() {
    List<String> lines = new ArrayList<>(dockerVmm("a", "ada"));
    String old = settings("ada").replace("-store", "");
    lines.add(added("a", key(old, "memoryMiB", "2048")));

    Inventory inventory = read(lines.toArray(String[]::new));

    assertThat(inventory.hosts().get(0).detection().host().dockerDesktop().memoryMiB())
        .contains(8192);
    assertThat(codes(inventory.hosts().get(0))).contains("stale-settings-file");
  }

  @Test
  void adminSettingsAreReadFromTheirKeys() {
    String path = "/Library/Application Support/com.docker.docker/admin-settings.json";

    Host host =
        host(
            added("a", key(path, "configurationFileVersion", "2")),
            added("a", key(path, "useVirtualizationFrameworkRosetta/locked", "1")),
            added("a", key(path, "useVirtualizationFrameworkRosetta/value", "true")));

    assertThat(host.dockerDesktop().lockedSettings()).contains(List.of("rosettaEnabled"));
    assertThat(host.dockerDesktop().rosettaEnabled()).contains(true);
  }

  @Test
  void severalAppsGiveTheOneInApplications() {
    String trash = APP.replace("/Applications/", "/Users/ada/.Trash/").replace("4.71.0", "4.10.0");

    InventoryHost found = read(added("a", trash), added("a", APP)).hosts().get(0);

    assertThat(found.detection().host().dockerDesktop().version())
        .contains(Version.parse("4.71.0"));
    assertThat(codes(found)).containsExactly("several-apps");
  }

  @Test
  void theEngineTellsTheMemoryRoughly() {
    InventoryHost found = read(added("a", INFO)).hosts().get(0);

    assertThat(found.detection().host().dockerDesktop().cpus()).contains(4);
    assertThat(found.detection().evidence(Fact.VM_MEMORY).get(0).value()).isEqualTo(3973);
    assertThat(codes(found)).contains("approximate-vm-memory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm64", "arm64e"})
  void appleSiliconHasTwoTypes(String type) {
    assertThat(host(added("a", "{\"cpu_type\": \"" + type + "\", \"cpu_brand\": \"\"}")))
        .isEqualTo(Host.builder().architecture(Architecture.ARM64).build());
  }

  @Test
  void theBrandCountsForMoreThanTheTypeOfATranslatedProcess() {
    InventoryHost found = read(added("a", HARDWARE.replace("arm64e", "x86_64h"))).hosts().get(0);

    assertThat(found.detection().host().architecture()).contains(Architecture.ARM64);
    assertThat(codes(found)).containsExactly("contradicting-evidence");
  }

  @Test
  void aMacInAVirtualMachineIsTold() {
    assertThat(host(added("a", HARDWARE.replace("M3 Pro", "M4 (Virtual)"))).virtualMachine())
        .contains(true);
    assertThat(host(added("a", HARDWARE.replace("Mac15,6", "VirtualMac2,1"))).virtualMachine())
        .contains(true);
    assertThat(host(added("a", HARDWARE)).virtualMachine()).isEmpty();
  }

  @Test
  void anotherSystemIsNoMac() {
    String windows = OS.replace("darwin", "windows").replace("macOS", "Windows 11");

    assertThat(host(added("a", windows), added("a", HARDWARE)))
        .isEqualTo(Host.builder().operatingSystem("windows").build());
    assertThat(host(added("a", OS.replace("darwin", "ubuntu"))).operatingSystem())
        .contains("linux");
  }

  @Test
  void theVersionOfMacOsIsPutTogetherWhereItIsNotWhole() {
    assertThat(host(added("a", OS.replace("\"version\": \"15.2\", ", ""))).macOsVersion())
        .contains(Version.parse("15.2"));
  }

  @Test
  void openFilesAndPortsAreNotProcesses() {
    String open = VM.replace("\"name\"", "\"fd\": \"3\", \"name\"");
    String port = VM.replace("\"name\"", "\"port\": \"3\", \"name\"");

    assertThat(host(added("a", OS), added("a", open)).dockerDesktop().vmm()).isEmpty();
    assertThat(host(added("a", OS), added("a", port)).dockerDesktop().vmm()).isEmpty();
  }

  @Test
  void aValueThatIsNoneIsANoticeAndLeavesTheRest() {
    InventoryHost found = read(added("a", HARDWARE.replace("19327352832", "much"))).hosts().get(0);

    assertThat(found.detection().host().memoryMiB()).isEmpty();
    assertThat(found.detection().host().chip()).contains("Apple M3 Pro");
    assertThat(codes(found)).containsExactly("unreadable-value");
    assertThat(found.detection().notices().get(0).parameters())
        .containsEntry("value", "\"much\"")
        .containsEntry("origin", "osquery system_info, physical_memory");
  }

  @Test
  void tablesThatAreNotKnownAreToldOncePerHost() {
    InventoryHost found =
        read(added("a", "{\"b\": \"1\"}"), added("a", "{\"a\": \"1\"}"), added("a", OS))
            .hosts()
            .get(0);

    assertThat(codes(found)).containsExactly("unknown-table");
    assertThat(found.detection().notices().get(0).parameters()).containsEntry("columns", "[a]");
  }

  @Test
  void aBadLineIsAProblemWithItsNumberAndTheOthersAreRead() {
    Inventory inventory =
        read(
            added("a", OS),
            "not JSON",
            "{\"action\": \"added\", \"columns\": {\"major\": \"1\"}}",
            "",
            event("a", "moved", OS, 1),
            "7",
            snapshot("b", "q", 1, "3", HARDWARE),
            "{\"host\": \"c\", \"error\": \"timed out\"}",
            added("d", OS));

    assertThat(inventory.hosts()).extracting(InventoryHost::name).containsExactly("a", "b", "d");
    assertThat(inventory.problems()).extracting(Problem::line).containsExactly(2, 3, 5, 6, 7, 8);
    assertThat(inventory.problems().get(1).message())
        .isEqualTo("no host is named; accepted: hostIdentifier, hostname, host_name or host");
  }

  @Test
  void aLineThatIsTooLongIsAProblemAndTheNextOneGoesOn() {
    String tooLong = added("b", OS).replace("macOS", "m".repeat(4 * 1024 * 1024));

    Inventory inventory = read(added("a", OS), tooLong, added("c", OS));

    assertThat(inventory.hosts()).extracting(InventoryHost::name).containsExactly("a", "c");
    assertThat(inventory.problems())
        .containsExactly(
            new Problem("$", 2, "the line is too long; accepted: 4194304 bytes at most"));
  }

  @Test
  void aReportThatIsCutGivesWhatWasThere() {
    String report = "{\n\"results\": [\n" + report(OS, HARDWARE) + "\n]}";

    Inventory inventory = read(report.substring(0, report.length() - 40));

    assertThat(inventory.hosts()).hasSize(1);
    assertThat(inventory.problems()).extracting(Problem::line).containsExactly(4);
  }

  @Test
  void memoryDoesNotGrowWithWhatWas() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 3 * HostRowSet.MAX; i++) {
      String vm = VM.replace("\"81\"", "\"" + i + "\"");
      log.append(event("a", "added", vm, 2L * i)).append('\n');
      log.append(event("a", "removed", vm, 2L * i + 1)).append('\n');
    }
    log.append(event("a", "added", VM, 1_000_000));

    InventoryHost found = read(log.toString()).hosts().get(0);

    assertThat(found.detection().runningVmm()).isPresent();
    assertThat(codes(found)).isEmpty();
  }

  @Property(tries = 300)
  void theOrderOfLinesAndGarbageBetweenThemDoNotMatter(@ForAll Random random) {
    List<String> lines = new ArrayList<>();
    for (String host : new String[] {"a", "b", "c"}) {
      List<String> all = new ArrayList<>(dockerVmm(host, "ada"));
      all.add(event(host, "added", APP, 10));
      all.add(event(host, "removed", APP, 20));
      all.add(event(host, "added", APP.replace("4.71.0", "4.72.0"), 20));
      all.add(event(host, "added", APP.replace("4.71.0", "4.73.0"), 20));
      all.add(added(host, HARDWARE));
      all.add(added(host, OS));
      all.add(added(host, ROSETTA));
      all.add(added(host, INFO));
      all.add(added(host, "{\"x\": \"1\"}"));
      all.add(snapshot(host, "p", 30, VM));
      all.add(snapshot(host, "p", 40, random.nextBoolean() ? VM : OTHER_APP));
      all.removeIf(line -> random.nextInt(8) == 0);
      lines.addAll(all);
    }
    List<InventoryHost> before = sorted(read(lines.toArray(String[]::new)));

    Collections.shuffle(lines, random);
    for (String garbage : new String[] {"]", "{\"columns\": {}}", "\u0000", "[1", "{"}) {
      lines.add(random.nextInt(lines.size() + 1), garbage);
    }
    Inventory after = read(lines.toArray(String[]::new));

    assertThat(sorted(after)).isEqualTo(before);
    assertThat(after.problems()).hasSize(5);
    for (int i = 0; i < before.size(); i++) {
      assertThat(codes(sorted(after).get(i))).isEqualTo(codes(before.get(i)));
    }
  }

  private static List<InventoryHost> sorted(Inventory inventory) {
    return inventory.hosts().stream()
        .sorted((one, other) -> Objects.compare(one.name(), other.name(), String::compareTo))
        .toList();
  }

  private static final String OF_ONE =
      """
      {"os_version":[{"name":"macOS","version":"26.5","platform":"darwin"}],\
      "system_info":[{"uuid":"U1","hostname":"mac-1","cpu_brand":"Apple M4"}]}
      """;
  private static final String OF_OTHER =
      """
      {"system_info":[{"uuid":"U2","hostname":"mac-2","cpu_brand":"Intel(R) Core(TM) i7-9750H"}]}
      """;
  private static final String OF_NONE =
      """
      {"os_version":[{"name":"macOS","version":"26.5","platform":"darwin"}]}
      """;

  @Test
  void answersWithoutAnEnvelopeAreToldApartBySystemInfo() {
    Inventory lines = OsqueryRows.read(OF_ONE + OF_OTHER, "own");
    Inventory list = OsqueryRows.read("[" + OF_ONE + "," + OF_OTHER + "]", "own");

    for (Inventory inventory : List.of(lines, list)) {
      assertThat(inventory.problems()).isEmpty();
      assertThat(inventory.hosts())
          .extracting(InventoryHost::name)
          .containsExactly("mac-1", "mac-2");
      assertThat(inventory.hosts())
          .extracting(host -> host.detection().host().architecture().orElseThrow())
          .containsExactly(Architecture.ARM64, Architecture.X86_64);
    }
    assertThat(lines.hosts()).extracting(InventoryHost::line).containsExactly(1, 2);
  }

  @Test
  void elementsOfAListAreOtherMacsAndLinesWithoutANameAreRefused() {
    Inventory list = OsqueryRows.read("[" + OF_NONE + "," + OF_NONE + "]", "own");
    Inventory lines = OsqueryRows.read(OF_NONE + OF_NONE, "own");

    assertThat(list.hosts()).extracting(InventoryHost::name).containsExactly("own", "own [2]");
    assertThat(lines.hosts()).extracting(InventoryHost::name).containsExactly("own");
    assertThat(lines.problems()).hasSize(1);
    assertThat(lines.problems().get(0).line()).isEqualTo(2);
    assertThat(lines.problems().get(0).message()).startsWith("no Mac is named");
  }

  @Test
  void rowsOfSeveralMacsAreNotMixed() {
    String row = "{\"system_info\":0,\"uuid\":\"%s\",\"hostname\":\"%s\",\"cpu_brand\":\"%s\"}\n";
    String one = row.formatted("U1", "mac-1", "Apple M4");
    String other = row.formatted("U2", "mac-2", "Apple M1");
    String version = "{\"name\":\"macOS\",\"version\":\"26.5\",\"platform\":\"darwin\"}\n";

    Inventory ofOne = OsqueryRows.read(version + one, "own");
    Inventory ofTwo = OsqueryRows.read(version + one + other, "own");
    Inventory inOneList =
        OsqueryRows.read("[" + one.strip() + "," + other.strip() + "]\n" + version, "own");

    assertThat(ofOne.problems()).isEmpty();
    assertThat(ofOne.hosts()).extracting(InventoryHost::name).containsExactly("mac-1");
    assertThat(ofTwo.hosts()).extracting(InventoryHost::name).containsExactly("mac-1", "mac-2");
    assertThat(ofTwo.problems()).hasSize(1);
    assertThat(ofTwo.problems().get(0).message()).startsWith("rows of several Macs do not name");
    assertThat(ofTwo.hosts())
        .allSatisfy(host -> assertThat(host.detection().host().macOsVersion()).isEmpty());
    assertThat(inOneList.hosts()).extracting(InventoryHost::name).containsExactly("mac-1", "mac-2");
  }

  @Test
  void theHostsOfFleetAreRead() {
    String fleet =
        """
        {"hosts":[
         {"id":1,"hostname":"a","platform":"darwin","memory":8589934592,"cpu_brand":"Apple M2",
          "os_version":"macOS 15.2","software":[{"name":"Docker.app","source":"apps",
          "bundle_identifier":"com.docker.docker","version":"4.50.0"}]},
         {"id":2,"hostname":"b","platform":"darwin","memory":17179869184},
         {"id":3,"hostname":"c","platform":"windows","memory":1}]}
        """;

    for (String document : List.of(fleet, fleet.replace('\n', ' '))) {
      Inventory inventory = OsqueryRows.read(document, "own");

      assertThat(inventory.problems()).isEmpty();
      assertThat(inventory.hosts()).extracting(InventoryHost::name).containsExactly("a", "b", "c");
      Host first = inventory.hosts().get(0).detection().host();
      assertThat(first.memoryMiB()).contains(8192);
      assertThat(first.macOsVersion()).contains(Version.parse("15.2"));
      assertThat(first.dockerDesktop().version()).contains(Version.parse("4.50.0"));
      assertThat(inventory.hosts().get(2).detection().host().operatingSystem()).contains("windows");
    }
  }

  @Test
  void rowsOfOtherTablesAreNoMac() {
    Inventory inventory = OsqueryRows.read("{\"services\":\"web\",\"image\":\"nginx\"}", "own");

    assertThat(inventory.hosts()).isEmpty();
    assertThat(inventory.problems()).hasSize(1);
  }

  @Test
  void whatFollowsBrokenJsonIsSaidToBeUnread() {
    Inventory inventory =
        OsqueryRows.read(
            "[\n" + OF_ONE + ",\n{\"hostIdentifier\": \"b\"},,\n" + OF_OTHER + "]", "own");

    assertThat(inventory.problems())
        .extracting(problem -> problem.message())
        .anyMatch(message -> message.endsWith("the rest from line 4, column 25 on was not read"));
    assertThat(inventory.endedBy()).map(Problem::line).contains(4);
    assertThat(inventory.problems()).contains(inventory.endedBy().orElseThrow());
    assertThat(OsqueryRows.read("[\n" + OF_ONE + "\n]", "own").endedBy()).isEmpty();
  }

  @Test
  void whatIsNotReadIsSaidAfterAnyNumberOfProblems() {
    String list = "[\n" + "{},\n".repeat(Inventory.MAX + 5) + "x]";

    Inventory inventory = OsqueryRows.read(list, "own");

    assertThat(inventory.problems()).hasSize(Inventory.MAX + 2);
    assertThat(inventory.endedBy()).map(Problem::line).contains(Inventory.MAX + 7);
  }

  @Test
  void anEmptyInputIsAProblemAndAnEmptyListIsNot() {
    for (String empty : List.of("", " \n\n", "\uFEFF")) {
      assertThat(OsqueryRows.read(empty, "own").problems())
          .extracting(Problem::message)
          .containsExactly("the document is empty; accepted: rows of osquery, or answers of Fleet");
    }
    assertThat(OsqueryRows.read("[]", "own").problems()).isEmpty();
  }

  @Test
  void aNameBesideTheAnswersToQueriesCounts() {
    Inventory inventory =
        read(
            "{\"host_identifier\": \"m1\", \"os_version\": [" + OS + "]}",
            "{\"hostname\": \"m2\", \"host_id\": 7, \"system_info\": [" + HARDWARE + "]}",
            "{\"host\": \"m3\", \"q\": [" + OS + "]}");

    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.hosts()).extracting(InventoryHost::name).containsExactly("m1", "m2", "m3");
  }

  @Test
  void everyElementOfAListOfHostsIsAHost() {
    String hosts =
        """
        {"hosts": [
         {"hostname": "a", "platform": "darwin", "memory": 8589934592},
         {"display_name": "b", "platform": "darwin", "memory": 8589934592},
         {"hardware_serial": "S1", "platform": "darwin", "memory": 8589934592},
         {"platform": "darwin", "memory": 8589934592},
         {"platform": "darwin", "memory": 17179869184},
         {"hostname": "a", "uuid": "U2", "platform": "windows", "memory": 8589934592}]}
        """;

    for (String document : List.of(hosts, hosts.replace('\n', ' '))) {
      Inventory inventory = OsqueryRows.read(document, "own");

      assertThat(inventory.problems()).isEmpty();
      assertThat(inventory.hosts())
          .extracting(InventoryHost::name)
          .containsExactly("a", "b", "host S1", "own [4]", "own [5]", "a");
      assertThat(inventory.hosts().get(4).detection().host().memoryMiB()).contains(16384);
      assertThat(inventory.hosts().get(5).detection().host().operatingSystem()).contains("windows");
      assertThat(inventory.hosts().get(0).detection().host().operatingSystem()).contains("macos");
    }
  }

  @Test
  void aHostWithRowsOfOtherTablesAloneIsAProblem() {
    Inventory inventory =
        read(added("a", OS), added("b", "{\"port\": \"80\"}"), added("c", HARDWARE));

    assertThat(inventory.hosts()).extracting(InventoryHost::name).containsExactly("a", "c");
    assertThat(inventory.problems())
        .containsExactly(
            new Problem(
                "$", 2, "no row is of a table that is read, such as os_version or system_info"));
  }

  @Test
  void invalidBytesEndNoDocument() throws IOException {
    String document =
        "[\n{\"hosts\": [],\n\"x\": \"caf\u00e9\"},\n"
            + "{\"hostIdentifier\": \"m\u00fcller\", \"rows\": ["
            + OS
            + "]},\n{\"hostIdentifier\": \"b\", \"rows\": ["
            + OS
            + "]}]";

    Inventory inventory =
        OsqueryRows.read(
            new ByteArrayInputStream(document.getBytes(StandardCharsets.ISO_8859_1)), "own");

    assertThat(inventory.hosts()).extracting(InventoryHost::name).contains("b");
    assertThat(inventory.endedBy()).isEmpty();
    assertThat(inventory.problems())
        .anyMatch(problem -> problem.message().startsWith("the name of the Mac, \"m\uFFFDller\""));
  }

  @Property(tries = 20)
  void theEncodingDoesNotMatter(@ForAll Random random) throws IOException {
    List<String> lines = new ArrayList<>(List.of(added("m\u00fcller", OS), added("b", HARDWARE)));
    Collections.shuffle(lines, random);
    String text = "\uFEFF" + String.join("\n", lines);
    String list = "\uFEFF[\n" + String.join(",\n", lines) + "]";

    for (String document : List.of(text, list)) {
      List<InventoryHost> hosts = OsqueryRows.read(document.substring(1), "own").hosts();
      assertThat(hosts).hasSize(2);
      for (Charset charset :
          List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        Inventory read =
            OsqueryRows.read(new ByteArrayInputStream(document.getBytes(charset)), "own");
        assertThat(read.hosts()).isEqualTo(hosts);
        assertThat(read.problems()).isEmpty();
      }
    }
  }
}

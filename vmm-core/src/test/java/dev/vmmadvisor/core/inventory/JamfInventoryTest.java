package dev.vmmadvisor.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JamfInventoryTest {

  private static final String COMPUTER =
      """
      {"id": "12",
       "general": {"name": "mac-12"},
       "hardware": {"appleSilicon": true, "processorType": "Apple M2",
        "processorArchitecture": "arm64", "totalRamMegabytes": 24576,
        "modelIdentifier": "Mac14,2"},
       "operatingSystem": {"name": "macOS", "version": "14.6.1"},
       "applications": [
        {"name": "Notes.app", "path": "/System/Applications/Notes.app", "version": "4.11",
         "bundleId": "com.apple.Notes"},
        {"name": "Docker.app", "path": "/Applications/Docker.app", "version": "4.60.1",
         "bundleId": "com.docker.docker"}],
       "extensionAttributes": [
        {"name": "dockerDesktop.memoryMiB", "values": ["6144"]},
        {"name": "workload.imageArchitectures", "values": ["arm64", "amd64"]},
        {"name": "Asset tag", "values": ["17"]}]}
      """;

  @Test
  void aComputerTellsItsHardwareMacOsAndDockerDesktop() {
    Inventory inventory =
        JamfInventory.read("{\"totalCount\": 1, \"results\": [" + COMPUTER + "]}");

    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.hosts()).hasSize(1);
    InventoryHost found = inventory.hosts().get(0);
    assertThat(found.name()).isEqualTo("mac-12");
    assertThat(found.user()).isEmpty();
    Host host = found.detection().host();
    assertThat(host.operatingSystem()).contains("macos");
    assertThat(host.architecture()).contains(Architecture.ARM64);
    assertThat(host.chip()).contains("Apple M2");
    assertThat(host.macOsVersion()).contains(Version.parse("14.6.1"));
    assertThat(host.memoryMiB()).contains(24576);
    assertThat(host.dockerDesktop())
        .isEqualTo(
            DockerDesktop.builder().version(Version.parse("4.60.1")).memoryMiB(6144).build());
    assertThat(host.workload().imageArchitectures()).contains(List.of("arm64", "amd64"));
    assertThat(host.virtualMachine()).isEmpty();
    assertThat(OsqueryLines.codes(found)).isEmpty();
    assertThat(found.detection().evidence(Fact.MEMORY))
        .extracting(Evidence::origin)
        .hasToString("[Jamf Pro, hardware.totalRamMegabytes]");
  }

  @Test
  void oneComputerAListAndSeveralPagesAreReadToo() {
    List<InventoryHost> one = JamfInventory.read(COMPUTER).hosts();
    String page = "{\"results\": [" + COMPUTER + "]}";

    assertThat(one).hasSize(1);
    assertThat(JamfInventory.read("[" + COMPUTER + "]").hosts()).isEqualTo(one);
    assertThat(JamfInventory.read(page).hosts()).isEqualTo(one);
    assertThat(JamfInventory.read(page + "\n" + page).hosts()).isEqualTo(one);
  }

  @Test
  void appleSiliconCountsForMoreThanAnArchitectureThatContradicts() {
    InventoryHost found =
        JamfInventory.read(COMPUTER.replace("\"arm64\",", "\"i386\",")).hosts().get(0);

    assertThat(found.detection().host().architecture()).contains(Architecture.ARM64);
    assertThat(OsqueryLines.codes(found)).containsExactly("contradicting-evidence");
  }

  @Test
  void aModelOfAVirtualMachineIsTold() {
    assertThat(host(COMPUTER.replace("Mac14,2", "VirtualMac2,1")).virtualMachine()).contains(true);
  }

  @Test
  void theAppInApplicationsIsTaken() {
    String two =
        COMPUTER.replace(
            "\"applications\": [",
            "\"applications\": [{\"name\": \"Docker.app\", \"path\":"
                + " \"/Volumes/Docker/Docker.app\", \"version\": \"4.99.0\"},");

    InventoryHost found = JamfInventory.read(two).hosts().get(0);

    assertThat(found.detection().host().dockerDesktop().version())
        .contains(Version.parse("4.60.1"));
    assertThat(OsqueryLines.codes(found)).containsExactly("several-apps");
  }

  @Test
  void whatWasNotCollectedIsUnknown() {
    assertThat(host("{\"general\": {\"name\": \"a\"}, \"hardware\": null, \"applications\": []}"))
        .isEqualTo(Host.builder().build());
  }

  @Test
  void aValueThatIsNoneIsANotice() {
    InventoryHost found = JamfInventory.read(COMPUTER.replace("6144", "6 GB")).hosts().get(0);

    assertThat(found.detection().host().dockerDesktop().memoryMiB()).isEmpty();
    assertThat(OsqueryLines.codes(found)).containsExactly("unreadable-value");
  }

  @Test
  void aComputerWithoutANameIsAProblemAndTheOthersAreRead() {
    Inventory inventory =
        JamfInventory.read("{\"results\": [\n{\"id\": \"1\"},\n7,\n" + COMPUTER + "]}");

    assertThat(inventory.hosts()).hasSize(1);
    assertThat(inventory.problems()).extracting(Problem::line).containsExactly(2, 3);
    assertThat(inventory.problems().get(0))
        .hasToString("line 2: $.general.name: is missing; accepted: a computer of Jamf Pro");
  }

  @Test
  void whatIsNoJsonIsAProblem() {
    assertThat(JamfInventory.read("<html>").hosts()).isEmpty();
    assertThat(JamfInventory.read("<html>").problems()).hasSize(1);
  }

  private static Host host(String computer) {
    return JamfInventory.read(computer).hosts().get(0).detection().host();
  }

  @Test
  void recordsOfOneComputerAreOneHostAndWhatContradictsIsUnknown() {
    String computer =
        """
        {"id":"7","general":{"name":"a"},"hardware":{"totalRamMegabytes":%d,
         "processorType":"Apple M2"}}
        """;
    Inventory inventory =
        JamfInventory.read("[" + computer.formatted(8192) + "," + computer.formatted(16384) + "]");

    assertThat(inventory.hosts()).hasSize(1);
    Host host = inventory.hosts().get(0).detection().host();
    assertThat(host.memoryMiB()).isEmpty();
    assertThat(host.chip()).contains("Apple M2");
    assertThat(host.notices())
        .extracting(notice -> notice.code())
        .containsExactly("contested-evidence");
  }

  @Test
  void aFieldThatIsThereTwiceIsReportedAndUnknown() {
    Inventory inventory =
        JamfInventory.read(
            "{\"general\":{\"name\":\"a\"},\"hardware\":{\"totalRamMegabytes\":8192,"
                + "\"totalRamMegabytes\":4096}}");

    assertThat(inventory.hosts().get(0).detection().host().memoryMiB()).isEmpty();
    assertThat(inventory.problems())
        .extracting(problem -> problem.message())
        .containsExactly("\"totalRamMegabytes\" is there twice in one object; it is ignored");
  }

  @Test
  void invalidBytesEndNoListAndAnEmptyInputIsAProblem() throws IOException {
    String list =
        "["
            + COMPUTER.replace("Asset tag", "T\u00fcr")
            + ","
            + COMPUTER.replace("\"12\"", "\"13\"")
            + "]";

    Inventory inventory =
        JamfInventory.read(new ByteArrayInputStream(list.getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(inventory.hosts()).hasSize(2);
    assertThat(inventory.problems()).isEmpty();
    assertThat(JamfInventory.read("\uFEFF \n").problems())
        .extracting(Problem::message)
        .containsExactly("the document is empty; accepted: computers of Jamf Pro");
    assertThat(JamfInventory.read("[]").problems()).isEmpty();
  }

  @Test
  void ofFieldsThatAreEquallyCredibleAndContradictNoneIsTaken() {
    InventoryHost found =
        JamfInventory.read(COMPUTER.replace("Apple M2", "Intel(R) Core(TM) i7")).hosts().get(0);
    Host memory = host(COMPUTER.replace("\"dockerDesktop.memoryMiB\"", "\"memoryMiB\""));

    assertThat(found.detection().host().architecture()).isEmpty();
    assertThat(found.detection().notices())
        .anyMatch(
            notice ->
                notice
                    .message()
                    .equals(
                        "Jamf Pro (hardware.appleSilicon, hardware.processorType) says both arm64"
                            + " and x86_64; neither was taken"));
    assertThat(memory.memoryMiB()).isEmpty();
  }
}

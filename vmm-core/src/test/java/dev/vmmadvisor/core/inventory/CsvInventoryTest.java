package dev.vmmadvisor.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvInventoryTest {

  @Test
  void aColumnTellsTheFactThatItIsNamedAfter() {
    Inventory inventory =
        CsvInventory.read(
            "host,user,architecture,macOsVersion,memoryMiB,dockerDesktop.version,dockerDesktop.vmm,"
                + "dockerDesktop.rosettaEnabled,workload.imageArchitectures\r\n"
                + "mac-1,ada,arm64,15.2,16384,4.71.0,docker-vmm,False,arm64 amd64\r\n"
                + "mac-1,bob,,,,,,,\r\n");

    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.hosts())
        .extracting(InventoryHost::toString)
        .containsExactly("mac-1, ada", "mac-1, bob");
    Host host = inventory.hosts().get(0).detection().host();
    assertThat(host.architecture()).contains(Architecture.ARM64);
    assertThat(host.macOsVersion()).contains(Version.parse("15.2"));
    assertThat(host.memoryMiB()).contains(16384);
    assertThat(host.dockerDesktop().version()).contains(Version.parse("4.71.0"));
    assertThat(host.dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(host.dockerDesktop().rosettaEnabled()).contains(false);
    assertThat(host.workload().imageArchitectures()).contains(List.of("arm64", "amd64"));
    assertThat(inventory.hosts().get(1).detection().host()).isEqualTo(Host.builder().build());
  }

  @Test
  void namesOfOtherExportsAreKnown() {
    Host host =
        CsvInventory.read(
                "Computer Name;Processor Type;Total RAM MB;Operating System Version;os_version;"
                    + "physical_memory;Model Identifier\n"
                    + "mac-1;Apple M1;8192;14.1;macOS 14.1;8589934592;VirtualMac2,1")
            .hosts()
            .get(0)
            .detection()
            .host();

    assertThat(host.architecture()).contains(Architecture.ARM64);
    assertThat(host.chip()).contains("Apple M1");
    assertThat(host.memoryMiB()).contains(8192);
    assertThat(host.macOsVersion()).contains(Version.parse("14.1"));
    assertThat(host.virtualMachine()).contains(true);
    assertThat(host.notices()).isEmpty();
  }

  @Test
  void aBadCellIsAProblemOfItsLineAndColumnAndLeavesTheRest() {
    Inventory inventory =
        CsvInventory.read("host,memoryMiB,chip\na,16 GB,Apple M1\nb,8192,Apple M2\n");

    assertThat(inventory.hosts()).hasSize(2);
    assertThat(inventory.hosts().get(0).detection().host())
        .isEqualTo(Host.builder().chip("Apple M1").build());
    assertThat(inventory.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "line 2: column 2, \"memoryMiB\": \"16 GB\" is not accepted; accepted: a whole number"
                + " of MiB from 1 to 16777216");
  }

  @Test
  void aColumnThatIsNotKnownIsOneProblem() {
    Inventory inventory =
        CsvInventory.read("host,colour,workload.databases,chip\na,red,mongodb,\nb,red,mongodb,\n");

    assertThat(inventory.hosts()).hasSize(2);
    assertThat(inventory.problems()).extracting(Problem::line).containsExactly(1, 1);
    assertThat(inventory.problems())
        .extracting(Problem::path)
        .containsExactly("column 2, \"colour\"", "column 3, \"workload.databases\"");
  }

  @Test
  void rowsThatCannotBeReadAreProblemsAndTheOthersAreRead() {
    Inventory inventory =
        CsvInventory.read("host,chip\n,Apple M1\na,b,c\n\nd,Apple M1\nd,Apple M2\ne\n");

    assertThat(inventory.hosts()).extracting(InventoryHost::name).containsExactly("d", "e");
    assertThat(inventory.problems()).extracting(Problem::line).containsExactly(2, 3, 6);
  }

  @Test
  void withoutANameNothingIsRead() {
    Inventory inventory = CsvInventory.read("chip\nApple M1\n");

    assertThat(inventory.hosts()).isEmpty();
    assertThat(inventory.problems())
        .containsExactly(
            new Problem("$", 1, "no column names the Mac; accepted: host, hostname, name"));
    assertThat(CsvInventory.read("").hosts()).isEmpty();
  }

  @Test
  void quotesLineEndsAndAByteOrderMarkAreRead() {
    Inventory inventory =
        CsvInventory.read(
            "\uFEFFhost,chip\r\n\"mac \"\"1\"\", the first\nof all\",Apple M1\rmac-2,red\n");

    assertThat(inventory.hosts())
        .extracting(InventoryHost::name)
        .containsExactly("mac \"1\", the first\nof all", "mac-2");
    assertThat(inventory.problems()).isEmpty();
  }

  @Test
  void linesAreCountedAcrossCellsWithSeveral() {
    Inventory inventory = CsvInventory.read("host,memoryMiB\n\"a\nb\",1\nc,many\n");

    assertThat(inventory.problems()).extracting(Problem::line).containsExactly(4);
  }

  @Test
  void aQuoteThatIsNotClosedIsAProblem() {
    Inventory inventory = CsvInventory.read("host,chip\na,Apple M1\n\"b,Apple M1\nc,Apple M1\n");

    assertThat(inventory.hosts()).extracting(InventoryHost::name).containsExactly("a");
    assertThat(inventory.problems()).extracting(Problem::line).containsExactly(3);
  }

  @Test
  void aRecordThatIsTooLongIsAProblemAndTheNextOneGoesOn() {
    for (String quote : new String[] {"", "\""}) {
      String tooLong = quote + "b".repeat(CsvRecords.MAX + 1);

      Inventory inventory =
          CsvInventory.read("host,chip\na,Apple M1\n" + tooLong + ",x\nc,Apple M1\n");

      assertThat(inventory.hosts()).extracting(InventoryHost::name).containsExactly("a", "c");
      assertThat(inventory.problems()).extracting(Problem::line).containsExactly(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";"})
  void theSeparatorIsTheOneOfTheHeadings(String separator) {
    Inventory inventory =
        CsvInventory.read(
            String.join(separator, "host", "chip", "memoryMiB")
                + "\n"
                + String.join(separator, "a", "Apple M1", "8192"));

    assertThat(inventory.hosts().get(0).detection().host().memoryMiB()).contains(8192);
  }

  @Property(tries = 500)
  void anyNameInQuotesIsReadAsItIs(@ForAll @NotBlank @StringLength(max = 20) String name) {
    String plain = name.replace("\uFEFF", "").replace("\uFFFD", "").replace('\r', ' ').strip();
    String csv = "host,chip\n\"" + plain.replace("\"", "\"\"") + "\",Apple M1\n";

    List<InventoryHost> hosts = CsvInventory.read(csv).hosts();

    String utf8 = new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    if (!utf8.isBlank()) {
      assertThat(hosts).extracting(InventoryHost::name).containsExactly(utf8.strip());
    }
  }

  @Test
  void aKeyOfDockerDesktopIsTheMemoryOfTheVm() {
    Inventory keys = CsvInventory.read("hostname,memoryMiB,MemoryMiB\nm1,16384,2048\n");
    Inventory unclear = CsvInventory.read("hostname,architecture,memorymib\nm1,arm64,2048\n");

    Host host = keys.hosts().get(0).detection().host();
    assertThat(keys.problems()).isEmpty();
    assertThat(host.memoryMiB()).contains(16384);
    assertThat(host.dockerDesktop().memoryMiB()).contains(2048);
    assertThat(unclear.hosts().get(0).detection().host().memoryMiB()).isEmpty();
    assertThat(unclear.problems()).hasSize(1);
    assertThat(unclear.problems().get(0).message()).startsWith("is ambiguous and is ignored");
  }

  @Test
  void aTableOfSomethingElseHasNoMacs() {
    Inventory inventory = CsvInventory.read("name,price\napple,3\n");

    assertThat(inventory.hosts()).isEmpty();
    assertThat(inventory.problems())
        .extracting(problem -> problem.message())
        .last()
        .asString()
        .startsWith("no column is one of those that are read");
  }

  @Test
  void theLineOfAMacIsThatOfItsRecord() {
    Inventory inventory = CsvInventory.read("hostname,chip\n\"a\nb\",Apple M1\n\nc,Apple M2\n");

    assertThat(inventory.hosts()).extracting(InventoryHost::line).containsExactly(2, 5);
  }

  @Test
  void aTableInUtf16IsRead() throws IOException {
    byte[] table = "\uFEFFhostname;chip\nä;Apple M1\n".getBytes(StandardCharsets.UTF_16LE);

    Inventory inventory = CsvInventory.read(new ByteArrayInputStream(table));

    assertThat(inventory.hosts()).extracting(InventoryHost::name).containsExactly("ä");
    assertThat(inventory.hosts().get(0).detection().host().chip()).contains("Apple M1");
  }

  @Test
  void anEmptyInputIsAProblemAndATableWithoutMacsIsNot() {
    for (String empty : List.of("", "\n \n", "\uFEFF")) {
      assertThat(CsvInventory.read(empty).problems())
          .containsExactly(
              new Problem(
                  "$",
                  1,
                  "the document is empty; accepted: a line of headings, and a line for each Mac"));
    }
    assertThat(CsvInventory.read("host,architecture\n").problems()).isEmpty();
  }

  @Test
  void whatAnOpenQuoteTakesIsSaidToBeUnread() {
    Inventory cut = CsvInventory.read("host,architecture\na,arm64\n\"b,arm64\nc,arm64\n");
    Inventory tooLong =
        CsvInventory.read(
            "host,architecture\n\"a,arm64\n" + "b,arm64\n".repeat(140_000) + "c,arm64\n");

    assertThat(cut.hosts()).extracting(InventoryHost::name).containsExactly("a");
    assertThat(cut.endedBy()).map(Problem::line).contains(3);
    assertThat(cut.problems().get(0).message())
        .isEqualTo("a quote is not closed; the rest from line 3 on was not read");
    assertThat(tooLong.problems().get(0).message()).contains("lines 2 to 131073 were not read");
    assertThat(tooLong.hosts().get(0).line()).isEqualTo(131074);
    assertThat(tooLong.endedBy()).isEmpty();
  }

  @Test
  void aNameThatIsNotValidTextIsAProblem() throws IOException {
    String table =
        "host,user,architecture\nm\u00fcller,a,arm64\nm\u00e4ller,a,arm64\nb,\u00fc,arm64\n";

    Inventory inventory =
        CsvInventory.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(inventory.hosts()).extracting(InventoryHost::name).containsExactly("b");
    assertThat(inventory.problems()).extracting(Problem::line).containsExactly(2, 3);
    assertThat(inventory.problems().get(0).message()).contains("m\uFFFDller");
  }

  @Test
  void columnsThatContradictLeaveTheFactUnknown() {
    Inventory inventory =
        CsvInventory.read("host,cpu_brand,architecture\na,Apple M1,x86_64\nb,Apple M1,arm64\n");

    assertThat(inventory.hosts().get(0).detection().host().architecture()).isEmpty();
    assertThat(inventory.hosts().get(0).detection().notices())
        .extracting(notice -> notice.code())
        .contains("contested-evidence");
    assertThat(inventory.hosts().get(1).detection().host().architecture())
        .contains(Architecture.ARM64);
  }
}

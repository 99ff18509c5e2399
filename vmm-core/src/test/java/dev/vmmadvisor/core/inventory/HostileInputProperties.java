package dev.vmmadvisor.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.detect.DockerInfo;
import dev.vmmadvisor.core.detect.DockerVersion;
import dev.vmmadvisor.core.detect.ProcessList;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Inventories and answers that somebody or something has damaged. */
class HostileInputProperties {

  private static final String CHARACTERS = "{}[],:;\"\\0159.-()/\n\r\t eE tfn\u0000\u00e9\ud83d";
  private static final String[] PARTS = {
    "\"",
    "\\u0000",
    "null",
    "-1",
    "99999999999999999999",
    "1e999",
    "\"\"",
    "[]",
    "{}",
    "true",
    "\n",
    "\r\n",
    "\uFEFF",
    "/Docker.app/Contents/",
    "\"columns\"",
    "\"results\"",
    "(",
    "4.4.4.4.4"
  };

  private static final String OSQUERY =
      String.join("\n", OsqueryLines.dockerVmm("a", "ada"))
          + "\n"
          + OsqueryLines.snapshot(
              "a", "q", 7, OsqueryLines.OS, OsqueryLines.HARDWARE, OsqueryLines.VM)
          + "\n"
          + OsqueryLines.event("a", "removed", OsqueryLines.APP, 9)
          + "\n{\"host\": \"b\", \"rows\": ["
          + OsqueryLines.INFO
          + ", "
          + OsqueryLines.ROSETTA
          + "]}";
  private static final String REPORT =
      "{\"query_id\": 1, \"results\": [{\"host_id\": 1, \"host_name\": \"a\", \"columns\": "
          + OsqueryLines.HARDWARE
          + "}]}";
  private static final String JAMF =
      "{\"results\": [{\"general\": {\"name\": \"a\"}, \"hardware\": {\"appleSilicon\": true,"
          + " \"processorType\": \"Apple M2\", \"totalRamMegabytes\": 8192}, \"operatingSystem\":"
          + " {\"version\": \"15.1\"}, \"applications\": [{\"name\": \"Docker.app\", \"path\":"
          + " \"/Applications/Docker.app\", \"version\": \"4.60.1\"}], \"extensionAttributes\":"
          + " [{\"name\": \"dockerDesktop.cpus\", \"values\": [\"4\"]}]}]}";
  private static final String CSV =
      "host,user,chip,memoryMiB,dockerDesktop.version,workload.traits\n"
          + "a,\"ada, or \"\"bob\"\"\",Apple M1,8192,4.60.1,file-watching\nb,,,,,\n";
  private static final String VERSION =
      "{\"Client\": {\"Os\": \"darwin\"}, \"Server\": {\"Platform\": {\"Name\": \"Docker Desktop"
          + " 4.71.2 (230011)\"}, \"Arch\": \"arm64\"}}";
  private static final String VERSION_TEXT =
      """
      Client:
       OS/Arch: darwin/arm64

      Server: Docker Desktop 4.71.2 (230011)
       Engine:
        Version: 29.1.0
        OS/Arch: linux/arm64
      """;
  private static final String INFO =
      "{\"ServerVersion\": \"29.1.0\", \"OperatingSystem\": \"Docker Desktop\", \"NCPU\": 6,"
          + " \"MemTotal\": 4166000640, \"Labels\": [\"a=b\"], \"ClientInfo\": {\"Os\": \"x\"}}";
  private static final String INFO_TEXT =
      """
      Server:
       Server Version: 29.1.0
       Operating System: Docker Desktop
       CPUs: 6
       Total Memory: 3.88GiB
      """;
  private static final String PS =
      "USER PID %CPU %MEM VSZ RSS TT STAT STARTED TIME COMMAND\nada 81 0.0 0.1 4367 2233 ?? S Wed"
          + " 0:56 /Applications/My Apps/Docker.app/Contents/MacOS/com.docker.virtualization --cpus"
          + " 6 --memoryMiB 5120 --virtiofs /tmp --rosetta\n501 77 com.docker.hyperkit -c 3 -m"
          + " 6144M\n501 78 /Docker.app/Contents/MacOS/qemu-system-x -m 3G -smp cpus=4,cores=2\n";

  @Property(tries = 5_000)
  void anyOsqueryRowsGiveHostsAndProblems(@ForAll long seed) {
    Random random = new Random(seed);
    String original = random.nextInt(4) == 0 ? REPORT : OSQUERY;
    check(OsqueryRows.read(mutated(original, random), "own"));
  }

  @Property(tries = 8_000)
  void anyJamfInventoryGivesHostsAndProblems(@ForAll long seed) {
    check(JamfInventory.read(mutated(JAMF, new Random(seed))));
  }

  @Property(tries = 8_000)
  void anyTableGivesHostsAndProblems(@ForAll long seed) {
    check(CsvInventory.read(mutated(CSV, new Random(seed))));
  }

  @Property(tries = 8_000)
  void anyAnswerOfDockerIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    check(DockerVersion::read, mutated(random.nextBoolean() ? VERSION : VERSION_TEXT, random));
    check(DockerInfo::read, mutated(random.nextBoolean() ? INFO : INFO_TEXT, random));
  }

  @Property(tries = 8_000)
  void anyListOfProcessesIsRead(@ForAll long seed) {
    String text = mutated(PS, new Random(seed));

    Reading reading = ProcessList.read(text);

    assertThat(reading.evidence())
        .allSatisfy(evidence -> assertThat(evidence.fact().accepts(evidence.value())).isTrue());
    assertThat(ProcessList.isDockerDesktopRunning(text) || reading.evidence().isEmpty()).isTrue();
  }

  private static void check(Inventory inventory) {
    for (Problem problem : inventory.problems()) {
      assertThat(problem.line()).isPositive();
      assertThat(problem.message()).isNotBlank().doesNotContain("\n");
    }
    assertThat(inventory.hosts()).allSatisfy(host -> assertThat(host.name()).isNotBlank());
  }

  private static void check(Function<String, Reading> reader, String text) {
    try {
      assertThat(reader.apply(text).evidence())
          .allSatisfy(evidence -> assertThat(evidence.fact().accepts(evidence.value())).isTrue());
    } catch (DocumentException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  private static String mutated(String original, Random random) {
    String text = original;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int place = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), place + random.nextInt(random.nextInt(9) == 0 ? 60 : 3));
      String put =
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> PARTS[random.nextInt(PARTS.length)];
            case 2 -> {
              int from = random.nextInt(original.length());
              yield original.substring(
                  from, Math.min(original.length(), from + random.nextInt(40)));
            }
            default -> "" + CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
          };
      text = text.substring(0, place) + put + text.substring(end);
    }
    return text;
  }
}

package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command about many Macs. */
class FleetCommandTest {

  /** Lines that are no host, each in a way of its own. */
  private static final List<String> BROKEN =
      List.of(
          "{\"architecture\": \"arm64\"",
          "{\"architecture\": \"m68k\"}",
          "{\"macOsVersion\": \"fifteen\"}",
          "{\"memoryMiB\": -5}",
          "[]",
          "hello",
          "{\"chip\": \"a\", \"chip\": \"b\"}",
          "{}}",
          "{\"dockerDesktop\": {\"vmm\": 7}}",
          "{\"chip\": \"caf\u00e9\"}"); // written as ISO 8859-1

  @TempDir private Path folder;

  private static String host(int number) {
    String vmm = number % 4 == 0 ? "qemu" : "apple-virtualization-framework";
    String release = number % 4 == 0 ? "4.43.2" : "4.88.0";
    return "{\"architecture\": \"arm64\", \"macOsVersion\": \"15.2\", \"memoryMiB\": 32768,"
        + " \"dockerDesktop\": {\"version\": \""
        + release
        + "\", \"vmm\": \""
        + vmm
        + "\", \"memoryMiB\": "
        + (number % 3 == 0 ? 2048 : 8192)
        + "}, \"workload\": {\"imageArchitectures\": [\"arm64\"], \"databases\": []}}";
  }

  static Path fleet(Path folder, int hosts) throws IOException {
    return Files.write(
        folder.resolve("fleet.ndjson"),
        IntStream.range(0, hosts).mapToObj(FleetCommandTest::host).toList());
  }

  @Test
  void saysTheOneChangeThatHelpsMostMacs() throws IOException {
    Outcome outcome = Outcome.elsewhere("", "fleet", fleet(folder, 120).toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().replace('\n', ' '))
        .startsWith("30 of 120 Macs are on a release with a published vulnerability")
        .contains("Select Docker VMM: 60 of 120 Macs need only that.")
        .contains("30: Raise the memory of the Linux VM to at least 4096 MiB");
    assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("fleet.ndjson"));
  }

  @Test
  void everyGoodLineIsAnsweredAndEveryBadOneKept() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      lines.add(i % 100 == 50 ? BROKEN.get(i / 100) : host(i));
    }
    Path fleet = folder.resolve("fleet.ndjson");
    Files.write(fleet, lines, StandardCharsets.ISO_8859_1);
    Path table = folder.resolve("fleet.csv");

    Path rejected = folder.resolve("rejected.ndjson");

    Outcome outcome =
        Outcome.elsewhere(
            "",
            "fleet",
            fleet.toString(),
            "--format",
            "json",
            "--csv",
            table.toString(),
            "--rejected",
            rejected.toString());

    assertThat(outcome.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(outcome.err())
        .isEqualTo("vmm-advisor: 10 could not be read; see " + rejected + System.lineSeparator());
    assertThat(new ObjectMapper().readTree(outcome.out()).path("hosts").asInt()).isEqualTo(990);
    assertThat(Files.readAllLines(table)).hasSize(991);
    List<JsonNode> objects = new ArrayList<>();
    for (String line : Files.readAllLines(rejected)) {
      objects.add(new ObjectMapper().readTree(line));
    }
    assertThat(objects)
        .extracting(object -> object.path("line").asInt())
        .containsExactly(51, 151, 251, 351, 451, 551, 651, 751, 851, 951);
    assertThat(objects)
        .extracting(object -> object.path("text").asText())
        .startsWith(BROKEN.subList(0, 9).toArray(String[]::new));
    assertThat(objects).allMatch(object -> object.at("/problems/0/message").asText().length() > 5);
  }

  @Test
  void anyNumberOfThreadsGivesTheSame() throws IOException {
    Path fleet = fleet(folder, 3000);
    List<String> results = new ArrayList<>();
    for (String threads : List.of("1", "2", "7")) {
      Path table = folder.resolve("t.csv");
      Path page = folder.resolve("t.html");
      Outcome outcome =
          Outcome.elsewhere(
              "",
              "fleet",
              fleet.toString(),
              "--threads",
              threads,
              "--csv",
              table.toString(),
              "--report",
              page.toString(),
              "--force");
      results.add(outcome.out() + Files.readString(table) + Files.readString(page));
    }

    assertThat(results).hasSize(3).containsOnly(results.get(0));
  }

  @Test
  void anInventoryIsAFleetToo() {
    String csv = "host,architecture,dockerDesktop.vmm\n=a,arm64,qemu\nb,arm64,seven\n";
    Path rejected = folder.resolve("rejected.ndjson");
    Path table = folder.resolve("t.csv");

    Outcome outcome =
        Outcome.elsewhere(
            csv,
            "fleet",
            "-",
            "--from",
            "csv",
            "--lang",
            "zh-CN",
            "--rejected",
            rejected.toString(),
            "--csv",
            table.toString());

    assertThat(outcome.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(outcome.out()).contains("目前使用");
    assertThat(rejected).content().contains("\"line\":3");
    assertThat(table).content().contains("standard input,2,'=a,qemu,unknown");
  }

  @Test
  void noFileIsWrittenThatWasNotNamed() throws IOException {
    Path fleet = folder.resolve("fleet.ndjson");
    Files.write(fleet, List.of(host(1), "{", "[", "no", "{\"architecture\": 1}"));
    Path victim = Files.writeString(folder.resolve("victim"), "precious");
    Files.createSymbolicLink(folder.resolve("fleet.ndjson.rejected.ndjson"), victim);

    Outcome outcome = Outcome.elsewhere("", "fleet", fleet.toString());

    assertThat(outcome.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(outcome.err().lines().toList())
        .hasSize(4)
        .last()
        .isEqualTo("vmm-advisor: 4 could not be read; --rejected FILE writes all of them to FILE");
    assertThat(outcome.err()).startsWith(fleet + ": ");
    assertThat(victim).hasContent("precious");
  }

  @Test
  void anOutputIsRefusedBeforeAnythingIsOpened() throws IOException {
    Path fleet = fleet(folder, 2);
    String input = Files.readString(fleet);
    Path existing = Files.writeString(folder.resolve("old.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), existing);
    Path hardLink = Files.createLink(folder.resolve("hard.csv"), fleet);
    Path fresh = folder.resolve("new.csv");

    assertRefused(fleet, "is also an input", "--csv", fleet.toString(), "--force");
    assertRefused(fleet, "is also an input", "--rejected", hardLink.toString(), "--force");
    assertRefused(fleet, "is a symbolic link", "--csv", link.toString(), "--force");
    assertRefused(fleet, "exists; use --force to replace it", "--csv", existing.toString());
    assertRefused(fleet, "is no regular file", "--csv", folder.toString(), "--force");
    assertRefused(
        fleet, "there is no such folder", "--csv", folder.resolve("no/new.csv").toString());
    assertRefused(
        fleet,
        "is also the file of another option",
        "--csv",
        fresh.toString(),
        "--report",
        folder.resolve("../" + folder.getFileName() + "/NEW.csv").toString());

    assertThat(fleet).hasContent(input);
    assertThat(existing).hasContent("old");
    assertThat(fresh).doesNotExist();
    Outcome forced =
        Outcome.elsewhere("", "fleet", fleet.toString(), "--csv", existing.toString(), "--force");
    assertThat(forced.status()).isZero();
    assertThat(existing).content().startsWith("file,line,name");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  private static void assertRefused(Path fleet, String message, String... options) {
    List<String> call = new ArrayList<>(List.of("fleet", fleet.toString()));
    call.addAll(List.of(options));
    Outcome outcome = Outcome.elsewhere("", call.toArray(String[]::new));

    assertThat(outcome.status()).as(message).isEqualTo(ExitStatus.WRONG);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().toList()).hasSize(1).first().asString().contains(message);
  }

  @Test
  void filesThatAreReadByTheWayAreNoOutput() throws IOException {
    Path fleet = fleet(folder, 2);
    Path compose = Files.writeString(folder.resolve("compose.yaml"), "services: {}\n");
    Path variables = Files.writeString(folder.resolve(".env"), "A=1\n");

    for (Path input : List.of(compose, variables)) {
      assertRefused(
          fleet,
          "is also an input",
          "--compose",
          compose.toString(),
          "--report",
          input.toString(),
          "--force");
    }
    assertThat(variables).hasContent("A=1");
  }

  @Test
  void whatIsBehindALinkInTheMiddleOfAPathIsTheTarget() throws IOException {
    Path fleet = fleet(folder, 1);
    Path inner = Files.createDirectories(folder.resolve("far/inner"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), inner);

    Outcome outcome = Outcome.elsewhere("", "fleet", fleet.toString(), "--csv", link + "/../t.csv");

    assertThat(outcome.status()).isZero();
    assertThat(folder.resolve("far/t.csv")).exists();
    assertThat(folder.resolve("t.csv")).doesNotExist();
  }

  @Test
  void allOutputsAreThereOrNone() throws Exception {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    Arguments arguments =
        Arguments.parse(
            List.of("--csv", folder + "/a.csv", "--report", gone + "/b.html"),
            List.of("--csv", "--report"),
            List.of());

    try (OutputFiles outputs = new OutputFiles(List.of(), false)) {
      outputs.of("--csv", arguments).orElseThrow().writer().write("a");
      outputs.of("--report", arguments).orElseThrow().writer().write("b");
      try (Stream<Path> files = Files.list(gone)) {
        for (Path temporary : files.toList()) {
          Files.delete(temporary);
        }
      }
      Files.delete(gone);

      assertThatThrownBy(outputs::commit).isInstanceOf(IOException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatAppearsMeanwhileIsNotReplaced() throws Exception {
    Path target = folder.resolve("a.csv");
    Arguments arguments =
        Arguments.parse(List.of("--csv", target.toString()), List.of("--csv"), List.of());

    try (OutputFiles outputs = new OutputFiles(List.of(), false)) {
      outputs.of("--csv", arguments).orElseThrow().writer().write("mine");
      Files.writeString(target, "theirs");

      assertThatThrownBy(outputs::commit).hasMessageEndingWith("exists; use --force to replace it");
    }
    assertThat(target).hasContent("theirs");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void noInputIsAnErrorOfOneLine() throws IOException {
    Path blank = Files.writeString(folder.resolve("blank"), "\n  \n");
    Path good = fleet(folder, 3);
    for (String source : List.of("host", "osquery", "jamf", "csv")) {
      for (Outcome outcome :
          List.of(
              Outcome.elsewhere("", "fleet", "-", "--from", source),
              Outcome.elsewhere("", "fleet", blank.toString(), "--from", source))) {
        assertThat(outcome.status()).as(source).isEqualTo(ExitStatus.WRONG);
        assertThat(outcome.err().lines().toList())
            .as(source)
            .hasSize(1)
            .first()
            .asString()
            .contains("the document is empty; accepted: ");
      }
    }
    Outcome one = Outcome.elsewhere("", "fleet", blank.toString(), good.toString());
    assertThat(one.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(one.out()).contains("3 Macs");
  }

  @Test
  void documentsOfAnotherKindAreNoMacs() throws IOException {
    Path fleet = folder.resolve("fleet.ndjson");
    Files.write(
        fleet,
        List.of(
            "{\"services\":{\"db\":{\"image\":\"mongo\"}}}",
            "{\"ts\":1,\"level\":\"info\"}",
            "[1,2]",
            "{}",
            "{\"architecture\":\"arm64\",\"more\":1}"));

    Outcome outcome = Outcome.elsewhere("", "fleet", fleet.toString(), "--format", "json");

    assertThat(outcome.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(new ObjectMapper().readTree(outcome.out()).path("hosts").asInt()).isEqualTo(2);
    assertThat(outcome.err().lines().toList())
        .hasSize(3)
        .first()
        .asString()
        .endsWith(
            "no field is one of a Host document; accepted: fields such as architecture,"
                + " macOsVersion and dockerDesktop");
  }

  @Test
  void whatIsNotReadAfterBrokenJsonIsAlwaysShown() throws IOException {
    String jamf = "[" + "{\"x\":1},\n".repeat(9) + "{\"general\":{\"name\":\"b\"}}, oops";
    Path rejected = folder.resolve("rejected.ndjson");

    for (List<String> options : List.of(List.<String>of(), List.of("--rejected", rejected + ""))) {
      List<String> call = new ArrayList<>(List.of("fleet", "-", "--from", "jamf"));
      call.addAll(options);
      Outcome outcome = Outcome.elsewhere(jamf, call.toArray(String[]::new));

      assertThat(outcome.status()).isEqualTo(ExitStatus.WRONG);
      assertThat(outcome.err()).contains("the rest from line 10, column").contains("10 could not");
      assertThat(outcome.out()).contains("1 Macs");
    }
  }

  @Test
  void textThatUtf8CannotEncodeEndsNothing() throws IOException {
    Path fleet = folder.resolve("fleet.ndjson");
    Files.write(
        fleet,
        List.of("{\"architecture\":\"\\ud800\"}", "{\"\\udc00\":1,\"chip\":\"\\ud800\"}", host(1)));
    Path rejected = folder.resolve("rejected.ndjson");
    Path page = folder.resolve("page.html");

    Outcome outcome =
        Outcome.elsewhere(
            "",
            "fleet",
            fleet.toString(),
            "--rejected",
            rejected.toString(),
            "--report",
            page.toString());

    assertThat(outcome.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(Files.readAllLines(rejected)).hasSize(2);
    assertThat(page).content().contains("</html>");
    assertThat(outcome.out()).isNotEmpty();
  }

  @Test
  void whatIsWrongWithTheCallIsTold() {
    assertThat(Outcome.elsewhere("", "fleet").err()).contains("fleet needs a FILE");
    assertThat(Outcome.elsewhere("", "fleet", "-", "--threads", "0").err())
        .contains("\"0\" is not accepted; accepted: 1 to 256");
    Outcome missing = Outcome.elsewhere("", "fleet", folder.resolve("no").toString());
    assertThat(missing.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(missing.err()).contains("there is no such file");
  }

  @Test
  void progressTellsRateAndRemainingTime() {
    assertThat(FleetProgress.line(1000, 3, 250, 1000, 2))
        .isEqualTo("1,000 hosts, 3 rejected, 500 a second, 6 s left");
    assertThat(FleetProgress.line(1000, 3, 250, 0, 2))
        .isEqualTo("1,000 hosts, 3 rejected, 500 a second");
  }
}

package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WAIVER =
      """
      {"id": "mine", "version": "1",
       "waivers": [
         {"code": "qemu-no-rosetta", "reason": "Arm only.", "owner": "us",
          "expires": "2026-10-31"}]}
      """;

  private record Result(int status, String out, String err) {}

  @TempDir private Path folder;

  private static Result run(String in, String... commandLine) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new Cli(
                FakeSurroundings.of(
                    new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)))
            .run(commandLine);
    return new Result(
        status,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = Catalogs.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "catalog | catalog lacks its command; accepted: check, show, releases",
        "catalog list | unknown command catalog list; accepted: check, show, releases",
        "catalog check | catalog check lacks a FILE",
        "catalog check - - | - (standard input) is given twice",
        "catalog check --date soon a | --date: \"soon\" is not accepted; accepted: a day such as"
            + " 2026-09-21",
        "catalog check --date 2026-02-30 a | --date: \"2026-02-30\" is not accepted; accepted: a"
            + " day such as 2026-09-21",
        "catalog show a | catalog show takes no FILE",
        "catalog show --vmm intel | --vmm: \"intel\" is not accepted; accepted: docker-vmm,"
            + " apple-virtualization-framework, qemu, hyperkit",
        "catalog show --format ndjson | --format: \"ndjson\" is not accepted; accepted: text, json",
        "catalog releases a | catalog releases takes no FILE",
        "catalog releases --vmm qemu | unknown option --vmm; accepted: --format",
      })
  void wrongCallIsToldOnOneLine(String commandLine, String message) {
    assertThat(run("", commandLine.split(" ")))
        .isEqualTo(new Result(2, "", "vmm-advisor: " + message + "\n"));
  }

  @Test
  void helpNamesTheCatalogCommands() {
    assertThat(Cli.HELP)
        .contains("catalog check", "| show", "| releases", "--date", "--vmm", "--release");
  }

  @Test
  void soundDocumentsAreFine() throws IOException {
    String catalog = file("catalog.json", resource("docker-desktop-mac.json"));
    String layer = file("layer.json", resource("acme.json"));

    assertThat(run("", "catalog", "check", catalog, layer))
        .isEqualTo(new Result(0, catalog + ": fine\n" + layer + ": fine\n", ""));
    assertThat(run(WAIVER, "catalog", "check", "-"))
        .isEqualTo(new Result(0, "standard input: fine\n", ""));
  }

  @Test
  void allProblemsOfAllFilesAreToldAtOnce() throws IOException {
    String faults = file("faults.json", resource("eleven-faults.json"));
    String broken = file("broken.json", "{\"vmms\": []");
    String layer = file("layer.json", WAIVER.replace("qemu-no-rosetta", "none"));
    String none = folder.resolve("none.json").toString();

    Result result = run("", "catalog", "check", faults, broken, layer, none);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().filter(line -> line.startsWith(faults))).hasSize(11);
    assertThat(result.err())
        .contains(faults + ": line 20: $.vmms: there is no profile of \"hyperkit\"\n")
        .contains(broken + ": line 1: $.vmms: not JSON: ")
        .contains(layer + ": line 3: $.waivers[0].code: \"none\" is the code of no rule\n")
        .endsWith(none + ": there is no such file\n");
  }

  @Test
  void dateDecidesOnWaivers() throws IOException {
    String layer = file("layer.json", WAIVER);

    assertThat(run("", "catalog", "check", "--date", "2026-10-31", layer).status()).isZero();
    assertThat(run("", "catalog", "check", "--date=2026-11-01", layer))
        .isEqualTo(
            new Result(
                2,
                "",
                layer
                    + ": line 4: $.waivers[0].expires: \"2026-10-31\" is over; this is checked"
                    + " for 2026-11-01\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | $.id: is missing",
        "{\"newestRelease\": \"4.44.0\"} | $.asOf: is missing",
        "{\"vmms\": []} | $.asOf: is missing",
        "{\"oldestRelease\": \"4.44.0\", \"waivers\": []} | $.waivers: this field is not known",
        "{\"id\": \"a\", \"version\": \"1\", \"guides\": []} | $.guides: this field is not known",
        "[] | $: a list is not accepted",
        "nothing | $: not JSON",
      })
  void documentIsReadAsWhatItIsMeantAs(String document, String problem) {
    Result result = run(document, "catalog", "check", "-");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("standard input: line 1: " + problem);
  }

  @Test
  void layerWithAProfileIsALayer() {
    String layer =
        """
        {"id": "mine", "version": "1", "overrides": ["qemu"],
         "vmms": [{"vmm": "qemu", "text": "Q.", "sources": ["docker-manual:vmm#choice"], "lifecycle": []}]}
        """;

    assertThat(run(layer, "catalog", "check", "-").err()).isEmpty();
  }

  @Test
  void showPrintsWhatIsKnown() {
    Result result = run("", "catalog", "show");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("Catalog docker-desktop-mac ").endsWith("\n");
    for (Vmm vmm : Vmm.values()) {
      assertThat(result.out()).contains("\n" + vmm.displayName() + " (" + vmm + ")\n");
    }
    Catalogs.builtIn()
        .rules()
        .forEach(rule -> assertThat(result.out()).contains(rule.code() + ": ", rule.text()));
    assertThat(run("", "catalog", "show")).isEqualTo(result);
  }

  @Test
  void showIsRestrictedToAVmmAndARelease() {
    String out = run("", "catalog", "show", "--vmm", "qemu", "--release", "4.43.2").out();

    assertThat(out)
        .contains("Only what holds in 4.43.2\n", "\nQEMU (qemu)\n", "qemu-deprecated: ")
        .doesNotContain("qemu-removed: ", "Docker VMM (docker-vmm)", "docker-vmm-architecture: ");
    assertThat(run("", "catalog", "show", "--vmm=qemu", "--release=4.44.0").out())
        .contains("qemu-removed: ");
  }

  @Test
  void showAsJsonHasTheSame() throws IOException {
    JsonNode json = JSON.readTree(run("", "catalog", "show", "--format", "json").out());

    assertThat(json.at("/catalog/id").asText()).isEqualTo("docker-desktop-mac");
    List<String> vmms = new ArrayList<>();
    json.path("vmms").forEach(vmm -> vmms.add(vmm.path("vmm").asText()));
    assertThat(vmms).containsExactlyInAnyOrder(ids());
    JsonNode rule = json.at("/vmms/0/rules/0");
    assertThat(rule.fieldNames())
        .toIterable()
        .containsExactly("code", "kind", "severity", "releases", "confidence", "text", "sources");
  }

  @Test
  void releasesAreATimeline() {
    Result result = run("", "catalog", "releases");

    assertThat(result.status()).isZero();
    List<String> lines = result.out().lines().toList();
    assertThat(lines)
        .containsSubsequence(
            "  Docker VMM is offered from here on (docker-vmm-release)",
            "  QEMU is deprecated (qemu-deprecated)",
            "  QEMU is removed (qemu-removed)",
            "  Docker Desktop needs macOS 14 or later (desktop-macos-14)");
    assertThat(lines.stream().filter(line -> line.startsWith("4.44.0"))).hasSize(1);
    assertThat(run("", "catalog", "releases")).isEqualTo(result);
  }

  @Test
  void releasesAsJsonAreTheSame() throws IOException {
    JsonNode json = JSON.readTree(run("", "catalog", "releases", "--format=json").out());

    List<String> removed = new ArrayList<>();
    for (JsonNode release : json) {
      for (JsonNode change : release.path("changes")) {
        if (change.path("code").asText().equals("qemu-removed")) {
          removed.add(release.path("version").asText());
          assertThat(change.path("kind").asText()).isEqualTo("deprecation");
          assertThat(change.path("change").asText()).isEqualTo("begins");
          assertThat(change.path("about").get(0).asText()).isEqualTo("qemu");
        }
      }
    }
    assertThat(removed).containsExactly("4.44.0");
  }

  private static String[] ids() {
    return Arrays.stream(Vmm.values()).map(Vmm::id).toArray(String[]::new);
  }
}

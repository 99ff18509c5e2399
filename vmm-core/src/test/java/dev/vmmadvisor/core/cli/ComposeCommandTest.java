package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.testkit.FakeMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --compose}: the workload of a compose file, with every kind of host. */
class ComposeCommandTest {

  private static final String HOST =
      "{\"architecture\": \"arm64\", \"macOsVersion\": \"15.2\", \"dockerDesktop\":"
          + " {\"version\": \"4.44.0\", \"vmm\": \"docker-vmm\", \"memoryMiB\": 8192}}";

  @TempDir private Path folder;
  private Path compose = Path.of("compose.yaml");

  @BeforeEach
  void writeCompose() throws IOException {
    compose = folder.resolve("compose.yaml");
    Files.writeString(
        compose,
        """
        services:
          shop:
            image: ${ENGINE}:7
            volumes: ["/Users/alice/data:/data/db"]
          reports:
            image: mcr.microsoft.com/mssql/server
            profiles: [reports]
        """);
    Files.writeString(folder.resolve(".env"), "ENGINE=mongo\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recommend",
        "validate",
        "look-ahead --to 4.90.0",
        "explain docker-vmm",
        "diagnose --text WiredTiger"
      })
  void theWorkloadIsThatOfTheDocumentWithTheSameFacts(String question) throws IOException {
    String document = with("\"workload\": " + workload("arm64", "mongodb"));
    Path file = Files.writeString(folder.resolve("host.json"), HOST);

    JsonNode expected =
        Outcome.elsewhere(document, line(question, "--format", "json", "-")).jsonWithoutNotices();

    String name = compose.toString();
    assertThat(
            Outcome.elsewhere(HOST, line(question, "--format", "json", "--compose", name, "-"))
                .jsonWithoutNotices())
        .isEqualTo(expected);
    assertThat(
            Outcome.elsewhere(
                    "", line(question, "--format", "json", "--compose", name, file.toString()))
                .jsonWithoutNotices())
        .isEqualTo(expected);
    assertThat(expected)
        .isNotEqualTo(
            Outcome.elsewhere(HOST, line(question, "--format", "json", "-")).jsonWithoutNotices());
  }

  @Test
  void everyLineHasTheWorkloadForItsArchitecture() throws IOException {
    String hosts = HOST + "\n\n{\"architecture\": \"x86_64\"}\n{}\n";

    Outcome outcome =
        Outcome.elsewhere(
            hosts, "recommend", "--format", "ndjson", "--compose", compose.toString());

    List<String> lines = outcome.out().lines().toList();
    assertThat(outcome.err()).isEmpty();
    assertThat(lines).hasSize(3);
    assertThat(withoutNotices(lines.get(0)))
        .isEqualTo(answer(with("\"workload\": " + workload("arm64", "mongodb"))));
    assertThat(withoutNotices(lines.get(1)))
        .isEqualTo(
            answer(
                "{\"architecture\":\"x86_64\",\"workload\":" + workload("amd64", "mongodb") + "}"));
    assertThat(lines.get(2)).contains("\"image-architectures-unknown\"");
  }

  @Test
  void aCopiedTreeAndThisMacHaveItToo() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(Files.createDirectory(folder.resolve("mac")));
    String[] line = {"recommend", "--format", "json", "--compose", compose.toString()};

    String root = mac.root().toString();
    JsonNode tree =
        Outcome.elsewhere(
                "", line("recommend", "--format", "json", "--compose", line[4], "--root", root))
            .json();

    assertThat(Outcome.on(mac, line).json().toString())
        .contains("\"workload.databases\"", "mongodb");
    assertThat(tree.toString()).contains("mongodb");
  }

  @Test
  void aSettingsFileHasItToo() throws IOException {
    Path settings =
        Files.writeString(folder.resolve("settings-store.json"), "{\"UseLibkrun\": true}");

    Outcome outcome =
        Outcome.elsewhere(
            "",
            "recommend",
            "--settings",
            settings.toString(),
            "--architecture",
            "arm64",
            "--compose",
            compose.toString());

    assertThat(outcome.out()).contains("Some databases fail on bind mounts");
  }

  @Test
  void profilesMakeServicesActive() {
    String[] line = {"recommend", "--format", "json", "--compose", compose.toString()};

    String none = Outcome.elsewhere(HOST, line).out();
    String active =
        Outcome.elsewhere(
                HOST,
                line("recommend --format json", "--compose", line[4], "--profiles", "reports"))
            .out();

    assertThat(none).contains("compose-profile-inactive").doesNotContain("sqlserver");
    assertThat(active).contains("sqlserver").doesNotContain("compose-profile-inactive");
    for (String names : List.of("reports,reports", " reports , other,", "*")) {
      assertThat(
              Outcome.elsewhere(
                      HOST,
                      line("recommend --format json", "--compose", line[4], "--profiles", names))
                  .out())
          .isEqualTo(active);
    }
    assertThat(
            Outcome.elsewhere(
                    HOST, line("recommend --format json", "--compose", line[4], "--profiles", ""))
                .out())
        .isEqualTo(none);
  }

  @Test
  void whatTheHostSaysOtherwiseIsANotice() throws IOException {
    String host = with("\"workload\": {\"databases\": [], \"mounts\": [\"home\"]}");

    JsonNode notices =
        Outcome.elsewhere(host, "recommend", "--format", "json", "--compose", compose.toString())
            .json()
            .path("notices");

    JsonNode contradicted = null;
    for (JsonNode notice : notices) {
      if (notice.path("code").asText().equals("contradicted-fact")) {
        assertThat(contradicted).isNull();
        contradicted = notice;
      }
    }
    assertThat(contradicted).isNotNull();
    assertThat(contradicted.path("path").asText()).isEqualTo("workload.databases");
    assertThat(contradicted.path("message").asText())
        .isEqualTo("none was known, and mongodb on bind-mount was found and taken");
  }

  @Test
  void withoutTheFileOfVariablesTheVariableIsUnknown() throws IOException {
    Files.delete(folder.resolve(".env"));

    assertThat(
            Outcome.elsewhere(
                    HOST, "recommend", "--format", "json", "--compose", compose.toString())
                .out())
        .contains("compose-variable-missing");
  }

  @Test
  void aFileThatIsMissingIsToldOnce() {
    assertThat(Outcome.elsewhere(HOST + "\n" + HOST, "recommend", "--compose", "no-such-file"))
        .isEqualTo(
            new Outcome(2, "", "vmm-advisor: --compose: no-such-file: there is no such file\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "ndjson"})
  void aFileThatIsNoComposeFileIsToldOnce(String format) throws IOException {
    Files.writeString(compose, "services: 1\n");

    assertThat(
            Outcome.elsewhere(
                HOST + "\n" + HOST,
                "recommend",
                "--format",
                format,
                "--compose",
                compose.toString()))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "vmm-advisor: --compose: "
                    + compose
                    + ": line 1: $.services: \"1\" is not accepted; accepted: an object with a"
                    + " service under each name\n"));
  }

  @Test
  void aFileThatIsTooLargeOrAFolderIsRefused() throws IOException {
    Path large = Files.write(folder.resolve("large.yaml"), new byte[4 * 1024 * 1024 + 1]);

    assertThat(Outcome.elsewhere(HOST, "recommend", "--compose", large.toString()))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "vmm-advisor: --compose: "
                    + large
                    + ": cannot be read: it has more than 4194304 bytes\n"));
    Outcome of = Outcome.elsewhere(HOST, "recommend", "--compose", folder.toString());
    assertThat(of.status()).isEqualTo(2);
    assertThat(of.err())
        .startsWith("vmm-advisor: --compose: " + folder + ": cannot be read: ")
        .hasLineCount(1);
  }

  @Test
  void aFileOfVariablesThatCannotBeReadIsNamed() throws IOException {
    Path env = Files.writeString(folder.resolve(".env"), "A=1\nB=\"2\n");

    Outcome outcome = Outcome.elsewhere(HOST, "recommend", "--compose", compose.toString());

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("vmm-advisor: --compose: " + env + ": line 2: $: the quotes are not closed\n");
  }

  @Test
  void onAMacTheFolderOfTheFileIsKnown() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(Files.createDirectory(folder.resolve("mac")));
    Files.writeString(
        compose, "services:\n  a:\n    image: mongo\n    volumes: [\"./x:/data/db\"]\n");
    String[] line = {"recommend", "--format", "json", "--compose", compose.toString()};

    assertThat(Outcome.on(mac, line).out()).doesNotContain("mounts-unknown");
    assertThat(Outcome.elsewhere(HOST, line).out()).contains("mounts-unknown");
  }

  private static String with(String field) {
    return HOST.substring(0, HOST.length() - 1) + ", " + field + "}";
  }

  private static String workload(String architecture, String engine) {
    return "{\"imageArchitectures\":[\""
        + architecture
        + "\"],\"databases\":[{\"engine\":\""
        + engine
        + "\",\"storage\":\"bind-mount\"}],\"mounts\":[\"home\"]}";
  }

  private static JsonNode answer(String host) {
    return Outcome.elsewhere(host, "recommend", "--format", "json").jsonWithoutNotices();
  }

  private static JsonNode withoutNotices(String line) throws IOException {
    return new Outcome(0, line, "").jsonWithoutNotices();
  }

  private static String[] line(String commandLine, String... more) {
    List<String> words = new ArrayList<>(List.of(commandLine.split(" ", -1)));
    words.addAll(List.of(more));
    return words.toArray(new String[0]);
  }

  /** A value of a variable can be a password or a token, and no message shows it. */
  @Test
  void valuesOfVariablesAreInNoMessage() throws IOException {
    Files.writeString(folder.resolve(".env"), "TOKEN=s3cret: x//\n");
    Path compose =
        Files.writeString(
            folder.resolve("compose.yaml"),
            """
            services:
              a:
                image: "${TOKEN}"
                platform: "${TOKEN}"
                extends: "${TOKEN}"
                volumes: ["x:/data/db/${TOKEN}", "${TOKEN}:/data/db", {type: "${TOKEN}", target: /x}]
                volumes_from: ["${TOKEN}"]
            """);

    for (String format : List.of("text", "json", "markdown")) {
      Outcome outcome =
          Outcome.elsewhere(
              HOST, "recommend", "--verbose", "--format", format, "--compose", compose.toString());

      assertThat(outcome.status()).isLessThan(ExitStatus.WRONG);
      assertThat(outcome.out() + outcome.err()).contains("{TOKEN}").doesNotContain("s3cret");
    }
    for (String bad : List.of("TO KEN s3cret\n", "A=\"x\" s3cret\n", "A=\"s3cret\n")) {
      Files.writeString(folder.resolve(".env"), bad);
      Outcome outcome = Outcome.elsewhere(HOST, "recommend", "--compose", compose.toString());

      assertThat(outcome.status()).isEqualTo(ExitStatus.WRONG);
      assertThat(outcome.err()).contains(".env: line 1: ").doesNotContain("s3cret");
    }
  }

  @Test
  void variablesComeFromARegularFileOfTheFolderOnly() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.txt"), "ENGINE=mongo\n");
    Path project = Files.createDirectory(folder.resolve("project"));
    Path compose =
        Files.writeString(
            project.resolve("compose.yaml"), "services:\n  a:\n    image: \"${ENGINE}\"\n");
    Path env = project.resolve(".env");

    Files.createSymbolicLink(env, outside);
    Outcome link =
        Outcome.elsewhere(HOST, "recommend", "--format", "json", "--compose", compose.toString());
    Files.delete(env);
    Files.createDirectory(env);
    Outcome directory =
        Outcome.elsewhere(HOST, "recommend", "--format", "json", "--compose", compose.toString());
    Files.delete(env);
    Files.writeString(project.resolve("real.env"), "ENGINE=mongo\n");
    Files.createSymbolicLink(env, Path.of("real.env"));
    Outcome inside =
        Outcome.elsewhere(HOST, "recommend", "--format", "json", "--compose", compose.toString());

    assertThat(link.out())
        .contains("\"unreadable-file\"", "\"outside\"", "compose-variable-missing")
        .doesNotContain("mongodb is");
    assertThat(directory.out()).contains("\"unreadable-file\"", "\"not-a-file\"");
    assertThat(inside.out()).doesNotContain("unreadable-file", "compose-variable-missing");
  }
}

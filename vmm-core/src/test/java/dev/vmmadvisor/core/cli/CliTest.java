package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.core.detect.SettingsFile;
import dev.vmmadvisor.core.input.BoundedLineReader;
import dev.vmmadvisor.core.inventory.CsvInventory;
import dev.vmmadvisor.core.inventory.JamfInventory;
import dev.vmmadvisor.core.inventory.OsqueryRows;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WINDOWS = "{\"operatingSystem\": \"windows\"}";
  private static final String ARM = "{\"architecture\": \"arm64\"}";
  private static final String BAD = "{\"architecture\": 64}";
  private static final String ARM_ONLY = "64 is not accepted; accepted: \"arm64\", \"x86_64\"";

  private record Result(int status, String out, String err) {}

  @TempDir private Path folder;

  @Test
  void helpGoesToStandardOutput() {
    assertThat(run("", "--help")).isEqualTo(new Result(0, Cli.HELP, ""));
    assertThat(run("", "recommend", "--goal", "stability", "--help"))
        .isEqualTo(new Result(0, Cli.HELP, ""));
  }

  @Test
  void theHelpOfFleetListsWhatItReads() {
    String help = run("", "fleet", "--help").out();

    assertThat(help)
        .startsWith("fleet FILE")
        .contains("--rejected", "UTF-16", "settings-store.json");
    assertThat(help.lines()).allMatch(line -> line.length() <= 90);
    Set<String> words =
        Set.copyOf(
            help.lines()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .collect(Collectors.toSet()));
    assertThat(words)
        .containsAll(OsqueryRows.tables())
        .containsAll(OsqueryRows.columns())
        .containsAll(JamfInventory.fields())
        .containsAll(CsvInventory.columns());
  }

  @Test
  void helpNamesEveryOptionAndFitsAScreen() {
    assertThat(Cli.HELP)
        .contains("--goal", "--format", "--settings", "--architecture", "--macos")
        .contains("--docker-desktop", "--help", "--version", "Exit status: 0")
        .contains("--lang", "--verbose", "--to", "--to-macos", "--text", "--log", "NO_COLOR")
        .contains("--root", "--home", "--compose", "--profiles", "--explain", "--write");
    assertThat(Cli.HELP.lines()).hasSizeLessThan(60).allMatch(line -> line.length() <= 90);
  }

  @Test
  void versionIsToldOnOneLine() {
    Result result = run("", "--version");

    assertThat(result.out()).startsWith("vmm-advisor ").endsWith("\n").hasLineCount(1);
    assertThat(result.status()).isZero();
  }

  @Test
  void withoutArgumentsTheHelpGoesToStandardError() {
    assertThat(run("")).isEqualTo(new Result(2, "", Cli.HELP));
  }

  @Test
  void whatFollowsTwoHyphensIsAFile() throws IOException {
    assertThat(run("", "recommend", "--", "--help"))
        .isEqualTo(new Result(2, "", "--help: there is no such file\n"));
    assertThat(run(ARM, "recommend", "--", "-").status()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "advise | unknown command advise; accepted: recommend, validate, look-ahead,"
            + " diagnose, explain, detect, fleet, apply, restore, catalog",
        "--goal stability | unknown command --goal; accepted: recommend, validate, look-ahead,"
            + " diagnose, explain, detect, fleet, apply, restore, catalog",
        "recommend --gaol stability | unknown option --gaol; accepted: --goal, --format,"
            + " --lang, --layer, --settings, --compose, --profiles, --root, --home,"
            + " --architecture, --macos, --docker-desktop, --memory, --vmm, --verbose, --brief",
        "recommend -v | unknown option -v; accepted: --goal, --format, --lang,"
            + " --layer, --settings, --compose, --profiles, --root, --home, --architecture,"
            + " --macos, --docker-desktop, --memory, --vmm, --verbose, --brief",
        "recommend --brief | --brief goes with --format ndjson",
        "recommend --brief --format json | --brief goes with --format ndjson",
        "recommend --verbose=yes | --verbose takes no value",
        "recommend --verbose --verbose | --verbose is given twice",
        "recommend --lang fr | --lang: \"fr\" is not accepted; accepted: en, zh-CN",
        "validate --format ndjson | --format: \"ndjson\" is not accepted; accepted: text,"
            + " markdown, json",
        "look-ahead --to 4.44 --to-macos 15 | --to and --to-macos exclude each other; give one of"
            + " them, or none",
        "diagnose | diagnose needs --text TEXT or --log FILE",
        "diagnose --text a --log b | diagnose needs --text TEXT or --log FILE",
        "explain | explain needs a VMM; accepted: docker-vmm, apple-virtualization-framework, qemu,"
            + " hyperkit",
        "explain vmware | \"vmware\" is no VMM; accepted: docker-vmm,"
            + " apple-virtualization-framework, qemu, hyperkit",
        "recommend --goal | --goal lacks its value",
        "recommend --goal stability --goal=balanced | --goal is given twice",
        "recommend --goal speed | --goal: \"speed\" is not accepted; accepted: balanced,"
            + " stability, performance",
        "recommend --goal= | --goal: \"\" is not accepted; accepted: balanced, stability,"
            + " performance",
        "recommend --format JSON | --format: \"JSON\" is not accepted; accepted: text, markdown,"
            + " json, ndjson",
        "recommend - - | - (standard input) is given twice",
        "recommend --architecture arm64 - | --architecture goes with --settings or --root",
        "recommend --macos 15.2 - | --macos goes with --settings or --root",
        "recommend --memory 1e3 | --memory: \"1e3\" is not accepted; accepted: a whole number of"
            + " MiB from 1 to 16777216",
        "recommend --settings a b | --settings takes the place of FILE; give one of them",
        "recommend --settings a --architecture arm | --architecture: \"arm\" is not accepted;"
            + " accepted: arm64, x86_64",
      })
  void wrongCallIsToldOnOneLine(String commandLine, String message) {
    assertThat(run("{}", commandLine.split(" ")))
        .isEqualTo(new Result(2, "", "vmm-advisor: " + message + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--macos", "--docker-desktop"})
  void versionThatIsNoneIsAWrongCall(String option) {
    assertThat(run("{}", "recommend", "--settings", "-", option, "latest"))
        .isEqualTo(
            new Result(
                2,
                "",
                "vmm-advisor: "
                    + option
                    + ": not a version: \"latest\"; accepted: "
                    + Version.accepted()
                    + "\n"));
  }

  @Test
  void withoutFileStandardInputIsRead() {
    Result result = run(sample("apple-silicon"), "recommend");

    assertThat(result.out())
        .startsWith("Upgrade Docker Desktop to 4.88.0 or later first, then switch from the Apple")
        .endsWith("\n");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(run(sample("apple-silicon"), "recommend", "-")).isEqualTo(result);
  }

  @Test
  void fileIsReadLikeStandardInput() throws IOException {
    String file = file("host.json", sample("apple-silicon"));

    assertThat(run("", "recommend", file)).isEqualTo(run(sample("apple-silicon"), "recommend"));
  }

  @Test
  void goalDecides() {
    String host = sample("apple-silicon");

    assertThat(json(run(host, "recommend", "--format=json")).path("best").asText())
        .isEqualTo("docker-vmm");
    JsonNode stable = json(run(host, "recommend", "--format=json", "--goal=stability"));
    assertThat(stable.path("best").asText()).isEqualTo("apple-virtualization-framework");
    assertThat(stable.path("goal").asText()).isEqualTo("stability");
  }

  @Test
  void severalFilesAreAnsweredUnderTheirNames() throws IOException {
    String first = file("first.json", sample("apple-silicon"));
    String second = file("second.json", sample("intel-on-hyperkit"));

    Result result = run(ARM, "recommend", first, "-", second);

    assertThat(result.out())
        .isEqualTo(
            "== "
                + first
                + " ==\n"
                + run("", "recommend", first).out()
                + "\n== standard input ==\n"
                + run(ARM, "recommend").out()
                + "\n== "
                + second
                + " ==\n"
                + run("", "recommend", second).out()
                + "\n");
    assertThat(result.status()).isZero();
  }

  @Test
  void severalFilesAsJsonAreOneDocumentAfterTheOther() throws IOException {
    String first = file("first.json", "{}");
    String second = file("second.json", sample("apple-silicon"));

    assertThat(run("", "recommend", "--format", "json", first, second).out())
        .isEqualTo(
            run("", "recommend", "--format", "json", first).out()
                + run("", "recommend", "--format", "json", second).out());
  }

  @Test
  void severalFilesAsNdjsonAreOneStreamOfAnswers() throws IOException {
    String first = file("first.ndjson", "{}\n" + WINDOWS);
    String second = file("second.ndjson", "{}");

    Result result = run("", "recommend", "--format", "ndjson", first, second);

    assertThat(result.out().lines().map(CliTest::certainty))
        .containsExactly("depends", "none", "depends");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void statusIsOneIfNoVmmIsEligibleForSomeHost() throws IOException {
    assertThat(run(WINDOWS, "recommend").status()).isEqualTo(1);
    assertThat(run(WINDOWS, "recommend", "-", file("host.json", "{}")).status()).isEqualTo(1);
  }

  @Test
  void aFileThatCannotBeReadDoesNotKeepTheOthersFromAnAnswer() throws IOException {
    String bad = file("bad.json", BAD);
    String missing = folder.resolve("missing.json").toString();
    String good = file("good.json", sample("apple-silicon"));

    Result result = run(WINDOWS, "recommend", bad, missing, folder.toString(), "-", good, "a\0b");

    assertThat(result.out().lines().filter(line -> line.startsWith("==")))
        .containsExactly("== standard input ==", "== " + good + " ==");
    assertThat(result.err().lines())
        .hasSize(4)
        .startsWith(
            bad + ": line 1: $.architecture: " + ARM_ONLY, missing + ": there is no such file")
        .anyMatch(line -> line.startsWith(folder + ": cannot be read: "));
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void fileWithoutPermissionIsToldAsSuch() throws IOException {
    Path file = Path.of(file("secret.json", "{}"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "the superuser may read everything");

    assertThat(run("", "recommend", file.toString()))
        .isEqualTo(new Result(2, "", file + ": permission to read it is denied\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void everyProblemOfADocumentIsToldOnALineOfItsOwn(String format) throws IOException {
    String file =
        file(
            "bad.json",
            """
            {
              "architecture": 64,
              "dockerDesktop": {
                "version": "latest",
                "memoryMiB": 0
              },
              "workload": {"mounts": ["home", "My\\nDisk"]}
            }
            """);

    assertThat(run("", "recommend", "--format", format, file))
        .isEqualTo(
            new Result(
                2,
                "",
                file
                    + ": line 2: $.architecture: "
                    + ARM_ONLY
                    + "\n"
                    + file
                    + ": line 4: $.dockerDesktop.version: \"latest\" is not accepted; accepted: "
                    + Version.accepted()
                    + "\n"
                    + file
                    + ": line 5: $.dockerDesktop.memoryMiB: 0 is not accepted; accepted: a whole"
                    + " number of MiB from 1 to 16777216\n"
                    + file
                    + ": line 7: $.workload.mounts[1]: \"My\\u000aDisk\" is not accepted; accepted:"
                    + " a lower-case, hyphenated word such as \"external-disk\"\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{} {}", "nonsense"})
  void whatIsNoHostIsToldOnOneLine(String document) {
    Result result = run(document, "recommend");

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("standard input: line 1: $").endsWith("\n").hasLineCount(1);
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void ndjsonKeepsTheOrderAndPassesOverBlankLines() {
    Result result =
        run(
            "\n" + memory(1) + "\r\n \t\r\n" + memory(2) + "\n\n" + memory(3),
            "recommend",
            "--format",
            "ndjson");

    assertThat(result.out().lines()).hasSize(3);
    for (int i = 1; i <= 3; i++) {
      assertThat(result.out().lines().skip(i - 1).findFirst().orElseThrow())
          .contains("\"dockerDesktop.memoryMiB\":" + i + ",");
    }
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void briefLinesAreTheWholeOnesWithoutWhatExplainsThem() throws IOException {
    String known =
        """
        {"architecture": "arm64", "macOsVersion": "15.1", "dockerDesktop": {"version": "4.60.0"}}
        """;
    String hosts = "{}\n" + WINDOWS + "\n" + BAD + "\n" + known;

    Result whole = run(hosts, "recommend", "--format", "ndjson");
    Result brief = run(hosts, "recommend", "--format", "ndjson", "--brief");

    List<String> lines = brief.out().lines().toList();
    assertThat(lines).hasSize(4);
    for (int i = 0; i < lines.size(); i++) {
      ObjectNode expected = (ObjectNode) tree(whole.out().lines().toList().get(i));
      expected.retain("best", "certainty", "missingFacts", "error");
      assertThat(tree(lines.get(i))).isEqualTo(expected);
    }
    assertThat(tree(lines.get(0)).path("missingFacts").path(0).path("outcomes")).isNotEmpty();
    assertThat(tree(lines.get(1)).has("best")).isFalse();
    assertThat(brief.err()).isEqualTo(whole.err());
    assertThat(brief.status()).isEqualTo(whole.status());
  }

  @Test
  void ndjsonOfNothingIsNothing() {
    assertThat(run("\n\n", "recommend", "--format", "ndjson")).isEqualTo(new Result(0, "", ""));
  }

  @Test
  void ndjsonTakesAByteOrderMark() {
    assertThat(run("\uFEFF" + ARM + "\n", "recommend", "--format", "ndjson").status()).isZero();
  }

  @Test
  void badLineGivesAnErrorInItsPlaceAndTheRunGoesOn() throws IOException {
    String file = file("hosts.ndjson", "{}\n\n" + BAD + "\n" + WINDOWS + "\n");

    Result result = run("", "recommend", "--format", "ndjson", file);

    List<String> lines = result.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(certainty(lines.get(0))).isEqualTo("depends");
    JsonNode error = tree(lines.get(1)).path("error");
    assertThat(error.path("file").asText()).isEqualTo(file);
    assertThat(error.path("line").asInt()).isEqualTo(3);
    assertThat(error.path("problems")).hasSize(1);
    assertThat(error.at("/problems/0/path").asText()).isEqualTo("$.architecture");
    assertThat(error.at("/problems/0/message").asText()).isEqualTo(ARM_ONLY);
    assertThat(certainty(lines.get(2))).isEqualTo("none");
    assertThat(result.err()).isEqualTo(file + ": line 3: $.architecture: " + ARM_ONLY + "\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void errorHoldsAllProblemsOfALine() {
    Result result =
        run("{\"architecture\": 64, \"memoryMiB\": 0}", "recommend", "--format", "ndjson");

    assertThat(result.out())
        .isEqualTo(
            "{\"error\":{\"file\":\"standard input\",\"line\":1,\"problems\":["
                + "{\"path\":\"$.architecture\",\"message\":\""
                + ARM_ONLY.replace("\"", "\\\"")
                + "\"},{\"path\":\"$.memoryMiB\",\"message\":\"0 is not accepted; accepted: a"
                + " whole number of MiB from 1 to 16777216\"}]}}\n");
    assertThat(result.err()).hasLineCount(2);
  }

  @Test
  void lineThatIsTooLongIsPassedOver() {
    Result result =
        run(
            "x".repeat(RecommendCommand.MAX_LINE + 1) + "\n{}\n",
            "recommend",
            "--format",
            "ndjson");

    assertThat(result.err())
        .isEqualTo(
            "standard input: line 1: $: the line is too long; accepted: 1048576 bytes at most\n");
    assertThat(result.out().lines()).hasSize(2).last().satisfies(CliTest::isAnswer);
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void lineThatIsNotUtf8IsPassedOver() {
    byte[] input = {'{', '}', '\n', '"', (byte) 0xFF, '"', '\n', '{', '}'};

    Result result = run(new ByteArrayInputStream(input), "recommend", "--format", "ndjson");

    assertThat(result.err())
        .isEqualTo("standard input: line 2: $: the line is not UTF-8; accepted: text in UTF-8\n");
    assertThat(result.out().lines()).hasSize(3).last().satisfies(CliTest::isAnswer);
  }

  @Test
  void unknownFieldBecomesANoticeOfItsAnswer() {
    Result result =
        run(
            "{\"architecture\": \"arm64\", \"colour\": \"silver\"}\n" + ARM,
            "recommend",
            "--format",
            "ndjson");

    List<JsonNode> answers = result.out().lines().map(CliTest::tree).toList();
    assertThat(answers.get(0).at("/notices/0/code").asText()).isEqualTo("unknown-field");
    assertThat(answers.get(0).at("/notices/0/path").asText()).isEqualTo("$.colour");
    assertThat(answers.get(1).path("notices")).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  @Timeout(30)
  void answerIsThereBeforeTheNextLineIs() throws Exception {
    try (PipedInputStream in = new PipedInputStream();
        PipedOutputStream answers = new PipedOutputStream();
        PipedInputStream out = new PipedInputStream(answers, 1 << 16)) {
      CompletableFuture<Integer> status;
      try (PipedOutputStream hosts = new PipedOutputStream(in)) {
        Cli cli =
            new Cli(
                FakeSurroundings.of(in, print(answers), print(OutputStream.nullOutputStream())));
        status = CompletableFuture.supplyAsync(() -> cli.run("recommend", "--format", "ndjson"));
        BoundedLineReader lines = new BoundedLineReader(out, 1 << 20);

        hosts.write("{}\n{".getBytes(StandardCharsets.UTF_8)); // half of the next comes with it
        hosts.flush();
        assertThat(certainty(Objects.requireNonNull(lines.next()).text())).isEqualTo("depends");
        hosts.write((WINDOWS.substring(1) + "\n").getBytes(StandardCharsets.UTF_8));
        hosts.flush();
        assertThat(certainty(Objects.requireNonNull(lines.next()).text())).isEqualTo("none");
      }
      assertThat(status.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  @Test
  @Timeout(30)
  void runEndsWhenNobodyReadsTheAnswers() {
    InputStream endless = new Endless();
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int status =
        new Cli(FakeSurroundings.of(endless, print(new Closed()), print(err)))
            .run("recommend", "--format=ndjson");

    assertThat(status).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("vmm-advisor: standard output cannot be written\n");
  }

  @Test
  void settingsFileIsAnsweredWithWhatTheOptionsTell() throws IOException {
    String settings = fixture("full-camel-case.json");

    JsonNode answer =
        json(
            run(
                "",
                "recommend",
                "--format=json",
                "--settings",
                settings,
                "--architecture=arm64",
                "--macos=15.2",
                "--docker-desktop=4.44.0"));

    assertThat(answer.at("/current/vmm").asText()).isEqualTo("apple-virtualization-framework");
    assertThat(parameters(answer))
        .contains(
            "\"architecture\":\"arm64\"",
            "\"macOsVersion\":\"15.2\"",
            "\"dockerDesktop.version\":\"4.44.0\"",
            "\"dockerDesktop.memoryMiB\":6144");
  }

  @ParameterizedTest
  @CsvSource({
    "--architecture, arm64, architecture",
    "--macos, 15.2, macOsVersion",
    "--docker-desktop, 4.44.0, dockerDesktop.version"
  })
  void whatNeitherFileNorOptionTellsStaysUnknown(String option, String value, String fact)
      throws IOException {
    String settings = fixture("full-camel-case.json");

    JsonNode without = json(run("", "recommend", "--format=json", "--settings", settings));
    JsonNode with =
        json(run("", "recommend", "--format=json", "--settings", settings, option, value));

    String known = "\"" + fact + "\":\"" + value + "\"";
    assertThat(parameters(without)).doesNotContain(known);
    assertThat(parameters(with)).contains(known);
    assertThat(parameters(without)).contains("\"dockerDesktop.memoryMiB\":6144");
  }

  @Test
  void dockerVmmOfASparseFileIsCurrent() throws IOException {
    JsonNode answer =
        json(
            run(
                "",
                "recommend",
                "--format=json",
                "--settings=" + fixture("sparse.json"),
                "--architecture=arm64"));

    assertThat(answer.at("/current/vmm").asText()).isEqualTo("docker-vmm");
  }

  @Test
  void currentIsAbsentWhereTheSettingsAreContested() throws IOException {
    String settings = file("settings-store.json", "{\"MemoryMiB\": 8192}");

    Result result =
        run(
            "",
            "recommend",
            "--format=json",
            "--settings",
            settings,
            "--architecture=arm64",
            "--macos=15.2",
            "--docker-desktop=4.86.0");

    JsonNode answer = json(result);
    assertThat(answer.has("current")).isFalse();
    assertThat(answer.at("/notices/0/code").asText()).isEqualTo("vmm-contested");
    assertThat(result.status()).isZero();
  }

  @Test
  void settingsComeFromStandardInputToo() throws IOException {
    String settings = Files.readString(Path.of(fixture("sparse.json")));

    assertThat(run(settings, "recommend", "--settings", "-"))
        .isEqualTo(run("", "recommend", "--settings", fixture("sparse.json")));
  }

  @Test
  void settingsAsNdjsonAreOneLine() throws IOException {
    Result result = run("", "recommend", "--format=ndjson", "--settings", fixture("sparse.json"));

    assertThat(result.out().lines()).singleElement().satisfies(CliTest::isAnswer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"MemoryMiB\": "})
  void whatIsNoSettingsFileIsToldOnOneLine(String content) throws IOException {
    String settings = file("settings-store.json", content);

    Result result = run("", "recommend", "--settings", settings);

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith(settings + ": line 1: $").hasLineCount(1);
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void settingsFileThatIsNotThereIsToldAsSuch() {
    String settings = folder.resolve("settings.json").toString();

    assertThat(run("", "recommend", "--settings", settings))
        .isEqualTo(new Result(2, "", settings + ": there is no such file\n"));
  }

  private static String memory(int mib) {
    return "{\"dockerDesktop\": {\"memoryMiB\": " + mib + "}}";
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private String fixture(String name) throws IOException {
    try (InputStream stream = SettingsFile.class.getResourceAsStream(name)) {
      Path file = folder.resolve(name);
      Files.write(file, Objects.requireNonNull(stream).readAllBytes());
      return file.toString();
    }
  }

  private static String sample(String name) {
    try (InputStream stream = SampleHosts.class.getResourceAsStream("hosts/" + name + ".json")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Result run(String input, String... commandLine) {
    return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), commandLine);
  }

  private static Result run(InputStream in, String... commandLine) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = new Cli(FakeSurroundings.of(in, print(out), print(err))).run(commandLine);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(OutputStream stream) {
    return new PrintStream(stream, false, StandardCharsets.UTF_8);
  }

  private static JsonNode json(Result result) {
    assertThat(result.err()).isEmpty();
    return tree(result.out());
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  private static String certainty(String answer) {
    return tree(answer).path("certainty").asText();
  }

  private static void isAnswer(String line) {
    assertThat(tree(line).path("candidates")).hasSize(4);
  }

  /** The parameters of all findings, one after the other. */
  private static String parameters(JsonNode answer) {
    return answer.path("candidates").findValues("parameters").toString();
  }

  private static final class Closed extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("closed");
    }
  }

  /** Hosts without end. */
  private static final class Endless extends InputStream {
    private static final byte[] LINE = {'{', '}', '\n'};
    private int count;

    @Override
    public int read() {
      return LINE[count++ % LINE.length];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      bytes[offset] = (byte) read();
      return 1;
    }
  }
}

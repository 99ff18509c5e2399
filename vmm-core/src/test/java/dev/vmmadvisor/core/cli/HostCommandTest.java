package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code validate}, {@code look-ahead}, {@code diagnose}, {@code explain}, and how they print. */
class HostCommandTest {

  private static final String QEMU =
      "{\"architecture\": \"arm64\", \"macOsVersion\": \"13.6\", \"dockerDesktop\":"
          + " {\"version\": \"4.43.2\", \"vmm\": \"qemu\", \"memoryMiB\": 8192}}";
  private static final String SMALL =
      "{\"architecture\": \"arm64\", \"macOsVersion\": \"15.2\", \"dockerDesktop\":"
          + " {\"version\": \"4.88.0\", \"vmm\": \"docker-vmm\", \"memoryMiB\": 1024}}";

  private record Result(int status, String out, String err) {
    String firstLine() {
      return out.lines().findFirst().orElse("");
    }
  }

  @TempDir private Path folder;

  @Test
  void validateSaysByItsStatusWhetherAllIsWell() {
    assertThat(run("{\"architecture\": \"arm64\"}", "validate").status()).isZero();
    assertThat(run(QEMU, "validate").status()).isEqualTo(1);
    Result errors = run(SMALL, "validate");
    assertThat(errors.status()).isEqualTo(3);
    assertThat(errors.firstLine()).startsWith("This configuration cannot work: 1 error");
  }

  @Test
  void theWorstOfSeveralConfigurationsIsTheStatus() throws IOException {
    String one = Files.writeString(folder.resolve("one.json"), SMALL).toString();
    String other = Files.writeString(folder.resolve("other.json"), QEMU).toString();

    Result result = run("", "validate", one, other);

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.out()).contains("== " + one + " ==\n", "== " + other + " ==\n");
    assertThat(run("", "validate", one, "no-such-file").status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--to | 4.44.0 | Leave QEMU before you upgrade",
        "--to | 4.87.0 | Upgrade macOS to 14 first: Docker Desktop 4.87.0 does not install on"
            + " macOS",
        "--to | 4.49.0 | Upgrade to 4.86.0 or later instead: Docker Desktop 4.49.0 has published",
        "--to-macos | 15.2 | Nothing you use changes with macOS 15.2.",
      })
  void lookAheadSaysWhatToDoFirst(String option, String version, String start) {
    Result result = run(QEMU, "look-ahead", option, version);

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.firstLine()).startsWith(start);
  }

  @Test
  void lookAheadWithoutATargetIsTheWholeTimeline() {
    JsonNode timeline = json(run(QEMU, "look-ahead", "--format", "json"));

    assertThat(timeline.at("/releases")).hasSizeGreaterThan(5);
    assertThat(timeline.at("/releases/0/target/version").asText()).isEqualTo("4.44.0");
  }

  @Test
  void aMessageIsDiagnosedWithAndWithoutAHost() throws IOException {
    String message = "engine linux/libkrun failed to run: krun: process terminated unexpectedly";
    Path log = Files.writeString(folder.resolve("backend.log"), "x\n".repeat(1000) + message);

    Result alone = run("", "diagnose", "--text", message);
    Result withHost =
        run(SMALL.replace("4.88.0", "4.35.0"), "diagnose", "--log", log.toString(), "-");

    assertThat(alone.status()).isZero();
    assertThat(alone.out()).contains("Docker VMM ran");
    assertThat(withHost.firstLine()).startsWith("This looks like a known issue");
    assertThat(run("", "diagnose", "--text", "all is well").firstLine())
        .isEqualTo("No known issue matches this text; nothing is claimed.");
    assertThat(run("", "diagnose", "--log", "no-such-file"))
        .isEqualTo(new Result(2, "", "no-such-file: there is no such file\n"));
  }

  @Test
  void ofALongLogTheEndIsRead() throws IOException {
    Path log = folder.resolve("long.log");
    Files.writeString(log, "line\n".repeat(500_000) + "Hypervisor check failed\n");

    assertThat(run("", "diagnose", "--log", log.toString(), "--format", "json").out())
        .contains("mac-in-a-virtual-machine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker-vmm", "apple-virtualization-framework", "qemu", "hyperkit"})
  void everyVmmIsExplained(String vmm) {
    Result result = run(QEMU, "explain", vmm);

    assertThat(result.status()).isZero();
    assertThat(result.out()).isNotBlank();
    assertThat(json(run(QEMU, "explain", vmm, "--format", "json")).at("/vmm").asText())
        .isEqualTo(vmm);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recommend",
        "recommend --verbose",
        "validate",
        "look-ahead",
        "look-ahead --to 4.90.0",
        "look-ahead --to-macos 26",
        "diagnose - --text WiredTiger",
        "explain docker-vmm"
      })
  void everyAnswerIsThereInBothLanguagesAndInEveryForm(String commandLine) {
    String text = run(QEMU, with(commandLine)).out();
    String chinese = run(QEMU, with(commandLine, "--lang", "zh-CN")).out();
    String markdown = run(QEMU, with(commandLine, "--format", "markdown")).out();
    Result json = run(QEMU, with(commandLine, "--format", "json"));

    assertThat(text.codePoints()).noneMatch(HostCommandTest::isChinese);
    assertThat(chinese.codePoints()).anyMatch(HostCommandTest::isChinese);
    assertThat(markdown).startsWith("# ");
    assertThat(json(json).isObject()).isTrue();
  }

  @Test
  void verboseIsTheWholeMatrix() {
    String matrix = run(QEMU, "recommend", "--verbose").out();

    assertThat(matrix).contains("qemu-deprecated: ", "docker-vmm-memory-minimum: ");
    assertThat(matrix).contains("Sources: https://docs.docker.com/desktop/features/vmm/");
    assertThat(run(QEMU, "recommend", "--format", "json").out())
        .contains("\"https://docs.docker.com/desktop/features/vmm/\"");
    assertThat(matrix).contains("- [violated, warning] ", "- [satisfied] ", "- [not applicable] ");
    assertThat(matrix.lines().filter(line -> line.startsWith("- ["))).hasSizeGreaterThan(100);
  }

  @Test
  void severitiesAreColouredOnlyWhereThatIsAskedFor() {
    assertThat(run(false, SMALL, "validate").out()).doesNotContain("\u001B");
    String coloured = run(true, SMALL, "validate").out();
    assertThat(coloured).contains("\u001B[1;31m[blocker]\u001B[0m");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
        .isEqualTo(run(false, SMALL, "validate").out());
    assertThat(run(true, SMALL, "validate", "--format", "json").out()).doesNotContain("\u001B");
  }

  private static String[] with(String commandLine, String... more) {
    String[] words = commandLine.split(" ", -1);
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }

  private static boolean isChinese(int character) {
    return character >= 0x4E00 && character <= 0x9FFF;
  }

  private static JsonNode json(Result result) {
    assertThat(result.err()).isEmpty();
    try {
      return new ObjectMapper().readTree(result.out());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Result run(String input, String... commandLine) {
    return run(false, input, commandLine);
  }

  private static Result run(boolean coloured, String input, String... commandLine) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new Cli(
                FakeSurroundings.of(
                    new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    coloured))
            .run(commandLine);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void optionsAloneAreAHost() {
    Result result =
        run(
            "",
            "recommend",
            "--architecture",
            "arm64",
            "--macos",
            "15.2",
            "--docker-desktop",
            "4.44.0",
            "--memory",
            "2048",
            "--vmm",
            "docker-vmm",
            "--format",
            "json");

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("\"dockerDesktop.memoryMiB\" : 2048", "docker-vmm");
  }

  @Test
  void aDocumentOfAnotherKindIsNoHost() throws IOException {
    String settings = "{\"SettingsVersion\": 43, \"UseLibkrun\": true}";

    assertThat(run(settings, "validate", "-").err())
        .contains("this is a settings file of Docker Desktop; use --settings FILE");
    assertThat(run("{\"services\": {\"a\": {}}}", "validate", "-").err())
        .contains("no field is one of a Host document");
    Path file = Files.writeString(folder.resolve("settings-store.json"), settings);
    Result detected = run("", "detect", "--settings", file.toString(), "--architecture", "arm64");
    assertThat(detected.out()).contains("\"vmm\" : \"docker-vmm\"");
    assertThat(run("", "detect", "--settings", "none.json").err()).contains("no such file");
  }

  @Test
  void aLayerIsPutOverTheCatalog() throws IOException {
    Path layer =
        Files.writeString(
            folder.resolve("layer.json"),
            """
            {"id": "acme", "version": "1",
             "forbidden": [{"vmm": "docker-vmm", "reason": "No betas here."}]}
            """);
    String host = "{\"architecture\": \"arm64\", \"dockerDesktop\": {\"version\": \"4.91.0\"}}";

    assertThat(run(host, "recommend", "--verbose", "--layer", layer.toString(), "-").out())
        .contains("No betas here.");
    assertThat(run(host, "recommend", "--layer", "none.json", "-").err())
        .isEqualTo(
            "vmm-advisor: --layer: none.json: there is no such file" + System.lineSeparator());
  }
}

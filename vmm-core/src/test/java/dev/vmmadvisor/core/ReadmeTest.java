package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.Documentation.Block;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs in the READMEs compile, run and print what they say; their tables are complete. */
@Tag("golden")
class ReadmeTest {

  private static final Path COMPANY =
      Path.of("src", "test", "resources", "dev", "vmmadvisor", "core", "catalog", "acme.json");
  private static final Path FRONT = Documentation.READMES.get(0);
  private static final Path API = Documentation.READMES.get(1);
  private static final Path CORE = Documentation.READMES.get(2);

  /** A program, then the output that follows it under "This prints". */
  private static final Pattern PROGRAM =
      Pattern.compile("```java\n(.*?)```\n\nThis prints\n\n```text\n(.*?)```", Pattern.DOTALL);

  private static final Pattern ANY_PROGRAM = Pattern.compile("^```java *$", Pattern.MULTILINE);

  private static final Pattern CONDITION =
      Pattern.compile("`(\\{\"(?:fact|all|any|not)\".*?\\})` \\|");

  @TempDir private Path folder;

  static List<Path> readmes() {
    return Documentation.READMES;
  }

  @ParameterizedTest
  @MethodSource("readmes")
  void everyProgramPrintsWhatItSays(Path file) throws IOException, InterruptedException {
    String readme = Files.readString(file);
    Documentation.writeFiles(readme, folder);
    Matcher matcher = PROGRAM.matcher(readme);
    int programs = 0;
    while (matcher.find()) {
      programs++;
      String output = output(matcher.group(1), "Program" + programs).strip() + "\n";
      if (Documentation.isUpdate()) {
        Documentation.update(
            file,
            matcher.group(),
            matcher.group().substring(0, matcher.start(2) - matcher.start()) + output + "```");
      } else {
        assertThat(output).isEqualTo(matcher.group(2));
      }
    }
    assertThat(programs).isEqualTo((int) ANY_PROGRAM.matcher(readme).results().count());
  }

  @Test
  void theProgramAtTheFrontIsShort() throws IOException {
    Matcher first = PROGRAM.matcher(Files.readString(FRONT));
    assertThat(first.find()).isTrue();
    assertThat(first.group(1).lines().filter(line -> !line.isBlank()).count())
        .isLessThanOrEqualTo(10);
  }

  @Test
  void theFrontIsReadInAFewMinutes() throws IOException {
    assertThat(Files.readAllLines(FRONT)).hasSizeLessThanOrEqualTo(200);
  }

  private String output(String program, String name) throws IOException, InterruptedException {
    String imports = program.lines().filter(ReadmeTest::isImport).collect(Collectors.joining("\n"));
    String body = program.lines().filter(line -> !isImport(line)).collect(Collectors.joining("\n"));
    Path source = folder.resolve(name + ".java");
    Files.writeString(
        source,
        imports
            + "\npublic class "
            + name
            + " { public static void main(String[] args) throws Exception {\n"
            + body
            + "\n} }\n");
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(
            run(
                "javac",
                "-proc:none",
                "-Xlint:all",
                "-Werror",
                "-d",
                folder.toString(),
                "-cp",
                classPath,
                source.toString()))
        .as("compiled without a word")
        .isEmpty();
    return run(
        "java", "-Djava.io.tmpdir=" + folder, "-cp", folder + File.pathSeparator + classPath, name);
  }

  private String run(String tool, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    int status =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    String text = Files.readString(output);
    assertThat(status).as(text).isZero();
    return text;
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }

  @Test
  void everyDocumentIsAHostWithoutNoticesOrALayer() throws IOException {
    int documents = 0;
    for (Block block : Documentation.blocks(Documentation.readmes())) {
      if (block.language().equals("json")) {
        if (block.file().isEmpty()) {
          assertThat(VmmJson.readHost(block.text()).notices()).isEmpty();
        } else {
          VmmJson.readLayer(
              new ByteArrayInputStream(block.text().getBytes(StandardCharsets.UTF_8)));
        }
        documents++;
      }
    }
    assertThat(documents).isGreaterThanOrEqualTo(3);
  }

  @Test
  void theLayerOfTheCompanyIsThatOfTheTests() throws IOException {
    assertThat(Documentation.blocks(Documentation.readmes()))
        .contains(new Block("json", "acme.json", Files.readString(COMPANY)));
  }

  @Test
  void everyConditionIsOneThatTheReaderTakes() throws IOException {
    Matcher condition = CONDITION.matcher(Files.readString(API));
    int conditions = 0;
    while (condition.find()) {
      String layer =
          """
          {"id": "a", "version": "1", "sources": [
            {"id": "s:1", "kind": "manual", "document": "D", "read": "2026-09-21"}],
           "constraints": [{"code": "c", "vmms": ["qemu"], "text": "T.", "confidence": "high",
            "sources": ["s:1"], "requires": %s}]}
          """
              .formatted(condition.group(1));
      assertThat(
              VmmJson.readLayer(new ByteArrayInputStream(layer.getBytes(StandardCharsets.UTF_8)))
                  .rules())
          .hasSize(1);
      conditions++;
    }
    assertThat(conditions).isEqualTo(11);
  }

  @Test
  void everyFactIsInTheTable() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      String accepted =
          switch (fact.type()) {
            case WORDS -> "a list, each of it " + fact.accepted();
            case DATABASES -> "a list of engines, each " + fact.accepted() + ", with their storage";
            case WORD, BOOLEAN, NUMBER, VERSION -> fact.accepted();
          };
      rows.add("| `%s` | %s | %s |".formatted(fact.path(), fact.label(), accepted));
    }
    assertThat(Files.readString(API).lines()).containsSubsequence(rows);
  }

  @Test
  void everySchemaIsNamed() throws IOException {
    Path schemas = Documentation.ROOT.resolve("vmm-api/src/main/resources/dev/vmmadvisor/api/json");
    String readme = Files.readString(API);
    try (Stream<Path> files = Files.list(schemas)) {
      assertThat(files)
          .isNotEmpty()
          .allMatch(file -> readme.contains("`" + file.getFileName() + "`"));
    }
  }

  @Test
  void everyRoomIsNamed() throws IOException {
    String readme = Files.readString(CORE);
    try (Stream<Path> rooms = Files.list(Path.of("src/main/java/dev/vmmadvisor/core"))) {
      assertThat(rooms.filter(Files::isDirectory))
          .isNotEmpty()
          .allMatch(
              room ->
                  readme.contains(
                      "`core." + room.getFileName().toString().toLowerCase(Locale.ROOT) + "`"));
    }
  }
}

package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.json.VmmJson;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's programs compile, run and print what it says. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");

  private static final Path COMPANY =
      Path.of("src", "test", "resources", "dev", "vmmadvisor", "core", "catalog", "acme.json");

  /** A program, then the output that follows it under "This prints". */
  private static final Pattern PROGRAM =
      Pattern.compile("```java\n(.*?)```\n\nThis prints\n\n```text\n(.*?)```", Pattern.DOTALL);

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @TempDir private Path folder;

  @Test
  void everyProgramPrintsWhatItSays() throws IOException, InterruptedException {
    String readme = Files.readString(README);
    String acme = Files.readString(COMPANY);
    assertThat(readme).contains("```json\n" + acme + "```");
    Files.writeString(folder.resolve("acme.json"), acme);
    Matcher matcher = PROGRAM.matcher(readme);
    List<String> programs = new ArrayList<>();
    while (matcher.find()) {
      programs.add(matcher.group(1));
      assertThat(output(matcher.group(1), "Program" + programs.size()).strip())
          .isEqualTo(matcher.group(2).strip());
    }
    assertThat(programs).hasSize(readme.split("```java\n", -1).length - 1);
    assertThat(programs.get(0).lines().filter(line -> !line.isBlank()).count())
        .as("the program at the front is short")
        .isLessThanOrEqualTo(10);
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
  void everyLinkInsideTheRepositoryLeadsSomewhere() throws IOException {
    Matcher link = LINK.matcher(Files.readString(README));
    List<String> broken = new ArrayList<>();
    while (link.find()) {
      if (!Files.exists(README.resolveSibling(link.group(1)))) {
        broken.add(link.group(1));
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyConditionIsOneThatTheReaderTakes() throws IOException {
    Matcher condition =
        Pattern.compile("`(\\{\"(?:fact|all|any|not)\".*?\\})` \\|")
            .matcher(Files.readString(README));
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
}

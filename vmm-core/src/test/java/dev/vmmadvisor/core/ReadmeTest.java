package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's programs compile, run and print what it says. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");

  /** A program, then the output that follows it under "This prints". */
  private static final Pattern PROGRAM =
      Pattern.compile("```java\n(.*?)```\n\nThis prints\n\n```text\n(.*?)```", Pattern.DOTALL);

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @TempDir private Path folder;

  @Test
  void everyProgramPrintsWhatItSays() throws IOException, InterruptedException {
    String readme = Files.readString(README);
    Matcher matcher = PROGRAM.matcher(readme);
    List<String> programs = new ArrayList<>();
    while (matcher.find()) {
      programs.add(matcher.group(1));
      assertThat(output(matcher.group(1), "Program" + programs.size()).strip())
          .isEqualTo(matcher.group(2).strip());
    }
    assertThat(programs).hasSize(readme.split("```java", -1).length - 1);
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
            + " { public static void main(String[] args) {\n"
            + body
            + "\n} }\n");
    String classPath = System.getProperty("java.class.path");
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
    return run("java", "-cp", folder + File.pathSeparator + classPath, name);
  }

  private String run(String tool, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    int status =
        new ProcessBuilder(command)
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
}

package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.core.Documentation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands and options of the README are those of the help. */
class ReadmeCommandsTest {

  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  /** A line with what it does below it, farther in. */
  private static final Pattern COMMAND =
      Pattern.compile("^([a-z][a-z-]*) [^\n]*\n {4,}", Pattern.MULTILINE);

  private static String front() throws IOException {
    return Files.readString(Documentation.READMES.get(2));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).distinct().toList();
  }

  @Test
  void everyOptionOfTheHelpIsInTheReadme() throws IOException {
    assertThat(front())
        .contains(
            all(OPTION, Cli.HELP).stream()
                .filter(option -> !List.of("--help", "--version").contains(option))
                .toList());
  }

  @Test
  void everyCommandOfTheHelpIsInTheReadme() throws IOException {
    List<String> commands =
        COMMAND.matcher(Cli.HELP).results().map(found -> found.group(1)).distinct().toList();
    String front = front();

    assertThat(commands)
        .contains("recommend", "fleet", "catalog")
        .allMatch(command -> front.contains("\n" + command + " "));
  }

  @Test
  void everyOptionOfTheReadmeIsInTheHelp() throws IOException {
    String readme = front();
    int chapter = readme.indexOf("## Command line");
    String text = readme.substring(chapter, readme.indexOf("\n## ", chapter));

    assertThat(Cli.HELP).contains(all(OPTION, text));
  }
}

package dev.vmmadvisor.core.detect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lines that {@code ps} prints, in the formats in which they are usually saved. */
final class PsOutput {

  private static final Set<String> COMMAND_HEADINGS = Set.of("COMMAND", "CMD", "ARGS", "COMM");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** The columns before the command, for output without a heading line. The first match counts. */
  private static final List<Pattern> FORMS =
      List.of(
          // ps aux: user, pid, %cpu, %mem, vsz, rss, terminal, state, started, time
          form("\\S++ \\d++ [\\d.,]++ [\\d.,]++ \\d++ \\d++ \\S++ \\S++ \\S++ [\\d:.,]++"),
          // ps -ef: user, pid, parent, c, started, terminal, time
          form("\\S++ \\d++ \\d++ \\d++ \\S++ \\S++ \\d++:[\\d:.,]++"),
          // ps ax: pid, terminal, state, time
          form("\\d++ \\S++ \\S++ \\d++:[\\d:.,]++"),
          // user, pid
          form("\\S++ \\d++"),
          // pid
          form("\\d++"));

  private PsOutput() {}

  private static Pattern form(String columns) {
    return Pattern.compile("\\s*+" + columns.replace(" ", "\\s++") + "\\s++(\\S.*+)");
  }

  /** The command line of each process in a list. */
  static Stream<String> commands(String text) {
    int columns = text.lines().findFirst().map(PsOutput::columns).orElse(0);
    return text.lines()
        .filter(line -> !line.isBlank())
        .skip(columns > 0 ? 1 : 0)
        .flatMap(line -> command(line, columns).stream());
  }

  /** The number of columns before the command, if the line is a heading line; otherwise 0. */
  private static int columns(String line) {
    String[] words = BLANKS.split(line.strip());
    boolean isHeading =
        words.length > 1
            && COMMAND_HEADINGS.contains(words[words.length - 1])
            && Stream.of(words).allMatch(word -> word.matches("[A-Z%]+"));
    return isHeading ? words.length - 1 : 0;
  }

  private static Optional<String> command(String line, int columns) {
    if (columns > 0) {
      String[] words = BLANKS.split(line.strip(), columns + 1);
      return words.length > columns ? Optional.of(words[columns]) : Optional.empty();
    }
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(line);
      if (matcher.matches()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.of(line.strip());
  }
}

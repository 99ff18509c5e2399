package dev.vmmadvisor.core.detect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A running program.
 *
 * @param path its path, or only its name if the path is unknown
 * @param arguments its arguments, split at blanks; they can include parts of a path with blanks
 */
record ProcessInfo(String path, List<String> arguments) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String APP = "/Docker.app/";
  private static final String WINDOW = "MacOS/Docker Desktop.app/"; // in Docker.app/Contents
  private static final Pattern COMMAND = Pattern.compile(".*/s?bin/[^/]+");
  private static final List<String> STARTS_OF_ARGUMENTS = List.of(" /", " -", " .", " ~");

  /** The program of a command line that is not split into words. */
  static ProcessInfo ofCommandLine(String commandLine) {
    String line = commandLine.strip();
    return new ProcessInfo(path(line), arguments(line));
  }

  /** The program with a known path. */
  static ProcessInfo ofPath(String path, String commandLine) {
    return new ProcessInfo(path, arguments(commandLine.strip()));
  }

  /** The last part of the path. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether the path is inside Docker Desktop's app. */
  boolean isInDockerApp() {
    return path.contains(APP);
  }

  /** Whether the program draws Docker Desktop's window. */
  boolean isWindow() {
    return path.contains(APP + "Contents/" + WINDOW);
  }

  private static List<String> arguments(String line) {
    List<String> words = List.of(BLANKS.split(line));
    return words.subList(1, words.size());
  }

  /**
   * The path up to the first blank. Docker.app can be in any folder, so for a program in it, up to
   * the first blank after that.
   */
  private static String path(String line) {
    int app = line.indexOf(APP);
    int contents = app + APP.length() + "Contents/".length();
    if (app < 0 || contents > line.length() || isArgument(line.substring(0, app))) {
      return upToBlank(line, 0);
    }
    return line.startsWith(WINDOW, contents)
        ? line.substring(0, contents + WINDOW.length()) + "Contents/MacOS/Docker Desktop"
        : upToBlank(line, contents);
  }

  /** Whether the beginning of a command line cannot be the path of its program. */
  private static boolean isArgument(String start) {
    return !start.isEmpty()
        && (start.charAt(0) != '/'
            || STARTS_OF_ARGUMENTS.stream().anyMatch(start::contains)
            || (start.contains(" ") && COMMAND.matcher(upToBlank(start, 0)).matches()));
  }

  private static String upToBlank(String line, int from) {
    int end = from;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return line.substring(0, end);
  }
}

package dev.vmmadvisor.core.detect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A program that runs.
 *
 * @param path its path, or its name alone where nothing else is known
 * @param arguments its arguments, apart at blanks; parts of a path with blanks can stand among them
 */
record ProcessInfo(String path, List<String> arguments) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String APP = "/Docker.app/";
  private static final String WINDOW = "MacOS/Docker Desktop.app/"; // in Docker.app/Contents
  private static final Pattern COMMAND = Pattern.compile(".*/s?bin/[^/]+");
  private static final List<String> STARTS_OF_ARGUMENTS = List.of(" /", " -", " .", " ~");

  /** The program of a command line that is not divided into words. */
  static ProcessInfo ofCommandLine(String commandLine) {
    String line = commandLine.strip();
    return new ProcessInfo(path(line), arguments(line));
  }

  /** The program whose path is known for certain. */
  static ProcessInfo ofPath(String path, String commandLine) {
    return new ProcessInfo(path, arguments(commandLine.strip()));
  }

  /** The last part of the path. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether it is a part of Docker Desktop by its path. */
  boolean isInDockerApp() {
    return path.contains(APP);
  }

  /** Whether it draws Docker Desktop's window. */
  boolean isWindow() {
    return path.contains(APP + "Contents/" + WINDOW);
  }

  private static List<String> arguments(String line) {
    List<String> words = List.of(BLANKS.split(line));
    return words.subList(1, words.size());
  }

  /** Up to the first blank, or, as Docker.app can lie in any folder, to the first one behind it. */
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

  /** Whether a path that begins a command line so is not that of its program. */
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

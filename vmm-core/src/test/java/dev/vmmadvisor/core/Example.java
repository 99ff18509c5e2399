package dev.vmmadvisor.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An example in the Javadoc of a main source: what an inline <code>@snippet</code> holds.
 *
 * @param file the source it stands in, from the top of the repository
 * @param line the number of its first line there, from 1
 * @param language its language; {@code java} if none is named
 * @param text its lines, without the margin of the comment
 */
record Example(String file, int line, String language, String text) {

  private static final List<String> MODULES = List.of("vmm-api", "vmm-core", "vmm-testkit");

  private static final Pattern BEGIN =
      Pattern.compile("\\{@snippet +(?:lang=\"?(\\w+)\"? +)?:[ \\t]*\n");
  private static final Pattern ANY_BEGIN = Pattern.compile("\\{@snippet");
  private static final Pattern MARGIN = Pattern.compile("^ *\\* ?", Pattern.MULTILINE);
  private static final Pattern CLASS =
      Pattern.compile("^(?:(?:public|final|abstract) )*(?:class|interface|record|enum) ");

  /** Every example in the main sources of all modules, in the order of the files. */
  static List<Example> all() throws IOException {
    List<Example> found = new ArrayList<>();
    for (Path source : sources()) {
      found.addAll(
          in(
              Documentation.ROOT.relativize(source).toString().replace('\\', '/'),
              Files.readString(source)));
    }
    return found;
  }

  /** The main sources of all modules. */
  static List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(mainOf(module))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
      }
    }
    return found;
  }

  /** The packages that users can name, as the modules say it. */
  static List<String> publicPackages() throws IOException {
    List<String> found = new ArrayList<>();
    for (String module : MODULES) {
      Files.readString(mainOf(module).resolve("module-info.java"))
          .lines()
          .map(String::strip)
          .filter(line -> line.startsWith("exports ") && line.endsWith(";")) // to everybody
          .map(line -> line.substring("exports ".length(), line.indexOf(';')))
          .forEach(found::add);
    }
    return found;
  }

  /** The examples in the text of a source. */
  static List<Example> in(String file, String source) {
    List<Example> found = new ArrayList<>();
    Matcher begin = BEGIN.matcher(source);
    while (begin.find()) {
      int line = 1 + (int) source.substring(0, begin.end()).lines().count();
      String language = begin.group(1) == null ? "java" : begin.group(1);
      String text = source.substring(begin.end(), end(file, source, begin.start()));
      found.add(new Example(file, line, language, MARGIN.matcher(text).replaceAll("")));
    }
    if (found.size() != ANY_BEGIN.matcher(source).results().count()) {
      throw new IllegalArgumentException(file + ": an example begins in another way");
    }
    return found;
  }

  /** Where the brace is that closes the one at a place, as the tool for documentation counts. */
  private static int end(String file, String source, int start) {
    int depth = 0;
    for (int i = start; i < source.length(); i++) {
      if (source.charAt(i) == '{') {
        depth++;
      } else if (source.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException(file + ": an example does not end");
  }

  private static Path mainOf(String module) {
    return Documentation.ROOT.resolve(Path.of(module, "src", "main", "java"));
  }

  /** Whether it is a class, and no list of statements. */
  boolean isClass() {
    return CLASS
        .matcher(
            text.lines().filter(line -> !line.startsWith("@")).collect(Collectors.joining("\n")))
        .find();
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}

package dev.vmmadvisor.core;

import dev.vmmadvisor.testkit.GoldenFile;
import java.nio.file.Path;

/**
 * Files that hold what the library is expected to print, in {@code src/test/golden}. With {@code
 * -Dvmmadvisor.golden=update} they are written instead; look at the difference before committing
 * it.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src", "test", "golden");

  private Golden() {}

  /** Holds a text against a file. */
  static void assertMatches(String file, String actual) {
    GoldenFile.of(FOLDER.resolve(file)).matches(actual);
  }
}

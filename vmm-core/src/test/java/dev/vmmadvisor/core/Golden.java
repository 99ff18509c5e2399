package dev.vmmadvisor.core;

import dev.vmmadvisor.testkit.GoldenFile;
import java.nio.file.Path;

/** Files that hold what the library is expected to print, in {@code src/test/golden}. */
final class Golden {

  private static final Path FOLDER = Path.of("src", "test", "golden");

  private Golden() {}

  /** Holds a text against one of the {@linkplain GoldenFile golden files}. */
  static void assertMatches(String file, String actual) {
    GoldenFile.of(FOLDER.resolve(file)).matches(actual);
  }
}

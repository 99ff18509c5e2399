package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what the library is expected to print, in {@code src/test/golden}. */
final class Golden {

  private static final Path FOLDER = Path.of("src", "test", "golden");

  private Golden() {}

  /**
   * Holds a text against a file. With {@code -Dgolden.write=true} the file is written instead; look
   * at the difference before committing it.
   */
  static void assertMatches(String file, String actual) throws IOException {
    Path path = FOLDER.resolve(file);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, actual);
    }
    assertThat(path).as("golden file").exists();
    assertThat(actual).isEqualTo(Files.readString(path));
  }
}

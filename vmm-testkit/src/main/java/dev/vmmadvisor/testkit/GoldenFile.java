package dev.vmmadvisor.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmmadvisor.api.internal.JsonErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A file with the expected output of a test.
 *
 * {@snippet :
 * GoldenFile.of(Path.of("src", "test", "golden", "advice.txt")).matches(advice.text());
 * }
 *
 * <p>A missing or different file causes an {@link AssertionError}. If the system property {@value
 * #PROPERTY} is {@value #UPDATE}, the file and its folders are written instead; review the
 * difference before you commit it.
 *
 * <p>Files are in UTF-8. {@code \r } is treated as {@code } in the file and in the actual text, and
 * is never written. All other characters are compared, including the last line end.
 *
 * <p>Immutable and safe to share between threads, unless the file is written.
 */
public final class GoldenFile {

  /** The system property that selects whether files are compared or written: {@value}. */
  public static final String PROPERTY = "vmmadvisor.golden";

  /** The value of {@link #PROPERTY} with which files are written: {@value}. */
  public static final String UPDATE = "update";

  private static final int CONTEXT_LINES = 2;
  private static final int MAX_LINE_LENGTH = 200;
  private static final String HOW =
      "run the tests with -D" + PROPERTY + "=" + UPDATE + " and look at it before you commit it";

  private final Path path;

  private GoldenFile(Path path) {
    this.path = path;
  }

  /**
   * {@return a golden file}
   *
   * @param path its path; the file may be missing
   */
  public static GoldenFile of(Path path) {
    Objects.requireNonNull(path, "path");
    return new GoldenFile(path);
  }

  /**
   * Compares a text with the file.
   *
   * @param actual the text
   * @throws AssertionError if the file is missing, is not UTF-8, or has another text; the message
   *     shows the first different line with its context
   * @throws UncheckedIOException if the file cannot be read, or not be written
   */
  public void matches(String actual) {
    Objects.requireNonNull(actual, "actual");
    String text = withLineFeeds(actual);
    if (isUpdate()) {
      write(text);
    } else {
      compare(stored(), text);
    }
  }

  /**
   * Compares a JSON document with the file. White space and the order of fields are ignored. The
   * document is written indented, with its fields in the order of the document.
   *
   * @param actual the document
   * @throws AssertionError if the file is missing, is not UTF-8 or not JSON, or has another
   *     document; the message shows the first different line with its context
   * @throws IllegalArgumentException if {@code actual} is not JSON
   * @throws UncheckedIOException if the file cannot be read, or not be written
   */
  public void matchesJson(String actual) {
    Objects.requireNonNull(actual, "actual");
    Object document;
    try {
      document = Json.MAPPER.readValue(actual, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(JsonErrors.message(e), e);
    }
    if (isUpdate()) {
      write(Json.lines(document, false));
      return;
    }
    Object expected;
    try {
      expected = Json.MAPPER.readValue(stored(), Object.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(
          path + ": " + JsonErrors.message(e) + "; to make it anew, " + HOW, e);
    }
    compare(Json.lines(expected, true), Json.lines(document, true));
  }

  private static boolean isUpdate() {
    String value = System.getProperty(PROPERTY, "");
    if (!value.isEmpty() && !value.equals(UPDATE)) {
      throw new IllegalArgumentException(
          "the system property "
              + PROPERTY
              + " is "
              + value
              + ", which is not accepted; accepted: "
              + UPDATE);
    }
    return !value.isEmpty();
  }

  private String stored() {
    if (!Files.exists(path)) {
      throw new AssertionError(path + " does not exist; to make it, " + HOW);
    }
    try {
      return withLineFeeds(Files.readString(path));
    } catch (CharacterCodingException e) {
      throw new AssertionError(path + " is not UTF-8; to make it anew, " + HOW, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(difference(lines(expected), lines(actual)));
    }
  }

  private String difference(List<String> expected, List<String> actual) {
    int first = 0;
    while (first < Math.min(expected.size(), actual.size())
        && expected.get(first).equals(actual.get(first))) {
      first++;
    }
    StringBuilder text = new StringBuilder(path.toString());
    text.append(" holds something else, first in line ").append(first + 1).append(":\n");
    for (int i = Math.max(0, first - CONTEXT_LINES); i < first; i++) {
      append(text, "      ", i, expected.get(i));
    }
    append(text, "file  ", first, lineOf(expected, first));
    append(text, "now   ", first, lineOf(actual, first));
    int end = Math.min(actual.size(), first + 1 + CONTEXT_LINES);
    for (int i = first + 1; i < end; i++) {
      append(text, "now   ", i, actual.get(i));
    }
    return text.append("Lines in the file: ")
        .append(expected.size())
        .append(", now: ")
        .append(actual.size())
        .append(". If the change is meant, ")
        .append(HOW)
        .append('.')
        .toString();
  }

  private static String lineOf(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "(the end)";
  }

  private static void append(StringBuilder text, String mark, int index, String line) {
    String shown =
        line.length() > MAX_LINE_LENGTH ? line.substring(0, MAX_LINE_LENGTH) + "..." : line;
    text.append(mark).append(index + 1).append(" | ").append(shown).append('\n');
  }

  /** Returns the lines; the last one is empty if the text ends with a line end. */
  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }

  private static String withLineFeeds(String text) {
    return text.replace("\r\n", "\n");
  }

  /** A holder class, so that Jackson is loaded only if JSON is compared. */
  private static final class Json {
    static final JsonMapper MAPPER =
        JsonMapper.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static String lines(Object document, boolean sorted) {
      try {
        return MAPPER
                .writer()
                .with(
                    new DefaultPrettyPrinter()
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                        .withArrayIndenter(new DefaultIndenter("  ", "\n")))
                .withFeatures(
                    sorted
                        ? new SerializationFeature[] {
                          SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS
                        }
                        : new SerializationFeature[0])
                .writeValueAsString(document)
            + "\n";
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("what was read could not be written", e);
      }
    }
  }
}

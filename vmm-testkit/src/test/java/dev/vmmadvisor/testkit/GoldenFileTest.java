package dev.vmmadvisor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // it sets a system property
class GoldenFileTest {

  @TempDir private Path folder;
  private String before = "";

  @BeforeEach
  void nothingIsUpdated() {
    before = System.getProperty(GoldenFile.PROPERTY, "");
    System.clearProperty(GoldenFile.PROPERTY);
  }

  @AfterEach
  void asBefore() {
    if (before.isEmpty()) {
      System.clearProperty(GoldenFile.PROPERTY);
    } else {
      System.setProperty(GoldenFile.PROPERTY, before);
    }
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("advice.txt"), content);
  }

  @Test
  void theSameTextMatches() throws IOException {
    GoldenFile.of(file("one\ntwo ü\n")).matches("one\ntwo ü\n");
  }

  @Test
  void lineEndsOfWindowsDoNotMatter() throws IOException {
    GoldenFile.of(file("one\r\ntwo\r\n")).matches("one\ntwo\n");
    GoldenFile.of(file("one\ntwo\n")).matches("one\r\ntwo\r\n");
  }

  @Test
  void aDifferenceIsShownWithItsSurroundings() throws IOException {
    Path file = file("one\ntwo\nthree\nfour\nfive\n");

    assertThatThrownBy(() -> GoldenFile.of(file).matches("one\ntwo\nthree\n4\nfive\nsix\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            file
                + """
                 holds something else, first in line 4:
                      2 | two
                      3 | three
                file  4 | four
                now   4 | 4
                now   5 | five
                now   6 | six
                Lines in the file: 6, now: 7. If the change is meant, run the tests with \
                -Dvmmadvisor.golden=update and look at it before you commit it.\
                """);
    assertThat(file).as("is left as it is").hasContent("one\ntwo\nthree\nfour\nfive\n");
  }

  @Test
  void aMissingLineEndIsADifference() throws IOException {
    Path file = file("one\n");

    assertThatThrownBy(() -> GoldenFile.of(file).matches("one"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("file  2 | \nnow   2 | (the end)\n");
  }

  @Test
  void aMissingFileFailsAndSaysHowToMakeIt() {
    Path file = folder.resolve("missing.txt");

    assertThatThrownBy(() -> GoldenFile.of(file).matches("one\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            file
                + " does not exist; to make it, run the tests with -Dvmmadvisor.golden=update and"
                + " look at it before you commit it");
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatIsNotUtf8Fails() throws IOException {
    Path file = folder.resolve("latin.txt");
    Files.write(file, "ü\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> GoldenFile.of(file).matches("ü\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("latin.txt is not UTF-8");
  }

  @Test
  void filesAreWrittenWhereThePropertySaysSo() throws IOException {
    System.setProperty(GoldenFile.PROPERTY, GoldenFile.UPDATE);
    Path file = folder.resolve("new").resolve("advice.txt");

    GoldenFile.of(file).matches("one\r\ntwo ü\n");

    assertThat(Files.readAllBytes(file)).isEqualTo("one\ntwo ü\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anotherValueOfThePropertyIsAnError() throws IOException {
    System.setProperty(GoldenFile.PROPERTY, "true");
    GoldenFile golden = GoldenFile.of(file("one\n"));

    assertThatThrownBy(() -> golden.matches("one\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the system property vmmadvisor.golden is true, which is not accepted; accepted:"
                + " update");
  }

  @Test
  void ofJsonOnlyTheContentMatters() throws IOException {
    GoldenFile.of(file("{\"b\": [1, 2.50], \"a\": null}"))
        .matchesJson("{\"a\":null,\"b\":[1,2.50]}");
  }

  @Test
  void aDifferenceInJsonIsShownByLine() throws IOException {
    Path file = file("{\"b\": [1, 2], \"a\": null}");

    assertThatThrownBy(() -> GoldenFile.of(file).matchesJson("{\"a\": null, \"b\": [1, 3]}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("first in line 5:")
        .hasMessageContaining("file  5 |     2\n")
        .hasMessageContaining("now   5 |     3\n");
  }

  @Test
  void whatIsNoJsonIsToldApart() throws IOException {
    Path file = file("{");

    assertThatThrownBy(() -> GoldenFile.of(file).matchesJson("{}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("advice.txt: not JSON: ");
    assertThatThrownBy(() -> GoldenFile.of(file).matchesJson("{} {}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not JSON: ");
  }

  @Test
  void jsonIsWrittenOnSeveralLinesInItsOwnOrder() throws IOException {
    System.setProperty(GoldenFile.PROPERTY, GoldenFile.UPDATE);
    Path file = folder.resolve("advice.json");

    GoldenFile.of(file).matchesJson("{\"b\":1,\"a\":[]}");

    assertThat(Files.readString(file)).isEqualTo("{\n  \"b\" : 1,\n  \"a\" : [ ]\n}\n");
  }
}

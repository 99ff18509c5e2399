package dev.vmmadvisor.core.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.json.DocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedLineReaderTest {

  private static final int MAX = 1 << 20;

  @Test
  void emptyStreamHasNoLine() throws IOException {
    assertThat(texts(stream(""))).isEmpty();
  }

  @Test
  void lastLineNeedsNoEnd() throws IOException {
    assertThat(texts(stream("one\ntwo"))).containsExactly("one", "two");
    assertThat(texts(stream("one\ntwo\n"))).containsExactly("one", "two");
  }

  @Test
  void linesAreNumberedFromOneWithTheEmptyOnes() throws IOException {
    BoundedLineReader lines = new BoundedLineReader(stream("\n\nthree"), MAX);

    assertThat(next(lines).number()).isEqualTo(1);
    assertThat(next(lines).number()).isEqualTo(2);
    assertThat(next(lines).number()).isEqualTo(3);
    assertThat(lines.next()).isNull();
    assertThat(lines.next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", " \t \n"})
  void lineOfWhiteSpaceIsBlank(String line) throws IOException {
    assertThat(next(new BoundedLineReader(stream(line), MAX)).isBlank()).isTrue();
  }

  @Test
  void lineWithAnythingElseIsNotBlank() throws IOException {
    assertThat(next(new BoundedLineReader(stream(" . \n"), MAX)).isBlank()).isFalse();
  }

  @Test
  void charactersMayLieAcrossReads() throws IOException {
    byte[] bytes = "ä\n€\n😀\n".getBytes(StandardCharsets.UTF_8);
    List<InputStream> single = new ArrayList<>();
    for (byte b : bytes) {
      single.add(new ByteArrayInputStream(new byte[] {b}));
    }

    assertThat(texts(new SequenceInputStream(Collections.enumeration(single))))
        .containsExactly("ä", "€", "😀");
  }

  @Test
  void linesLongerThanAReadAreWhole() throws IOException {
    String line = "0123456789".repeat(20_000);

    assertThat(texts(stream(line + "\nshort\n" + line))).containsExactly(line, "short", line);
  }

  @Test
  void lineOfTheGreatestLengthIsRead() throws IOException {
    String line = "x".repeat(MAX);

    assertThat(texts(stream(line + "\nnext"))).containsExactly(line, "next");
  }

  @Test
  void longerLineIsRefusedAndTheNextIsRead() throws IOException {
    BoundedLineReader lines = new BoundedLineReader(stream("x".repeat(3 * MAX) + "\nnext"), MAX);

    assertThatThrownBy(next(lines)::text)
        .isInstanceOf(DocumentException.class)
        .hasMessage("line 1: $: the line is too long; accepted: 1048576 bytes at most");
    assertThat(next(lines).text()).isEqualTo("next");
  }

  @Test
  void lineOneByteTooLongIsRefused() throws IOException {
    BoundedLineReader lines = new BoundedLineReader(stream("x".repeat(MAX + 1)), MAX);

    assertThatThrownBy(next(lines)::text).isInstanceOf(DocumentException.class);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    BoundedLineReader lines =
        new BoundedLineReader(
            new ByteArrayInputStream(new byte[] {'\n', (byte) 0xC3, '\n', 'x'}), MAX);
    next(lines);

    assertThatThrownBy(next(lines)::text)
        .isInstanceOf(DocumentException.class)
        .hasMessage("line 2: $: the line is not UTF-8; accepted: text in UTF-8");
    assertThat(next(lines).text()).isEqualTo("x");
  }

  @Test
  void replacementCharacterThatStandsInALineIsText() throws IOException {
    assertThat(texts(stream("a\uFFFDb\n"))).containsExactly("a\uFFFDb");
  }

  @Test
  void lineIsTheSameWhetherOrNotSomebodyAskedIfItIsAtHand() throws IOException {
    BoundedLineReader lines = new BoundedLineReader(stream("one\ntwo\n\nfour"), MAX);
    List<String> texts = new ArrayList<>();
    for (BoundedLineReader.Line line = lines.next(); line != null; line = lines.next()) {
      texts.add(line.text());
      assertThat(lines.isNextAtHand()).isEqualTo(lines.isNextAtHand());
    }

    assertThat(texts).containsExactly("one", "two", "", "four");
  }

  @Test
  void onlyAWholeLineInMemoryIsAtHand() throws IOException {
    BoundedLineReader lines = new BoundedLineReader(stream("one\ntwo\nthr"), MAX);

    assertThat(lines.isNextAtHand()).isFalse();
    next(lines);
    assertThat(lines.isNextAtHand()).isTrue();
    next(lines);
    assertThat(lines.isNextAtHand()).isFalse();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static BoundedLineReader.Line next(BoundedLineReader lines) throws IOException {
    return Objects.requireNonNull(lines.next());
  }

  private static List<String> texts(InputStream stream) throws IOException {
    BoundedLineReader lines = new BoundedLineReader(stream, MAX);
    List<String> texts = new ArrayList<>();
    for (BoundedLineReader.Line line = lines.next(); line != null; line = lines.next()) {
      texts.add(line.text());
    }
    return texts;
  }
}

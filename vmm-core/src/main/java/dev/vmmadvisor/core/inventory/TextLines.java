package dev.vmmadvisor.core.inventory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream in UTF-8, one at a time, in memory that does not grow with the stream. */
final class TextLines {

  private final InputStream stream;
  private final int most;
  private final byte[] buffer = new byte[1 << 16];
  private int from; // the next byte in the buffer
  private int to;
  private int number;

  /** The lines of a stream, of which those with more bytes than the most are not read. */
  TextLines(InputStream stream, int most) {
    this.stream = stream;
    this.most = most;
  }

  /**
   * A line.
   *
   * @param number its number, from 1
   * @param text its characters without the end; empty if there is a problem
   * @param problem why it cannot be read; empty if it can
   */
  record Line(int number, String text, String problem) {}

  /** The next line, or null at the end. Of a line that is too long the rest is passed over. */
  @Nullable Line next() throws IOException {
    if (from == to && !fill()) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    do {
      int end = endOfLine();
      line.write(buffer, from, Math.min(end - from, most + 1 - line.size()));
      from = end;
      if (end < to) {
        from++;
        break;
      }
    } while (fill());
    number++;
    if (line.size() > most) {
      return new Line(number, "", "the line is too long; accepted: " + most + " bytes at most");
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line.toByteArray());
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return new Line(number, number == 1 ? text.replace("\uFEFF", "") : text, "");
    } catch (CharacterCodingException e) {
      return new Line(number, "", "the line is not UTF-8; accepted: text in UTF-8");
    }
  }

  private int endOfLine() {
    int end = from;
    while (end < to && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, stream.read(buffer));
    return to > 0;
  }
}

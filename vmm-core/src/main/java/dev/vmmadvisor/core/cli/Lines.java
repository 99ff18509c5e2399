package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, one at a time, in memory that does not grow with the stream. */
final class Lines {

  /** The most bytes of a line. */
  static final int MOST = 1 << 20;

  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private int from; // the next byte in the buffer
  private int to;
  private int number;

  Lines(InputStream stream) {
    this.stream = stream;
  }

  /** A line without its end, numbered from 1. */
  static final class Line {
    private final int number;
    private final byte[] bytes;

    private Line(int number, byte[] bytes) {
      this.number = number;
      this.bytes = bytes;
    }

    int number() {
      return number;
    }

    boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return true;
    }

    /**
     * The characters of the line.
     *
     * @throws DocumentException if it is too long or not UTF-8
     */
    String text() {
      if (bytes.length > MOST) {
        throw new DocumentException(
            List.of(
                new Problem(
                    "$", number, "the line is too long; accepted: " + MOST + " bytes at most")));
      }
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw new DocumentException(
            List.of(new Problem("$", number, "the line is not UTF-8; accepted: JSON in UTF-8")));
      }
    }
  }

  /** The next line, or null at the end. Of a line that is too long the rest is passed over. */
  @Nullable Line next() throws IOException {
    if (from == to && !fill()) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    do {
      int end = endOfLine();
      line.write(buffer, from, Math.min(end - from, MOST + 1 - line.size()));
      from = end;
      if (end < to) {
        from++;
        break;
      }
    } while (fill());
    return new Line(++number, line.toByteArray());
  }

  /** Whether the next line can be had without waiting for the stream. */
  boolean isNextAtHand() {
    return endOfLine() < to;
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

package dev.vmmadvisor.core.input;

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

/**
 * The lines of a stream in UTF-8, one at a time, in memory that does not grow with the stream. Not
 * safe to share between threads.
 */
public final class InputLines {

  private final InputStream stream;
  private final int most;
  private final byte[] buffer = new byte[1 << 16];
  private int from; // the next byte in the buffer
  private int to;
  private int number;

  /**
   * Begins with the first line.
   *
   * @param stream where they are read from; it is not closed
   * @param most the most bytes of a line that is read
   */
  public InputLines(InputStream stream, int most) {
    this.stream = stream;
    this.most = most;
  }

  /** A line without its end, numbered from 1. */
  public static final class Line {
    private final int number;
    private final byte[] bytes;
    private final int most;

    private Line(int number, byte[] bytes, int most) {
      this.number = number;
      this.bytes = bytes;
      this.most = most;
    }

    /** {@return its number, from 1} */
    public int number() {
      return number;
    }

    /** {@return whether there is nothing but blanks in it} */
    public boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return true;
    }

    /** {@return its characters as far as they are UTF-8, for messages; cut where it is too long} */
    public String shown() {
      return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.UTF_8);
    }

    /**
     * {@return its characters}
     *
     * @throws DocumentException if it is too long or not UTF-8
     */
    public String text() {
      if (bytes.length > most) {
        throw new DocumentException(
            List.of(
                new Problem(
                    "$", number, "the line is too long; accepted: " + most + " bytes at most")));
      }
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw new DocumentException(
            List.of(new Problem("$", number, "the line is not UTF-8; accepted: text in UTF-8")));
      }
    }
  }

  /**
   * {@return the next line, or null at the end} Of a line that is too long the rest is passed over.
   *
   * @throws IOException if the stream cannot be read
   */
  public @Nullable Line next() throws IOException {
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
    return new Line(++number, line.toByteArray(), most);
  }

  /** {@return whether the next line can be had without waiting for the stream} */
  public boolean isNextAtHand() {
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

package dev.vmmadvisor.core.input;

import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream in UTF-8, one at a time, in memory that does not grow with the stream. Not
 * safe to share between threads.
 */
public final class BoundedLineReader {

  /** The replacement in a text of bytes that are not UTF-8, unless it was there before. */
  private static final char REPLACEMENT = '\uFFFD';

  private final InputStream stream;
  private final int most;
  private final byte[] buffer = new byte[1 << 16];
  private int from; // the next byte in the buffer
  private int to;
  private String letters = ""; // one for each byte in the buffer: a text is searched far faster
  private boolean plain; // whether all of them are ASCII, none of them NUL
  private int number;

  /**
   * Begins with the first line.
   *
   * @param stream where they are read from; it is not closed
   * @param most the most bytes of a line that is read
   */
  public BoundedLineReader(InputStream stream, int most) {
    this.stream = stream;
    this.most = most;
  }

  /** A line without its end, numbered from 1. */
  public static final class Line {
    private final int number;
    private final byte[] bytes;
    private final boolean plain;
    private final int most;

    private Line(int number, byte[] bytes, boolean plain, int most) {
      this.number = number;
      this.bytes = bytes;
      this.plain = plain;
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

    /**
     * {@return whether it is known to be nothing but ASCII without NUL, so that nobody needs its
     * characters to read it}
     */
    public boolean isPlain() {
      return plain;
    }

    /** {@return its bytes, for reading; not to be changed} */
    public byte[] bytes() {
      return bytes;
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
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8()) {
        throw new DocumentException(
            List.of(new Problem("$", number, "the line is not UTF-8; accepted: text in UTF-8")));
      }
      return text;
    }

    private boolean isUtf8() {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        return true;
      } catch (CharacterCodingException e) {
        return false;
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
    int end = endOfLine();
    byte[] line = Arrays.copyOfRange(buffer, from, Math.min(end, from + most + 1));
    boolean ended = end < to;
    boolean isPlain = plain && ended && line.length <= most;
    from = ended ? end + 1 : to;
    return new Line(++number, ended ? line : withRest(line), isPlain, most);
  }

  /** A line of which only the beginning was in the buffer. */
  private byte[] withRest(byte[] beginning) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(2 * beginning.length);
    line.writeBytes(beginning);
    boolean ended = false;
    while (!ended && fill()) {
      int end = endOfLine();
      line.write(buffer, 0, Math.min(end, most + 1 - line.size()));
      ended = end < to;
      from = ended ? end + 1 : to;
    }
    return line.toByteArray();
  }

  /** {@return whether the next line can be had without waiting for the stream} */
  public boolean isNextAtHand() {
    return endOfLine() < to;
  }

  /** Where the next line ends in the buffer; the end of the buffer if it goes on. */
  private int endOfLine() {
    int end = letters.indexOf('\n', from);
    return end < 0 ? to : end;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, stream.read(buffer));
    letters = new String(buffer, 0, to, StandardCharsets.US_ASCII);
    plain = letters.indexOf(REPLACEMENT) < 0 && letters.indexOf(0) < 0;
    return to > 0;
  }
}

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

/** A reader of the lines of a UTF-8 stream in bounded memory. Not thread-safe. */
public final class BoundedLineReader {

  /** Replaces bytes that are not UTF-8; it can also be in the text itself. */
  private static final char REPLACEMENT = '\uFFFD';

  private final InputStream stream;
  private final int maxBytes;
  private final byte[] buffer = new byte[1 << 16];
  private int from; // the next byte in the buffer
  private int to;
  // One character per byte in the buffer, because searching a text is faster.
  private String letters = "";
  private boolean plain; // whether all of them are ASCII other than NUL
  private int number;

  /**
   * Creates a reader.
   *
   * @param stream the source; it is not closed
   * @param maxBytes the maximum number of bytes in a line
   */
  public BoundedLineReader(InputStream stream, int maxBytes) {
    this.stream = stream;
    this.maxBytes = maxBytes;
  }

  /** A line without its line end, numbered from 1. */
  public static final class Line {
    private final int number;
    private final byte[] bytes;
    private final boolean plain;
    private final int maxBytes;

    private Line(int number, byte[] bytes, boolean plain, int maxBytes) {
      this.number = number;
      this.bytes = bytes;
      this.plain = plain;
      this.maxBytes = maxBytes;
    }

    /** {@return its number, from 1} */
    public int number() {
      return number;
    }

    /** {@return whether it has only blanks} */
    public boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return true;
    }

    /**
     * {@return whether it is known to have only ASCII characters other than NUL, so that its bytes
     * can be parsed without decoding}
     */
    public boolean isPlain() {
      return plain;
    }

    /** {@return its bytes, which must not be changed} */
    public byte[] bytes() {
      return bytes;
    }

    /** {@return its characters for messages, with invalid bytes replaced; cut if it is too long} */
    public String shown() {
      return new String(bytes, 0, Math.min(bytes.length, maxBytes), StandardCharsets.UTF_8);
    }

    /**
     * {@return its characters}
     *
     * @throws DocumentException if it is too long or not UTF-8
     */
    public String text() {
      if (bytes.length > maxBytes) {
        throw new DocumentException(
            List.of(
                new Problem(
                    "$",
                    number,
                    "the line is too long; accepted: " + maxBytes + " bytes at most")));
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
   * {@return the next line, or null at the end} The rest of a line that is too long is skipped.
   *
   * @throws IOException if the stream cannot be read
   */
  public @Nullable Line next() throws IOException {
    if (from == to && !fill()) {
      return null;
    }
    int end = endOfLine();
    byte[] line = Arrays.copyOfRange(buffer, from, Math.min(end, from + maxBytes + 1));
    boolean ended = end < to;
    boolean isPlain = plain && ended && line.length <= maxBytes;
    from = ended ? end + 1 : to;
    return new Line(++number, ended ? line : withRest(line), isPlain, maxBytes);
  }

  /** Completes a line of which only the beginning was in the buffer. */
  private byte[] withRest(byte[] beginning) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(2 * beginning.length);
    line.writeBytes(beginning);
    boolean ended = false;
    while (!ended && fill()) {
      int end = endOfLine();
      line.write(buffer, 0, Math.min(end, maxBytes + 1 - line.size()));
      ended = end < to;
      from = ended ? end + 1 : to;
    }
    return line.toByteArray();
  }

  /** {@return whether the next line is available without blocking} */
  public boolean isNextAtHand() {
    return endOfLine() < to;
  }

  /** The end of the next line in the buffer; the end of the buffer if the line continues. */
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

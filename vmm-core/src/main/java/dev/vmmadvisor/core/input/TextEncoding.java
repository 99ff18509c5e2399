package dev.vmmadvisor.core.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The accepted encodings of text files: UTF-8 with or without a byte order mark, and UTF-16 with
 * one.
 */
public final class TextEncoding {

  private static final int MARK = 3; // the length of the longest byte order mark
  private static final int BUFFER = 8192; // characters

  private TextEncoding() {}

  /**
   * Converts a text in any accepted encoding to UTF-8 without a byte order mark. Reading or closing
   * the result reads or closes the given stream.
   *
   * @param stream the bytes of the text
   * @throws IOException if the stream cannot be read
   */
  public static InputStream utf8(InputStream stream) throws IOException {
    PushbackInputStream text = new PushbackInputStream(stream, MARK);
    byte[] mark = text.readNBytes(MARK);
    if (starts(mark, 0xEF, 0xBB, 0xBF)) {
      return text;
    }
    boolean isBigEndian = starts(mark, 0xFE, 0xFF);
    if (isBigEndian || starts(mark, 0xFF, 0xFE)) {
      text.unread(mark, 2, mark.length - 2);
      return new Recoded(text, isBigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }
    text.unread(mark);
    return text;
  }

  /**
   * Converts a text in memory to UTF-8 without a byte order mark.
   *
   * @param bytes the bytes of the text
   */
  public static byte[] utf8(byte[] bytes) {
    try (InputStream stream = utf8(new ByteArrayInputStream(bytes))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  /**
   * Decodes a text in one of the accepted encodings; invalid bytes are replaced by U+FFFD.
   *
   * @param bytes the bytes of the text
   */
  public static String decode(byte[] bytes) {
    return new String(utf8(bytes), StandardCharsets.UTF_8);
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Converts a text from another encoding to UTF-8. */
  private static final class Recoded extends InputStream {
    private final Reader reader;
    private final char[] characters = new char[BUFFER + 1];
    private int pending; // a high surrogate whose low surrogate was not read yet
    private byte[] bytes = {};
    private int next;

    Recoded(InputStream stream, Charset charset) {
      this.reader = new InputStreamReader(stream, charset);
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int read = Math.min(length, bytes.length - next);
      System.arraycopy(bytes, next, buffer, from, read);
      next += read;
      return read;
    }

    private boolean fill() throws IOException {
      while (next == bytes.length) {
        int read = reader.read(characters, pending, BUFFER);
        if (read < 0 && pending == 0) {
          return false;
        }
        int end = pending + Math.max(0, read);
        pending = read > 0 && Character.isHighSurrogate(characters[end - 1]) ? 1 : 0;
        bytes = new String(characters, 0, end - pending).getBytes(StandardCharsets.UTF_8);
        characters[0] = characters[end - 1];
        next = 0;
      }
      return true;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}

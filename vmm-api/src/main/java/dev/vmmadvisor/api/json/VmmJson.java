package dev.vmmadvisor.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.internal.JsonDocuments;
import dev.vmmadvisor.api.internal.JsonErrors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Reads and writes the documents of this library as JSON.
 *
 * <p>Reading is strict: a value of the wrong type, a version that is none, a number out of bounds
 * or a name that stands twice is a problem, and all problems of a document are reported at once in
 * one {@link DocumentException}. {@code null} stands for an absent value. A field of a Host
 * document that is not known is tolerated and becomes a notice of the host; a field of a Catalog
 * document that is not known is a problem.
 *
 * <p>Writing is deterministic: the same value gives the same characters, with {@code \n} between
 * lines on every system. Characters that are not seen, such as control characters, those that
 * change the direction of writing and halves of surrogate pairs, are written as escape sequences,
 * so that every document can be encoded and shown.
 *
 * <p>The methods keep no state and can be called from any number of threads.
 */
public final class VmmJson {

  private VmmJson() {}

  /**
   * Reads a Host document.
   *
   * @param json the document; a byte order mark in front is passed over
   * @return the host, with the notices that reading it gave
   * @throws DocumentException if it is not a Host document
   */
  public static Host readHost(String json) {
    Objects.requireNonNull(json, "json");
    String text = json.startsWith("\uFEFF") ? json.substring(1) : json;
    try {
      boolean isShort = text.length() <= PlainReader.MAX;
      Host plain = isShort ? HostReader.plain(text.getBytes(StandardCharsets.UTF_8)) : null;
      return plain == null ? HostReader.any(factory -> parser(factory, text)) : plain;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * Reads a Host document.
   *
   * @param json the document in UTF-8, UTF-16 or UTF-32, with or without a byte order mark
   * @return the host, with the notices that reading it gave
   * @throws DocumentException if it is not a Host document
   */
  public static Host readHost(byte[] json) {
    Objects.requireNonNull(json, "json");
    try {
      Host plain = HostReader.plain(json);
      return plain == null ? HostReader.any(factory -> parser(factory, json)) : plain;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * Reads a Host document.
   *
   * @param json the document in UTF-8, UTF-16 or UTF-32, with or without a byte order mark; it is
   *     read to its end and not closed
   * @return the host, with the notices that reading it gave
   * @throws DocumentException if it is not a Host document
   * @throws IOException if the stream cannot be read
   */
  public static Host readHost(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    byte[] beginning = json.readNBytes(PlainReader.MAX + 1); // all of it, if it is to be plain
    Host plain = HostReader.plain(beginning);
    return plain == null ? HostReader.any(factory -> whole(factory, beginning, json)) : plain;
  }

  private static JsonParser whole(JsonFactory factory, byte[] beginning, InputStream rest)
      throws IOException {
    return factory.createParser(
        new Unclosed(
            new SequenceInputStream(new ByteArrayInputStream(beginning), rest), HostReader.MAX));
  }

  private static JsonParser parser(JsonFactory factory, String text) throws IOException {
    checkLength(text.length(), HostReader.MAX);
    return factory.createParser(text);
  }

  private static JsonParser parser(JsonFactory factory, byte[] json) throws IOException {
    checkLength(json.length, HostReader.MAX);
    return factory.createParser(json);
  }

  private static void checkLength(long length, int most) throws IOException {
    if (length > most) {
      throw JsonErrors.documentTooLong(most);
    }
  }

  /**
   * Reads a Catalog document.
   *
   * @param json the document in UTF-8, UTF-16 or UTF-32; it is read to its end and not closed
   * @return the catalog
   * @throws DocumentException if it is not a Catalog document
   * @throws IOException if the stream cannot be read
   */
  public static Catalog readCatalog(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    return CatalogReader.read(
        factory -> factory.createParser(new Unclosed(json, DocumentReader.MAX)));
  }

  /**
   * Reads a Layer document.
   *
   * @param json the document in UTF-8, UTF-16 or UTF-32; it is read to its end and not closed
   * @return the layer
   * @throws DocumentException if it is not a Layer document
   * @throws IOException if the stream cannot be read
   */
  public static Layer readLayer(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    return LayerReader.read(
        factory -> factory.createParser(new Unclosed(json, DocumentReader.MAX)));
  }

  /**
   * {@return a Host document on several lines}
   *
   * @param host the host; its notices are not written
   */
  public static String write(Host host) {
    Objects.requireNonNull(host, "host");
    return JsonDocuments.onLines(host);
  }

  /**
   * {@return a Host document on one line, without a line break at its end}
   *
   * @param host the host; its notices are not written
   */
  public static String writeLine(Host host) {
    Objects.requireNonNull(host, "host");
    return JsonDocuments.onOneLine(host);
  }

  /**
   * {@return the document of an answer, such as a Recommendation document, on several lines}
   *
   * @param answer the answer
   */
  public static String write(Answer answer) {
    Objects.requireNonNull(answer, "answer");
    return JsonDocuments.onLines(answer);
  }

  /**
   * {@return the document of an answer on one line, without a line break at its end}
   *
   * @param answer the answer
   */
  public static String writeLine(Answer answer) {
    Objects.requireNonNull(answer, "answer");
    return JsonDocuments.onOneLine(answer);
  }

  /**
   * {@return a Detection document on several lines: the host, the evidence for each fact and the
   * notices}
   *
   * @param detection the detection
   */
  public static String write(Detection detection) {
    Objects.requireNonNull(detection, "detection");
    return JsonDocuments.onLines(detection);
  }

  /** A stream of the caller, which the parser does not close. It ends early if it is too long. */
  private static final class Unclosed extends java.io.FilterInputStream {
    private final int most;
    private long length;

    Unclosed(InputStream in, int most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read(byte[] bytes, int offset, int size) throws IOException {
      int read = in.read(bytes, offset, size);
      length += Math.max(0, read);
      checkLength(length, most);
      return read;
    }

    @Override
    public void close() {
      // the caller's
    }
  }
}

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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Reads and writes the documents of this library as JSON.
 *
 * <p>Reading is strict: a value of the wrong type, an invalid version, a number out of bounds or a
 * duplicate name is a problem. One {@link DocumentException} reports all problems of a document.
 * {@code null} means that a value is absent. An unknown field is ignored in a Host document, and
 * the host has a notice about it; in a Catalog or Layer document it is a problem.
 *
 * <p>Writing is deterministic: the same value gives the same characters, with {@code \n} between
 * lines on every system. Invisible characters, such as control characters, bidirectional controls
 * and unpaired surrogates, are written as escape sequences, so that every document can be encoded
 * and displayed.
 *
 * <p>The methods are stateless and thread-safe.
 */
public final class VmmJson {

  private VmmJson() {}

  /**
   * Reads a Host document.
   *
   * @param json the document, at most 4,194,304 characters; a leading byte order mark is ignored
   * @return the host, with notices about ignored fields
   * @throws DocumentException if it is not a Host document
   */
  public static Host readHost(String json) {
    Objects.requireNonNull(json, "json");
    String text = json.startsWith("\uFEFF") ? json.substring(1) : json;
    try {
      return HostReader.read(factory -> parser(factory, text));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * Reads a Host document.
   *
   * @param json the document in UTF-8, UTF-16 or UTF-32, with or without a byte order mark
   * @return the host, with notices about ignored fields
   * @throws DocumentException if it is not a Host document
   */
  public static Host readHost(byte[] json) {
    Objects.requireNonNull(json, "json");
    try {
      return HostReader.read(factory -> parser(factory, json));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * Reads a Host document.
   *
   * @param json the document in UTF-8, UTF-16 or UTF-32, with or without a byte order mark; the
   *     stream is read to its end and not closed
   * @return the host, with notices about ignored fields
   * @throws DocumentException if it is not a Host document
   * @throws IOException if the stream cannot be read
   */
  public static Host readHost(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    return HostReader.read(factory -> factory.createParser(new Unclosed(json, HostReader.MAX)));
  }

  private static JsonParser parser(JsonFactory factory, String text) throws IOException {
    checkLength(text.length(), HostReader.MAX);
    return factory.createParser(text);
  }

  private static JsonParser parser(JsonFactory factory, byte[] json) throws IOException {
    checkLength(json.length, HostReader.MAX);
    return factory.createParser(json);
  }

  private static void checkLength(long length, int max) throws IOException {
    if (length > max) {
      throw JsonErrors.documentTooLong(max);
    }
  }

  /**
   * Reads a Catalog document.
   *
   * @param json the document in UTF-8, UTF-16 or UTF-32; the stream is read to its end and not
   *     closed
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
   * @param json the document in UTF-8, UTF-16 or UTF-32; the stream is read to its end and not
   *     closed
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
   * {@return a Host document, indented}
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
   * {@return the document of an answer, such as a Recommendation document, indented}
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
   * {@return a Detection document, indented: the host, the evidence of each fact and the notices}
   *
   * @param detection the detection
   */
  public static String write(Detection detection) {
    Objects.requireNonNull(detection, "detection");
    return JsonDocuments.onLines(detection);
  }

  /** A stream of the caller that is limited in length and not closed by the parser. */
  private static final class Unclosed extends java.io.FilterInputStream {
    private final int max;
    private long length;

    Unclosed(InputStream in, int max) {
      super(in);
      this.max = max;
    }

    @Override
    public int read(byte[] bytes, int offset, int size) throws IOException {
      int read = in.read(bytes, offset, size);
      length += Math.max(0, read);
      checkLength(length, max);
      return read;
    }

    @Override
    public void close() {
      // the caller closes the stream
    }
  }
}

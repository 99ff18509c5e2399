package dev.vmmadvisor.core.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.vmmadvisor.api.internal.JsonErrors;
import dev.vmmadvisor.api.internal.Quotes;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON input of any origin to a tree. A document has at most {@value #MAX} bytes or
 * characters and 64 levels. A field that is duplicated with different values gets a text with both
 * values, such as {@code "true and false"}, because neither is more credible. This class is
 * stateless and thread-safe.
 */
public final class JsonInput {

  /** The maximum length of a document, in bytes or characters. */
  public static final int MAX = 4 * 1024 * 1024;

  /** Opens a parser for a document. */
  @FunctionalInterface
  private interface Source {
    JsonParser open(JsonFactory factory) throws IOException;
  }

  private static final int SHOWN = 60; // characters of a value that a message quotes

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(100_000)
                          .build())
                  .build())
          .build();

  private JsonInput() {}

  /**
   * Parses an object.
   *
   * @param stream in UTF-8, UTF-16 or UTF-32; it is read to its end and not closed
   * @throws DocumentException if it is not a JSON object
   * @throws IOException if the stream cannot be read
   */
  public static ObjectNode object(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(MAX + 1);
    return (ObjectNode) read(factory -> factory.createParser(bytes), bytes.length, true);
  }

  /**
   * Parses an object from memory.
   *
   * @param text the document; a leading byte order mark is skipped
   * @throws DocumentException if it is not a JSON object
   */
  public static ObjectNode object(String text) {
    return (ObjectNode) read(text, true);
  }

  /**
   * Parses any value from memory.
   *
   * @param text the document; a leading byte order mark is skipped
   * @throws DocumentException if it is not JSON
   */
  public static JsonNode value(String text) {
    return read(text, false);
  }

  /**
   * {@return the elements of a list or the values of an object; none for any other value}
   *
   * @param container the list or the object
   */
  public static Stream<JsonNode> elements(JsonNode container) {
    return StreamSupport.stream(container.spliterator(), false);
  }

  /** A value for a message, shortened. */
  public static String shown(JsonNode value) {
    if (value.isObject()) {
      return "an object";
    }
    if (value.isArray()) {
      return "a list";
    }
    String text = value.toString();
    return Quotes.oneLine(text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text);
  }

  private static JsonNode read(String text, boolean object) {
    String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      return read(factory -> factory.createParser(json), json.length(), object);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static JsonNode read(Source source, int length, boolean object) throws IOException {
    if (length > MAX) {
      throw problem(1, JsonErrors.message(JsonErrors.documentTooLong(MAX)));
    }
    String accepted = "accepted: " + (object ? "a JSON object" : "a JSON value");
    try (JsonParser parser = source.open(MAPPER.getFactory())) {
      if (parser.nextToken() == null) {
        throw problem(parser, "the document is empty; " + accepted);
      }
      int line = line(parser.currentTokenLocation());
      JsonNode root = tree(parser);
      if (object && !root.isObject()) {
        throw problem(line, shown(root) + " is not accepted; " + accepted);
      }
      if (parser.nextToken() != null) {
        throw problem(parser, "something follows the end of the document; accepted: one value");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw problem(line(e.getLocation()), JsonErrors.message(e));
    } catch (CharConversionException e) {
      throw problem(1, "not JSON: " + e.getMessage());
    }
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(tree(parser));
      }
      return array;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return MAPPER.readTree(parser);
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      JsonNode value = tree(parser);
      JsonNode before = object.get(name);
      object.set(
          name,
          before == null || before.equals(value)
              ? value
              : TextNode.valueOf(shown(before) + " and " + shown(value)));
    }
    return object;
  }

  private static DocumentException problem(JsonParser parser, String message) {
    return problem(line(parser.currentTokenLocation()), message);
  }

  private static DocumentException problem(int line, String message) {
    return new DocumentException(List.of(new Problem("$", line, message)));
  }

  private static int line(@Nullable JsonLocation location) {
    return location == null ? 1 : Math.max(1, location.getLineNr());
  }
}

package dev.vmmadvisor.core.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.internal.JsonErrors;
import dev.vmmadvisor.core.input.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Streams a JSON document of any length, element by element. The elements are those of a root list,
 * those of the list {@code results} or {@code hosts} of a root object, or the root value itself. A
 * field that is duplicated in an object is reported and set to null. Numbers are passed on as text.
 * Bytes that are invalid in the encoding are replaced by U+FFFD. Not thread-safe.
 */
final class JsonElementStream {

  /** The maximum number of values in one element. */
  static final int MAX = 400_000;

  private static final Set<String> LISTS = Set.of("results", "hosts");
  private static final int PEEKED = 1 << 16;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(4 * 1024 * 1024)
                  .build())
          .build();

  /** Receives the elements. */
  @FunctionalInterface
  interface Sink {
    /**
     * Receives an element.
     *
     * @param element the element
     * @param line the line on which it begins
     * @param list the name of the list in the root object that contains it; empty if there is none
     */
    void element(JsonNode element, int line, String list);
  }

  private final JsonParser parser;
  private final InventoryProblems problems;
  private final Sink sink;
  private int remaining; // number of values that the element can still have

  private JsonElementStream(JsonParser parser, InventoryProblems problems, Sink sink) {
    this.parser = parser;
    this.problems = problems;
    this.sink = sink;
  }

  /**
   * Whether a stream has one document over several lines, as a list or an object with a list of
   * results, and not one document per line.
   *
   * @param stream supports marks; its position is restored
   */
  static boolean isOneDocument(InputStream stream) throws IOException {
    stream.mark(PEEKED);
    byte[] bytes = stream.readNBytes(PEEKED);
    stream.reset();
    Reader text = new StringReader(TextEncoding.decode(bytes));
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken root = parser.nextToken();
      if (root == JsonToken.START_ARRAY) {
        JsonToken first = parser.nextToken();
        return first == JsonToken.START_OBJECT || first == JsonToken.END_ARRAY;
      }
      int line = line(parser.currentTokenLocation());
      int depth = 1;
      while (root == JsonToken.START_OBJECT && depth > 0) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return false;
        }
        if (line(parser.currentTokenLocation()) > line) {
          return true;
        }
        if (depth == 1 && token == JsonToken.FIELD_NAME && LISTS.contains(parser.currentName())) {
          return true;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
      return false;
    } catch (JsonProcessingException e) {
      return false; // not JSON, or longer than the part that was read
    }
  }

  /**
   * Reads a stream to its end, or to the first place that is not JSON, which is a problem.
   *
   * @param stream is not closed
   * @param accepted the expected input, for the problem that it is empty
   * @throws IOException if the stream cannot be read
   */
  static void read(InputStream stream, String accepted, InventoryProblems problems, Sink sink)
      throws IOException {
    Reader text = new InputStreamReader(TextEncoding.utf8(stream), StandardCharsets.UTF_8);
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonElementStream elements = new JsonElementStream(parser, problems, sink);
      boolean isEmpty = true;
      try {
        while (parser.nextToken() != null) {
          isEmpty = false;
          elements.root();
        }
        if (isEmpty) {
          problems.empty(accepted);
        }
      } catch (JsonProcessingException e) {
        problems.unread(line(e.getLocation()), JsonErrors.message(e) + unread(e.getLocation()));
      }
    }
  }

  private static String unread(@Nullable JsonLocation location) {
    int column = location == null ? 1 : Math.max(1, location.getColumnNr());
    return "; the rest from line " + line(location) + ", column " + column + " on was not read";
  }

  private void root() throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      list("");
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      object();
    } else {
      emit(element(), "");
    }
  }

  private void list(String name) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      emit(element(), name);
    }
  }

  private void object() throws IOException {
    int line = line(parser.currentTokenLocation());
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    boolean hasList = false;
    remaining = MAX;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && LISTS.contains(name)) {
        hasList = true;
        list(name);
        remaining = MAX;
      } else {
        JsonNode node = tree();
        if (remaining >= 0) {
          rest.set(name, node);
        }
      }
    }
    if (!hasList) {
      emit(new Element(remaining >= 0 ? rest : null, line), "");
    }
  }

  /** An element and its first line; null if it is too large. */
  private record Element(@Nullable JsonNode value, int line) {}

  private Element element() throws IOException {
    int line = line(parser.currentTokenLocation());
    remaining = MAX;
    JsonNode value = tree();
    return new Element(remaining >= 0 ? value : null, line);
  }

  private void emit(Element element, String list) {
    JsonNode value = element.value();
    if (value == null) {
      problems.add(element.line(), "$", "too large; accepted: at most " + MAX + " values");
    } else {
      sink.element(value, element.line(), list);
    }
  }

  /** Reads the value at the current position; values beyond the limit are skipped. */
  private JsonNode tree() throws IOException {
    remaining--;
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          JsonNode value = tree();
          if (remaining >= 0 && object.has(name)) {
            problems.add(
                line(parser.currentTokenLocation()),
                "$",
                InventoryProblems.shown(name) + " is there twice in one object; it is ignored");
            object.set(name, nodes.nullNode());
          } else if (remaining >= 0) {
            object.set(name, value);
          }
        }
        return object;
      }
      case START_ARRAY -> {
        ArrayNode array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          JsonNode value = tree();
          if (remaining >= 0) {
            array.add(value);
          }
        }
        return array;
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return nodes.booleanNode(parser.getBooleanValue());
      }
      case VALUE_NULL -> {
        return nodes.nullNode();
      }
      default -> {
        return nodes.textNode(parser.getText());
      }
    }
  }

  private static int line(@Nullable JsonLocation location) {
    return location == null ? 1 : Math.max(1, location.getLineNr());
  }
}

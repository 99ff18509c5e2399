package dev.vmmadvisor.core.apply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.vmmadvisor.api.internal.JsonErrors;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a settings file with the positions of its keys and values. A value can be replaced
 * while the rest of the text stays unchanged.
 */
final class JsonTextEditor {

  /**
   * A key of the root object with its value.
   *
   * @param key the parsed key
   * @param value the value as written in the file
   * @param kind the first token of the value
   * @param from the offset of the key
   * @param start the offset of the value
   * @param end the offset after the value
   */
  record Property(String key, String value, JsonToken kind, int from, int start, int end) {

    /** Whether the value is accepted. A number must be written as an integer. */
    boolean has(DesiredSetting wanted) {
      return kind == JsonToken.VALUE_NUMBER_INT
          ? wanted.accepts(new BigInteger(value))
          : value.equals(wanted.json());
    }

    /** The key for a message. */
    String shown() {
      return JsonInput.shown(TextNode.valueOf(key));
    }
  }

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(64).maxStringLength(100_000).build())
          .build();

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String text;
  private final List<Property> properties;
  private final int open; // the offset after the opening brace of the object
  private final int close; // the offset of its closing brace

  private JsonTextEditor(String text, List<Property> properties, int open, int close) {
    this.text = text;
    this.properties = List.copyOf(properties);
    this.open = open;
    this.close = close;
  }

  /**
   * Parses a file.
   *
   * @throws DocumentException if it is not a JSON object in UTF-8
   */
  static JsonTextEditor read(byte[] content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw problem(1, "not in UTF-8");
    }
    return read(text);
  }

  private static JsonTextEditor read(String text) {
    int first = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    char[] characters = text.substring(first).toCharArray();
    try (JsonParser parser = FACTORY.createParser(characters)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw problem(1, "the document is not an object");
      }
      int open = end(parser) + first;
      List<Property> properties = new ArrayList<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        properties.add(property(parser, text, first));
      }
      int close = start(parser) + first;
      if (parser.nextToken() != null) {
        throw problem(line(parser.currentTokenLocation()), "something follows the object");
      }
      return new JsonTextEditor(text, properties, open, close);
    } catch (StreamConstraintsException e) {
      throw new DocumentException(List.of(new Problem("$", 1, JsonErrors.message(e))));
    } catch (JsonProcessingException e) {
      throw problem(line(e.getLocation()), JsonErrors.message(e));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static Property property(JsonParser parser, String text, int first) throws IOException {
    String key = parser.currentName();
    int from = start(parser) + first;
    JsonToken kind = parser.nextToken();
    int start = start(parser) + first;
    parser.finishToken();
    parser.skipChildren();
    int end = end(parser) + first;
    return new Property(key, text.substring(start, end), kind, from, start, end);
  }

  /** The keys in the order of the file; a key can be duplicated. */
  List<Property> properties() {
    return properties;
  }

  /** The properties with a key, in any case. */
  List<Property> under(String key) {
    return properties.stream().filter(it -> it.key().equalsIgnoreCase(key)).toList();
  }

  /**
   * Returns this text with values replaced and with keys added at its end, in the style of the
   * file.
   *
   * @param replaced the new value of each changed property
   * @param added the new keys with their values
   */
  byte[] with(Map<Property, String> replaced, Map<String, String> added) {
    StringBuilder changed = new StringBuilder();
    int copied = 0;
    for (Property property : properties) {
      String value = replaced.get(property);
      if (value != null) {
        changed.append(text, copied, property.start()).append(value);
        copied = property.end();
      }
    }
    if (!added.isEmpty() && properties.isEmpty()) {
      String line = (text.contains("\r\n") ? "\r\n" : "\n");
      changed.append(text, copied, open).append(line).append("  ");
      append(changed, added, ": ", "," + line + "  ");
      changed.append(line);
      copied = close;
    } else if (!added.isEmpty()) {
      changed.append(text, copied, last().end()).append(separator());
      append(changed, added, colon(), separator());
      copied = last().end();
    }
    changed.append(text, copied, text.length());
    return changed.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(
      StringBuilder text, Map<String, String> added, String colon, String separator) {
    String before = "";
    for (Map.Entry<String, String> one : added.entrySet()) {
      text.append(before).append('"').append(one.getKey()).append('"');
      text.append(colon).append(one.getValue());
      before = separator;
    }
  }

  private Property last() {
    return properties.get(properties.size() - 1);
  }

  /** The text between two keys: that of the last two keys, or a default. */
  private String separator() {
    int size = properties.size();
    return size == 1
        ? "," + text.substring(open, last().from())
        : text.substring(properties.get(size - 2).end(), last().from());
  }

  /** The text between the last key and its value. */
  private String colon() {
    int quote = last().from() + 1;
    while (text.charAt(quote) != '"') {
      quote += text.charAt(quote) == '\\' ? 2 : 1;
    }
    return text.substring(quote + 1, last().start());
  }

  private static int start(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private static int end(JsonParser parser) {
    return (int) parser.currentLocation().getCharOffset();
  }

  private static int line(@Nullable JsonLocation location) {
    return location == null ? 1 : Math.max(1, location.getLineNr());
  }

  private static DocumentException problem(int line, String met) {
    return new DocumentException(
        List.of(new Problem("$", line, met + "; accepted: a JSON object in UTF-8")));
  }
}

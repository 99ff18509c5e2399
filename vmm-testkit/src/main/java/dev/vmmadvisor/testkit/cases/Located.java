package dev.vmmadvisor.testkit.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.vmmadvisor.api.internal.JsonErrors;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a JSON document with its path, line and source text.
 *
 * @param path the path, such as {@code $.cases[0].name}
 * @param line the line where it begins, from 1
 * @param source the text of the value in the document
 * @param value a map from names to located values, a list of located values, a {@link String}, or a
 *     {@link JsonToken} for any other value
 */
record Located(String path, int line, String source, Object value) {

  private static final int MAX_SHOWN = 60;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /**
   * Reads a document.
   *
   * @throws DocumentException if it is not JSON
   */
  static Located read(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      try {
        if (parser.nextToken() == null) {
          throw problem("$", 1, "the document is empty; accepted: a JSON object");
        }
        Located root = read(parser, "$", json);
        if (parser.nextToken() != null) {
          throw problem(
              "$",
              parser.currentTokenLocation().getLineNr(),
              "something follows the end of the document; accepted: one value");
        }
        return root;
      } catch (JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        throw problem("$", location == null ? 1 : location.getLineNr(), JsonErrors.message(e));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static Located read(JsonParser parser, String path, String json) throws IOException {
    JsonLocation start = parser.currentTokenLocation();
    JsonToken token = parser.currentToken();
    Object value = token;
    if (token == JsonToken.START_OBJECT) {
      Map<String, Located> fields = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        fields.put(name, read(parser, path + field(name), json));
      }
      value = fields;
    } else if (token == JsonToken.START_ARRAY) {
      List<Located> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(read(parser, path + "[" + elements.size() + "]", json));
      }
      value = elements;
    } else if (token == JsonToken.VALUE_STRING) {
      value = parser.getText();
    }
    String source =
        json.substring((int) start.getCharOffset(), (int) parser.currentLocation().getCharOffset());
    return new Located(path, start.getLineNr(), source, value);
  }

  private static String field(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + name : "[\"" + name + "\"]";
  }

  private static DocumentException problem(String path, int line, String message) {
    return new DocumentException(List.of(new Problem(path, line, message)));
  }

  boolean isNull() {
    return value == JsonToken.VALUE_NULL;
  }

  /** Returns the value in a form for messages. */
  String shown() {
    if (value instanceof Map) {
      return "an object";
    }
    if (value instanceof List) {
      return "a list";
    }
    return source.length() > MAX_SHOWN ? source.substring(0, MAX_SHOWN) + "..." : source;
  }

  /** Returns the problem that the value is not accepted. */
  Problem notAccepted(String accepted) {
    return new Problem(path, line, shown() + " is not accepted; accepted: " + accepted);
  }
}

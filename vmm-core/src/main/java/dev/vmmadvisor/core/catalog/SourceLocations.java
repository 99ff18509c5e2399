package dev.vmmadvisor.core.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a document each of its values begins. */
final class SourceLocations {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, Integer> lines = new HashMap<>();

  private SourceLocations() {}

  /** Looks through a document that could be read. */
  static SourceLocations of(byte[] document) {
    SourceLocations lines = new SourceLocations();
    try (JsonParser parser = FACTORY.createParser(document)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart() || token.isScalarValue()) {
          int line = parser.currentTokenLocation().getLineNr();
          lines.lines.putIfAbsent(path(parser, token), line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory what was read before", e);
    }
    return lines;
  }

  /** The line of a value, or of the innermost one around it that is there. */
  int line(String path) {
    String place = path;
    while (!lines.containsKey(place) && !place.equals("$")) {
      int end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
      place = end < 0 ? "$" : place.substring(0, end);
    }
    return lines.getOrDefault(place, 1);
  }

  private static String path(JsonParser parser, JsonToken token) {
    StringBuilder path = new StringBuilder();
    JsonStreamContext context = parser.getParsingContext();
    append(path, token.isStructStart() ? context.getParent() : context);
    return path.toString();
  }

  private static void append(StringBuilder path, JsonStreamContext context) {
    JsonStreamContext parent = context.getParent();
    if (parent == null) {
      path.append('$');
      return;
    }
    append(path, parent);
    if (context.inArray()) {
      path.append('[').append(context.getCurrentIndex()).append(']');
    } else {
      path.append('.').append(context.getCurrentName());
    }
  }
}

package dev.vmmadvisor.core.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The line on which each value of a JSON document begins. */
final class SourceLocations {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, Integer> lines = new HashMap<>();

  private SourceLocations() {}

  /** Parses a document that is known to be valid. */
  static SourceLocations of(byte[] document) {
    SourceLocations locations = new SourceLocations();
    try (JsonParser parser = FACTORY.createParser(document)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart() || token.isScalarValue()) {
          int line = parser.currentTokenLocation().getLineNr();
          locations.lines.putIfAbsent(path(parser, token), line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory what was read before", e);
    }
    return locations;
  }

  /** The line of a value, or of the innermost existing value around it. */
  int line(String path) {
    String enclosing = path;
    while (!lines.containsKey(enclosing) && !enclosing.equals("$")) {
      int end = Math.max(enclosing.lastIndexOf('.'), enclosing.lastIndexOf('['));
      enclosing = end < 0 ? "$" : enclosing.substring(0, end);
    }
    return lines.getOrDefault(enclosing, 1);
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

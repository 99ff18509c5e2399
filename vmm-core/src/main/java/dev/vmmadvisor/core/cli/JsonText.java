package dev.vmmadvisor.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmmadvisor.api.internal.Escapes;

/**
 * Formats maps, lists, texts and numbers as JSON on several lines, with the same line breaks on
 * every system and with control characters escaped.
 */
final class JsonText {

  private JsonText() {}

  static String of(Object value) {
    try {
      String text =
          JsonMapper.builder()
              .build()
              .writer(
                  new DefaultPrettyPrinter()
                      .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                      .withArrayIndenter(new DefaultIndenter("  ", "\n")))
              .writeValueAsString(value);
      return Escapes.lines(text) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and texts could not be written", e);
    }
  }
}

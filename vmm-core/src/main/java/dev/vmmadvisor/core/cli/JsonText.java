package dev.vmmadvisor.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Maps, lists, texts and numbers as JSON on several lines, the same on every system. */
final class JsonText {

  private JsonText() {}

  static String of(Object value) {
    try {
      return JsonMapper.builder()
              .build()
              .writer(
                  new DefaultPrettyPrinter()
                      .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                      .withArrayIndenter(new DefaultIndenter("  ", "\n")))
              .writeValueAsString(value)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and texts could not be written", e);
    }
  }
}

package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lines of the form {@code key: value}, as commands print them. Of a repeated key, the first
 * counts.
 */
final class KeyValueOutput {

  private final Map<String, String> values = new LinkedHashMap<>();

  private KeyValueOutput(String text) {
    text.lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              int equals = line.indexOf('=');
              int end = colon < 0 ? equals : equals < 0 ? colon : Math.min(colon, equals);
              if (end > 0) {
                values.putIfAbsent(line.substring(0, end).strip(), line.substring(end + 1).strip());
              }
            });
  }

  static KeyValueOutput of(String text) {
    return new KeyValueOutput(text);
  }

  /** The value of a key, or empty if the key is missing or has no value. */
  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
  }

  /** Whether a text is a version and nothing else. */
  static boolean isVersion(String text) {
    try {
      Version.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

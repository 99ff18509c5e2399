package dev.vmmadvisor.core.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.input.JsonInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a settings file, read by their PascalCase name. A problem with a key is reported as a
 * notice when the key is read, so each key is read once. Not thread-safe.
 */
final class SettingsDocument {

  /** The case in which a file writes its keys. */
  enum Form {
    /** {@code useLibkrun}: up to Docker Desktop 4.34. */
    CAMEL_CASE,
    /** {@code UseLibkrun}: Docker Desktop 4.35.0 and later. */
    PASCAL_CASE,
    /** The file does not show it. */
    UNKNOWN
  }

  private static final String MARKER = "SettingsVersion";

  private final ObjectNode keys;
  private final Form form;
  private final Consumer<Notice> notices;

  private SettingsDocument(ObjectNode keys, Consumer<Notice> notices) {
    this.keys = keys;
    this.form = formOf(keys);
    this.notices = notices;
  }

  /** The settings of a file. */
  static SettingsDocument of(ObjectNode keys, Consumer<Notice> notices) {
    return new SettingsDocument(keys, notices);
  }

  /** The case of the keys in this file. */
  Form form() {
    return form;
  }

  /** Whether a key is present and not null, in any case. */
  boolean has(String name) {
    String taken = taken(name);
    return taken != null && !keys.path(taken).isNull();
  }

  /** A key in the spelling of the file. */
  String spelled(String name) {
    String taken = taken(name);
    return taken == null ? inForm(name) : taken;
  }

  /** The state of a switch; all states if its value cannot be read. */
  Set<SwitchState> flag(String name) {
    JsonNode value = find(name);
    if (value.isMissingNode()) {
      return Set.of(SwitchState.ABSENT);
    }
    if (!value.isBoolean()) {
      unreadable(name, value, "boolean", "true or false", Map.of());
      return SwitchState.ANY;
    }
    return Set.of(value.booleanValue() ? SwitchState.ON : SwitchState.OFF);
  }

  /** The integer under a key, or empty if there is none that the fact accepts. */
  Optional<Integer> number(String name, Fact fact) {
    JsonNode value = find(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isInt() || !fact.accepts(value.intValue())) {
      unreadable(
          name,
          value,
          fact == Fact.VM_MEMORY ? "memory" : "number",
          fact.accepted(),
          Map.of("most", fact.most().orElseThrow()));
      return Optional.empty();
    }
    return Optional.of(value.intValue());
  }

  private void unreadable(
      String name, JsonNode value, String reason, String accepted, Map<String, Object> bounds) {
    String shown = value.isObject() ? "{...}" : value.isArray() ? "[...]" : JsonInput.shown(value);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("reason", reason);
    parameters.put("value", shown);
    parameters.putAll(bounds);
    notices.accept(
        new Notice(
            "unreadable-setting",
            "$." + taken(name),
            parameters,
            shown + " is not accepted; accepted: " + accepted));
  }

  /** The value of a key; missing if it is null. */
  private JsonNode find(String name) {
    String taken = taken(name);
    if (taken == null) {
      return MissingNode.getInstance();
    }
    JsonNode value = keys.path(taken);
    if (!taken.equals(inForm(name))) {
      unusual(
          taken,
          "other-case",
          inForm(name),
          "the key is written " + inForm(name) + " in a file of this form; it was read");
    }
    for (String key : spellings(name)) {
      if (!key.equals(taken) && !keys.path(key).equals(value)) {
        unusual(
            key,
            "other-value",
            taken,
            "the value differs from that of " + taken + ", which was taken");
      }
    }
    return value.isNull() ? MissingNode.getInstance() : value;
  }

  private void unusual(String key, String reason, String than, String message) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("reason", reason);
    parameters.put("key", than);
    notices.accept(new Notice("unusual-key-case", "$." + key, parameters, message));
  }

  private @Nullable String taken(String name) {
    String exact = inForm(name);
    return keys.has(exact) ? exact : spellings(name).stream().findFirst().orElse(null);
  }

  private List<String> spellings(String name) {
    return keys.properties().stream()
        .map(property -> property.getKey())
        .filter(name::equalsIgnoreCase)
        .toList();
  }

  private String inForm(String name) {
    return form == Form.CAMEL_CASE ? camelCase(name) : name;
  }

  private static String camelCase(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static Form formOf(ObjectNode keys) {
    boolean pascalMarker = keys.has(MARKER);
    boolean camelMarker = keys.has(camelCase(MARKER));
    int lead = 0; // keys in PascalCase minus keys in camelCase
    if (pascalMarker == camelMarker) {
      for (var property : keys.properties()) {
        lead += initialCase(property.getKey());
      }
    } else {
      lead = pascalMarker ? 1 : -1;
    }
    return lead > 0 ? Form.PASCAL_CASE : lead < 0 ? Form.CAMEL_CASE : Form.UNKNOWN;
  }

  /** 1 for PascalCase, -1 for camelCase, 0 for a key such as IPv6Only that has one spelling. */
  private static int initialCase(String key) {
    if (key.isEmpty() || (key.length() > 1 && Character.isUpperCase(key.charAt(1)))) {
      return 0;
    }
    char initial = key.charAt(0);
    return Character.isUpperCase(initial) ? 1 : Character.isLowerCase(initial) ? -1 : 0;
  }
}

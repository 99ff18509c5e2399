package dev.vmmadvisor.core.apply;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.core.input.JsonInput;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A value that a key is to have.
 *
 * @param key the key, in any case
 * @param value a {@link Boolean} or a {@link BigInteger}
 * @param bound which other values are accepted
 */
record DesiredSetting(String key, Object value, Bound bound) {

  /** The numbers that are accepted. A plan that raises the memory does not lower a higher value. */
  enum Bound {
    EXACTLY,
    AT_LEAST,
    AT_MOST
  }

  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  /**
   * The settings of several steps. Of a repeated key the last value counts, because Docker Desktop
   * only reads the final state.
   */
  static List<DesiredSetting> of(List<Step> steps) {
    Map<String, DesiredSetting> wanted = new LinkedHashMap<>();
    for (Step step : steps) {
      step.settings()
          .forEach(
              (key, value) ->
                  wanted.put(
                      key.toLowerCase(Locale.ROOT), of(key, value, bound(key, step.remedies()))));
    }
    return List.copyOf(wanted.values());
  }

  /** The settings that a caller passed. */
  static List<DesiredSetting> of(Map<String, ?> keys) {
    Map<String, DesiredSetting> wanted = new LinkedHashMap<>();
    keys.forEach(
        (key, value) -> {
          DesiredSetting one = of(key, value, Bound.EXACTLY);
          if (wanted.put(key.toLowerCase(Locale.ROOT), one) != null) {
            throw new IllegalArgumentException(
                "the key " + key + " is given twice; accepted: each key once, in one case");
          }
        });
    return List.copyOf(wanted.values());
  }

  /** Whether a number in a file is accepted. */
  boolean accepts(BigInteger present) {
    if (!(value instanceof BigInteger number)) {
      return false;
    }
    int difference = present.compareTo(number);
    return difference == 0
        || (bound == Bound.AT_LEAST && difference > 0)
        || (bound == Bound.AT_MOST && difference < 0);
  }

  /** Whether this setting switches the given key on. */
  boolean isOn(String name) {
    return key.equalsIgnoreCase(name) && value.equals(true);
  }

  /** The value as JSON. */
  String json() {
    return value.toString();
  }

  private static DesiredSetting of(String key, Object value, Bound bound) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "the key "
              + JsonInput.shown(TextNode.valueOf(key))
              + " is not accepted; accepted: a letter from A to Z, then such letters and digits");
    }
    if (value instanceof Boolean) {
      return new DesiredSetting(key, value, bound);
    }
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte) {
      return new DesiredSetting(key, new BigInteger(value.toString()), bound);
    }
    throw new IllegalArgumentException(
        "the value "
            + JsonInput.shown(TextNode.valueOf(String.valueOf(value)))
            + " of the key "
            + key
            + " is not accepted; accepted: a boolean or a whole number of at most 64 bits");
  }

  private static Bound bound(String key, List<Remedy> remedies) {
    if (!key.equalsIgnoreCase("MemoryMiB")) {
      return Bound.EXACTLY;
    }
    for (Remedy remedy : remedies) {
      if (remedy instanceof Remedy.RaiseVmMemory) {
        return Bound.AT_LEAST;
      }
      if (remedy instanceof Remedy.LowerVmMemory) {
        return Bound.AT_MOST;
      }
    }
    return Bound.EXACTLY;
  }
}

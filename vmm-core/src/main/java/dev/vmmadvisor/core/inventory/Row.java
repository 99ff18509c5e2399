package dev.vmmadvisor.core.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A row of a table.
 *
 * @param columns the names of its columns
 * @param values the values that are not empty, by column
 */
record Row(Set<String> columns, Map<String, String> values) {

  /** Reads a row from an object. Values that are objects or lists are ignored. */
  static Row of(JsonNode object) {
    Set<String> columns = new TreeSet<>();
    Map<String, String> values = new TreeMap<>();
    object
        .properties()
        .forEach(
            column -> {
              columns.add(column.getKey());
              JsonNode value = column.getValue();
              if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
                values.put(column.getKey(), value.asText());
              }
            });
    return new Row(columns, values);
  }

  /** The value of a column; empty if it was not collected. */
  String value(String column) {
    return Optional.ofNullable(values.get(column)).orElse("");
  }

  /** Whether the row has all given columns. */
  boolean has(String... names) {
    return columns.containsAll(Set.of(names));
  }

  /** Whether the row has one of the given columns. */
  boolean hasAny(String... names) {
    return Set.of(names).stream().anyMatch(columns::contains);
  }

  /** A copy of the row with only the given columns. */
  Row only(Set<String> names) {
    Map<String, String> retained = new TreeMap<>(values);
    retained.keySet().retainAll(names);
    return new Row(Set.of(), retained);
  }
}

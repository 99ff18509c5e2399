package dev.vmmadvisor.api.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of the fields of the object that is being read, by name. */
final class Fields {
  private final DocumentReader reader;
  private final Map<String, Object> values = new LinkedHashMap<>();

  Fields(DocumentReader reader) {
    this.reader = reader;
  }

  /** Stores a value unless it is null; always returns true, meaning that the field is known. */
  boolean put(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
    return true;
  }

  @Nullable Object find(String name) {
    return values.get(name);
  }

  /**
   * Returns whether all fields are present; reports missing ones unless they have another problem.
   */
  boolean has(String... names) {
    boolean all = true;
    for (String name : names) {
      if (!values.containsKey(name)) {
        all = false;
        String path = path(name);
        if (!reader.hasProblemAt(path)) {
          reader.problem(path, "is missing");
        }
      }
    }
    return all;
  }

  /** Returns whether exactly these fields are present; reports missing and extra ones. */
  boolean hasOnly(String... names) {
    boolean fits = has(names);
    for (String name : values.keySet()) {
      if (!List.of(names).contains(name)) {
        fits = false;
        reader.problem(path(name), "does not belong to this action");
      }
    }
    return fits;
  }

  /** Returns the path of a field, after the object has been read. */
  String path(String name) {
    return reader.path() + "." + name;
  }

  <T> T get(String name, Class<T> type) {
    return optional(name, type).orElseThrow();
  }

  <T> Optional<T> optional(String name, Class<T> type) {
    return Optional.ofNullable(values.get(name)).map(type::cast);
  }

  <T> List<T> list(String name, Class<T> element) {
    List<?> list = optional(name, List.class).orElse(List.of());
    return list.stream().<T>map(element::cast).toList();
  }
}

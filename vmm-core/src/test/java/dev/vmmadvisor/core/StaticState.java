package dev.vmmadvisor.core;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks whether a static field is state: whether it, or what it holds, can change. */
final class StaticState {

  /** Types of values that cannot change, by the start of their names. */
  private static final List<String> FIXED =
      List.of(
          "java.lang.",
          "java.time.",
          "java.math.",
          "java.net.URI",
          "java.nio.charset.",
          "java.util.regex.Pattern",
          "java.util.Locale",
          "java.util.Optional",
          "java.util.Comparators",
          "java.util.Collections$ReverseComparator",
          // made once and not configured afterwards
          "com.fasterxml.jackson.",
          "org.yaml.snakeyaml.nodes.Tag");

  /** What implements a collection that cannot change. */
  private static final List<String> FIXED_COLLECTIONS =
      List.of(
          "java.util.ImmutableCollections",
          "java.util.Collections$Unmodifiable",
          "java.util.Collections$Empty",
          "java.util.Collections$Singleton");

  private StaticState() {}

  /** What is wrong with a static field; empty if nothing. */
  static Optional<String> of(JavaField field) {
    if (!field.getModifiers().contains(JavaModifier.FINAL)) {
      return Optional.of("can change");
    }
    if (field.getRawType().isArray()) {
      return array(field);
    }
    return value(read(field.reflect()));
  }

  /** An array is state unless it is private and nothing writes into it. */
  private static Optional<String> array(JavaField field) {
    if (!field.getModifiers().contains(JavaModifier.PRIVATE)) {
      return Optional.of("is an array that is not private");
    }
    return ArrayStores.intoStatic(field)
        ? Optional.of("is an array into which something is written")
        : Optional.empty();
  }

  private static @Nullable Object read(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> value(@Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Collection<?> collection) {
      return of(collection, collection.stream());
    }
    if (value instanceof Map<?, ?> map) {
      return of(map, Stream.concat(map.keySet().stream(), map.values().stream()));
    }
    Class<?> type = value.getClass();
    String name = type.getName();
    if (type.isArray()) {
      return Array.getLength(value) == 0 ? Optional.empty() : Optional.of("holds an array");
    }
    if (type.isHidden() || type.isSynthetic()) {
      return Optional.empty(); // a lambda
    }
    if (value instanceof Enum<?> || name.startsWith("dev.vmmadvisor.")) {
      return changeable(type)
          .map(field -> "holds a " + name + ", whose field " + field + " can change");
    }
    boolean fixed =
        FIXED.stream().anyMatch(name::startsWith)
            && !(value instanceof StringBuilder)
            && !(value instanceof StringBuffer)
            && !(value instanceof ThreadLocal<?>)
            && !(value instanceof Thread);
    return fixed ? Optional.empty() : Optional.of("holds a " + name);
  }

  private static Optional<String> of(Object collection, Stream<?> elements) {
    String name = collection.getClass().getName();
    return FIXED_COLLECTIONS.stream().noneMatch(name::startsWith)
        ? Optional.of("holds a " + name)
        : elements.flatMap(element -> value(element).stream()).findFirst();
  }

  /** A field of a type of ours that is not final, in itself or in what it extends. */
  private static Optional<String> changeable(Class<?> type) {
    for (Class<?> each = type;
        each.getName().startsWith("dev.vmmadvisor."); // so not Enum
        each = each.getSuperclass()) {
      Optional<String> found =
          Arrays.stream(each.getDeclaredFields())
              .filter(field -> !Modifier.isStatic(field.getModifiers()))
              .filter(field -> !Modifier.isFinal(field.getModifiers()))
              .filter(field -> !isMemo(field))
              .map(Field::getName)
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What a generated value computes once, at first use. */
  private static boolean isMemo(Field field) {
    return field.getDeclaringClass().getSimpleName().startsWith("Immutable")
        && Modifier.isTransient(field.getModifiers());
  }
}

package dev.vmmadvisor.api.internal;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds constants of enums by their ids in documents. */
public final class Ids {

  private Ids() {}

  /**
   * {@return the constant with an id}
   *
   * @param constants all constants of an enum whose {@code toString} is the id
   * @param id the id
   * @param <E> the enum
   * @throws IllegalArgumentException if no constant has the id
   */
  public static <E extends Enum<E>> E constant(E[] constants, String id) {
    Objects.requireNonNull(id, "id");
    for (E constant : constants) {
      if (constant.toString().equals(id)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        Quotes.shortlyQuoted(id)
            + " is not accepted; accepted: "
            + Arrays.stream(constants)
                .map(constant -> Quotes.quoted(constant.toString()))
                .collect(Collectors.joining(", ")));
  }
}

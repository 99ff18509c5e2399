package dev.vmmadvisor.core.proof;

import java.util.Optional;

/**
 * A value that stands for a class of values of a fact, or that the fact is unknown.
 *
 * @param content the value: a {@link String}, {@link Boolean}, {@link Integer}, {@link
 *     dev.vmmadvisor.api.Version} or a list; empty if the fact is unknown
 */
record Value(Optional<Object> content) {

  static final Value UNKNOWN = new Value(Optional.empty());

  static Value of(Object content) {
    return new Value(Optional.of(content));
  }

  boolean isKnown() {
    return content.isPresent();
  }
}

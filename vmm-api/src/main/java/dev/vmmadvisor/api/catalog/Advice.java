package dev.vmmadvisor.api.catalog;

import java.util.Objects;
import java.util.Optional;

/**
 * An action that helps with the problem of a {@link LogMessage}: a change to the host, or a text.
 *
 * @param text what to do, an English clause that begins in lower case and has no full stop; empty
 *     if it is a remedy
 * @param remedy the change to the host; empty if it is a text
 */
public record Advice(Optional<String> text, Optional<Remedy> remedy) {

  /**
   * Creates the value.
   *
   * @param text what to do
   * @param remedy the change to the host
   * @throws IllegalArgumentException if both or neither are given
   */
  public Advice {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(remedy, "remedy");
    if (text.isPresent() == remedy.isPresent()) {
      throw new IllegalArgumentException("either a text or a remedy has to be given");
    }
  }

  /**
   * {@return a text as advice}
   *
   * @param text what to do
   */
  public static Advice of(String text) {
    Objects.requireNonNull(text, "text");
    return new Advice(Optional.of(text), Optional.empty());
  }

  /**
   * {@return a change to the host as advice}
   *
   * @param remedy the change
   */
  public static Advice of(Remedy remedy) {
    Objects.requireNonNull(remedy, "remedy");
    return new Advice(Optional.empty(), Optional.of(remedy));
  }
}

package dev.vmmadvisor.api.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/** The reliability of a statement of the catalog, highest first. */
public enum Confidence {
  /** Official text. */
  HIGH("high"),
  /** Derived from official text, or a single reliable observation. */
  MEDIUM("medium"),
  /** A single unconfirmed report. */
  LOW("low");

  private final String id;

  Confidence(String id) {
    this.id = id;
  }

  /** {@return the stable id used in documents} */
  @JsonValue
  public String id() {
    return id;
  }

  /**
   * {@return the constant with an id}
   *
   * @param id the {@link #id()} of a constant
   * @throws IllegalArgumentException if no constant has it; the message lists the accepted ids
   */
  public static Confidence fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

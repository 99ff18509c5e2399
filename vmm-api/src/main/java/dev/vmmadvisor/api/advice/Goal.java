package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * The goal of a recommendation: how the ranking treats VMMs that are in beta.
 *
 * <p>The default of an {@link Advisor} is {@link #BALANCED}.
 */
public enum Goal {
  /**
   * A beta ranks like generally available only if the known facts show that none of its serious
   * issues affects the host.
   */
  BALANCED("balanced"),
  /** Generally available VMMs rank above betas. */
  STABILITY("stability"),
  /** Betas rank like generally available VMMs. */
  PERFORMANCE("performance");

  private final String id;

  Goal(String id) {
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
  public static Goal fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * What a recommendation is to favour: how the maturity of a VMM is read.
 *
 * <p>It is given to an {@link Advisor} with the host; {@link #BALANCED} is meant if none is.
 */
public enum Goal {
  /**
   * A beta counts as generally available only if the known facts show that none of its serious
   * hazards applies.
   */
  BALANCED("balanced"),
  /** Generally available comes before beta. */
  STABILITY("stability"),
  /** Beta and generally available are alike. */
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
   * @throws IllegalArgumentException if no constant has it; the message names what is accepted
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

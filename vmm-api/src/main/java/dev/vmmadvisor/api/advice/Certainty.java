package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * Whether unknown facts can change the best candidate of a recommendation.
 *
 * <p>See {@link Recommendation#certainty()}.
 */
public enum Certainty {
  /** No unknown fact can change the best candidate. */
  CERTAIN("certain"),
  /** An unknown fact can change the best candidate. */
  DEPENDS("depends"),
  /** No candidate is eligible, and no unknown fact can make one eligible. */
  NONE("none");

  private final String id;

  Certainty(String id) {
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
  public static Certainty fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

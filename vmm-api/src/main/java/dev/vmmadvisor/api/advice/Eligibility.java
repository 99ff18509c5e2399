package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * Whether a VMM can run on a host.
 *
 * <p>See {@link Candidate#eligibility()}.
 */
public enum Eligibility {
  /** No hard rule is violated or unknown. */
  ELIGIBLE("eligible"),
  /** No hard rule is violated, and at least one is unknown or failed. */
  UNDETERMINED("undetermined"),
  /** A hard rule is violated. */
  INELIGIBLE("ineligible");

  private final String id;

  Eligibility(String id) {
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
  public static Eligibility fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

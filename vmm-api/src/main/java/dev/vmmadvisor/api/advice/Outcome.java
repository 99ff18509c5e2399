package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * The outcome of the evaluation of a rule for a candidate.
 *
 * <p>See {@link Finding#outcome()}.
 */
public enum Outcome {
  /** The rule applies to the host and the candidate meets it. */
  SATISFIED("satisfied"),
  /** The rule applies to the host and the candidate does not meet it. */
  VIOLATED("violated"),
  /**
   * The known facts do not determine the outcome, or a constraint in code depends on something that
   * is not a fact of the host.
   */
  UNKNOWN("unknown"),
  /** The rule does not apply to the host. */
  NOT_APPLICABLE("not-applicable"),
  /** A constraint in code failed. If it is hard, its candidate is not eligible. */
  ERROR("error");

  private final String id;

  Outcome(String id) {
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
  public static Outcome fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * How a rule turned out for a candidate.
 *
 * <p>It is that of a {@link Finding}.
 */
public enum Outcome {
  /** The rule is about this host and holds: nothing speaks against the candidate. */
  SATISFIED("satisfied"),
  /** The rule is about this host and does not hold: it speaks against the candidate. */
  VIOLATED("violated"),
  /**
   * A fact that the rule reads is unknown, and the known facts do not settle it; or a constraint in
   * code depends on something that is no fact of the host.
   */
  UNKNOWN("unknown"),
  /** The rule is not about this host. */
  NOT_APPLICABLE("not-applicable"),
  /**
   * The rule failed: a constraint in code could not be evaluated. A hard one makes its candidate
   * undetermined.
   */
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
   * @throws IllegalArgumentException if no constant has it; the message names what is accepted
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

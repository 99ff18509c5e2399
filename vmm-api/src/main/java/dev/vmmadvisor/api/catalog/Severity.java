package dev.vmmadvisor.api.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * The severity of a rule and of its findings, mildest first.
 *
 * <p>Only a finding that is or could be a violation has a severity.
 */
public enum Severity {
  /** Information without a disadvantage. */
  INFO("info"),
  /** Something works less well. */
  WARNING("warning"),
  /** The workload will or may lose data or fail. */
  SERIOUS("serious"),
  /** The VMM cannot run. */
  BLOCKER("blocker");

  private final String id;

  Severity(String id) {
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
  public static Severity fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

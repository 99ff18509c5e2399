package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * The criteria of the ranking, in the order in which they decide.
 *
 * <p>{@link Candidate#decidedBy()} names the one that gave a candidate its place.
 */
public enum Criterion {
  /** Eligible before undetermined before ineligible. */
  ELIGIBILITY("eligibility"),
  /**
   * Without a known vulnerability that depends on the VMM, or on the file sharing it uses, before
   * with.
   */
  SECURITY("security"),
  /** Without a serious known issue that certainly hits this workload before with. */
  HARM("harm"),
  /** Every declared need met before one met badly or not at all. */
  FITNESS("fitness"),
  /** The more mature first, as the goal reads it. */
  MATURITY("maturity"),
  /** With a published claim of speed for this host before without. */
  SPEED("speed"),
  /** Docker Desktop's own default for this host first. */
  DEFAULT("default"),
  /** The documented order of the VMMs. */
  ORDER("order");

  private final String id;

  Criterion(String id) {
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
  public static Criterion fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

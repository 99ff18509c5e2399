package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * The criteria of the ranking, in descending priority.
 *
 * <p>{@link Candidate#decidedBy()} returns the one that determines the rank of a candidate.
 */
public enum Criterion {
  /** Eligible before undetermined before ineligible. */
  ELIGIBILITY("eligibility"),
  /** VMMs without a known vulnerability of the VMM, or of the file sharing it uses, come first. */
  SECURITY("security"),
  /** VMMs without a serious known issue that certainly affects this workload come first. */
  HARM("harm"),
  /** VMMs that meet every declared need of the workload come first. */
  FITNESS("fitness"),
  /** More mature VMMs come first; the {@link Goal} determines how betas are treated. */
  MATURITY("maturity"),
  /** VMMs with a published performance claim for this host come first. */
  SPEED("speed"),
  /** Docker Desktop's default for this host comes first. */
  DEFAULT("default"),
  /** The order of the constants of {@link dev.vmmadvisor.api.Vmm}. */
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
   * @throws IllegalArgumentException if no constant has it; the message lists the accepted ids
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

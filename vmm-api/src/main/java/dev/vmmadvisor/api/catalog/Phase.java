package dev.vmmadvisor.api.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * A phase in the lifecycle of a VMM or of a file sharing implementation.
 *
 * <p>A {@link Lifecycle} states the phase of a range of releases. A {@link Deprecation} states that
 * a VMM is deprecated or removed.
 */
public enum Phase {
  /** Offered as an experiment. */
  EXPERIMENTAL("experimental"),
  /** Offered as a beta. */
  BETA("beta"),
  /** Generally available. */
  GENERALLY_AVAILABLE("generally-available"),
  /** Still offered, but superseded. */
  LEGACY("legacy"),
  /** Still offered, but its removal is announced or its use is discouraged. */
  DEPRECATED("deprecated"),
  /** No longer offered. */
  REMOVED("removed");

  private final String id;

  Phase(String id) {
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
  public static Phase fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

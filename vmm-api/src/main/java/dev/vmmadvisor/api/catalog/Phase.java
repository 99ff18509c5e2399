package dev.vmmadvisor.api.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * A phase in the life of a VMM.
 *
 * <p>A profile tells it as {@link Lifecycle}s; deprecation and removal are told by a {@link
 * Deprecation}.
 */
public enum Phase {
  /** Offered for trying out. */
  EXPERIMENTAL("experimental"),
  /** Offered as a beta. */
  BETA("beta"),
  /** Offered without reservation. */
  GENERALLY_AVAILABLE("generally-available"),
  /** Offered for old uses; something newer has taken its place. */
  LEGACY("legacy"),
  /** Still offered; users are told to leave it. */
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
   * @throws IllegalArgumentException if no constant has it; the message names what is accepted
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

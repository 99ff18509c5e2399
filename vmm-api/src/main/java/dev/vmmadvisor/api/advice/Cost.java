package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * The effort of a change for the user, the cheapest first.
 *
 * <p>The cost of a {@link Repair} or a {@link Step} is that of its most expensive change.
 */
public enum Cost {
  /** A setting that Docker Desktop can apply without a restart of containers. */
  SETTING("setting"),
  /** A change that restarts containers. */
  RESTART("restart"),
  /** Another release of Docker Desktop. */
  APP_UPGRADE("app-upgrade"),
  /** Another release of macOS. */
  MACOS_UPGRADE("macos-upgrade");

  private final String id;

  Cost(String id) {
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
  public static Cost fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

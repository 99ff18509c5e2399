package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * What a change costs whoever makes it, the cheapest first.
 *
 * <p>A {@link Repair} and a {@link Step} have that of the dearest of their changes.
 */
public enum Cost {
  /** A setting; Docker Desktop restarts its VM only if it has to. */
  SETTING("setting"),
  /** A change with which containers stop and start again. */
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
   * @throws IllegalArgumentException if no constant has it; the message names what is accepted
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

package dev.vmmadvisor.api;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * The architecture of a Mac's processor. It describes the hardware, not a process that runs under
 * Rosetta.
 *
 * <p>See {@link dev.vmmadvisor.api.host.Host#architecture()}.
 */
public enum Architecture {
  /** Apple silicon. */
  ARM64("arm64"),
  /** Intel. */
  X86_64("x86_64");

  private final String id;

  Architecture(String id) {
    this.id = id;
  }

  /** {@return the stable id used in documents: {@code arm64} or {@code x86_64}} */
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
  public static Architecture fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

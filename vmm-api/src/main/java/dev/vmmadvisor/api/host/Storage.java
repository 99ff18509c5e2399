package dev.vmmadvisor.api.host;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/** The kind of storage of the files of a database. */
public enum Storage {
  /** A folder of the Mac that is shared with the VM. */
  BIND_MOUNT("bind-mount"),
  /** A volume on the disk of the VM. */
  NAMED_VOLUME("named-volume");

  private final String id;

  Storage(String id) {
    this.id = id;
  }

  /** {@return the stable id used in documents: {@code bind-mount} or {@code named-volume}} */
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
  public static Storage fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

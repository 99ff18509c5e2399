package dev.vmmadvisor.api;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * An implementation of file sharing between the Mac and the Linux VM of Docker Desktop.
 *
 * <p>See {@link dev.vmmadvisor.api.host.DockerDesktop#fileSharing()}.
 */
public enum FileSharing {
  /** VirtioFS; the only one that Docker VMM offers. */
  VIRTIOFS("virtiofs"),
  /** gRPC FUSE. */
  GRPC_FUSE("grpc-fuse"),
  /** osxfs, the oldest; removed in Docker Desktop 4.80.0. */
  OSXFS("osxfs");

  private final String id;

  FileSharing(String id) {
    this.id = id;
  }

  /** {@return the stable id used in documents, such as {@code grpc-fuse}} */
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
  public static FileSharing fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

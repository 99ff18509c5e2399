package dev.vmmadvisor.api.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/** The kind of document a statement was taken from. */
public enum SourceKind {
  /** Docker's manual. */
  MANUAL("manual"),
  /** Docker Desktop's release notes. */
  RELEASE_NOTES("release-notes"),
  /** A post on Docker's blog. */
  ANNOUNCEMENT("announcement"),
  /** A merged change to the sources of Docker's documentation. */
  DOCUMENTATION_CHANGE("documentation-change"),
  /** A security advisory of a vendor, or a CVE record. */
  ADVISORY("advisory"),
  /** The publication of the person who found a vulnerability. */
  WRITE_UP("write-up"),
  /** A public report by a user. */
  ISSUE("issue"),
  /** An observation in real files or measurements. */
  OBSERVATION("observation");

  private final String id;

  SourceKind(String id) {
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
  public static SourceKind fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

package dev.vmmadvisor.api.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/** The kind of a rule and of the findings it makes. */
public enum RuleKind {
  /** A requirement of a VMM on a host. */
  CONSTRAINT("constraint", "constraints"),
  /** A known defect on some hosts. */
  KNOWN_ISSUE("known-issue", "knownIssues"),
  /** The deprecation or removal of a VMM. */
  DEPRECATION("deprecation", "deprecations"),
  /** A published security flaw. */
  VULNERABILITY("vulnerability", "vulnerabilities"),
  /** A setting that has no effect or contradicts another. */
  SETTING("setting", "settings"),
  /** A constraint added in code. */
  CUSTOM("custom", "custom");

  private final String id;
  private final String field;

  RuleKind(String id, String field) {
    this.id = id;
    this.field = field;
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
  public static RuleKind fromId(String id) {
    return Ids.constant(values(), id);
  }

  /**
   * {@return the field of Catalog and Layer documents that contains rules of this kind; no document
   * contains custom rules}
   */
  public String field() {
    return field;
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

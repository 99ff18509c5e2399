package dev.vmmadvisor.api.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kind of a rule and of the findings it makes. */
public enum RuleKind {
  /** A condition a VMM puts on a host. */
  CONSTRAINT("constraint"),
  /** Something that goes wrong on some hosts. */
  KNOWN_ISSUE("known-issue"),
  /** A VMM that is being or has been taken away. */
  DEPRECATION("deprecation"),
  /** A setting that has no effect or contradicts another. */
  SETTING("setting"),
  /** A constraint added in code. */
  CUSTOM("custom");

  private final String id;

  RuleKind(String id) {
    this.id = id;
  }

  /** {@return the stable id used in documents} */
  @JsonValue
  public String id() {
    return id;
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}

package dev.vmmadvisor.api.catalog;

import java.util.Objects;

/**
 * A change of the severity of a rule by a layer.
 *
 * @param code the code of the rule
 * @param severity the new severity
 * @param reason why, in one English sentence
 */
public record SeverityChange(String code, Severity severity, String reason) {

  /**
   * Creates the value.
   *
   * @param code the code of the rule
   * @param severity the new severity
   * @param reason why
   */
  public SeverityChange {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(reason, "reason");
  }
}

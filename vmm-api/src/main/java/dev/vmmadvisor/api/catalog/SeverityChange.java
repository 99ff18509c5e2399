package dev.vmmadvisor.api.catalog;

import java.util.Objects;

/**
 * A rule that a layer takes more or less seriously than the catalog below it. {@link
 * Layer#severities()} lists them.
 *
 * @param code the code of the rule
 * @param severity the severity from now on
 * @param reason why, in one English sentence
 */
public record SeverityChange(String code, Severity severity, String reason) {

  /**
   * Makes the value.
   *
   * @param code the code of the rule
   * @param severity the severity from now on
   * @param reason why
   */
  public SeverityChange {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(reason, "reason");
  }
}

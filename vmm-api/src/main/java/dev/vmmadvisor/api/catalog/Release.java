package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A release of Docker Desktop for Mac.
 *
 * @param version the version
 * @param date the day of the release
 */
public record Release(Version version, LocalDate date) {

  /**
   * Creates the value.
   *
   * @param version the version
   * @param date the day of the release
   */
  public Release {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(date, "date");
  }
}

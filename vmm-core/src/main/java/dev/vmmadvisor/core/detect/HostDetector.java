package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.Reading;
import java.util.List;
import java.util.Optional;

/** Finds out the facts of a Mac. */
public final class HostDetector {

  private HostDetector() {}

  /**
   * Makes one host of what several sources tell.
   *
   * <p>For each fact the first evidence is taken; what only follows from the default of a release
   * comes behind everything that was found. What contradicts is kept and becomes a notice: {@code
   * vmm-not-as-requested} where another VMM runs than the settings ask for, {@code
   * contradicting-evidence} otherwise.
   *
   * @param readings what the sources told, the most trusted first
   * @return the host and the evidence
   */
  public static Detection combine(List<Reading> readings) {
    return Combination.of(readings, Optional.empty());
  }
}

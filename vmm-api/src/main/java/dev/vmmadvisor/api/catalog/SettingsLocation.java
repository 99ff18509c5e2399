package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import java.util.Objects;

/**
 * The place in Docker Desktop's settings where a remedy is applied, for the instructions of a plan.
 *
 * @param action the {@link Remedy#action()} of the remedies it applies to
 * @param releases the releases of Docker Desktop to which it applies
 * @param place the place in the settings, such as {@code Settings > Resources}
 * @param button the button that applies the change, such as {@code Apply & restart}
 * @param confidence the reliability of the statement
 * @param sources the ids of its sources in the catalog; at least one
 */
public record SettingsLocation(
    String action,
    VersionRange releases,
    String place,
    String button,
    Confidence confidence,
    List<String> sources) {
  /**
   * Creates the value.
   *
   * @param action the action
   * @param releases the releases
   * @param place the place
   * @param button the button
   * @param confidence the confidence
   * @param sources the sources
   */
  public SettingsLocation {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(releases, "releases");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(button, "button");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(sources, "sources");
    sources = List.copyOf(sources);
  }
}

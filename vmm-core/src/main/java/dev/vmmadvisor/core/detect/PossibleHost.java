package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.host.Host;
import java.util.Optional;
import java.util.Set;

/**
 * The possible architectures and versions of a Mac whose settings are read.
 *
 * @param architectures the possible architectures
 * @param desktop the possible versions of Docker Desktop
 * @param macOs the possible versions of macOS
 */
record PossibleHost(Set<Architecture> architectures, VersionRange desktop, VersionRange macOs) {

  /** The first Docker Desktop that writes keys in PascalCase. */
  static final Version PASCAL_CASE = Version.parse("4.35.0");

  private static final Version NEEDS_MACOS_13_3 = Version.parse("4.42.0");
  private static final VersionRange MACOS_13_3 = VersionRange.parse("[13.3,)");
  private static final VersionRange MACOS_11 = VersionRange.parse("[11,)");

  /** The possibilities for a host whose settings file has the given form. */
  static PossibleHost of(Host known, SettingsDocument.Form form) {
    VersionRange desktop =
        known
            .dockerDesktop()
            .version()
            .map(PossibleHost::only)
            .orElse(
                form == SettingsDocument.Form.PASCAL_CASE
                    ? VersionRange.atLeast(PASCAL_CASE)
                    : VersionRange.ALL);
    return new PossibleHost(
        known.architecture().map(Set::of).orElse(Set.of(Architecture.values())),
        desktop,
        macOs(known.macOsVersion(), desktop));
  }

  private static VersionRange macOs(Optional<Version> known, VersionRange desktop) {
    Optional<Version> exact = known.filter(version -> !version.isMacOsCompatibilityVersion());
    if (exact.isPresent()) {
      return only(exact.get());
    }
    if (desktop.lower().filter(lower -> lower.compareTo(NEEDS_MACOS_13_3) >= 0).isPresent()) {
      return MACOS_13_3;
    }
    return known.isPresent() ? MACOS_11 : VersionRange.ALL;
  }

  private static VersionRange only(Version version) {
    return VersionRange.parse("[" + version + "," + version + "]");
  }

  /**
   * Whether a version of Docker Desktop and a version of macOS in the given ranges are possible.
   */
  boolean allow(VersionRange desktops, VersionRange systems) {
    return overlap(desktop, desktops) && overlap(macOs, systems);
  }

  /** Whether two ranges have a version in common. */
  static boolean overlap(VersionRange one, VersionRange other) {
    return !isBelow(one, other) && !isBelow(other, one);
  }

  private static boolean isBelow(VersionRange low, VersionRange high) {
    if (low.upper().isEmpty() || high.lower().isEmpty()) {
      return false;
    }
    int order = low.upper().get().compareTo(high.lower().get());
    return order < 0 || (order == 0 && !(low.upperInclusive() && high.lowerInclusive()));
  }
}

package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.host.Host;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the Mac whose settings are read: everything that is still possible.
 *
 * @param architectures the architectures it may have
 * @param desktop the versions its Docker Desktop may have
 * @param macOs the versions of macOS it may have
 */
record PossibleHost(Set<Architecture> architectures, VersionRange desktop, VersionRange macOs) {

  /** The first Docker Desktop that writes keys in PascalCase. */
  static final Version PASCAL_CASE = Version.parse("4.35.0");

  private static final Version NEEDS_MACOS_13_3 = Version.parse("4.42.0");
  private static final VersionRange MACOS_13_3 = VersionRange.parse("[13.3,)");
  private static final VersionRange MACOS_11 = VersionRange.parse("[11,)");

  /** The premises of a host whose settings file has a form. */
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

  /** Whether nothing that is known speaks against a version of Docker Desktop and of macOS. */
  boolean allow(VersionRange desktops, VersionRange systems) {
    return overlap(desktop, desktops) && overlap(macOs, systems);
  }

  /** Whether some version lies in both ranges. */
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

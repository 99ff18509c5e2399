package dev.vmmadvisor.core.detect;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.HYPERKIT;
import static dev.vmmadvisor.api.Vmm.QEMU;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Maps the switches {@code UseLibkrun} and {@code UseVirtualizationFramework} to a VMM.
 *
 * <p>Exactly one row matches a Mac whose facts are all known. With fewer known facts, more rows are
 * possible. An answer that is given with few facts is therefore never contradicted by more facts.
 */
final class VmmTable {

  /**
   * The VMM for some settings under some conditions.
   *
   * @param number the row of the published mapping that this row belongs to
   * @param vmms the VMM, or the possible VMMs if the sources disagree
   * @param reason why the VMM is contested, or null if it is not
   */
  record Row(
      int number,
      Set<Architecture> architectures,
      Set<SwitchState> libkrun,
      Set<SwitchState> framework,
      VersionRange desktop,
      VersionRange macOs,
      Set<Vmm> vmms,
      @Nullable AmbiguityReason reason) {

    boolean isContested() {
      return reason != null;
    }

    private boolean isPossible(
        Set<SwitchState> libkruns, Set<SwitchState> frameworks, PossibleHost possibleHost) {
      return intersect(architectures, possibleHost.architectures())
          && intersect(libkrun, libkruns)
          && intersect(framework, frameworks)
          && possibleHost.allow(desktop, macOs);
    }

    private boolean answersAs(Row other) {
      return vmms.equals(other.vmms) && reason == other.reason;
    }
  }

  /**
   * The result of a lookup.
   *
   * @param vmm the selected VMM, or empty if it is unknown
   * @param candidates the possible VMMs; empty if the table does not cover the situation
   * @param notice why the VMM is unknown, or empty if it is known
   */
  record Answer(Optional<Vmm> vmm, Set<Vmm> candidates, Optional<Notice> notice) {}

  private static final Set<Architecture> ARM = Set.of(Architecture.ARM64);
  private static final Set<Architecture> INTEL = Set.of(Architecture.X86_64);
  private static final Set<Architecture> MAC = Set.of(Architecture.values());
  private static final Set<SwitchState> ANY = SwitchState.ANY;
  private static final Set<SwitchState> ON = Set.of(SwitchState.ON);
  private static final Set<SwitchState> OFF = Set.of(SwitchState.OFF);
  private static final Set<SwitchState> ABSENT = Set.of(SwitchState.ABSENT);
  private static final Set<SwitchState> NOT_ON = Set.of(SwitchState.OFF, SwitchState.ABSENT);
  private static final Vmm APPLE = APPLE_VIRTUALIZATION_FRAMEWORK;
  private static final String ALL = "(,)";

  // Docker Desktop 4.42 does not run below macOS 13.3, so no row combines it with macOS below 12.5.
  private static final List<Row> ROWS =
      List.of(
          //  Mac    libkrun framework Docker Desktop    macOS
          row(1, ARM, ON, ANY, "[4.35.0,)", ALL, DOCKER_VMM),
          row(2, ARM, NOT_ON, ON, ALL, ALL, APPLE),
          row(3, ARM, NOT_ON, ABSENT, "[4.14.0,4.80.0)", "[12.5,)", APPLE),
          contested(
              4,
              ARM,
              ABSENT,
              ABSENT,
              "[4.86.0,)",
              AmbiguityReason.LEFT_TO_DOCKER_DESKTOP,
              DOCKER_VMM,
              APPLE),
          row(5, ARM, ABSENT, ABSENT, "[4.80.0,4.86.0)", "[12.5,)", APPLE),
          row(5, ARM, OFF, ABSENT, "[4.80.0,)", "[12.5,)", APPLE), // the only VMM left
          row(6, ARM, NOT_ON, OFF, "(,4.44.0)", ALL, QEMU),
          contested(7, ARM, OFF, OFF, "[4.44.0,)", AmbiguityReason.QEMU_IS_GONE, DOCKER_VMM, APPLE),
          contested(
              8, ARM, ABSENT, OFF, "[4.44.0,)", AmbiguityReason.ONE_RULED_OUT, DOCKER_VMM, APPLE),
          row(9, ARM, NOT_ON, ABSENT, "(,4.14.0)", ALL, QEMU),
          row(9, ARM, NOT_ON, ABSENT, "[4.14.0,4.42.0)", "(,12.5)", QEMU),
          row(10, INTEL, NOT_ON, ON, ALL, ALL, APPLE),
          row(11, INTEL, NOT_ON, ABSENT, "[4.14.0,)", "[12.5,)", APPLE),
          row(12, INTEL, NOT_ON, OFF, ALL, ALL, HYPERKIT),
          row(12, INTEL, NOT_ON, ABSENT, "(,4.14.0)", ALL, HYPERKIT),
          row(12, INTEL, NOT_ON, ABSENT, "[4.14.0,4.42.0)", "(,12.5)", HYPERKIT),
          contested(
              13,
              INTEL,
              ON,
              ANY,
              "[4.35.0,)",
              AmbiguityReason.DOCKER_VMM_ON_INTEL,
              APPLE,
              HYPERKIT),
          // Docker Desktop before 4.35.0 ignores UseLibkrun: the same rows as without it.
          row(14, MAC, ON, ON, "(,4.35.0)", ALL, APPLE),
          row(14, MAC, ON, ABSENT, "[4.14.0,4.35.0)", "[12.5,)", APPLE),
          row(14, ARM, ON, ABSENT, "(,4.14.0)", ALL, QEMU),
          row(14, ARM, ON, ABSENT, "[4.14.0,4.35.0)", "(,12.5)", QEMU),
          row(14, ARM, ON, OFF, "(,4.35.0)", ALL, QEMU),
          row(14, INTEL, ON, ABSENT, "(,4.14.0)", ALL, HYPERKIT),
          row(14, INTEL, ON, ABSENT, "[4.14.0,4.35.0)", "(,12.5)", HYPERKIT),
          row(14, INTEL, ON, OFF, "(,4.35.0)", ALL, HYPERKIT));

  private VmmTable() {}

  /** The VMM that the two switches select on a Mac. */
  static Answer find(
      Set<SwitchState> libkrun, Set<SwitchState> framework, PossibleHost possibleHost) {
    List<Row> rows = possible(libkrun, framework, possibleHost);
    Set<Vmm> candidates = EnumSet.noneOf(Vmm.class);
    rows.forEach(row -> candidates.addAll(row.vmms()));
    if (rows.isEmpty()) {
      return unknown(candidates, notInTable(possibleHost));
    }
    AmbiguityReason reason = rows.get(0).reason();
    if (reason != null && rows.stream().allMatch(Row::isContested)) {
      return unknown(
          candidates, notice("vmm-contested", Map.of("reason", reason.id()), reason.text()));
    }
    if (candidates.size() == 1 && rows.stream().noneMatch(Row::isContested)) {
      return new Answer(candidates.stream().findFirst(), candidates, Optional.empty());
    }
    return unknown(candidates, undetermined(deciding(rows)));
  }

  private static Notice notInTable(PossibleHost possibleHost) {
    String desktop = shown(possibleHost.desktop());
    String macOs = shown(possibleHost.macOs());
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("dockerDesktop", desktop);
    parameters.put("macOs", macOs);
    return notice(
        "vmm-not-in-table",
        parameters,
        "nothing is known about such settings together with Docker Desktop "
            + desktop
            + " and macOS "
            + macOs);
  }

  /** The notice about unknown facts and about settings, which have their names in the file. */
  private static Notice undetermined(List<Object> facts) {
    return notice(
        "vmm-undetermined",
        Map.of("facts", facts),
        facts.stream()
            .map(fact -> fact instanceof Fact known ? known.label() : fact.toString())
            .collect(
                Collectors.joining(
                    ", ",
                    "which VMM the settings ask for depends on what is not known here: ",
                    "")));
  }

  /** The rows that no known fact excludes, in the order of the table. */
  static List<Row> possible(
      Set<SwitchState> libkrun, Set<SwitchState> framework, PossibleHost possibleHost) {
    return ROWS.stream().filter(row -> row.isPossible(libkrun, framework, possibleHost)).toList();
  }

  private static Answer unknown(Set<Vmm> candidates, Notice notice) {
    return new Answer(Optional.empty(), candidates, Optional.of(notice));
  }

  private static Notice notice(String code, Map<String, Object> parameters, String message) {
    return new Notice(code, Fact.CURRENT_VMM.path(), parameters, message);
  }

  /** A range in words; only the version if the range has just one. */
  private static String shown(VersionRange range) {
    return range
        .lower()
        .filter(lower -> range.upper().equals(Optional.of(lower)))
        .map(Version::toString)
        .orElse(range.toString());
  }

  /** The facts and settings that separate rows with different answers. */
  private static List<Object> deciding(List<Row> rows) {
    List<Object> facts = new ArrayList<>();
    if (areSeparated(rows, (a, b) -> intersect(a.architectures(), b.architectures()))) {
      facts.add(Fact.ARCHITECTURE);
    }
    if (areSeparated(rows, (a, b) -> PossibleHost.overlap(a.desktop(), b.desktop()))) {
      facts.add(Fact.DOCKER_DESKTOP_VERSION);
    }
    if (areSeparated(rows, (a, b) -> PossibleHost.overlap(a.macOs(), b.macOs()))) {
      facts.add(Fact.MACOS_VERSION);
    }
    if (areSeparated(rows, (a, b) -> intersect(a.libkrun(), b.libkrun()))) {
      facts.add("UseLibkrun");
    }
    if (areSeparated(rows, (a, b) -> intersect(a.framework(), b.framework()))) {
      facts.add("UseVirtualizationFramework");
    }
    return facts;
  }

  private static boolean areSeparated(List<Row> rows, BiPredicate<Row, Row> meet) {
    return rows.stream()
        .anyMatch(
            one -> rows.stream().anyMatch(two -> !one.answersAs(two) && !meet.test(one, two)));
  }

  private static <E> boolean intersect(Set<E> one, Set<E> other) {
    return !Collections.disjoint(one, other);
  }

  private static Row row(
      int number,
      Set<Architecture> architectures,
      Set<SwitchState> libkrun,
      Set<SwitchState> framework,
      String desktop,
      String macOs,
      Vmm vmm) {
    return new Row(
        number,
        architectures,
        libkrun,
        framework,
        VersionRange.parse(desktop),
        VersionRange.parse(macOs),
        Set.of(vmm),
        null);
  }

  private static Row contested(
      int number,
      Set<Architecture> architectures,
      Set<SwitchState> libkrun,
      Set<SwitchState> framework,
      String desktop,
      AmbiguityReason reason,
      Vmm... vmms) {
    return new Row(
        number,
        architectures,
        libkrun,
        framework,
        VersionRange.parse(desktop),
        VersionRange.ALL,
        Set.of(vmms),
        reason);
  }
}

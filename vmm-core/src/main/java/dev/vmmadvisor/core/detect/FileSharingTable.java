package dev.vmmadvisor.core.detect;

import static dev.vmmadvisor.api.FileSharing.GRPC_FUSE;
import static dev.vmmadvisor.api.FileSharing.OSXFS;
import static dev.vmmadvisor.api.FileSharing.VIRTIOFS;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Maps the switches {@code UseVirtualizationFrameworkVirtioFS} and {@code UseGrpcfuse} to the file
 * sharing under a VMM.
 */
final class FileSharingTable {

  private static final VersionRange VIRTIOFS_SYSTEMS = VersionRange.parse("[12.5,)");

  /** The file sharing for two switches under some conditions; empty if it is unknown. */
  private record Row(
      Set<Vmm> vmms,
      Set<SwitchState> virtioFs,
      Set<SwitchState> grpcFuse,
      VersionRange desktop,
      VersionRange macOs,
      Optional<FileSharing> sharing) {}

  private static final Set<Vmm> DOCKER = Set.of(Vmm.DOCKER_VMM);
  private static final Set<Vmm> APPLE = Set.of(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
  private static final Set<Vmm> LEGACY = Set.of(Vmm.QEMU, Vmm.HYPERKIT);
  private static final Set<Vmm> NOT_DOCKER =
      Set.of(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK, Vmm.QEMU, Vmm.HYPERKIT);
  private static final Set<SwitchState> ANY = SwitchState.ANY;
  private static final Set<SwitchState> ON = Set.of(SwitchState.ON);
  private static final Set<SwitchState> OFF = Set.of(SwitchState.OFF);
  private static final Set<SwitchState> ABSENT = Set.of(SwitchState.ABSENT);
  private static final Set<SwitchState> NOT_OFF = Set.of(SwitchState.ON, SwitchState.ABSENT);
  private static final String ALL = "(,)";

  private static final List<Row> ROWS =
      List.of(
          //  VMM     VirtioFS gRPC FUSE Docker Desktop macOS
          row(DOCKER, ANY, ANY, ALL, ALL, VIRTIOFS),
          row(APPLE, ON, ANY, ALL, ALL, VIRTIOFS),
          row(APPLE, ABSENT, ANY, "[4.23.0,)", "[12.5,)", VIRTIOFS),
          unknown(APPLE, ABSENT, "(,4.23.0)", ALL),
          unknown(APPLE, ABSENT, "[4.23.0,)", "(,12.5)"),
          unknown(LEGACY, NOT_OFF, ALL, ALL),
          row(NOT_DOCKER, OFF, NOT_OFF, ALL, ALL, GRPC_FUSE),
          row(NOT_DOCKER, OFF, OFF, "(,4.80.0)", ALL, OSXFS),
          row(NOT_DOCKER, OFF, OFF, "[4.80.0,)", ALL, VIRTIOFS));

  private FileSharingTable() {}

  /** The file sharing, if it is the same for every possible host; otherwise empty. */
  static Optional<FileSharing> find(
      Set<Vmm> vmms,
      Set<SwitchState> virtioFs,
      Set<SwitchState> grpcFuse,
      PossibleHost possibleHost) {
    if (isVirtioFsRuledOut(vmms, virtioFs, possibleHost)) {
      return Optional.empty();
    }
    List<Optional<FileSharing>> possible =
        ROWS.stream()
            .filter(row -> !Collections.disjoint(row.vmms(), vmms))
            .filter(row -> !Collections.disjoint(row.virtioFs(), virtioFs))
            .filter(row -> !Collections.disjoint(row.grpcFuse(), grpcFuse))
            .filter(row -> possibleHost.allow(row.desktop(), row.macOs()))
            .map(Row::sharing)
            .distinct()
            .toList();
    return possible.size() == 1 ? possible.get(0) : Optional.empty();
  }

  /** Whether the settings select VirtioFS, or do not exclude it, on a macOS too old for it. */
  static boolean isVirtioFsRuledOut(
      Set<Vmm> vmms, Set<SwitchState> virtioFs, PossibleHost possibleHost) {
    return !vmms.equals(DOCKER)
        && !virtioFs.equals(OFF)
        && !PossibleHost.overlap(possibleHost.macOs(), VIRTIOFS_SYSTEMS);
  }

  private static Row row(
      Set<Vmm> vmms,
      Set<SwitchState> virtioFs,
      Set<SwitchState> grpcFuse,
      String desktop,
      String macOs,
      FileSharing sharing) {
    return new Row(
        vmms,
        virtioFs,
        grpcFuse,
        VersionRange.parse(desktop),
        VersionRange.parse(macOs),
        Optional.of(sharing));
  }

  private static Row unknown(
      Set<Vmm> vmms, Set<SwitchState> virtioFs, String desktop, String macOs) {
    return new Row(
        vmms,
        virtioFs,
        ANY,
        VersionRange.parse(desktop),
        VersionRange.parse(macOs),
        Optional.empty());
  }
}

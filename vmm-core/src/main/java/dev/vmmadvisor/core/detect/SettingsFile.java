package dev.vmmadvisor.core.detect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Docker Desktop's settings file in both forms: {@code settings.json} with camelCase keys,
 * and {@code settings-store.json} with PascalCase keys, of Docker Desktop 4.35.0 and later.
 *
 * <p>The file holds the <em>selected</em> settings, not the running ones: {@link
 * DockerDesktop#vmm()} becomes the VMM that the settings select. That VMM can depend on the
 * architecture, on the version of Docker Desktop and on that of macOS. The file has none of these,
 * so the caller passes the known facts of the host. If neither determines a fact, it stays unknown;
 * no default is assumed. For facts that are settings, the file takes precedence over the host.
 *
 * <p>Problems become notices of the host. Their codes are
 *
 * <ul>
 *   <li>{@code vmm-contested}: the settings are readable, but sources disagree about their meaning;
 *   <li>{@code vmm-undetermined}: the VMM depends on unknown facts, which the message names;
 *   <li>{@code vmm-not-in-table}: nothing is known about such settings on such a host;
 *   <li>{@code contradicting-settings}: two VMMs are switched on at once;
 *   <li>{@code both-file-sharings}: VirtioFS and gRPC FUSE are switched on at once;
 *   <li>{@code contradicted-fact}: the file contradicts the host that was passed;
 *   <li>{@code unexpected-form}: the Docker Desktop of the host is older than the form of the file;
 *   <li>{@code virtiofs-impossible}: the settings permit VirtioFS, but macOS is too old for it;
 *   <li>{@code unreadable-setting}: a value of the wrong type or out of bounds;
 *   <li>{@code unusual-key-case}: a key in a case that differs from the form of the file;
 *   <li>{@code not-a-mac-file}: the file is not from a Mac; only memory and CPUs were read.
 * </ul>
 *
 * <p>This class is stateless and thread-safe.
 */
public final class SettingsFile {

  private static final String NAME = "settings file";
  private static final String LIBKRUN = "UseLibkrun";
  private static final String FRAMEWORK = "UseVirtualizationFramework";
  private static final String ROSETTA = "UseVirtualizationFrameworkRosetta";
  private static final String VIRTIOFS = "UseVirtualizationFrameworkVirtioFS";
  private static final String GRPC_FUSE = "UseGrpcfuse";
  private static final String MEMORY = "MemoryMiB";
  private static final String CPUS = "Cpus";

  private final SettingsDocument settings;
  private final Host known;
  private final String place;
  private final List<Notice> notices;
  private final List<Evidence> evidence = new ArrayList<>();

  private SettingsFile(SettingsDocument settings, Host known, String place, List<Notice> notices) {
    this.settings = settings;
    this.known = known;
    this.place = place;
    this.notices = notices;
  }

  /**
   * Reads a settings file.
   *
   * @param json the file, with or without a byte order mark, at most 4 MiB; it is read to its end
   *     and not closed
   * @param known the known facts of the host; can be without any fact
   * @return {@code known} with the facts and notices of the file added
   * @throws dev.vmmadvisor.api.json.DocumentException if the file is not a JSON object
   * @throws IOException if the stream cannot be read
   */
  public static Host read(InputStream json, Host known) throws IOException {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(known, "known");
    return read(JsonInput.object(json), known);
  }

  /**
   * Reads a settings file.
   *
   * @param json the content of the file; a leading byte order mark is skipped
   * @param known the known facts of the host; can be without any fact
   * @return {@code known} with the facts and notices of the file added
   * @throws dev.vmmadvisor.api.json.DocumentException if the content is not a JSON object
   */
  public static Host read(String json, Host known) {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(known, "known");
    return read(JsonInput.object(json), known);
  }

  /**
   * Reads a settings file and records the key of each fact.
   *
   * @param json the content of the file; a leading byte order mark is skipped
   * @param place the path of the file, for the origin of the facts
   * @param known the known facts of the host; can be without any fact. They are not compared with
   *     the file
   * @return the facts of the file; if a key is missing and the release has a known default, the
   *     origin is that default
   * @throws dev.vmmadvisor.api.json.DocumentException if the content is not a JSON object
   */
  public static Reading reading(String json, String place, Host known) {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(known, "known");
    return reading(JsonInput.object(json), place, known);
  }

  private static Host read(ObjectNode keys, Host known) {
    return HostDetector.with(known, reading(keys, NAME, known));
  }

  private static Reading reading(ObjectNode keys, String place, Host known) {
    List<Notice> notices = new ArrayList<>();
    SettingsFile file =
        new SettingsFile(SettingsDocument.of(keys, notices::add), known, place, notices);
    file.read();
    return new Reading(file.evidence, notices);
  }

  private void read() {
    if (isOfMac()) {
      vmmAndFileSharing();
      Set<SwitchState> rosetta = settings.flag(ROSETTA);
      if (rosetta.size() == 1 && !rosetta.contains(SwitchState.ABSENT)) {
        put(Fact.ROSETTA_ENABLED, rosetta.contains(SwitchState.ON), file(ROSETTA), Confidence.HIGH);
      }
    }
    settings
        .number(MEMORY, Fact.VM_MEMORY)
        .ifPresent(mib -> put(Fact.VM_MEMORY, mib, file(MEMORY), Confidence.HIGH));
    settings
        .number(CPUS, Fact.CPUS)
        .ifPresent(cpus -> put(Fact.CPUS, cpus, file(CPUS), Confidence.HIGH));
  }

  /** Whether the file can be from a Mac. Keys about WSL do not exclude that. */
  private boolean isOfMac() {
    Optional<String> system = Fact.OPERATING_SYSTEM.valueIn(known).map(Object::toString);
    if (system.isPresent()) {
      if (!system.get().equals(Host.MACOS)) {
        notice(
            "not-a-mac-file",
            Fact.OPERATING_SYSTEM.path(),
            Map.of("reason", "host"),
            "the host is not a Mac");
        return false;
      }
      return true;
    }
    if (settings.flag("WslEngineEnabled").equals(Set.of(SwitchState.ON))) {
      notice(
          "not-a-mac-file",
          "$.WslEngineEnabled",
          Map.of("reason", "wsl"),
          "WSL is in use, which only Windows has");
      return false;
    }
    return true;
  }

  private void vmmAndFileSharing() {
    if (settings.form() == SettingsDocument.Form.PASCAL_CASE) {
      known
          .dockerDesktop()
          .version()
          .filter(version -> version.compareTo(PossibleHost.PASCAL_CASE) < 0)
          .ifPresent(this::unexpectedForm);
    }
    PossibleHost possibleHost = PossibleHost.of(known, settings.form());
    Set<SwitchState> libkrun = settings.flag(LIBKRUN);
    Set<SwitchState> framework = settings.flag(FRAMEWORK);
    VmmTable.Answer answer = VmmTable.find(libkrun, framework, possibleHost);
    answer.notice().ifPresent(notices::add);
    answer
        .vmm()
        .ifPresent(
            vmm ->
                put(
                    Fact.CURRENT_VMM,
                    vmm.id(),
                    vmm == Vmm.DOCKER_VMM ? List.of(LIBKRUN) : List.of(LIBKRUN, FRAMEWORK),
                    bothOn(vmm, framework) ? Confidence.MEDIUM : Confidence.HIGH));
    if (answer.vmm().filter(vmm -> bothOn(vmm, framework)).isPresent()) {
      notice(
          "contradicting-settings",
          Fact.CURRENT_VMM.path(),
          Map.of(),
          "UseLibkrun and UseVirtualizationFramework are both true; UseLibkrun takes precedence");
    }
    Set<Vmm> vmms =
        answer.vmm().or(() -> known.dockerDesktop().vmm()).map(Set::of).orElse(answer.candidates());
    fileSharing(vmms, possibleHost);
  }

  private void fileSharing(Set<Vmm> vmms, PossibleHost possibleHost) {
    Set<SwitchState> virtioFs = settings.flag(VIRTIOFS);
    Set<SwitchState> grpcFuse = settings.flag(GRPC_FUSE);
    if (FileSharingTable.isVirtioFsRuledOut(vmms, virtioFs, possibleHost)) {
      notice(
          "virtiofs-impossible",
          Fact.FILE_SHARING.path(),
          Map.of(),
          "VirtioFS needs macOS 12.5 or later, and the settings do not switch it off");
    }
    Optional<FileSharing> sharing = FileSharingTable.find(vmms, virtioFs, grpcFuse, possibleHost);
    if (sharing.equals(Optional.of(FileSharing.VIRTIOFS))
        && virtioFs.equals(Set.of(SwitchState.ON))
        && grpcFuse.equals(Set.of(SwitchState.ON))) {
      notice(
          "both-file-sharings",
          Fact.FILE_SHARING.path(),
          Map.of(),
          "UseVirtualizationFrameworkVirtioFS and UseGrpcfuse are both true; VirtioFS takes"
              + " precedence");
    }
    sharing.ifPresent(
        found ->
            put(
                Fact.FILE_SHARING,
                found.id(),
                virtioFs.equals(Set.of(SwitchState.OFF))
                    ? List.of(VIRTIOFS, GRPC_FUSE)
                    : List.of(VIRTIOFS),
                Confidence.HIGH));
  }

  private void unexpectedForm(Version version) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("version", version);
    parameters.put("since", PossibleHost.PASCAL_CASE);
    notice(
        "unexpected-form",
        Fact.DOCKER_DESKTOP_VERSION.path(),
        parameters,
        "Docker Desktop "
            + version
            + " does not read a file of this form, which came with "
            + PossibleHost.PASCAL_CASE);
  }

  /**
   * Adds a fact. Its origin is the keys that are in the file, or else the default of the release.
   */
  private void put(Fact fact, Object found, List<String> keys, Confidence confidence) {
    List<String> present = keys.stream().filter(settings::has).map(settings::spelled).toList();
    if (present.isEmpty()) {
      put(fact, found, releaseDefault(keys), Confidence.MEDIUM);
    } else {
      put(fact, found, origin(String.join(", ", present)), confidence);
    }
  }

  private void put(Fact fact, Object found, Origin origin, Confidence confidence) {
    evidence.add(new Evidence(fact, found, origin, confidence));
  }

  private Origin file(String key) {
    return origin(settings.spelled(key));
  }

  private Origin origin(String keys) {
    return new Origin(Origin.Kind.FILE, place, keys);
  }

  private Origin releaseDefault(List<String> keys) {
    String release =
        known
            .dockerDesktop()
            .version()
            .map(version -> "Docker Desktop " + version)
            .orElse("Docker Desktop");
    String missing = String.join(", ", keys.stream().map(settings::spelled).toList());
    return new Origin(Origin.Kind.RELEASE_DEFAULT, release, missing);
  }

  private static boolean bothOn(Vmm vmm, Set<SwitchState> framework) {
    return vmm == Vmm.DOCKER_VMM && framework.equals(Set.of(SwitchState.ON));
  }

  private void notice(String code, String path, Map<String, Object> parameters, String message) {
    notices.add(new Notice(code, path, parameters, message));
  }
}

package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads Docker Desktop's own settings file, in both its forms: {@code settings.json}, with keys in
 * camelCase, and {@code settings-store.json}, with keys in PascalCase, of Docker Desktop 4.35.0 and
 * later.
 *
 * <p>The file holds what was <em>chosen</em>, not what runs: {@link DockerDesktop#vmm()} becomes
 * the VMM that the settings ask for. Which one that is can depend on the architecture, on the
 * version of Docker Desktop and on that of macOS, none of which the file holds, so the caller hands
 * in what is known of the host. What neither tells stays unknown; no default is made up. For the
 * facts that are settings the file takes precedence over the host that was handed in.
 *
 * <p>What is odd about a file becomes a notice of the host; the codes are
 *
 * <ul>
 *   <li>{@code vmm-contested}: the settings are clear, and sources disagree what they mean;
 *   <li>{@code vmm-undetermined}: the VMM depends on facts that are not known; the message names
 *       them;
 *   <li>{@code vmm-not-in-table}: nothing is known about such settings on such a host;
 *   <li>{@code contradicting-settings}: two VMMs are switched on at once;
 *   <li>{@code contradicted-fact}: the file says otherwise than the host that was handed in;
 *   <li>{@code unexpected-form}: the Docker Desktop of the host is older than the form of the file;
 *   <li>{@code virtiofs-impossible}: VirtioFS is not ruled out by the settings, but by macOS;
 *   <li>{@code unreadable-setting}: a value of the wrong type or out of bounds;
 *   <li>{@code unusual-key-case}: a key in another case than the file's form has it;
 *   <li>{@code not-a-mac-file}: the file is not of a Mac; nothing but memory and CPUs was read.
 * </ul>
 *
 * <p>The methods keep no state and can be called from any number of threads.
 */
public final class SettingsFile {

  private final Settings settings;
  private final Host known;
  private final List<Notice> notices;
  private final DockerDesktop.Builder desktop;

  private SettingsFile(Settings settings, Host known, List<Notice> notices) {
    this.settings = settings;
    this.known = known;
    this.notices = notices;
    this.desktop = DockerDesktop.builder().from(known.dockerDesktop());
  }

  /**
   * Reads a settings file.
   *
   * @param json the file, with or without a byte order mark, at most 4 MiB; it is read to its end
   *     and not closed
   * @param known what is known of the host otherwise; may be without any fact
   * @return {@code known} with the facts and notices of the file added
   * @throws dev.vmmadvisor.api.json.DocumentException if the file is not a JSON object
   * @throws IOException if the stream cannot be read
   */
  public static Host read(InputStream json, Host known) throws IOException {
    return read(factory -> factory.createParser(json), known);
  }

  /**
   * Reads a settings file.
   *
   * @param json the content of the file; a byte order mark in front is passed over
   * @param known what is known of the host otherwise; may be without any fact
   * @return {@code known} with the facts and notices of the file added
   * @throws dev.vmmadvisor.api.json.DocumentException if the content is not a JSON object
   */
  public static Host read(String json, Host known) {
    String text = json.startsWith("\uFEFF") ? json.substring(1) : json;
    try {
      return read(factory -> factory.createParser(text), known);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static Host read(JsonInput.Source input, Host known) throws IOException {
    List<Notice> notices = new ArrayList<>(known.notices());
    return new SettingsFile(Settings.read(input, notices::add), known, notices).host();
  }

  private Host host() {
    if (isOfMac()) {
      vmmAndFileSharing();
      Set<Flag> rosetta = settings.flag("UseVirtualizationFrameworkRosetta");
      if (rosetta.size() == 1 && !rosetta.contains(Flag.ABSENT)) {
        put(Fact.ROSETTA_ENABLED, rosetta.contains(Flag.ON), desktop::rosettaEnabled);
      }
    }
    settings
        .number("MemoryMiB", Fact.VM_MEMORY)
        .ifPresent(mib -> put(Fact.VM_MEMORY, mib, desktop::memoryMiB));
    settings.number("Cpus", Fact.CPUS).ifPresent(cpus -> put(Fact.CPUS, cpus, desktop::cpus));
    return Host.builder().from(known).dockerDesktop(desktop.build()).notices(notices).build();
  }

  /** Whether nothing speaks against a Mac. That there are keys about WSL does not. */
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
    if (settings.flag("WslEngineEnabled").equals(Set.of(Flag.ON))) {
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
    if (settings.form() == Settings.Form.PASCAL_CASE) {
      known
          .dockerDesktop()
          .version()
          .filter(version -> version.compareTo(Premises.PASCAL_CASE) < 0)
          .ifPresent(this::unexpectedForm);
    }
    Premises premises = Premises.of(known, settings.form());
    Set<Flag> libkrun = settings.flag("UseLibkrun");
    Set<Flag> framework = settings.flag("UseVirtualizationFramework");
    VmmTable.Answer answer = VmmTable.ask(libkrun, framework, premises);
    answer.notice().ifPresent(notices::add);
    answer.vmm().ifPresent(vmm -> put(Fact.CURRENT_VMM, vmm, desktop::vmm));
    if (answer.vmm().equals(Optional.of(Vmm.DOCKER_VMM)) && framework.equals(Set.of(Flag.ON))) {
      notice(
          "contradicting-settings",
          Fact.CURRENT_VMM.path(),
          Map.of(),
          "UseLibkrun and UseVirtualizationFramework are both true; UseLibkrun takes precedence");
    }
    Set<Vmm> vmms =
        answer.vmm().or(() -> known.dockerDesktop().vmm()).map(Set::of).orElse(answer.candidates());
    fileSharing(vmms, premises);
  }

  private void fileSharing(Set<Vmm> vmms, Premises premises) {
    Set<Flag> virtioFs = settings.flag("UseVirtualizationFrameworkVirtioFS");
    Set<Flag> grpcFuse = settings.flag("UseGrpcfuse");
    if (FileSharingTable.isVirtioFsRuledOut(vmms, virtioFs, premises)) {
      notice(
          "virtiofs-impossible",
          Fact.FILE_SHARING.path(),
          Map.of(),
          "VirtioFS needs macOS 12.5 or later, and the settings do not switch it off");
    }
    Optional<FileSharing> sharing = FileSharingTable.ask(vmms, virtioFs, grpcFuse, premises);
    if (sharing.equals(Optional.of(FileSharing.VIRTIOFS))
        && virtioFs.equals(Set.of(Flag.ON))
        && grpcFuse.equals(Set.of(Flag.ON))) {
      notice(
          "both-file-sharings",
          Fact.FILE_SHARING.path(),
          Map.of(),
          "UseVirtualizationFrameworkVirtioFS and UseGrpcfuse are both true; VirtioFS takes"
              + " precedence");
    }
    sharing.ifPresent(found -> put(Fact.FILE_SHARING, found, desktop::fileSharing));
  }

  private void unexpectedForm(Version version) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("version", version);
    parameters.put("since", Premises.PASCAL_CASE);
    notice(
        "unexpected-form",
        Fact.DOCKER_DESKTOP_VERSION.path(),
        parameters,
        "Docker Desktop "
            + version
            + " does not read a file of this form, which came with "
            + Premises.PASCAL_CASE);
  }

  private <T> void put(Fact fact, T found, Consumer<T> setter) {
    Optional<String> before = fact.valueIn(known).map(Object::toString);
    if (before.isPresent() && !before.get().equals(found.toString())) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("known", before.get());
      parameters.put("found", found.toString());
      notice(
          "contradicted-fact",
          fact.path(),
          parameters,
          before.get() + " was known and the settings say " + found + ", which was taken");
    }
    setter.accept(found);
  }

  private void notice(String code, String path, Map<String, Object> parameters, String message) {
    notices.add(new Notice(code, path, parameters, message));
  }
}

package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.api.internal.FirstOnes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads Host documents. Unknown fields become notices of the host: at most {@value FirstOnes#MAX},
 * and one that counts the rest.
 */
final class HostReader {

  /** The maximum length of a Host document, in bytes or characters. */
  static final int MAX = 4 * 1024 * 1024;

  /** The maximum number of fields and list elements, including nested ones. */
  static final int MAX_VALUES = 20_000;

  private final DocumentReader reader;
  private final FirstOnes<Notice> notices;

  private HostReader(DocumentReader reader, FirstOnes<Notice> notices) {
    this.reader = reader;
    this.notices = notices;
  }

  /**
   * Reads a host.
   *
   * @throws DocumentException if it is not a Host document
   * @throws IOException if the input cannot be read
   */
  static Host read(DocumentReader.Input input) throws IOException {
    FirstOnes<Notice> notices = new FirstOnes<>();
    return DocumentReader.read(
        input,
        MAX_VALUES,
        (reader, path) -> notices.add(unknownField(path)),
        reader -> new HostReader(reader, notices)::host);
  }

  private static Notice unknownField(String path) {
    return new Notice("unknown-field", path, "this field is not known and was passed over");
  }

  private @Nullable Host host() throws IOException {
    Host.Builder host = Host.builder();
    boolean isObject =
        reader.object(
            name -> {
              switch (name) {
                case "operatingSystem" -> host.operatingSystem(word(Fact.OPERATING_SYSTEM));
                case "architecture" -> host.architecture(constant(Architecture.values()));
                case "chip" -> host.chip(word(Fact.CHIP));
                case "macOsVersion" -> host.macOsVersion(version());
                case "memoryMiB" -> host.memoryMiB(number(Fact.MEMORY));
                case "rosettaInstalled" -> host.rosettaInstalled(bool());
                case "virtualMachine" -> host.virtualMachine(bool());
                case "dockerDesktop" -> dockerDesktop(host);
                case "workload" -> workload(host);
                default -> {
                  return false;
                }
              }
              return true;
            });
    return isObject && reader.isFine() ? withNotices(host) : null;
  }

  private Host withNotices(Host.Builder host) {
    host.notices(notices.list());
    if (notices.more() > 0) {
      host.addNotices(
          new Notice(
              FirstOnes.MORE,
              "",
              Map.of(FirstOnes.NUMBER, notices.more()),
              FirstOnes.message(notices.more())));
    }
    return host.build();
  }

  private void dockerDesktop(Host.Builder host) throws IOException {
    DockerDesktop.Builder desktop = DockerDesktop.builder();
    boolean isObject =
        reader.object(
            name -> {
              switch (name) {
                case "version" -> desktop.version(version());
                case "vmm" -> desktop.vmm(constant(Vmm.values()));
                case "memoryMiB" -> desktop.memoryMiB(number(Fact.VM_MEMORY));
                case "cpus" -> desktop.cpus(number(Fact.CPUS));
                case "fileSharing" -> desktop.fileSharing(constant(FileSharing.values()));
                case "rosettaEnabled" -> desktop.rosettaEnabled(bool());
                case "lockedSettings" -> desktop.lockedSettings(words(Fact.LOCKED_SETTINGS));
                default -> {
                  return false;
                }
              }
              return true;
            });
    if (isObject) {
      host.dockerDesktop(desktop.build());
    }
  }

  private void workload(Host.Builder host) throws IOException {
    Workload.Builder workload = Workload.builder();
    boolean isObject =
        reader.object(
            name -> {
              switch (name) {
                case "imageArchitectures" ->
                    workload.imageArchitectures(words(Fact.IMAGE_ARCHITECTURES));
                case "databases" ->
                    workload.databases(Optional.ofNullable(reader.list(this::database)));
                case "mounts" -> workload.mounts(words(Fact.MOUNTS));
                case "traits" -> workload.traits(words(Fact.TRAITS));
                default -> {
                  return false;
                }
              }
              return true;
            });
    if (isObject) {
      host.workload(workload.build());
    }
  }

  private @Nullable Database database() throws IOException {
    Fields fields = new Fields(reader);
    boolean isObject =
        reader.object(
            name ->
                switch (name) {
                  case "engine" -> fields.put(name, reader.text(Fact.DATABASES));
                  case "storage" -> fields.put(name, reader.constant(Storage.values()));
                  default -> false;
                });
    Optional<String> engine = fields.optional("engine", String.class);
    if (isObject && engine.isEmpty() && !reader.hasProblemAt(fields.path("engine"))) {
      reader.missing("engine", Fact.DATABASES.accepted());
    }
    return engine
        .map(
            name ->
                Database.builder()
                    .engine(name)
                    .storage(fields.optional("storage", Storage.class))
                    .build())
        .orElse(null);
  }

  private Optional<String> word(Fact fact) throws IOException {
    return Optional.ofNullable(reader.text(fact));
  }

  private Optional<List<String>> words(Fact fact) throws IOException {
    return Optional.ofNullable(reader.list(() -> reader.text(fact)));
  }

  private Optional<Integer> number(Fact fact) throws IOException {
    return Optional.ofNullable(reader.number(fact));
  }

  private Optional<Version> version() throws IOException {
    return Optional.ofNullable(reader.version());
  }

  private <E extends Enum<E>> Optional<E> constant(E[] constants) throws IOException {
    return Optional.ofNullable(reader.constant(constants));
  }

  private Optional<Boolean> bool() throws IOException {
    return Optional.ofNullable(reader.bool());
  }
}

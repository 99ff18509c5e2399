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
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Host documents. Fields that are not known become notices of the host. */
final class HostReader {

  private static final Lexicon<Architecture> ARCHITECTURES =
      new Lexicon<>(List.of(Architecture.values()));
  private static final Lexicon<Vmm> VMMS = new Lexicon<>(List.of(Vmm.values()));
  private static final Lexicon<FileSharing> FILE_SHARINGS =
      new Lexicon<>(List.of(FileSharing.values()));
  private static final Lexicon<Storage> STORAGES = new Lexicon<>(List.of(Storage.values()));

  private static final Lexicon<String> NAMES = new Lexicon<>(names());

  private final ValueReader reader;
  private final List<Notice> notices;

  private HostReader(ValueReader reader, List<Notice> notices) {
    this.reader = reader;
    this.notices = notices;
  }

  /** Reads a host from bytes; null if they are not plain. */
  static @Nullable Host plain(byte[] bytes) throws IOException {
    List<Notice> notices = new ArrayList<>();
    return PlainReader.read(
        bytes,
        NAMES,
        path -> notices.add(unknownField(path)),
        reader -> new HostReader(reader, notices)::host);
  }

  /**
   * Reads a host from any document.
   *
   * @throws DocumentException if it is not a Host document
   * @throws IOException if the input cannot be read
   */
  static Host any(DocumentReader.Input input) throws IOException {
    List<Notice> notices = new ArrayList<>();
    return DocumentReader.read(
        input,
        (reader, path) -> notices.add(unknownField(path)),
        reader -> new HostReader(reader, notices)::host);
  }

  private static Notice unknownField(String path) {
    return new Notice("unknown-field", path, "this field is not known and was passed over");
  }

  /** The names of all fields: those on the paths of facts, and those of a database. */
  private static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(List.of("engine", "storage"));
    for (Fact fact : Fact.values()) {
      names.addAll(List.of(fact.path().split("\\.")));
    }
    return names;
  }

  private @Nullable Host host() throws IOException {
    if (!reader.startsObject()) {
      return null;
    }
    Host.Builder host = Host.builder();
    for (String name = reader.nextField(); name != null; name = reader.nextField()) {
      switch (name) {
        case "operatingSystem" -> host.operatingSystem(word(Fact.OPERATING_SYSTEM));
        case "architecture" -> host.architecture(word(ARCHITECTURES));
        case "chip" -> host.chip(word(Fact.CHIP));
        case "macOsVersion" -> host.macOsVersion(version());
        case "memoryMiB" -> host.memoryMiB(number(Fact.MEMORY));
        case "rosettaInstalled" -> host.rosettaInstalled(bool());
        case "virtualMachine" -> host.virtualMachine(bool());
        case "dockerDesktop" -> dockerDesktop(host);
        case "workload" -> workload(host);
        default -> reader.unknownField();
      }
    }
    return reader.isFine() ? host.notices(notices).build() : null;
  }

  private void dockerDesktop(Host.Builder host) throws IOException {
    if (!reader.startsObject()) {
      return;
    }
    DockerDesktop.Builder desktop = DockerDesktop.builder();
    for (String name = reader.nextField(); name != null; name = reader.nextField()) {
      switch (name) {
        case "version" -> desktop.version(version());
        case "vmm" -> desktop.vmm(word(VMMS));
        case "memoryMiB" -> desktop.memoryMiB(number(Fact.VM_MEMORY));
        case "cpus" -> desktop.cpus(number(Fact.CPUS));
        case "fileSharing" -> desktop.fileSharing(word(FILE_SHARINGS));
        case "rosettaEnabled" -> desktop.rosettaEnabled(bool());
        case "lockedSettings" -> desktop.lockedSettings(words(Fact.LOCKED_SETTINGS));
        default -> reader.unknownField();
      }
    }
    host.dockerDesktop(desktop.build());
  }

  private void workload(Host.Builder host) throws IOException {
    if (!reader.startsObject()) {
      return;
    }
    Workload.Builder workload = Workload.builder();
    for (String name = reader.nextField(); name != null; name = reader.nextField()) {
      switch (name) {
        case "imageArchitectures" -> workload.imageArchitectures(words(Fact.IMAGE_ARCHITECTURES));
        case "databases" -> workload.databases(Optional.ofNullable(reader.list(this::database)));
        case "mounts" -> workload.mounts(words(Fact.MOUNTS));
        case "traits" -> workload.traits(words(Fact.TRAITS));
        default -> reader.unknownField();
      }
    }
    host.workload(workload.build());
  }

  private @Nullable Database database() throws IOException {
    if (!reader.startsObject()) {
      return null;
    }
    Database.Builder database = Database.builder();
    boolean named = false;
    Optional<String> engine = Optional.empty();
    for (String name = reader.nextField(); name != null; name = reader.nextField()) {
      switch (name) {
        case "engine" -> {
          named = !reader.isNull();
          engine = word(Fact.DATABASES);
        }
        case "storage" -> database.storage(word(STORAGES));
        default -> reader.unknownField();
      }
    }
    if (!named) {
      reader.missing("engine", Fact.DATABASES.accepted());
    }
    return engine.isPresent() ? database.engine(engine.get()).build() : null;
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

  private <T> Optional<T> word(Lexicon<T> words) throws IOException {
    return Optional.ofNullable(reader.word(words));
  }

  private Optional<Boolean> bool() throws IOException {
    return Optional.ofNullable(reader.bool());
  }
}

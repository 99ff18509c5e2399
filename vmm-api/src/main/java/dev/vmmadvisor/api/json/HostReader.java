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
import java.util.EnumSet;
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

  private static final Lexicon<Architecture> ARCHITECTURES =
      new Lexicon<>(List.of(Architecture.values()));
  private static final Lexicon<Vmm> VMMS = new Lexicon<>(List.of(Vmm.values()));
  private static final Lexicon<FileSharing> FILE_SHARINGS =
      new Lexicon<>(List.of(FileSharing.values()));
  private static final Lexicon<Storage> STORAGES = new Lexicon<>(List.of(Storage.values()));

  private static final Lexicon<Field> FIELDS =
      new Lexicon<>(EnumSet.complementOf(EnumSet.of(Field.OTHER)));

  /** The maximum number of fields and list elements, including nested ones. */
  static final int MAX_VALUES = 20_000;

  /** The fields of all objects of a Host document. */
  private enum Field {
    OPERATING_SYSTEM("operatingSystem"),
    ARCHITECTURE("architecture"),
    CHIP("chip"),
    MACOS_VERSION("macOsVersion"),
    MEMORY("memoryMiB"),
    ROSETTA_INSTALLED("rosettaInstalled"),
    VIRTUAL_MACHINE("virtualMachine"),
    DOCKER_DESKTOP("dockerDesktop"),
    VERSION("version"),
    VMM("vmm"),
    CPUS("cpus"),
    FILE_SHARING("fileSharing"),
    ROSETTA_ENABLED("rosettaEnabled"),
    LOCKED_SETTINGS("lockedSettings"),
    WORKLOAD("workload"),
    IMAGE_ARCHITECTURES("imageArchitectures"),
    DATABASES("databases"),
    MOUNTS("mounts"),
    TRAITS("traits"),
    ENGINE("engine"),
    STORAGE("storage"),
    OTHER("");

    private final String id;

    Field(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  private final ValueReader reader;
  private final FirstOnes<Notice> notices;

  private HostReader(ValueReader reader, FirstOnes<Notice> notices) {
    this.reader = reader;
    this.notices = notices;
  }

  /** Reads a host with the {@link PlainReader}; returns null if the document is not plain. */
  static @Nullable Host plain(byte[] bytes) throws IOException {
    FirstOnes<Notice> notices = new FirstOnes<>();
    return PlainReader.read(
        bytes,
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

  private @Nullable Field nextField() throws IOException {
    return reader.nextField(FIELDS, Field.OTHER);
  }

  private @Nullable Host host() throws IOException {
    if (!reader.startsObject()) {
      return null;
    }
    Host.Builder host = Host.builder();
    for (Field field = nextField(); field != null; field = nextField()) {
      switch (field) {
        case OPERATING_SYSTEM -> host.operatingSystem(word(Fact.OPERATING_SYSTEM));
        case ARCHITECTURE -> host.architecture(word(ARCHITECTURES));
        case CHIP -> host.chip(word(Fact.CHIP));
        case MACOS_VERSION -> host.macOsVersion(version());
        case MEMORY -> host.memoryMiB(number(Fact.MEMORY));
        case ROSETTA_INSTALLED -> host.rosettaInstalled(bool());
        case VIRTUAL_MACHINE -> host.virtualMachine(bool());
        case DOCKER_DESKTOP -> dockerDesktop(host);
        case WORKLOAD -> workload(host);
        default -> reader.unknownField();
      }
    }
    return reader.isFine() ? withNotices(host) : null;
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
    if (!reader.startsObject()) {
      return;
    }
    DockerDesktop.Builder desktop = DockerDesktop.builder();
    for (Field field = nextField(); field != null; field = nextField()) {
      switch (field) {
        case VERSION -> desktop.version(version());
        case VMM -> desktop.vmm(word(VMMS));
        case MEMORY -> desktop.memoryMiB(number(Fact.VM_MEMORY));
        case CPUS -> desktop.cpus(number(Fact.CPUS));
        case FILE_SHARING -> desktop.fileSharing(word(FILE_SHARINGS));
        case ROSETTA_ENABLED -> desktop.rosettaEnabled(bool());
        case LOCKED_SETTINGS -> desktop.lockedSettings(words(Fact.LOCKED_SETTINGS));
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
    for (Field field = nextField(); field != null; field = nextField()) {
      switch (field) {
        case IMAGE_ARCHITECTURES -> workload.imageArchitectures(words(Fact.IMAGE_ARCHITECTURES));
        case DATABASES -> workload.databases(Optional.ofNullable(reader.list(this::database)));
        case MOUNTS -> workload.mounts(words(Fact.MOUNTS));
        case TRAITS -> workload.traits(words(Fact.TRAITS));
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
    for (Field field = nextField(); field != null; field = nextField()) {
      switch (field) {
        case ENGINE -> {
          named = !reader.isNull();
          engine = word(Fact.DATABASES);
        }
        case STORAGE -> database.storage(word(STORAGES));
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

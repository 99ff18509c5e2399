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
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads Host documents. Fields that are not known become notices of the host. */
final class HostReader {

  private final DocumentReader reader;
  private final List<Notice> notices;

  private HostReader(DocumentReader reader, List<Notice> notices) {
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
    List<Notice> notices = new ArrayList<>();
    return DocumentReader.read(
        input,
        (reader, path) ->
            notices.add(
                new Notice("unknown-field", path, "this field is not known and was passed over")),
        reader -> new HostReader(reader, notices)::host);
  }

  private @Nullable Host host() throws IOException {
    Host.Builder host = Host.builder();
    boolean read =
        reader.object(
            name -> {
              switch (name) {
                case "operatingSystem" -> set(word(Fact.OPERATING_SYSTEM), host::operatingSystem);
                case "architecture" ->
                    set(reader.constant(Architecture.values()), host::architecture);
                case "chip" -> set(word(Fact.CHIP), host::chip);
                case "macOsVersion" -> set(version(), host::macOsVersion);
                case "memoryMiB" -> set(number(Fact.MEMORY), host::memoryMiB);
                case "rosettaInstalled" -> set(reader.bool(), host::rosettaInstalled);
                case "virtualMachine" -> set(reader.bool(), host::virtualMachine);
                case "dockerDesktop" -> set(dockerDesktop(), host::dockerDesktop);
                case "workload" -> set(workload(), host::workload);
                default -> {
                  return false;
                }
              }
              return true;
            });
    return read && reader.isFine() ? host.notices(notices).build() : null;
  }

  private @Nullable DockerDesktop dockerDesktop() throws IOException {
    if (reader.isNull()) {
      return null;
    }
    DockerDesktop.Builder desktop = DockerDesktop.builder();
    reader.object(
        name -> {
          switch (name) {
            case "version" -> set(version(), desktop::version);
            case "vmm" -> set(reader.constant(Vmm.values()), desktop::vmm);
            case "memoryMiB" -> set(number(Fact.VM_MEMORY), desktop::memoryMiB);
            case "cpus" -> set(number(Fact.CPUS), desktop::cpus);
            case "fileSharing" -> set(reader.constant(FileSharing.values()), desktop::fileSharing);
            case "rosettaEnabled" -> set(reader.bool(), desktop::rosettaEnabled);
            case "lockedSettings" -> set(words(Fact.LOCKED_SETTINGS), desktop::lockedSettings);
            default -> {
              return false;
            }
          }
          return true;
        });
    return desktop.build();
  }

  private @Nullable Workload workload() throws IOException {
    if (reader.isNull()) {
      return null;
    }
    Workload.Builder workload = Workload.builder();
    reader.object(
        name -> {
          switch (name) {
            case "imageArchitectures" ->
                set(words(Fact.IMAGE_ARCHITECTURES), workload::imageArchitectures);
            case "databases" -> set(reader.list(this::database), workload::databases);
            case "mounts" -> set(words(Fact.MOUNTS), workload::mounts);
            case "traits" -> set(words(Fact.TRAITS), workload::traits);
            default -> {
              return false;
            }
          }
          return true;
        });
    return workload.build();
  }

  private @Nullable Database database() throws IOException {
    String path = reader.path();
    Database.Builder database = Database.builder();
    boolean[] named = {false, false}; // whether there is an engine; whether it is accepted
    boolean read =
        reader.object(
            name -> {
              switch (name) {
                case "engine" -> {
                  named[0] = !reader.isNull();
                  String engine = word(Fact.DATABASES);
                  named[1] = engine != null;
                  set(engine, database::engine);
                }
                case "storage" -> set(reader.constant(Storage.values()), database::storage);
                default -> {
                  return false;
                }
              }
              return true;
            });
    if (read && !named[0]) {
      reader.problem(path + ".engine", "is missing; accepted: " + Fact.DATABASES.accepted());
    }
    return named[1] ? database.build() : null;
  }

  private @Nullable String word(Fact fact) throws IOException {
    return reader.text(fact::accepts, fact::accepted);
  }

  private @Nullable List<String> words(Fact fact) throws IOException {
    return reader.list(() -> word(fact));
  }

  private @Nullable Integer number(Fact fact) throws IOException {
    return reader.number(fact::accepts, fact::accepted);
  }

  private @Nullable Version version() throws IOException {
    return reader.parsed(Version::parse, Version::accepted);
  }

  private static <T> void set(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}

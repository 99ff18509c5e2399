package dev.vmmadvisor.core.proof;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of a host, each of which can be replaced by itself. Immutable.
 *
 * <p>The chip is given by its generation; {@link #NO_GENERATION} is a chip that has none.
 */
final class Draft {

  static final String NO_GENERATION = "Intel Core i7";

  private static final Draft UNKNOWN = new Draft(new EnumMap<>(Fact.class));

  private final EnumMap<Fact, Object> values;

  private Draft(EnumMap<Fact, Object> values) {
    this.values = values;
  }

  static Draft unknown() {
    return UNKNOWN;
  }

  /** The same facts with one replaced; an empty value makes it unknown. */
  Draft with(Fact fact, Value value) {
    EnumMap<Fact, Object> changed = new EnumMap<>(values);
    if (value.content().isPresent()) {
      changed.put(fact, value.content().get());
    } else {
      changed.remove(fact);
    }
    return new Draft(changed);
  }

  Draft with(Fact fact, Object value) {
    return with(fact, Value.of(value));
  }

  /** The same facts with those of another that it knows in their place. */
  Draft withAll(Draft other) {
    EnumMap<Fact, Object> changed = new EnumMap<>(values);
    changed.putAll(other.values);
    return new Draft(changed);
  }

  Value value(Fact fact) {
    return new Value(Optional.ofNullable(values.get(fact)));
  }

  Host host() {
    DockerDesktop.Builder desktop =
        DockerDesktop.builder()
            .version(get(Fact.DOCKER_DESKTOP_VERSION, Version.class))
            .memoryMiB(get(Fact.VM_MEMORY, Integer.class))
            .cpus(get(Fact.CPUS, Integer.class))
            .rosettaEnabled(get(Fact.ROSETTA_ENABLED, Boolean.class))
            .lockedSettings(words(Fact.LOCKED_SETTINGS));
    word(Fact.CURRENT_VMM, Vmm.values()).ifPresent(desktop::vmm);
    word(Fact.FILE_SHARING, FileSharing.values()).ifPresent(desktop::fileSharing);
    Workload.Builder workload =
        Workload.builder()
            .imageArchitectures(words(Fact.IMAGE_ARCHITECTURES))
            .databases(databases())
            .mounts(words(Fact.MOUNTS))
            .traits(words(Fact.TRAITS));
    Host.Builder host =
        Host.builder()
            .operatingSystem(get(Fact.OPERATING_SYSTEM, String.class))
            .macOsVersion(get(Fact.MACOS_VERSION, Version.class))
            .memoryMiB(get(Fact.MEMORY, Integer.class))
            .rosettaInstalled(get(Fact.ROSETTA_INSTALLED, Boolean.class))
            .virtualMachine(get(Fact.VIRTUAL_MACHINE, Boolean.class))
            .dockerDesktop(desktop.build())
            .workload(workload.build());
    word(Fact.ARCHITECTURE, Architecture.values()).ifPresent(host::architecture);
    Object generation = values.get(Fact.CHIP_GENERATION);
    if (generation != null) {
      host.chip(generation instanceof Integer number ? "Apple M" + number : NO_GENERATION);
    }
    return host.build();
  }

  private <T> Optional<T> get(Fact fact, Class<T> type) {
    return Optional.ofNullable(values.get(fact)).map(type::cast);
  }

  private <E extends Enum<E>> Optional<E> word(Fact fact, E[] constants) {
    return get(fact, String.class)
        .flatMap(
            word -> Arrays.stream(constants).filter(it -> it.toString().equals(word)).findFirst());
  }

  private Optional<List<String>> words(Fact fact) {
    return get(fact, List.class)
        .map(list -> ((List<?>) list).stream().map(String.class::cast).toList());
  }

  private Optional<List<Database>> databases() {
    return get(Fact.DATABASES, List.class)
        .map(list -> ((List<?>) list).stream().map(Database.class::cast).toList());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Fact, Object> entry : values.entrySet()) {
      text.append(entry.getKey()).append('=').append(entry.getValue()).append(' ');
    }
    return text.toString();
  }
}

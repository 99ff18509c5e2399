package dev.vmmadvisor.testkit;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Copies hosts with one fact set or removed.
 *
 * <p>Values are of the types that {@link Fact#valueIn} returns: ids for the architecture, the VMM
 * in use and the file sharing. {@link Fact#CHIP_GENERATION} is set and removed with the chip from
 * which it is derived. The methods are stateless and thread-safe.
 */
public final class HostFacts {

  private HostFacts() {}

  /**
   * {@return a host with one fact set}
   *
   * @param host the host; it is not modified
   * @param fact the fact
   * @param value its value, of the Java type that {@link Fact#type()} names
   * @throws IllegalArgumentException if the fact does not accept it
   */
  public static Host with(Host host, Fact fact, Object value) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(value, "value");
    require(fact, value);
    return set(host, fact, Optional.of(value));
  }

  /**
   * {@return a host with one fact unknown}
   *
   * @param host the host; it is not modified
   * @param fact the fact; {@link Fact#OPERATING_SYSTEM} remains known if the macOS version is known
   */
  public static Host without(Host host, Fact fact) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(fact, "fact");
    return set(host, fact, Optional.empty());
  }

  /**
   * {@return the known facts of a host that its document contains, in the order of {@link Fact}}
   *
   * @param host the host
   */
  public static List<Fact> known(Host host) {
    Objects.requireNonNull(host, "host");
    return Arrays.stream(Fact.values())
        .filter(fact -> fact != Fact.CHIP_GENERATION)
        .filter(
            fact ->
                fact == Fact.OPERATING_SYSTEM
                    ? host.operatingSystem().isPresent()
                    : fact.valueIn(host).isPresent())
        .toList();
  }

  private static void require(Fact fact, Object value) {
    boolean accepted =
        switch (fact.type()) {
          case WORDS -> value instanceof List<?> words && words.stream().allMatch(fact::accepts);
          case DATABASES ->
              value instanceof List<?> databases
                  && databases.stream().allMatch(Database.class::isInstance);
          default -> fact.accepts(value);
        };
    if (!accepted) {
      throw new IllegalArgumentException(
          fact.path() + ": " + value + " is not accepted; accepted: " + fact.accepted());
    }
  }

  private static Host set(Host host, Fact fact, Optional<?> value) {
    Host.Builder copy = Host.builder().from(host);
    switch (fact) {
      case OPERATING_SYSTEM -> copy.operatingSystem(value.map(String.class::cast));
      case ARCHITECTURE -> copy.architecture(value.map(id -> Architecture.fromId((String) id)));
      case CHIP -> copy.chip(value.map(String.class::cast));
      case CHIP_GENERATION -> copy.chip(value.map(generation -> "Apple M" + generation));
      case MACOS_VERSION -> copy.macOsVersion(value.map(Version.class::cast));
      case MEMORY -> copy.memoryMiB(value.map(Integer.class::cast));
      case ROSETTA_INSTALLED -> copy.rosettaInstalled(value.map(Boolean.class::cast));
      case VIRTUAL_MACHINE -> copy.virtualMachine(value.map(Boolean.class::cast));
      case DOCKER_DESKTOP_VERSION,
          CURRENT_VMM,
          VM_MEMORY,
          CPUS,
          FILE_SHARING,
          ROSETTA_ENABLED,
          LOCKED_SETTINGS ->
          copy.dockerDesktop(set(host.dockerDesktop(), fact, value));
      case IMAGE_ARCHITECTURES, DATABASES, MOUNTS, TRAITS ->
          copy.workload(set(host.workload(), fact, value));
    }
    return copy.build();
  }

  private static DockerDesktop set(DockerDesktop desktop, Fact fact, Optional<?> value) {
    DockerDesktop.Builder copy = DockerDesktop.builder().from(desktop);
    switch (fact) {
      case DOCKER_DESKTOP_VERSION -> copy.version(value.map(Version.class::cast));
      case CURRENT_VMM -> copy.vmm(value.map(id -> Vmm.fromId((String) id)));
      case VM_MEMORY -> copy.memoryMiB(value.map(Integer.class::cast));
      case CPUS -> copy.cpus(value.map(Integer.class::cast));
      case FILE_SHARING -> copy.fileSharing(value.map(id -> FileSharing.fromId((String) id)));
      case ROSETTA_ENABLED -> copy.rosettaEnabled(value.map(Boolean.class::cast));
      case LOCKED_SETTINGS -> copy.lockedSettings(value.map(HostFacts::words));
      default -> throw new IllegalArgumentException(fact + " is no fact of Docker Desktop");
    }
    return copy.build();
  }

  private static Workload set(Workload workload, Fact fact, Optional<?> value) {
    Workload.Builder copy = Workload.builder().from(workload);
    switch (fact) {
      case IMAGE_ARCHITECTURES -> copy.imageArchitectures(value.map(HostFacts::words));
      case DATABASES -> copy.databases(value.map(list -> elements(list, Database.class::cast)));
      case MOUNTS -> copy.mounts(value.map(HostFacts::words));
      case TRAITS -> copy.traits(value.map(HostFacts::words));
      default -> throw new IllegalArgumentException(fact + " is no fact of the workload");
    }
    return copy.build();
  }

  private static List<String> words(Object list) {
    return elements(list, String.class::cast);
  }

  private static <T> List<T> elements(Object list, Function<Object, T> element) {
    List<T> elements = new ArrayList<>();
    ((List<?>) list).forEach(each -> elements.add(element.apply(each)));
    return List.copyOf(elements);
  }
}

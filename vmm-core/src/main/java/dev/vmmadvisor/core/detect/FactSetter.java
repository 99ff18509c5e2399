package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import java.util.List;

/** Sets a fact of a host to a value of the type that {@link Fact#type()} names. */
final class FactSetter {

  private FactSetter() {}

  /** Returns the host with a fact set. A derived fact cannot be set, so it changes nothing. */
  static Host with(Host host, Fact fact, Object value) {
    Host.Builder changed = Host.builder().from(host);
    DockerDesktop.Builder desktop = DockerDesktop.builder().from(host.dockerDesktop());
    Workload.Builder workload = Workload.builder().from(host.workload());
    switch (fact) {
      case OPERATING_SYSTEM -> changed.operatingSystem((String) value);
      case ARCHITECTURE -> changed.architecture(Architecture.fromId((String) value));
      case CHIP -> changed.chip((String) value);
      case CHIP_GENERATION -> {}
      case MACOS_VERSION -> changed.macOsVersion((Version) value);
      case MEMORY -> changed.memoryMiB((Integer) value);
      case ROSETTA_INSTALLED -> changed.rosettaInstalled((Boolean) value);
      case VIRTUAL_MACHINE -> changed.virtualMachine((Boolean) value);
      case DOCKER_DESKTOP_VERSION -> desktop.version((Version) value);
      case CURRENT_VMM -> desktop.vmm(Vmm.fromId((String) value));
      case VM_MEMORY -> desktop.memoryMiB((Integer) value);
      case CPUS -> desktop.cpus((Integer) value);
      case FILE_SHARING -> desktop.fileSharing(FileSharing.fromId((String) value));
      case ROSETTA_ENABLED -> desktop.rosettaEnabled((Boolean) value);
      case LOCKED_SETTINGS -> desktop.lockedSettings(list(value, String.class));
      case IMAGE_ARCHITECTURES -> workload.imageArchitectures(list(value, String.class));
      case DATABASES -> workload.databases(list(value, Database.class));
      case MOUNTS -> workload.mounts(list(value, String.class));
      case TRAITS -> workload.traits(list(value, String.class));
    }
    return changed.dockerDesktop(desktop.build()).workload(workload.build()).build();
  }

  private static <T> List<T> list(Object value, Class<T> type) {
    return ((List<?>) value).stream().map(type::cast).toList();
  }
}

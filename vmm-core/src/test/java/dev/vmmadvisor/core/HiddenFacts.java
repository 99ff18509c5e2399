package dev.vmmadvisor.core;

import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import java.util.Optional;
import java.util.Set;

/** Hosts of which less is known. */
final class HiddenFacts {

  private HiddenFacts() {}

  /** A host with some facts hidden. */
  static Host without(Host host, Set<Fact> hidden) {
    DockerDesktop desktop = host.dockerDesktop();
    Workload workload = host.workload();
    return Host.builder()
        .operatingSystem(kept(hidden, Fact.OPERATING_SYSTEM, host.operatingSystem()))
        .architecture(kept(hidden, Fact.ARCHITECTURE, host.architecture()))
        .chip(kept(hidden, Fact.CHIP, host.chip()))
        .macOsVersion(kept(hidden, Fact.MACOS_VERSION, host.macOsVersion()))
        .memoryMiB(kept(hidden, Fact.MEMORY, host.memoryMiB()))
        .rosettaInstalled(kept(hidden, Fact.ROSETTA_INSTALLED, host.rosettaInstalled()))
        .virtualMachine(kept(hidden, Fact.VIRTUAL_MACHINE, host.virtualMachine()))
        .dockerDesktop(
            DockerDesktop.builder()
                .version(kept(hidden, Fact.DOCKER_DESKTOP_VERSION, desktop.version()))
                .vmm(kept(hidden, Fact.CURRENT_VMM, desktop.vmm()))
                .memoryMiB(kept(hidden, Fact.VM_MEMORY, desktop.memoryMiB()))
                .cpus(kept(hidden, Fact.CPUS, desktop.cpus()))
                .fileSharing(kept(hidden, Fact.FILE_SHARING, desktop.fileSharing()))
                .rosettaEnabled(kept(hidden, Fact.ROSETTA_ENABLED, desktop.rosettaEnabled()))
                .lockedSettings(kept(hidden, Fact.LOCKED_SETTINGS, desktop.lockedSettings()))
                .build())
        .workload(
            Workload.builder()
                .imageArchitectures(
                    kept(hidden, Fact.IMAGE_ARCHITECTURES, workload.imageArchitectures()))
                .databases(kept(hidden, Fact.DATABASES, workload.databases()))
                .mounts(kept(hidden, Fact.MOUNTS, workload.mounts()))
                .traits(kept(hidden, Fact.TRAITS, workload.traits()))
                .build())
        .build();
  }

  private static <T> Optional<T> kept(Set<Fact> hidden, Fact fact, Optional<T> value) {
    return hidden.contains(fact) ? Optional.empty() : value;
  }
}

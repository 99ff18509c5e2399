package dev.vmmadvisor.api.host;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A host that reports every read of a fact to a consumer. */
final class WatchedHost extends Host {

  private final Host host;
  private final Consumer<Fact> reads;

  private WatchedHost(Host host, Consumer<Fact> reads) {
    this.host = host;
    this.reads = reads;
  }

  static Host of(Host host, Consumer<Fact> reads) {
    return new WatchedHost(host, reads);
  }

  private <T> T read(Fact fact, T value) {
    reads.accept(fact);
    return value;
  }

  @Override
  public Optional<String> operatingSystem() {
    return read(Fact.OPERATING_SYSTEM, host.operatingSystem());
  }

  @Override
  public Optional<Architecture> architecture() {
    return read(Fact.ARCHITECTURE, host.architecture());
  }

  @Override
  public Optional<String> chip() {
    return read(Fact.CHIP, host.chip());
  }

  @Override
  public Optional<Integer> chipGeneration() {
    return read(Fact.CHIP_GENERATION, host.chipGeneration());
  }

  @Override
  public Optional<Version> macOsVersion() {
    return read(Fact.MACOS_VERSION, host.macOsVersion());
  }

  @Override
  public Optional<Integer> memoryMiB() {
    return read(Fact.MEMORY, host.memoryMiB());
  }

  @Override
  public Optional<Boolean> rosettaInstalled() {
    return read(Fact.ROSETTA_INSTALLED, host.rosettaInstalled());
  }

  @Override
  public Optional<Boolean> virtualMachine() {
    return read(Fact.VIRTUAL_MACHINE, host.virtualMachine());
  }

  @Override
  public DockerDesktop dockerDesktop() {
    return new WatchedDockerDesktop(host.dockerDesktop());
  }

  @Override
  public Workload workload() {
    return new WatchedWorkload(host.workload());
  }

  @Override
  public List<Notice> notices() {
    return List.of(); // notices are not facts
  }

  @Override
  public Optional<VersionRange> impliedMacOsVersions() {
    return read(Fact.MACOS_VERSION, host.impliedMacOsVersions());
  }

  @Override
  public Optional<VersionRange> impliedReleases() {
    return read(Fact.DOCKER_DESKTOP_VERSION, host.impliedReleases());
  }

  /** {@return the text of the host; it reads every fact} */
  @Override
  public String toString() {
    for (Fact fact : Fact.values()) {
      reads.accept(fact);
    }
    return host.toString();
  }

  private final class WatchedDockerDesktop extends DockerDesktop {
    private final DockerDesktop desktop;

    WatchedDockerDesktop(DockerDesktop desktop) {
      this.desktop = desktop;
    }

    @Override
    public Optional<Version> version() {
      return read(Fact.DOCKER_DESKTOP_VERSION, desktop.version());
    }

    @Override
    public Optional<Vmm> vmm() {
      return read(Fact.CURRENT_VMM, desktop.vmm());
    }

    @Override
    public Optional<Integer> memoryMiB() {
      return read(Fact.VM_MEMORY, desktop.memoryMiB());
    }

    @Override
    public Optional<Integer> cpus() {
      return read(Fact.CPUS, desktop.cpus());
    }

    @Override
    public Optional<FileSharing> fileSharing() {
      return read(Fact.FILE_SHARING, desktop.fileSharing());
    }

    @Override
    public Optional<Boolean> rosettaEnabled() {
      return read(Fact.ROSETTA_ENABLED, desktop.rosettaEnabled());
    }

    @Override
    public Optional<List<String>> lockedSettings() {
      return read(Fact.LOCKED_SETTINGS, desktop.lockedSettings());
    }

    @Override
    public String toString() {
      return WatchedHost.this.toString();
    }
  }

  private final class WatchedWorkload extends Workload {
    private final Workload workload;

    WatchedWorkload(Workload workload) {
      this.workload = workload;
    }

    @Override
    public Optional<List<String>> imageArchitectures() {
      return read(Fact.IMAGE_ARCHITECTURES, workload.imageArchitectures());
    }

    @Override
    public Optional<List<Database>> databases() {
      return read(Fact.DATABASES, workload.databases());
    }

    @Override
    public Optional<List<String>> mounts() {
      return read(Fact.MOUNTS, workload.mounts());
    }

    @Override
    public Optional<List<String>> traits() {
      return read(Fact.TRAITS, workload.traits());
    }

    @Override
    public String toString() {
      return WatchedHost.this.toString();
    }
  }
}

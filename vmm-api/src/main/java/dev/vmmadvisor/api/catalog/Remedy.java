package dev.vmmadvisor.api.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One change to a host that can resolve a violation. Records may be added in a later release.
 *
 * <p>Rules and verdicts name the remedies of their violations; repairs and plans consist of
 * remedies. A remedy is a description and changes nothing on a Mac.
 */
public sealed interface Remedy {

  /** {@return the stable, lower-case, hyphenated id of the kind of change} */
  @JsonProperty("action")
  String action();

  /**
   * {@return the host after this change; an equal host if the change is already made, or if no fact
   * of a host represents it}
   *
   * @param host the host before the change
   */
  Host applyTo(Host host);

  /**
   * Give the Linux VM more memory, in Settings &gt; Resources.
   *
   * @param toMiB the minimum memory, in MiB
   */
  @JsonPropertyOrder({"action", "toMiB"})
  record RaiseVmMemory(int toMiB) implements Remedy {
    @Override
    public String action() {
      return "raise-vm-memory";
    }

    @Override
    public Host applyTo(Host host) {
      Objects.requireNonNull(host, "host");
      int current = host.dockerDesktop().memoryMiB().orElse(0);
      return current >= toMiB ? host : Changes.dockerDesktop(host, it -> it.memoryMiB(toMiB));
    }
  }

  /**
   * Install a newer Docker Desktop.
   *
   * @param to the first version that helps
   */
  @JsonPropertyOrder({"action", "to"})
  record UpgradeDockerDesktop(Version to) implements Remedy {

    /**
     * Creates the value.
     *
     * @param to the first version that helps
     */
    public UpgradeDockerDesktop {
      Objects.requireNonNull(to, "to");
    }

    @Override
    public String action() {
      return "upgrade-docker-desktop";
    }

    @Override
    public Host applyTo(Host host) {
      Objects.requireNonNull(host, "host");
      return Changes.isReached(host.dockerDesktop().version(), to)
          ? host
          : Changes.dockerDesktop(host, it -> it.version(to));
    }
  }

  /**
   * Install a newer macOS.
   *
   * @param to the first version that helps
   */
  @JsonPropertyOrder({"action", "to"})
  record UpgradeMacOs(Version to) implements Remedy {

    /**
     * Creates the value.
     *
     * @param to the first version that helps
     */
    public UpgradeMacOs {
      Objects.requireNonNull(to, "to");
    }

    @Override
    public String action() {
      return "upgrade-macos";
    }

    @Override
    public Host applyTo(Host host) {
      Objects.requireNonNull(host, "host");
      return Changes.isReached(host.macOsVersion(), to)
          ? host
          : Host.builder().from(host).macOsVersion(to).build();
    }
  }

  /**
   * Store the files of databases on a named volume instead of a bind mount.
   *
   * @param engines the database engines
   */
  @JsonPropertyOrder({"action", "engines"})
  record MoveDatabaseToNamedVolume(List<String> engines) implements Remedy {
    /**
     * Creates the remedy.
     *
     * @param engines the database engines
     */
    public MoveDatabaseToNamedVolume {
      Objects.requireNonNull(engines, "engines");
      engines = List.copyOf(engines);
    }

    @Override
    public String action() {
      return "move-database-to-named-volume";
    }

    @Override
    public Host applyTo(Host host) {
      Objects.requireNonNull(host, "host");
      List<Database> databases = host.workload().databases().orElse(List.of());
      List<Database> moved = new ArrayList<>();
      for (Database database : databases) {
        moved.add(
            engines.contains(database.engine())
                ? Database.of(database.engine(), Storage.NAMED_VOLUME)
                : database);
      }
      return moved.equals(databases)
          ? host
          : Host.builder()
              .from(host)
              .workload(Workload.builder().from(host.workload()).databases(moved).build())
              .build();
    }
  }

  /**
   * Give the Linux VM less memory, in Settings &gt; Resources.
   *
   * @param toMiB the maximum memory, in MiB
   */
  @JsonPropertyOrder({"action", "toMiB"})
  record LowerVmMemory(int toMiB) implements Remedy {
    @Override
    public String action() {
      return "lower-vm-memory";
    }

    @Override
    public Host applyTo(Host host) {
      Objects.requireNonNull(host, "host");
      int current = host.dockerDesktop().memoryMiB().orElse(Integer.MAX_VALUE);
      return current <= toMiB ? host : Changes.dockerDesktop(host, it -> it.memoryMiB(toMiB));
    }
  }

  /**
   * Install an older or newer Docker Desktop instead of a release with known problems.
   *
   * @param releases the releases to avoid
   */
  @JsonPropertyOrder({"action", "releases"})
  record AvoidRelease(VersionRange releases) implements Remedy {
    /**
     * Creates the value.
     *
     * @param releases the releases
     */
    public AvoidRelease {
      Objects.requireNonNull(releases, "releases");
    }

    @Override
    public String action() {
      return "avoid-release";
    }

    @Override
    public Host applyTo(Host host) {
      Objects.requireNonNull(host, "host");
      return host; // the remedy does not name the release to install
    }
  }

  /** Add the mounted folder to the shared folders, in Settings &gt; Resources. */
  @JsonPropertyOrder({"action"})
  record AddSharedFolder() implements Remedy {
    @Override
    public String action() {
      return "add-shared-folder";
    }

    @Override
    public Host applyTo(Host host) {
      Objects.requireNonNull(host, "host");
      return host; // no fact of a host lists the shared folders
    }
  }

  /**
   * Switch Rosetta on or off for amd64 images, in Settings &gt; General.
   *
   * @param on true to switch it on, false to switch it off
   */
  @JsonPropertyOrder({"action", "on"})
  record SwitchRosetta(boolean on) implements Remedy {
    @Override
    public String action() {
      return "switch-rosetta";
    }

    @Override
    public Host applyTo(Host host) {
      Objects.requireNonNull(host, "host");
      return Changes.dockerDesktop(host, it -> it.rosettaEnabled(on));
    }
  }

  /**
   * Select another file sharing implementation, in Settings &gt; General.
   *
   * @param fileSharing the implementation
   */
  @JsonPropertyOrder({"action", "fileSharing"})
  record SelectFileSharing(FileSharing fileSharing) implements Remedy {

    /**
     * Creates the value.
     *
     * @param fileSharing the implementation
     */
    public SelectFileSharing {
      Objects.requireNonNull(fileSharing, "fileSharing");
    }

    @Override
    public String action() {
      return "select-file-sharing";
    }

    @Override
    public Host applyTo(Host host) {
      Objects.requireNonNull(host, "host");
      return Changes.dockerDesktop(host, it -> it.fileSharing(fileSharing));
    }
  }

  /**
   * Select another VMM, in Settings &gt; General &gt; Virtual Machine Manager.
   *
   * @param vmm the VMM
   */
  @JsonPropertyOrder({"action", "vmm"})
  record SwitchVmm(Vmm vmm) implements Remedy {

    /**
     * Creates the value.
     *
     * @param vmm the VMM
     */
    public SwitchVmm {
      Objects.requireNonNull(vmm, "vmm");
    }

    @Override
    public String action() {
      return "switch-vmm";
    }

    @Override
    public Host applyTo(Host host) {
      Objects.requireNonNull(host, "host");
      return Changes.dockerDesktop(host, it -> it.vmm(vmm));
    }
  }
}

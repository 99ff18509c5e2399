package dev.vmmadvisor.api.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import java.util.List;

/** One change to a host. Records may be added in a later release. */
public sealed interface Remedy {

  /** {@return what is done, as a stable, lower-case, hyphenated word} */
  @JsonProperty("action")
  String action();

  /**
   * Give the Linux VM more memory, in Settings &gt; Resources.
   *
   * @param toMiB the memory it needs at least, in MiB
   */
  @JsonPropertyOrder({"action", "toMiB"})
  record RaiseVmMemory(int toMiB) implements Remedy {
    @Override
    public String action() {
      return "raise-vm-memory";
    }
  }

  /**
   * Install a newer Docker Desktop.
   *
   * @param to the first version that helps
   */
  @JsonPropertyOrder({"action", "to"})
  record UpgradeDockerDesktop(Version to) implements Remedy {
    @Override
    public String action() {
      return "upgrade-docker-desktop";
    }
  }

  /**
   * Install a newer macOS.
   *
   * @param to the first version that helps
   */
  @JsonPropertyOrder({"action", "to"})
  record UpgradeMacOs(Version to) implements Remedy {
    @Override
    public String action() {
      return "upgrade-macos";
    }
  }

  /**
   * Keep the files of databases on a named volume instead of a bind mount.
   *
   * @param engines the database engines
   */
  @JsonPropertyOrder({"action", "engines"})
  record MoveDatabaseToNamedVolume(List<String> engines) implements Remedy {
    /**
     * Makes the remedy.
     *
     * @param engines the database engines
     */
    public MoveDatabaseToNamedVolume {
      engines = List.copyOf(engines);
    }

    @Override
    public String action() {
      return "move-database-to-named-volume";
    }
  }

  /**
   * Give the Linux VM less memory, in Settings &gt; Resources.
   *
   * @param toMiB the memory it may have at most, in MiB
   */
  @JsonPropertyOrder({"action", "toMiB"})
  record LowerVmMemory(int toMiB) implements Remedy {
    @Override
    public String action() {
      return "lower-vm-memory";
    }
  }

  /**
   * Leave a Docker Desktop that is known to be bad for another: an older or a newer one.
   *
   * @param releases the releases to avoid
   */
  @JsonPropertyOrder({"action", "releases"})
  record AvoidRelease(VersionRange releases) implements Remedy {
    @Override
    public String action() {
      return "avoid-release";
    }
  }

  /** Add the folder that is mounted to those that are shared, in Settings &gt; Resources. */
  @JsonPropertyOrder({"action"})
  record AddSharedFolder() implements Remedy {
    @Override
    public String action() {
      return "add-shared-folder";
    }
  }

  /**
   * Switch Rosetta on or off for amd64 images, in Settings &gt; General.
   *
   * @param on whether it is to be on
   */
  @JsonPropertyOrder({"action", "on"})
  record SwitchRosetta(boolean on) implements Remedy {
    @Override
    public String action() {
      return "switch-rosetta";
    }
  }

  /**
   * Select another file sharing implementation, in Settings &gt; General.
   *
   * @param fileSharing the implementation
   */
  @JsonPropertyOrder({"action", "fileSharing"})
  record SelectFileSharing(FileSharing fileSharing) implements Remedy {
    @Override
    public String action() {
      return "select-file-sharing";
    }
  }

  /**
   * Select another VMM, in Settings &gt; General &gt; Virtual Machine Manager.
   *
   * @param vmm the VMM
   */
  @JsonPropertyOrder({"action", "vmm"})
  record SwitchVmm(Vmm vmm) implements Remedy {
    @Override
    public String action() {
      return "switch-vmm";
    }
  }
}

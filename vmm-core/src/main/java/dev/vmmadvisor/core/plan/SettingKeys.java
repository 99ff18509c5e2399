package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys of Docker Desktop's settings file that a change writes.
 *
 * <p>They are the keys that Docker Desktop itself writes. Up to 4.34 the file is settings.json,
 * with keys in lower camel case. From 4.35 on it is settings-store.json.
 */
final class SettingKeys {

  private static final Version SETTINGS_STORE = Version.parse("4.35.0");
  private static final String LIBKRUN = "UseLibkrun";
  private static final String FRAMEWORK = "UseVirtualizationFramework";
  private static final String ROSETTA = "UseVirtualizationFrameworkRosetta";
  private static final String VIRTIOFS = "UseVirtualizationFrameworkVirtioFS";
  private static final String GRPC_FUSE = "UseGrpcfuse";

  private SettingKeys() {}

  /** The keys with their new values, in the order of the change. */
  static Map<String, Object> of(Remedy remedy, Host host) {
    boolean usesOldFile =
        host.dockerDesktop()
            .version()
            .filter(version -> version.compareTo(SETTINGS_STORE) < 0)
            .isPresent();
    Map<String, Object> keys = new LinkedHashMap<>();
    if (remedy instanceof Remedy.RaiseVmMemory memory) {
      keys.put("MemoryMiB", memory.toMiB());
    } else if (remedy instanceof Remedy.LowerVmMemory memory) {
      keys.put("MemoryMiB", memory.toMiB());
    } else if (remedy instanceof Remedy.SwitchRosetta rosetta) {
      keys.put(ROSETTA, rosetta.on());
    } else if (remedy instanceof Remedy.SelectFileSharing sharing) {
      keys.put(VIRTIOFS, sharing.fileSharing() == FileSharing.VIRTIOFS);
      keys.put(GRPC_FUSE, sharing.fileSharing() == FileSharing.GRPC_FUSE);
    } else if (remedy instanceof Remedy.SwitchVmm vmm) {
      if (!usesOldFile) {
        keys.put(LIBKRUN, vmm.vmm() == Vmm.DOCKER_VMM);
      }
      keys.put(FRAMEWORK, vmm.vmm() == Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
      if (vmm.vmm() == Vmm.DOCKER_VMM) {
        keys.put(ROSETTA, false); // as Docker Desktop does
      }
    }
    if (!usesOldFile) {
      return keys;
    }
    Map<String, Object> lowerCase = new LinkedHashMap<>();
    keys.forEach(
        (key, value) ->
            lowerCase.put(Character.toLowerCase(key.charAt(0)) + key.substring(1), value));
    return lowerCase;
  }
}

package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The messages of a catalog that a text contains, and what they prove.
 *
 * @param found the messages with the fragments that were found, in the order of the catalog
 * @param host the host, completed with facts that the messages prove
 * @param proofs the fragments that prove which VMM ran
 * @param notRunning the VMMs that the messages exclude
 */
record Messages(
    Map<LogMessage, List<String>> found, Host host, Map<String, Vmm> proofs, Set<Vmm> notRunning) {

  static Messages of(Catalog catalog, Signatures signatures, Host original) {
    Map<LogMessage, List<String>> found = new LinkedHashMap<>();
    Map<String, Vmm> proofs = new LinkedHashMap<>();
    Set<Vmm> notRunning = EnumSet.noneOf(Vmm.class);
    Host host = original;
    for (LogMessage message : catalog.messages()) {
      List<String> fragments = new ArrayList<>(signatures.among(message.signatures()));
      if (signatures.hasAll(message.together())) {
        fragments.addAll(message.together());
      }
      if (fragments.isEmpty()) {
        continue;
      }
      found.put(message, List.copyOf(fragments));
      if (isPossible(message, original)) {
        message.vmm().ifPresent(vmm -> proofs.put(fragments.get(0), vmm));
        notRunning.addAll(message.notVmms());
        if (host.architecture().isEmpty() && message.architecture().isPresent()) {
          host = withArchitecture(host, message.architecture().get());
        }
      }
    }
    return new Messages(found, host, proofs, notRunning);
  }

  /** Whether a host can have written a message. */
  static boolean isPossible(LogMessage message, Host host) {
    String system = message.operatingSystem().orElse(Host.MACOS);
    return (host.operatingSystem().isEmpty() || host.operatingSystem().get().equals(system))
        && (host.architecture().isEmpty()
            || message.architecture().isEmpty()
            || host.architecture().equals(message.architecture()));
  }

  /** The VMMs that can have run when a message was written. */
  static List<Vmm> vmms(LogMessage message) {
    Set<Vmm> vmms =
        message.vmm().isPresent() ? EnumSet.of(message.vmm().get()) : EnumSet.allOf(Vmm.class);
    vmms.removeAll(message.notVmms());
    return List.copyOf(vmms);
  }

  private static Host withArchitecture(Host host, Architecture architecture) {
    return Host.builder().from(host).architecture(architecture).build();
  }
}

package com.acme.rules;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.*;
import dev.vmmadvisor.api.host.*;
import java.util.Set;

public final class TwelveGigabytes implements Constraint {
  @Override
  public String code() {
    return "docker-vmm-twelve-gigabytes";
  }

  @Override
  public Set<Vmm> vmms() {
    return Set.of(Vmm.DOCKER_VMM);
  }

  @Override
  public Set<Fact> facts() {
    return Set.of(Fact.VM_MEMORY);
  }

  @Override
  public Verdict evaluate(Host host, Vmm vmm) {
    return host.dockerDesktop().memoryMiB()
        .map(mib -> mib >= 12288
            ? Verdict.satisfied()
            : Verdict.violated("Our builds need 12 GB.", new Remedy.RaiseVmMemory(12288)))
        .orElse(Verdict.unknown());
  }
}

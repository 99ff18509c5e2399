package com.acme.doctor;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.Set;

/** Acme supports no VMM on a macOS before 26. */
public final class NoOldMacOs implements Constraint {

  private static final Version FIRST = Version.parse("26");

  @Override
  public String code() {
    return "acme-no-old-macos";
  }

  @Override
  public Set<Fact> facts() {
    return Set.of(Fact.MACOS_VERSION);
  }

  @Override
  public Verdict evaluate(Host host, Vmm vmm) {
    return host.macOsVersion()
        .map(version -> version.compareTo(FIRST) >= 0
            ? Verdict.satisfied()
            : Verdict.violated("Acme supports macOS 26 and later."))
        .orElse(Verdict.unknown());
  }
}

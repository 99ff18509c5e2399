package dev.vmmadvisor.core;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decision.BulkAdvisor;
import java.util.Optional;

/** Hosts and what their facts imply, with the built-in catalog. */
final class ImpliedFacts {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();

  private ImpliedFacts() {}

  /** A host with all that its facts imply. */
  static Host effective(Host host) {
    return ((BulkAdvisor) ADVISOR).effective(host);
  }

  /** Whether a range of versions is implied. */
  static boolean hasRange(Host host) {
    Host effective = effective(host);
    return effective.impliedMacOsVersions().isPresent() || effective.impliedReleases().isPresent();
  }

  /** Whether no facts of a host contradict each other. */
  static boolean isConsistent(Host host) {
    return effective(host).notices().stream()
        .noneMatch(notice -> notice.code().equals("contradicting-facts"));
  }

  /** A host of which all is known that can be implied, so that no change to it implies anything. */
  static Host known(Host host) {
    Optional<Version> macOs =
        host.macOsVersion().filter(version -> !version.isMacOsCompatibilityVersion());
    return Host.builder()
        .from(host)
        .architecture(effective(host).architecture().orElse(Architecture.ARM64))
        .macOsVersion(macOs.orElse(Version.parse("15.2")))
        .dockerDesktop(
            DockerDesktop.builder()
                .from(host.dockerDesktop())
                .version(host.dockerDesktop().version().orElse(Version.parse("4.44.0")))
                .build())
        .build();
  }

  private static String chip(Architecture architecture) {
    return architecture == Architecture.ARM64 ? "Apple M3" : "Intel Core i7";
  }

  /** A host without facts that contradict each other: those that do are made to fit. */
  static Host consistent(Host host) {
    Host changed = host;
    if (!isConsistent(changed)) {
      changed = Host.builder().from(changed).macOsVersion(Version.parse("15.2")).build();
    }
    if (!isConsistent(changed)) {
      changed =
          Host.builder()
              .from(changed)
              .chip(changed.architecture().map(ImpliedFacts::chip))
              .dockerDesktop(
                  DockerDesktop.builder()
                      .from(changed.dockerDesktop())
                      .vmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
                      .build())
              .build();
    }
    return changed;
  }
}

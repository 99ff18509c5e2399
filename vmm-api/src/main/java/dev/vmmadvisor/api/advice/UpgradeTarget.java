package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.Objects;

/**
 * The version of Docker Desktop or of macOS to which a host is upgraded, for {@link
 * Advisor#lookAhead}.
 *
 * @param fact {@link Fact#DOCKER_DESKTOP_VERSION} or {@link Fact#MACOS_VERSION}
 * @param version the version after the upgrade
 */
@JsonPropertyOrder({"fact", "version"})
public record UpgradeTarget(Fact fact, Version version) {

  /**
   * Creates the value.
   *
   * @param fact the fact
   * @param version the version
   * @throws IllegalArgumentException if the fact is neither of these
   */
  public UpgradeTarget {
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(version, "version");
    if (fact != Fact.DOCKER_DESKTOP_VERSION && fact != Fact.MACOS_VERSION) {
      throw new IllegalArgumentException(
          fact
              + " is no target; accepted: "
              + Fact.DOCKER_DESKTOP_VERSION
              + ", "
              + Fact.MACOS_VERSION);
    }
  }

  /**
   * {@return a release of Docker Desktop as target}
   *
   * @param release the release
   */
  public static UpgradeTarget dockerDesktop(Version release) {
    Objects.requireNonNull(release, "release");
    return new UpgradeTarget(Fact.DOCKER_DESKTOP_VERSION, release);
  }

  /**
   * {@return a version of macOS as target}
   *
   * @param version the version
   */
  public static UpgradeTarget macOs(Version version) {
    Objects.requireNonNull(version, "version");
    return new UpgradeTarget(Fact.MACOS_VERSION, version);
  }

  /**
   * {@return a host with the version of this target and otherwise unchanged}
   *
   * @param host the host
   */
  public Host applyTo(Host host) {
    Objects.requireNonNull(host, "host");
    Host.Builder changed = Host.builder().from(host);
    return fact == Fact.MACOS_VERSION
        ? changed.macOsVersion(version).build()
        : changed
            .dockerDesktop(
                DockerDesktop.builder().from(host.dockerDesktop()).version(version).build())
            .build();
  }
}

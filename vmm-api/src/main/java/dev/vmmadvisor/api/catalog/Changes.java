package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import java.util.Optional;
import java.util.function.Consumer;

/** Copies hosts with changed facts, for remedies. */
final class Changes {

  private Changes() {}

  static Host dockerDesktop(Host host, Consumer<DockerDesktop.Builder> change) {
    DockerDesktop.Builder builder = DockerDesktop.builder().from(host.dockerDesktop());
    change.accept(builder);
    return Host.builder().from(host).dockerDesktop(builder.build()).build();
  }

  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // facts of a host are optionals
  static boolean isReached(Optional<Version> current, Version wanted) {
    return current.filter(version -> version.compareTo(wanted) >= 0).isPresent();
  }
}

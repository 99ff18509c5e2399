package dev.vmmadvisor.api.host;

import org.jspecify.annotations.Nullable;

/** Omits parts of a host without known facts from its document. Jackson calls {@code equals}. */
final class UnknownFilter {

  @Override
  public boolean equals(@Nullable Object part) {
    return part == null || part.equals(DockerDesktop.unknown()) || part.equals(Workload.unknown());
  }

  @Override
  public int hashCode() {
    return 0;
  }
}

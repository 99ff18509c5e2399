package dev.vmmadvisor.testkit.jqwik;

import dev.vmmadvisor.api.host.Host;
import java.util.Objects;

/**
 * A host, and the same host with more known facts. {@link HostArbitraries#refinements()} generates
 * them.
 *
 * @param partial the host with fewer or the same known facts
 * @param refined the host with all known facts of the other, and possibly more
 */
public record Refinement(Host partial, Host refined) {

  /**
   * Creates the value.
   *
   * @param partial the host with fewer known facts
   * @param refined the host with more known facts
   */
  public Refinement {
    Objects.requireNonNull(partial, "partial");
    Objects.requireNonNull(refined, "refined");
  }
}

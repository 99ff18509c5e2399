package dev.vmmadvisor.testkit.jqwik;

import dev.vmmadvisor.api.host.Host;
import java.util.Objects;

/**
 * A host, and the same host when more is known of it. {@link HostArbitraries#refinements()}
 * generates them.
 *
 * @param partial the host of which less is known, or as much
 * @param refined the host of which more is known; every fact of the other is a fact of it
 */
public record Refinement(Host partial, Host refined) {

  /**
   * Makes the value.
   *
   * @param partial the host of which less is known
   * @param refined the host of which more is known
   */
  public Refinement {
    Objects.requireNonNull(partial, "partial");
    Objects.requireNonNull(refined, "refined");
  }
}

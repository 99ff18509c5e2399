package dev.vmmadvisor.api.advice;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Host;

/**
 * Advises on the VMM of a host, out of one catalog.
 *
 * <p>Immutable and safe to share between threads. It does no I/O and reads no clock, locale or
 * environment: the same host and goal give the same answer, byte for byte. Not for implementation
 * by users; methods may be added.
 */
public interface Advisor {

  /**
   * {@return the advice for a host, with the goal {@link Goal#BALANCED}}
   *
   * @param host the facts that are known; none has to be
   */
  default Recommendation recommend(Host host) {
    return recommend(host, Goal.BALANCED);
  }

  /**
   * {@return the advice for a host}
   *
   * @param host the facts that are known; none has to be
   * @param goal what to favour
   */
  Recommendation recommend(Host host, Goal goal);

  /** {@return the catalog it advises out of} */
  Catalog catalog();
}

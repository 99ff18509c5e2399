package dev.vmmadvisor.core.benchmarks;

import dev.vmmadvisor.api.host.Host;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The hosts of a fleet, one after the other, so that no two questions in a row are the same. */
@State(Scope.Thread)
public class Hosts {

  /** Which fleet. */
  @Param({"known", "unknown-workload"})
  public String hosts = "";

  private Host[] all = {};
  private int next;

  /** Makes the hosts. */
  @Setup
  public void make() {
    all = (hosts.equals("known") ? Fleet.known() : Fleet.ofUnknownWorkload()).toArray(Host[]::new);
  }

  /** {@return the next host} */
  public Host next() {
    Host host = all[next];
    next = (next + 1) % Fleet.SIZE;
    return host;
  }

  /** {@return all of them} */
  Host[] all() {
    return all;
  }
}

package dev.vmmadvisor.testkit.contract;

import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A violation of the contract by a constraint. {@link ConstraintContract#mistakes()} lists them.
 *
 * @param clause the violated clause
 * @param text the violation, as an English sentence without a full stop
 * @param hosts the hosts that show it, with few known facts: one host; two for {@link
 *     Clause#STAYS_WHEN_MORE_IS_KNOWN}, the one with fewer known facts first; none if no host is
 *     needed
 */
public record Mistake(Clause clause, String text, List<Host> hosts) {

  /**
   * Creates the value.
   *
   * @param clause the violated clause
   * @param text the violation
   * @param hosts the hosts that show it
   */
  public Mistake {
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(hosts, "hosts");
    hosts = List.copyOf(hosts);
  }

  /** {@return the violation and the documents of the hosts that show it, on one line} */
  @Override
  public String toString() {
    return hosts.isEmpty()
        ? text
        : text
            + "; host: "
            + hosts.stream().map(VmmJson::writeLine).collect(Collectors.joining(", then "));
  }
}

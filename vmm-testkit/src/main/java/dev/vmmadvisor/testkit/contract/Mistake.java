package dev.vmmadvisor.testkit.contract;

import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Something that a constraint does wrong. {@link ConstraintContract#mistakes()} lists them.
 *
 * @param clause what it does not keep to
 * @param text the mistake, in an English sentence without a full stop
 * @param hosts the hosts that show it, made as small as was cheap: one, or where a verdict does not
 *     stay when more is known first the one of which less is known; none where no host is needed
 */
public record Mistake(Clause clause, String text, List<Host> hosts) {

  /**
   * Makes the value.
   *
   * @param clause what it does not keep to
   * @param text the mistake
   * @param hosts the hosts that show it
   */
  public Mistake {
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(hosts, "hosts");
    hosts = List.copyOf(hosts);
  }

  /** {@return the mistake and the documents of the hosts that show it, on one line} */
  @Override
  public String toString() {
    return hosts.isEmpty()
        ? text
        : text
            + "; host: "
            + hosts.stream().map(VmmJson::writeLine).collect(Collectors.joining(", then "));
  }
}

package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Objects;

/**
 * A minimal set of changes to a host that makes a candidate eligible or the best. {@link
 * Candidate#repairs()} lists them.
 *
 * <p>It is sound: a recommendation for the changed host (see {@link #applyTo}) gives the candidate
 * the stated eligibility and rank. It is minimal: with any one of the changes omitted it does not.
 * Facts that cannot be changed, such as the architecture, are never part of it.
 *
 * @param remedies the changes; at least one, and at most one for each {@link Remedy#action()}
 * @param eligibility the eligibility of the candidate after the changes: eligible, or undetermined
 *     if facts are missing
 * @param first whether the candidate is the best after the changes
 * @param cost the cost of the most expensive change
 * @param gains the codes of the findings that are violated for the candidate only before the
 *     changes, in the order of the catalog
 * @param losses the codes of the findings that are violated for it only after the changes, in the
 *     order of the catalog
 * @param message the changes as text
 */
@JsonPropertyOrder({"remedies", "eligibility", "first", "cost", "gains", "losses", "message"})
public record Repair(
    List<Remedy> remedies,
    Eligibility eligibility,
    boolean first,
    Cost cost,
    List<String> gains,
    List<String> losses,
    String message) {

  /**
   * Creates the value.
   *
   * @param remedies the changes
   * @param eligibility the eligibility after them
   * @param first whether the candidate is first after them
   * @param cost the cost
   * @param gains the codes that are violated only before the changes
   * @param losses the codes that are violated only after the changes
   * @param message the changes as text
   */
  public Repair {
    Objects.requireNonNull(remedies, "remedies");
    Objects.requireNonNull(eligibility, "eligibility");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(gains, "gains");
    Objects.requireNonNull(losses, "losses");
    Objects.requireNonNull(message, "message");
    remedies = List.copyOf(remedies);
    gains = List.copyOf(gains);
    losses = List.copyOf(losses);
  }

  /**
   * {@return the host after the changes}
   *
   * @param host the host to change
   */
  public Host applyTo(Host host) {
    Objects.requireNonNull(host, "host");
    Host changed = host;
    for (Remedy remedy : remedies) {
      changed = remedy.applyTo(changed);
    }
    return changed;
  }
}

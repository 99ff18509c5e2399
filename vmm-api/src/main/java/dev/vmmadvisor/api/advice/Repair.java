package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Objects;

/**
 * A smallest set of changes to a host that makes a candidate possible, or the first. {@link
 * Candidate#repairs()} lists them.
 *
 * <p>It is sound: {@link #applyTo} the host and ask again, and the candidate stands where this
 * says. It is minimal: with any one of the changes left out it does not. What cannot be changed,
 * such as the architecture, is never part of one.
 *
 * @param remedies the changes; at least one, and at most one for each {@link Remedy#action()}
 * @param eligibility the eligibility of the candidate after the changes: eligible, or undetermined
 *     where facts are missing
 * @param first whether the candidate is then the best
 * @param cost what the dearest of the changes costs
 * @param gains the codes of the findings that speak against the candidate now and no longer do
 *     after the changes, in the order of the catalog
 * @param losses the codes of the findings that speak against it only after the changes, in the
 *     order of the catalog
 * @param message the changes in words, for people
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
   * Makes the value.
   *
   * @param remedies the changes
   * @param eligibility the eligibility after them
   * @param first whether the candidate is first after them
   * @param cost the cost
   * @param gains the codes that no longer speak against the candidate
   * @param losses the codes that newly do
   * @param message the changes in words
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
   * {@return a host as it is after the changes}
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

package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One step of a {@link Plan}: one change, or several that must be made together.
 *
 * @param remedies the changes, in the order in which to make them; at least one
 * @param cost the cost of the most expensive change
 * @param restarts whether containers restart
 * @param settings the keys of Docker Desktop's settings file that it changes, with their new
 *     values, named as in the release of the host; empty if it changes no setting
 * @param instruction what to do and where to click, as text
 * @param atRisk what can be lost or get worse, as texts; empty if nothing is known
 * @param undo how to undo the step, as text
 */
@JsonPropertyOrder({"remedies", "cost", "restarts", "settings", "instruction", "atRisk", "undo"})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Step(
    List<Remedy> remedies,
    Cost cost,
    boolean restarts,
    Map<String, Object> settings,
    String instruction,
    List<String> atRisk,
    String undo) {

  /**
   * Creates the value.
   *
   * @param remedies the changes
   * @param cost the cost
   * @param restarts whether containers restart
   * @param settings the keys with their new values
   * @param instruction what to do
   * @param atRisk what is at risk
   * @param undo how to undo the step
   */
  public Step {
    Objects.requireNonNull(remedies, "remedies");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(instruction, "instruction");
    Objects.requireNonNull(atRisk, "atRisk");
    Objects.requireNonNull(undo, "undo");
    remedies = List.copyOf(remedies);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    atRisk = List.copyOf(atRisk);
  }

  /**
   * {@return the host after this step}
   *
   * @param host the host before it
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

package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The ordered steps from the current configuration of a host to one with a given VMM. {@link
 * Recommendation#plan()} and {@link Recommendation#planTo} return it.
 *
 * <p>The configuration is valid after each step: the VMM then in use can run, and no step
 * introduces a harmful known issue. The library describes the steps and changes nothing.
 */
@JsonSerialize(as = Plan.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"vmm", "possible", "steps", "obstacles", "notices", "undetermined"})
public non-sealed interface Plan extends Answer {

  /** {@return the host before the first step} */
  Host host();

  /** {@return the VMM after the last step, or empty if no VMM is recommended} */
  @JsonProperty("vmm")
  Optional<Vmm> vmm();

  /**
   * {@return whether there is a plan; if not, there are no steps, and obstacles or notices may
   * explain why}
   */
  @JsonProperty("possible")
  boolean possible();

  /**
   * {@return the steps in their order; empty if nothing needs to change or the plan is not
   * possible}
   */
  @JsonProperty("steps")
  List<Step> steps();

  /** {@return the changes that would help but are not possible} */
  @JsonProperty("obstacles")
  List<Obstacle> obstacles();

  /**
   * {@return a notice for each constraint in code that failed for the VMM after all steps; if one
   * of them is hard, the plan is not possible}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @JsonProperty("notices")
  List<Notice> notices();

  /**
   * {@return the unknown facts that determine whether the VMM can run after the plan, in the order
   * of {@link Fact}; empty if that is certain}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @JsonProperty("undetermined")
  List<Fact> undetermined();

  /**
   * {@return the host after all steps}
   *
   * @param host the host before them
   */
  default Host applyTo(Host host) {
    Objects.requireNonNull(host, "host");
    Host changed = host;
    for (Step step : steps()) {
      changed = step.applyTo(changed);
    }
    return changed;
  }
}

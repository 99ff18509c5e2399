package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The ordered steps from the current configuration of a host to one with a given VMM. {@link
 * Recommendation#plan()} and {@link Recommendation#planTo} return it.
 *
 * <p>The configuration is valid after each step: the VMM then in use can run, and no step
 * introduces a harmful known issue. The library describes the steps and changes nothing.
 */
@Value.Immutable
@JsonSerialize(as = ImmutablePlan.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"vmm", "possible", "steps", "obstacles", "notices", "undetermined"})
public abstract non-sealed class Plan implements Answer {

  // Package-private: subclasses would break when attributes are added.
  Plan() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the host before the first step} */
  @JsonIgnore
  public abstract Host host();

  /** {@return the VMM after the last step, or empty if no VMM is recommended} */
  public abstract Optional<Vmm> vmm();

  /**
   * {@return whether there is a plan; if not, there are no steps, and obstacles or notices may
   * explain why}
   */
  public abstract boolean possible();

  /**
   * {@return the steps in their order; empty if nothing needs to change or the plan is not
   * possible}
   */
  public abstract List<Step> steps();

  /** {@return the changes that would help but are not possible} */
  public abstract List<Obstacle> obstacles();

  /**
   * {@return a notice for each constraint in code that failed for the VMM after all steps; if one
   * of them is hard, the plan is not possible}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public abstract List<Notice> notices();

  /**
   * {@return the unknown facts that determine whether the VMM can run after the plan, in the order
   * of {@link Fact}; empty if that is certain}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public abstract List<Fact> undetermined();

  /** {@return the renderer of the texts} */
  @JsonIgnore
  @Value.Auxiliary
  abstract AnswerRenderer wording();

  /**
   * {@return the host after all steps}
   *
   * @param host the host before them
   */
  public Host applyTo(Host host) {
    Objects.requireNonNull(host, "host");
    Host changed = host;
    for (Step step : steps()) {
      changed = step.applyTo(changed);
    }
    return changed;
  }

  @Override
  public String text() {
    return wording().text(this);
  }

  @Override
  public String headline() {
    return wording().headline(this);
  }

  @Override
  public String markdown() {
    return wording().markdown(this);
  }

  /** {@return the {@link #text()}} */
  @Override
  public String toString() {
    return text();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutablePlan.Builder {
    Builder() {}
  }
}

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
 * The way from the present configuration of a host to one with a given VMM. {@link
 * Recommendation#plan()} and {@link Recommendation#planTo} make one.
 *
 * <p>After each step the configuration is valid: nothing rules out the VMM that is then in use, and
 * no harm is met on the way, that was not there before. The library describes the steps; it changes
 * nothing.
 */
@Value.Immutable
@JsonSerialize(as = ImmutablePlan.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"vmm", "possible", "steps", "obstacles", "notices", "undetermined"})
public abstract non-sealed class Plan implements Answer {

  // Not for extension: new attributes must not break anyone.
  Plan() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the host it starts from} */
  @JsonIgnore
  public abstract Host host();

  /** {@return the VMM it leads to, or empty if no VMM is advised} */
  public abstract Optional<Vmm> vmm();

  /**
   * {@return whether the steps lead there; if not, there are none, and obstacles or notices may say
   * why}
   */
  public abstract boolean possible();

  /** {@return the steps in their order; none if nothing needs to change, or if it is impossible} */
  public abstract List<Step> steps();

  /** {@return the changes that would help and cannot be offered} */
  public abstract List<Obstacle> obstacles();

  /**
   * {@return a notice for each constraint in code that failed for the VMM with all changes made; a
   * plan with a hard one among them is not possible, as nobody knows whether the VMM may be used}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public abstract List<Notice> notices();

  /**
   * {@return the facts without which it is not known whether the VMM can run after the plan, in the
   * order of {@link Fact}; none if it is known}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public abstract List<Fact> undetermined();

  /** {@return the words of this plan} */
  @JsonIgnore
  @Value.Auxiliary
  abstract AnswerRenderer wording();

  /**
   * {@return a host as it is after all steps}
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

package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.advice.Plan;
import org.immutables.value.Value;

/** A plan with its texts. Immutable and safe to share between threads. */
@Value.Immutable
public abstract class PlanValue extends RenderedAnswer implements Plan {

  PlanValue() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutablePlanValue.Builder {
    Builder() {}
  }
}

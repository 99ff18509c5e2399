package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.advice.Comparison;
import org.immutables.value.Value;

/** A comparison with its texts. Immutable and safe to share between threads. */
@Value.Immutable
public abstract class ComparisonValue extends RenderedAnswer implements Comparison {

  ComparisonValue() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableComparisonValue.Builder {
    Builder() {}
  }
}

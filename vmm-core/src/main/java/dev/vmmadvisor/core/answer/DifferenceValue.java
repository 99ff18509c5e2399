package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.advice.Difference;
import org.immutables.value.Value;

/** A difference with its texts. Immutable and safe to share between threads. */
@Value.Immutable
public abstract class DifferenceValue extends RenderedAnswer implements Difference {

  DifferenceValue() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableDifferenceValue.Builder {
    Builder() {}
  }
}

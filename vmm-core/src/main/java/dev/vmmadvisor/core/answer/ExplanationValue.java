package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.advice.Explanation;
import org.immutables.value.Value;

/** A explanation with its texts. Immutable and safe to share between threads. */
@Value.Immutable
public abstract class ExplanationValue extends RenderedAnswer implements Explanation {

  ExplanationValue() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableExplanationValue.Builder {
    Builder() {}
  }
}

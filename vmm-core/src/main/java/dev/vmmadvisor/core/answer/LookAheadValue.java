package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.advice.LookAhead;
import org.immutables.value.Value;

/** A look-ahead with its texts. Immutable and safe to share between threads. */
@Value.Immutable
public abstract class LookAheadValue extends RenderedAnswer implements LookAhead {

  LookAheadValue() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableLookAheadValue.Builder {
    Builder() {}
  }
}

package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.advice.Timeline;
import org.immutables.value.Value;

/** A timeline with its texts. Immutable and safe to share between threads. */
@Value.Immutable
public abstract class TimelineValue extends RenderedAnswer implements Timeline {

  TimelineValue() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableTimelineValue.Builder {
    Builder() {}
  }
}

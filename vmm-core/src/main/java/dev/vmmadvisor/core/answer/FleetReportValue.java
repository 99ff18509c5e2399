package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.advice.FleetReport;
import org.immutables.value.Value;

/** A fleet report with its texts. Immutable and safe to share between threads. */
@Value.Immutable
public abstract class FleetReportValue extends RenderedAnswer implements FleetReport {

  FleetReportValue() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableFleetReportValue.Builder {
    Builder() {}
  }
}

package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.advice.ValidationReport;
import org.immutables.value.Value;

/** A validation report with its texts. Immutable and safe to share between threads. */
@Value.Immutable
public abstract class ValidationReportValue extends RenderedAnswer implements ValidationReport {

  ValidationReportValue() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableValidationReportValue.Builder {
    Builder() {}
  }
}

package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.advice.Diagnosis;
import org.immutables.value.Value;

/** A diagnosis with its texts. Immutable and safe to share between threads. */
@Value.Immutable
public abstract class DiagnosisValue extends RenderedAnswer implements Diagnosis {

  DiagnosisValue() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableDiagnosisValue.Builder {
    Builder() {}
  }
}

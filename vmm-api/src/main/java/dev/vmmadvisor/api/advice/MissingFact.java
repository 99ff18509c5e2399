package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.host.Fact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An unknown fact that can change the best candidate. {@link Recommendation#missingFacts()} lists
 * them.
 *
 * @param fact the fact
 * @param outcomes for each set of values that the fact can have, the id of the VMM that would be
 *     the best if only this fact became known, or {@value #NONE}; in ascending order of the values.
 *     In the document the keys are the {@linkplain ValueSet#notation() notations}
 */
@JsonPropertyOrder({"fact", "outcomes"})
public record MissingFact(Fact fact, Map<ValueSet, String> outcomes) {

  /** The value in {@link #outcomes()} for no eligible VMM. */
  public static final String NONE = "none";

  /**
   * Creates the value.
   *
   * @param fact the fact
   * @param outcomes the outcomes
   */
  public MissingFact {
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(outcomes, "outcomes");
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }
}

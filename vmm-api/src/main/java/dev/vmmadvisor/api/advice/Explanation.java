package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import org.immutables.value.Value;

/**
 * An explanation of one VMM for a host: what it is, its rank and findings, and how to switch to it.
 *
 * <p>{@link Advisor#explain} returns it.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableExplanation.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"vmm", "text", "engines", "why", "candidate", "plan", "catalog"})
public abstract non-sealed class Explanation implements Answer {

  // Package-private: subclasses would break when attributes are added.
  Explanation() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the recommendation for the host} */
  @JsonIgnore
  public abstract Recommendation recommendation();

  /** {@return the VMM} */
  public abstract Vmm vmm();

  /** {@return what the VMM is, as text} */
  @JsonProperty("text")
  public abstract String description();

  /** {@return the names of the engines that may implement it in the release of the host} */
  public abstract List<String> engines();

  /** {@return why it is or is not the best for the host, as text} */
  public abstract String why();

  /** {@return the candidate, with all findings} */
  public abstract Candidate candidate();

  /** {@return the plan to switch to it from the current configuration} */
  public abstract Plan plan();

  /** {@return the catalog on which this is based} */
  public abstract CatalogReference catalog();

  /** {@return the renderer of the texts} */
  @JsonIgnore
  @Value.Auxiliary
  abstract AnswerRenderer wording();

  @Override
  public String text() {
    return wording().text(this);
  }

  @Override
  public String headline() {
    return wording().headline(this);
  }

  @Override
  public String markdown() {
    return wording().markdown(this);
  }

  /** {@return the {@link #text()}} */
  @Override
  public String toString() {
    return text();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableExplanation.Builder {
    Builder() {}
  }
}

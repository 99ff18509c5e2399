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
 * One VMM explained to the owner of a host: what it is, how it stands here, what would help.
 *
 * <p>{@link Advisor#explain} makes one.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableExplanation.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"vmm", "text", "engines", "why", "candidate", "plan", "catalog"})
public abstract non-sealed class Explanation implements Answer {

  // Not for extension: new attributes must not break anyone.
  Explanation() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the recommendation for the host, which this explains a part of} */
  @JsonIgnore
  public abstract Recommendation recommendation();

  /** {@return the VMM} */
  public abstract Vmm vmm();

  /** {@return what it is, in words} */
  @JsonProperty("text")
  public abstract String description();

  /** {@return the names of the engines it may be made of in the release of the host} */
  public abstract List<String> engines();

  /** {@return why it is the best here or why it is not, in words} */
  public abstract String why();

  /** {@return how it stands, with every finding} */
  public abstract Candidate candidate();

  /** {@return the way to it from the present configuration} */
  public abstract Plan plan();

  /** {@return the catalog this was made from} */
  public abstract CatalogReference catalog();

  /** {@return the words of this answer} */
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

package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import java.util.List;

/**
 * An explanation of one VMM for a host: what it is, its rank and findings, and how to switch to it.
 *
 * <p>{@link Advisor#explain} returns it.
 */
@JsonSerialize(as = Explanation.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"vmm", "text", "engines", "why", "candidate", "plan", "catalog"})
public non-sealed interface Explanation extends Answer {

  /** {@return the recommendation for the host} */
  Recommendation recommendation();

  /** {@return the VMM} */
  @JsonProperty("vmm")
  Vmm vmm();

  /** {@return what the VMM is, as text} */
  @JsonProperty("text")
  String description();

  /** {@return the names of the engines that may implement it in the release of the host} */
  @JsonProperty("engines")
  List<String> engines();

  /** {@return why it is or is not the best for the host, as text} */
  @JsonProperty("why")
  String why();

  /** {@return the candidate, with all findings} */
  @JsonProperty("candidate")
  Candidate candidate();

  /** {@return the plan to switch to it from the current configuration} */
  @JsonProperty("plan")
  Plan plan();

  /** {@return the catalog on which this is based} */
  @JsonProperty("catalog")
  CatalogReference catalog();
}

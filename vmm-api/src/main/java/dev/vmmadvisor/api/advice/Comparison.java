package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The gains and losses of a switch from one VMM to another on one host. {@link
 * Recommendation#compare} returns it.
 *
 * <p>A finding about a setting is listed only if it counts in the ranking, because the setting can
 * be changed without a switch.
 */
@JsonSerialize(as = Comparison.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"fromVmm", "toVmm", "better", "decidedBy", "gains", "losses", "catalog"})
public non-sealed interface Comparison extends Answer {

  /**
   * One gain or loss.
   *
   * @param code the code of the rule, claim or lifecycle entry of the catalog
   * @param criterion the ranking criterion that it counts for, or empty if it does not affect the
   *     ranking
   * @param severity the severity of the rule
   * @param certain whether it is certain; if not, it depends on unknown facts
   * @param factor how many times faster it is at best, or empty if the claim has no number
   * @param circumstances the circumstances of a performance claim; may be empty
   * @param releases the releases to which it applies
   * @param message the gain or loss as text; a claim is marked as one
   * @param sources the ids of its sources in the catalog
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({
    "code",
    "criterion",
    "severity",
    "certain",
    "factor",
    "circumstances",
    "releases",
    "message",
    "sources"
  })
  record Entry(
      String code,
      Optional<Criterion> criterion,
      Severity severity,
      boolean certain,
      Optional<Integer> factor,
      List<String> circumstances,
      VersionRange releases,
      String message,
      List<String> sources) {

    /**
     * Creates the value.
     *
     * @param code the code
     * @param criterion the criterion
     * @param severity the severity
     * @param certain whether it is certain
     * @param factor the factor
     * @param circumstances the circumstances
     * @param releases the releases
     * @param message the text
     * @param sources the sources
     */
    public Entry {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(criterion, "criterion");
      Objects.requireNonNull(severity, "severity");
      Objects.requireNonNull(factor, "factor");
      Objects.requireNonNull(circumstances, "circumstances");
      Objects.requireNonNull(releases, "releases");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(sources, "sources");
      circumstances = List.copyOf(circumstances);
      sources = List.copyOf(sources);
    }
  }

  /** {@return the recommendation for the host} */
  Recommendation recommendation();

  /** {@return the VMM before the switch} */
  @JsonProperty("fromVmm")
  Vmm fromVmm();

  /** {@return the VMM after the switch} */
  @JsonProperty("toVmm")
  Vmm toVmm();

  /** {@return the VMM with the better rank} */
  @JsonProperty("better")
  Vmm better();

  /**
   * {@return the criterion that determines which of the two ranks better, or empty if they are the
   * same VMM}
   */
  @JsonProperty("decidedBy")
  Optional<Criterion> decidedBy();

  /**
   * {@return the disadvantages of the first VMM that the second does not have, and the claims for
   * the second; ordered by {@link Entry#criterion()}, entries without a criterion last, then by the
   * order of the catalog}
   */
  @JsonProperty("gains")
  List<Entry> gains();

  /** {@return the gains of the opposite switch, worded as losses; in the same order} */
  @JsonProperty("losses")
  List<Entry> losses();

  /** {@return the catalog on which this is based} */
  @JsonProperty("catalog")
  CatalogReference catalog();
}

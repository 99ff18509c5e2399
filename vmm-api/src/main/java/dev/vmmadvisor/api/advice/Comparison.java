package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The gains and losses of a switch from one VMM to another on one host. {@link
 * Recommendation#compare} returns it.
 *
 * <p>A finding about a setting is listed only if it counts in the ranking, because the setting can
 * be changed without a switch.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableComparison.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"fromVmm", "toVmm", "better", "decidedBy", "gains", "losses", "catalog"})
public abstract non-sealed class Comparison implements Answer {

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
  public record Entry(
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

  // Package-private: subclasses would break when attributes are added.
  Comparison() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the recommendation for the host} */
  @JsonIgnore
  public abstract Recommendation recommendation();

  /** {@return the VMM before the switch} */
  public abstract Vmm fromVmm();

  /** {@return the VMM after the switch} */
  public abstract Vmm toVmm();

  /** {@return the VMM with the better rank} */
  public abstract Vmm better();

  /**
   * {@return the criterion that determines which of the two ranks better, or empty if they are the
   * same VMM}
   */
  public abstract Optional<Criterion> decidedBy();

  /**
   * {@return the disadvantages of the first VMM that the second does not have, and the claims for
   * the second; ordered by {@link Entry#criterion()}, entries without a criterion last, then by the
   * order of the catalog}
   */
  public abstract List<Entry> gains();

  /** {@return the gains of the opposite switch, worded as losses; in the same order} */
  public abstract List<Entry> losses();

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
  public static class Builder extends ImmutableComparison.Builder {
    Builder() {}
  }
}

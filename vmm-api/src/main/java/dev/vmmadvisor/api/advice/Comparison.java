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
 * Two VMMs held against each other on one host: what going from the first to the second changes.
 * {@link Recommendation#compare} makes one.
 *
 * <p>A setting that does harm or nothing is not in the ledger unless it counts in the ranking: it
 * can be set otherwise under the same VMM.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableComparison.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"fromVmm", "toVmm", "better", "decidedBy", "gains", "losses", "catalog"})
public abstract non-sealed class Comparison implements Answer {

  /**
   * One line of the ledger.
   *
   * @param code the code of the rule, claim or lifecycle entry of the catalog behind it
   * @param criterion the criterion of the ranking it counts for, or empty if it decides nothing
   * @param severity how much it matters
   * @param certain whether it is certain; if not, it depends on what is not known of the host
   * @param factor how many times faster at best, or empty if no number is claimed
   * @param circumstances the circumstances of a claim of speed; perhaps none
   * @param releases the releases for which it holds
   * @param message the line in words, for people; it says of a claim that it is one
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
     * Makes the value.
     *
     * @param code the code
     * @param criterion the criterion
     * @param severity the severity
     * @param certain whether it is certain
     * @param factor the factor
     * @param circumstances the circumstances
     * @param releases the releases
     * @param message the line in words
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

  // Not for extension: new attributes must not break anyone.
  Comparison() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the recommendation for the host, whose candidates these are} */
  @JsonIgnore
  public abstract Recommendation recommendation();

  /** {@return the VMM that is left} */
  public abstract Vmm fromVmm();

  /** {@return the VMM that is gone to} */
  public abstract Vmm toVmm();

  /** {@return the one that comes first in the ranking} */
  public abstract Vmm better();

  /**
   * {@return the criterion that tells the two apart in the ranking, or empty if they are the same
   * VMM}
   */
  public abstract Optional<Criterion> decidedBy();

  /**
   * {@return what is gained: what speaks against the first and not against the second, and what is
   * claimed for the second; by {@link Entry#criterion()}, what decides nothing last, and then in
   * the order of the catalog}
   */
  public abstract List<Entry> gains();

  /**
   * {@return what is lost: what would be gained by going back, with other words; in the same order}
   */
  public abstract List<Entry> losses();

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
  public static class Builder extends ImmutableComparison.Builder {
    Builder() {}
  }
}

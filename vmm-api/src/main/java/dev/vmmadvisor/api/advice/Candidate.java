package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A VMM with its findings, its eligibility and its rank.
 *
 * <p>{@link Recommendation#candidates()} has one for every VMM. Immutable and safe to share between
 * threads.
 */
@JsonPropertyOrder({
  "vmm",
  "rank",
  "eligibility",
  "decidedBy",
  "phase",
  "findings",
  "repairs",
  "obstacles"
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public final class Candidate {

  private final Place place;
  private final CandidateLoader details;
  private volatile @Nullable List<Finding> findings;
  private @Nullable RepairResult improvement;

  private Candidate(Place place, CandidateLoader details) {
    this.place = place;
    this.details = details;
  }

  /**
   * {@return a candidate}
   *
   * @param place its rank and eligibility
   * @param details computes its findings and repairs on first access
   */
  public static Candidate of(Place place, CandidateLoader details) {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(details, "details");
    return new Candidate(place, details);
  }

  /** {@return its rank, eligibility and claims, without the findings} */
  @JsonIgnore
  public Place place() {
    return place;
  }

  /** {@return the VMM} */
  @JsonProperty("vmm")
  public Vmm vmm() {
    return place.vmm();
  }

  /** {@return the rank, from 1} */
  @JsonProperty("rank")
  public int rank() {
    return place.rank();
  }

  /** {@return whether it can run on the host} */
  @JsonProperty("eligibility")
  public Eligibility eligibility() {
    return place.eligibility();
  }

  /**
   * {@return the criterion that determines its rank: for the first candidate, the one that ranks it
   * above the second; for every other, the one that ranks it below its predecessor}
   */
  @JsonProperty("decidedBy")
  public Criterion decidedBy() {
    return place.decidedBy();
  }

  /**
   * {@return the criterion that ranks this candidate below the first; for the first, its {@link
   * #decidedBy()}}
   *
   * <p>If unknown facts affect the rank, this is the criterion that would rank it below the first
   * even if all of them were in its favour. If there is no such criterion, it is the one that the
   * unknown facts determine.
   */
  @JsonIgnore
  public Criterion comparedWithBest() {
    return place.comparedWithBest();
  }

  /** {@return the phase of its lifecycle in the host's release, or empty if unknown} */
  @JsonProperty("phase")
  public Optional<Phase> phase() {
    return place.phase();
  }

  /**
   * {@return one finding for each rule about this VMM, in the order of the catalog; computed on
   * first access}
   */
  @JsonProperty("findings")
  public List<Finding> findings() {
    List<Finding> cached = findings;
    return cached != null ? cached : loadFindings();
  }

  private synchronized List<Finding> loadFindings() {
    List<Finding> cached = findings;
    if (cached == null) {
      cached = details.findings(place);
      findings = cached;
    }
    return cached;
  }

  /**
   * {@return the findings of constraints in code that failed, have the severity blocker and are not
   * waived, in the order of the {@link #findings()}}
   *
   * <p>A candidate with such a finding is never eligible: it is ineligible if another hard rule is
   * violated, and undetermined otherwise.
   */
  @JsonIgnore
  public List<Finding> failures() {
    return findings().stream()
        .filter(finding -> finding.outcome() == Outcome.ERROR)
        .filter(finding -> finding.countsFor().contains(Criterion.ELIGIBILITY))
        .toList();
  }

  /** {@return the published claims of speed that apply to the host} */
  @JsonIgnore
  public List<PerformanceClaim> performance() {
    return place.performance();
  }

  /**
   * {@return the minimal sets of changes that would make it eligible or the best, the cheapest
   * first; computed on first access}
   */
  @JsonProperty("repairs")
  public List<Repair> repairs() {
    return improvement().repairs();
  }

  /** {@return the changes that would help but are impossible on this host, with the reason} */
  @JsonProperty("obstacles")
  public List<Obstacle> obstacles() {
    return improvement().obstacles();
  }

  private synchronized RepairResult improvement() {
    if (improvement == null) {
      improvement = details.improvement(vmm());
    }
    return improvement;
  }

  /**
   * {@return the finding of a rule, or empty if the rule does not apply to this VMM}
   *
   * @param code the code of the rule
   */
  public Optional<Finding> finding(String code) {
    Objects.requireNonNull(code, "code");
    return findings().stream().filter(finding -> finding.code().equals(code)).findFirst();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Candidate candidate
            && place.equals(candidate.place)
            && findings().equals(candidate.findings()));
  }

  @Override
  public int hashCode() {
    return 31 * place.hashCode() + findings().hashCode();
  }

  @Override
  public String toString() {
    return "Candidate{place=" + place + ", findings=" + findings() + "}";
  }
}

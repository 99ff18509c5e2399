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
 * A VMM with its findings, its eligibility and its place in the ranking.
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
   * @param place where it stands in the ranking
   * @param details finds out the rest, once somebody asks for it
   */
  public static Candidate of(Place place, CandidateLoader details) {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(details, "details");
    return new Candidate(place, details);
  }

  /** {@return where it stands in the ranking: all but what is found of the host} */
  @JsonIgnore
  public Place place() {
    return place;
  }

  /** {@return the VMM} */
  @JsonProperty("vmm")
  public Vmm vmm() {
    return place.vmm();
  }

  /** {@return the place in the ranking, from 1} */
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
   * {@return the criterion that gives this candidate its place: for the first, the one by which it
   * comes before the second; for every other, the one by which it comes after the candidate just
   * before it}
   */
  @JsonProperty("decidedBy")
  public Criterion decidedBy() {
    return place.decidedBy();
  }

  /**
   * {@return the criterion by which this candidate comes after the first; for the first itself, its
   * {@link #decidedBy()}}
   *
   * <p>Where unknown facts hold a candidate back, it is the criterion that would still hold it back
   * if they were all in its favour. If nothing would, it is the one that the unknown facts decide.
   */
  @JsonIgnore
  public Criterion comparedWithBest() {
    return place.comparedWithBest();
  }

  /** {@return the phase of its life in the host's release, or empty if that is not known} */
  @JsonProperty("phase")
  public Optional<Phase> phase() {
    return place.phase();
  }

  /** {@return one finding for each rule about this VMM, in the order of the catalog} */
  @JsonProperty("findings")
  public List<Finding> findings() {
    List<Finding> known = findings;
    return known != null ? known : findFindings();
  }

  private synchronized List<Finding> findFindings() {
    List<Finding> known = findings;
    if (known == null) {
      known = details.findings(place);
      findings = known;
    }
    return known;
  }

  /**
   * {@return the findings of hard rules that failed: of constraints in code with the severity
   * blocker that could not be evaluated and are not waived, in the order of the {@link
   * #findings()}}
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
   * {@return the smallest sets of changes that would make it possible or the best, the cheapest
   * first; found out when they are asked for}
   */
  @JsonProperty("repairs")
  public List<Repair> repairs() {
    return improvement().repairs();
  }

  /** {@return the changes that would help it and cannot be offered, with the reason} */
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
   * {@return the finding of a rule, or empty if that rule is not about this VMM}
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

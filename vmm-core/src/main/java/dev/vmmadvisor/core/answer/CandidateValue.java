package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A candidate that computes its findings and repairs on first access. */
public final class CandidateValue implements Candidate {

  private final Placement placement;
  private final CandidateLoader details;
  private volatile @Nullable List<Finding> findings;
  private @Nullable RepairResult improvement;

  private CandidateValue(Placement placement, CandidateLoader details) {
    this.placement = placement;
    this.details = details;
  }

  /**
   * {@return a candidate}
   *
   * @param placement its rank and eligibility
   * @param details computes its findings and repairs on first access
   */
  public static CandidateValue of(Placement placement, CandidateLoader details) {
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(details, "details");
    return new CandidateValue(placement, details);
  }

  /** {@return its rank, eligibility and claims, without the findings} */
  public Placement placement() {
    return placement;
  }

  @Override
  public Vmm vmm() {
    return placement.vmm();
  }

  @Override
  public int rank() {
    return placement.rank();
  }

  @Override
  public Eligibility eligibility() {
    return placement.eligibility();
  }

  @Override
  public Criterion decidedBy() {
    return placement.decidedBy();
  }

  @Override
  public Criterion comparedWithBest() {
    return placement.comparedWithBest();
  }

  @Override
  public Optional<Phase> phase() {
    return placement.phase();
  }

  @Override
  public List<Finding> findings() {
    List<Finding> cached = findings;
    return cached != null ? cached : loadFindings();
  }

  private synchronized List<Finding> loadFindings() {
    List<Finding> cached = findings;
    if (cached == null) {
      cached = details.findings(placement);
      findings = cached;
    }
    return cached;
  }

  @Override
  public List<Finding> failures() {
    return findings().stream()
        .filter(finding -> finding.outcome() == Outcome.ERROR)
        .filter(finding -> finding.countsFor().contains(Criterion.ELIGIBILITY))
        .toList();
  }

  @Override
  public List<PerformanceClaim> performance() {
    return placement.performance();
  }

  @Override
  public List<Repair> repairs() {
    return improvement().repairs();
  }

  @Override
  public List<Obstacle> obstacles() {
    return improvement().obstacles();
  }

  private synchronized RepairResult improvement() {
    if (improvement == null) {
      improvement = details.improvement(vmm());
    }
    return improvement;
  }

  @Override
  public Optional<Finding> finding(String code) {
    Objects.requireNonNull(code, "code");
    return findings().stream().filter(finding -> finding.code().equals(code)).findFirst();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof CandidateValue candidate
            && placement.equals(candidate.placement)
            && findings().equals(candidate.findings()));
  }

  @Override
  public int hashCode() {
    return 31 * placement.hashCode() + findings().hashCode();
  }

  @Override
  public String toString() {
    return vmm() + ": rank " + rank() + ", " + eligibility();
  }
}

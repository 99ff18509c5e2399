package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Optional;

/** The texts of comparisons, differences and explanations in one language. */
public interface CompareWords {

  /** A side of a comparison. */
  enum Side {
    /** An advantage of the new VMM. */
    GAIN,
    /** An advantage of the old VMM. */
    LOSS
  }

  /** A finding that is adverse to one VMM only. */
  String drawback(Side side, boolean certain, Finding finding);

  /** A claim that one VMM is slower than the other. */
  String slower(Side side, boolean certain, PerformanceClaim claim);

  /** A performance claim about one VMM only. */
  String merit(Side side, boolean certain, PerformanceClaim claim);

  /** The statement that one VMM is less mature than the other. */
  String maturity(Side side, Candidate less, Candidate more);

  /** The circumstances of a claim. */
  List<String> circumstances(PerformanceClaim claim);

  /** A change of a fact; empty for an unknown value. */
  String fact(Fact fact, Optional<?> before, Optional<?> after);

  /** A change of the catalog. */
  String catalog(CatalogReference before, CatalogReference after);

  /** A change of the rules of the advisor, under the same catalog name. */
  String advisor();

  /** A change of the goal. */
  String goal(Goal before, Goal after);

  /** A change of the best VMM; empty for none. */
  String best(Optional<Vmm> before, Optional<Vmm> after);

  /** A change of the certainty. */
  String certainty(Certainty before, Certainty after);

  /** A change of the rank of a VMM. */
  String rank(Vmm vmm, int before, int after);

  /** A change of the eligibility of a VMM. */
  String eligibility(Vmm vmm, Eligibility before, Eligibility after);

  /** A change of the outcome of a rule for a VMM; empty if the catalog has no such rule. */
  String finding(Vmm vmm, String code, Optional<Finding> before, Optional<Finding> after);

  /** The description of a VMM. */
  String description(VmmProfile profile);
}

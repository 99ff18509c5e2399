package dev.vmmadvisor.core.compare;

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

/** The words of one language for comparisons, differences and explanations. */
public interface CompareWords {

  /** A side of the ledger. */
  enum Side {
    /** What is gained. */
    GAIN,
    /** What is lost. */
    LOSS
  }

  /** A finding that speaks against the one VMM only. */
  String drawback(Side side, boolean certain, Finding finding);

  /** A claim that the one VMM is slower than the other. */
  String slower(Side side, boolean certain, PerformanceClaim claim);

  /** A claim of speed for the one VMM only. */
  String merit(Side side, boolean certain, PerformanceClaim claim);

  /** One VMM is less mature than another. */
  String maturity(Side side, Candidate less, Candidate more);

  /** The circumstances of a claim. */
  List<String> circumstances(PerformanceClaim claim);

  /** A fact has another value; empty where it is not known. */
  String fact(Fact fact, Optional<?> before, Optional<?> after);

  /** The catalog is another. */
  String catalog(CatalogReference before, CatalogReference after);

  /** The rules of the advisor are others, and its catalog has the same name. */
  String advisor();

  /** The goal is another. */
  String goal(Goal before, Goal after);

  /** The best is another, or none. */
  String best(Optional<Vmm> before, Optional<Vmm> after);

  /** The certainty is another. */
  String certainty(Certainty before, Certainty after);

  /** A VMM has another rank. */
  String rank(Vmm vmm, int before, int after);

  /** A VMM has another eligibility. */
  String eligibility(Vmm vmm, Eligibility before, Eligibility after);

  /** A rule turned out otherwise for a VMM; empty where the catalog has no such rule. */
  String finding(Vmm vmm, String code, Optional<Finding> before, Optional<Finding> after);

  /** What a VMM is. */
  String description(VmmProfile profile);
}

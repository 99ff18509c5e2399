package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.util.ArrayList;
import java.util.List;

/** Compiles the rules and VMM profiles of a catalog to {@link Clause}s and {@link CompiledVmm}s. */
final class CatalogCompiler {

  private final Catalog catalog;
  private final ComparisonTable comparisons;
  private final List<Clause> clauses = new ArrayList<>();
  private final List<CompiledRule> rules = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();

  private record Profile(
      Vmm vmm,
      List<CompiledVmm.CompiledPhase> phases,
      List<CompiledVmm.CompiledClaim> claims,
      Clause isDefault) {}

  /**
   * Compiles a catalog.
   *
   * @throws IllegalArgumentException if the catalog has no profile of one of the VMMs
   */
  CatalogCompiler(Catalog catalog, ComparisonTable comparisons) {
    this.catalog = catalog;
    this.comparisons = comparisons;
    for (Rule rule : catalog.rules()) {
      CompiledRule compiled = CompiledRule.of(rule, clauses.size(), catalog, comparisons);
      rules.add(compiled);
      clauses.add(compiled.clause());
    }
    for (Vmm vmm : Vmm.values()) {
      profiles.add(profile(vmm));
    }
  }

  private Profile profile(Vmm vmm) {
    VmmProfile profile = catalog.vmm(vmm).orElse(null);
    if (profile == null) {
      throw new IllegalArgumentException(
          "the catalog " + catalog.id() + " has no profile of " + vmm);
    }
    List<CompiledVmm.CompiledPhase> phases = new ArrayList<>();
    for (Lifecycle lifecycle : profile.lifecycle()) {
      phases.add(
          new CompiledVmm.CompiledPhase(
              lifecycle.phase(), clause(comparisons.compile(lifecycle.releases()))));
    }
    List<CompiledVmm.CompiledClaim> claims = new ArrayList<>();
    for (PerformanceClaim claim : profile.performance()) {
      Expression when = comparisons.compile(claim.releases());
      if (claim.when().isPresent()) {
        when = new Expression.All(List.of(when, comparisons.compile(claim.when().get())));
      }
      claims.add(new CompiledVmm.CompiledClaim(claim, clause(when)));
    }
    Clause isDefault =
        clause(
            profile.defaultWhen().isPresent()
                ? comparisons.compile(profile.defaultWhen().get())
                : Clause.NEVER);
    return new Profile(vmm, List.copyOf(phases), List.copyOf(claims), isDefault);
  }

  private Clause clause(Expression when) {
    Clause clause = Clause.when(clauses.size(), when);
    clauses.add(clause);
    return clause;
  }

  /** The number of clauses so far. */
  int size() {
    return clauses.size();
  }

  /** The clauses, in the order of their numbers. */
  List<Clause> clauses() {
    return List.copyOf(clauses);
  }

  /**
   * One compiled VMM for each VMM, in the order of {@link Vmm}. Constraints in code follow the
   * rules of the catalog.
   *
   * @param cells the pairs of a constraint in code and a VMM; each gets a clause after all others
   */
  List<CompiledVmm> candidates(List<CustomRuleResults.Cell> cells) {
    List<List<CompiledRule>> rulesOf = new ArrayList<>();
    for (Profile profile : profiles) {
      List<CompiledRule> about = new ArrayList<>();
      for (CompiledRule rule : rules) {
        if (rule.rule().vmms().contains(profile.vmm())) {
          about.add(rule);
        }
      }
      rulesOf.add(about);
    }
    for (CustomRuleResults.Cell cell : cells) {
      CompiledRule rule = CompiledRule.of(cell, clauses.size(), catalog);
      clauses.add(rule.clause());
      for (int i = 0; i < profiles.size(); i++) {
        if (profiles.get(i).vmm() == cell.vmm()) {
          rulesOf.get(i).add(rule);
        }
      }
    }
    int words = Clauses.words(clauses.size());
    List<CompiledVmm> candidates = new ArrayList<>();
    for (int i = 0; i < profiles.size(); i++) {
      Profile profile = profiles.get(i);
      List<CompiledRule> about = List.copyOf(rulesOf.get(i));
      List<CompiledRule> endOfLifeRules = new ArrayList<>();
      for (CompiledRule rule : about) {
        if (rule.isDeprecation() || rule.isRemoval()) {
          endOfLifeRules.add(rule);
        }
      }
      candidates.add(
          new CompiledVmm(
              profile.vmm(),
              i,
              about,
              profile.phases(),
              profile.claims(),
              profile.isDefault(),
              new CompiledVmm.RuleMasks(about, profile.claims(), words),
              List.copyOf(endOfLifeRules)));
    }
    return List.copyOf(candidates);
  }
}

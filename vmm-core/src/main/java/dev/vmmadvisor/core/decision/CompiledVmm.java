package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Rule;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A VMM with the compiled rules, phases and claims of the catalog.
 *
 * @param vmm the VMM
 * @param order its index in the documented order of the VMMs, from 0
 * @param rules the rules about it, in the order of the catalog
 * @param phases the life cycle phases
 * @param claims the performance claims
 * @param isDefault when it is the default of Docker Desktop
 * @param masks what its rules and claims count for
 * @param endOfLifeRules the deprecations and removals among its rules, in the order of the catalog
 */
record CompiledVmm(
    Vmm vmm,
    int order,
    List<CompiledRule> rules,
    List<CompiledPhase> phases,
    List<CompiledClaim> claims,
    Clause isDefault,
    RuleMasks masks,
    List<CompiledRule> endOfLifeRules) {

  /** A phase, and when it applies. */
  record CompiledPhase(Phase phase, Clause when) {}

  /** A claim, and when it applies. */
  record CompiledClaim(PerformanceClaim claim, Clause when) {}

  /** The rule with a clause. */
  Rule rule(int clause) {
    return compiled(clause).rule();
  }

  /** The compiled rule with a clause. */
  CompiledRule compiled(int clause) {
    return rules.get(Arrays.binarySearch(masks.clauses, clause));
  }

  /** The numbers of the clauses that the ranking reads. */
  BitSet ranked() {
    BitSet ranked = BitSet.valueOf(masks.ranked);
    for (CompiledPhase phase : phases) {
      ranked.set(phase.when().number());
    }
    ranked.or(BitSet.valueOf(masks.claims));
    ranked.set(isDefault.number());
    return ranked;
  }

  /** Bit masks over the clauses: what a violated rule, or a claim that applies, counts for. */
  static final class RuleMasks {
    final int[] clauses; // the numbers of all rules, ascending
    final long[] notWaived;
    final long[] ranked;
    final long[] endOfLife; // deprecations and removals
    final long[] hard;
    final long[] security;
    final long[] fixedVulnerabilities; // not read by the ranking
    final long[] harm;
    final long[] hazard;
    final long[] unmetNeed;
    final long[] deprecation;
    final long[] removal;
    final long[] claims;

    RuleMasks(List<CompiledRule> rules, List<CompiledClaim> claims, int words) {
      this.clauses = new int[rules.size()];
      this.notWaived = new long[words];
      this.ranked = new long[words];
      this.endOfLife = new long[words];
      this.hard = new long[words];
      this.security = new long[words];
      this.fixedVulnerabilities = new long[words];
      this.harm = new long[words];
      this.hazard = new long[words];
      this.unmetNeed = new long[words];
      this.deprecation = new long[words];
      this.removal = new long[words];
      this.claims = new long[words];
      for (int i = 0; i < clauses.length; i++) {
        CompiledRule rule = rules.get(i);
        int clause = rule.clause().number();
        clauses[i] = clause;
        Clauses.setBit(notWaived, clause, rule.waiver().isEmpty());
        Clauses.setBit(ranked, clause, rule.isRanked());
        Clauses.setBit(endOfLife, clause, rule.isDeprecation() || rule.isRemoval());
        Clauses.setBit(hard, clause, rule.isHard());
        Clauses.setBit(security, clause, rule.isSecurity());
        Clauses.setBit(fixedVulnerabilities, clause, rule.isFixedVulnerability());
        Clauses.setBit(harm, clause, rule.isHarm());
        Clauses.setBit(hazard, clause, rule.isHazard());
        Clauses.setBit(unmetNeed, clause, rule.isUnmetNeed());
        Clauses.setBit(deprecation, clause, rule.isDeprecation());
        Clauses.setBit(removal, clause, rule.isRemoval());
      }
      for (CompiledClaim claim : claims) {
        if (!claim.claim().slower()) {
          Clauses.setBit(this.claims, claim.when().number(), true);
        }
      }
    }

    /** All masks that the ranking reads. */
    List<long[]> all() {
      return List.of(hard, security, harm, hazard, unmetNeed, deprecation, removal, claims);
    }
  }
}

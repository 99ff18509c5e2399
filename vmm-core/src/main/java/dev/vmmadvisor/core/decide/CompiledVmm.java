package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Rule;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A VMM with everything a catalog says of it.
 *
 * @param vmm the VMM
 * @param order its place in the documented order of the VMMs, from 0
 * @param rules the rules about it, in the order of the catalog
 * @param phases the phases of its life
 * @param claims the claims of its speed
 * @param isDefault when it is Docker Desktop's own default
 * @param weights what its rules and claims count for
 * @param ends those of its rules that tell that its life ends, in the order of the catalog
 */
record CompiledVmm(
    Vmm vmm,
    int order,
    List<CompiledRule> rules,
    List<CompiledPhase> phases,
    List<CompiledClaim> claims,
    Clause isDefault,
    Weights weights,
    List<CompiledRule> ends) {

  /** A phase and when it holds. */
  record CompiledPhase(Phase phase, Clause when) {}

  /** A claim and when it applies. */
  record CompiledClaim(PerformanceClaim claim, Clause when) {}

  /** The rule about it that has a line. */
  Rule rule(int line) {
    return compiled(line).rule();
  }

  /** The same with what is known of it. */
  CompiledRule compiled(int line) {
    return rules.get(Arrays.binarySearch(weights.lines, line));
  }

  /** The numbers of the lines that the ranking looks at. */
  BitSet ranked() {
    BitSet ranked = BitSet.valueOf(weights.ranked);
    for (CompiledPhase phase : phases) {
      ranked.set(phase.when().number());
    }
    ranked.or(BitSet.valueOf(weights.claims));
    ranked.set(isDefault.number());
    return ranked;
  }

  /**
   * What rules count for where they are violated, and claims where they apply: of each weight, the
   * lines that have it.
   */
  static final class Weights {
    final int[] lines; // of all rules, in their order, which is that of the lines
    final long[] notWaived;
    final long[] ranked;
    final long[] ends; // deprecations and removals
    final long[] hard;
    final long[] security;
    final long[] fixedVulnerabilities; // not looked at by the ranking
    final long[] harm;
    final long[] hazard;
    final long[] unmetNeed;
    final long[] deprecation;
    final long[] removal;
    final long[] claims;

    Weights(List<CompiledRule> rules, List<CompiledClaim> claims, int words) {
      this.lines = new int[rules.size()];
      this.notWaived = new long[words];
      this.ranked = new long[words];
      this.ends = new long[words];
      this.hard = new long[words];
      this.security = new long[words];
      this.fixedVulnerabilities = new long[words];
      this.harm = new long[words];
      this.hazard = new long[words];
      this.unmetNeed = new long[words];
      this.deprecation = new long[words];
      this.removal = new long[words];
      this.claims = new long[words];
      for (int i = 0; i < lines.length; i++) {
        CompiledRule rule = rules.get(i);
        int line = rule.line().number();
        lines[i] = line;
        Clauses.mark(notWaived, line, rule.waiver().isEmpty());
        Clauses.mark(ranked, line, rule.isRanked());
        Clauses.mark(ends, line, rule.isDeprecation() || rule.isRemoval());
        Clauses.mark(hard, line, rule.isHard());
        Clauses.mark(security, line, rule.isSecurity());
        Clauses.mark(fixedVulnerabilities, line, rule.isFixedVulnerability());
        Clauses.mark(harm, line, rule.isHarm());
        Clauses.mark(hazard, line, rule.isHazard());
        Clauses.mark(unmetNeed, line, rule.isUnmetNeed());
        Clauses.mark(deprecation, line, rule.isDeprecation());
        Clauses.mark(removal, line, rule.isRemoval());
      }
      for (CompiledClaim claim : claims) {
        if (!claim.claim().slower()) {
          Clauses.mark(this.claims, claim.when().number(), true);
        }
      }
    }

    /** All that the ranking looks at. */
    List<long[]> all() {
      return List.of(hard, security, harm, hazard, unmetNeed, deprecation, removal, claims);
    }
  }
}

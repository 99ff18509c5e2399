package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * A VMM with everything a catalog says of it.
 *
 * @param vmm the VMM
 * @param order its place in the documented order of the VMMs, from 0
 * @param rules the rules about it, in the order of the catalog
 * @param phases the phases of its life
 * @param claims the claims of its speed
 * @param isDefault when it is Docker Desktop's own default
 * @param weights what its rules count for
 * @param ends those of its rules that tell that its life ends, in the order of the catalog
 */
record Contender(
    Vmm vmm,
    int order,
    List<CompiledRule> rules,
    List<CompiledPhase> phases,
    List<CompiledClaim> claims,
    Line isDefault,
    Weights weights,
    List<CompiledRule> ends) {

  /** A phase and when it holds. */
  record CompiledPhase(Phase phase, Line when) {}

  /** A claim and when it applies. */
  record CompiledClaim(PerformanceClaim claim, Line when) {}

  /** The numbers of the lines that the ranking looks at. */
  BitSet ranked() {
    BitSet ranked = new BitSet();
    rules.stream().filter(CompiledRule::isRanked).forEach(it -> ranked.set(it.line().number()));
    phases.forEach(phase -> ranked.set(phase.when().number()));
    claims.forEach(claim -> ranked.set(claim.when().number()));
    ranked.set(isDefault.number());
    return ranked;
  }

  /** What rules count for where they are violated: of each weight, the lines that have it. */
  static final class Weights {
    final long[] hard;
    final long[] harm;
    final long[] hazard;
    final long[] unmetNeed;
    final long[] deprecation;
    final long[] removal;

    Weights(List<CompiledRule> rules, int words) {
      this.hard = lines(rules, words, CompiledRule::isHard);
      this.harm = lines(rules, words, CompiledRule::isHarm);
      this.hazard = lines(rules, words, CompiledRule::isHazard);
      this.unmetNeed = lines(rules, words, CompiledRule::isUnmetNeed);
      this.deprecation = lines(rules, words, CompiledRule::isDeprecation);
      this.removal = lines(rules, words, CompiledRule::isRemoval);
    }

    /** All of them. */
    List<long[]> all() {
      return List.of(hard, harm, hazard, unmetNeed, deprecation, removal);
    }

    private static long[] lines(
        List<CompiledRule> rules, int words, Predicate<CompiledRule> which) {
      long[] lines = new long[words];
      for (CompiledRule rule : rules) {
        if (which.test(rule)) {
          lines[rule.line().number() >>> 6] |= 1L << (rule.line().number() & 63);
        }
      }
      return lines;
    }
  }
}

package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A VMM with everything a catalog says of it, over numbered comparisons.
 *
 * @param vmm the VMM
 * @param order its place in the documented order of the VMMs, from 0
 * @param rules the rules about it, in the order of the catalog
 * @param phases the phases of its life
 * @param claims the claims of its speed
 * @param isDefault whether it is Docker Desktop's own default
 * @param defaultComparisons the numbers of the comparisons that this reads
 */
record Contender(
    Vmm vmm,
    int order,
    List<CompiledRule> rules,
    List<CompiledPhase> phases,
    List<CompiledClaim> claims,
    Expression isDefault,
    BitSet defaultComparisons) {

  /** A phase and when it holds. */
  record CompiledPhase(Phase phase, Expression when, BitSet comparisons) {}

  /** A claim and when it applies. */
  record CompiledClaim(PerformanceClaim claim, Expression when, BitSet comparisons) {}

  static Contender of(Vmm vmm, Catalog catalog, Comparisons comparisons) {
    VmmProfile profile =
        catalog
            .vmm(vmm)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the catalog " + catalog.id() + " has no profile of " + vmm));
    List<CompiledRule> rules = new ArrayList<>();
    for (Rule rule : catalog.rules()) {
      if (rule.vmms().contains(vmm)) {
        rules.add(CompiledRule.of(rule, catalog, comparisons));
      }
    }
    List<CompiledPhase> phases = new ArrayList<>();
    for (Lifecycle lifecycle : profile.lifecycle()) {
      Expression when = comparisons.compile(lifecycle.releases());
      phases.add(new CompiledPhase(lifecycle.phase(), when, numbers(when)));
    }
    List<CompiledClaim> claims = new ArrayList<>();
    for (PerformanceClaim claim : profile.performance()) {
      Expression when = comparisons.compile(claim.releases());
      if (claim.when().isPresent()) {
        when = new Expression.All(List.of(when, comparisons.compile(claim.when().get())));
      }
      claims.add(new CompiledClaim(claim, when, numbers(when)));
    }
    Expression isDefault =
        profile
            .defaultWhen()
            .map(comparisons::compile)
            .orElse(new Expression.Not(Expression.ALWAYS));
    return new Contender(
        vmm,
        List.of(Vmm.values()).indexOf(vmm),
        List.copyOf(rules),
        List.copyOf(phases),
        List.copyOf(claims),
        isDefault,
        numbers(isDefault));
  }

  /** The same VMM with those constraints in code that are about it behind its rules. */
  Contender with(List<Judgements.Cell> cells, Catalog catalog) {
    List<CompiledRule> all = new ArrayList<>(rules);
    cells.stream()
        .filter(cell -> cell.vmm() == vmm)
        .forEach(cell -> all.add(CompiledRule.of(cell, catalog)));
    return new Contender(
        vmm, order, List.copyOf(all), phases, claims, isDefault, defaultComparisons);
  }

  /** The same VMM with those rules only that the ranking looks at. */
  Contender ranked() {
    return new Contender(
        vmm,
        order,
        rules.stream().filter(CompiledRule::isRanked).toList(),
        phases,
        claims,
        isDefault,
        defaultComparisons);
  }

  /** The same VMM without the rules about needs that a host does not tell of. */
  Contender declared(Truth[] truths) {
    return rules.stream().noneMatch(rule -> rule.isUndeclared(truths))
        ? this
        : new Contender(
            vmm,
            order,
            rules.stream().filter(rule -> !rule.isUndeclared(truths)).toList(),
            phases,
            claims,
            isDefault,
            defaultComparisons);
  }

  /** The numbers of all comparisons it reads. */
  BitSet comparisons() {
    BitSet all = new BitSet();
    rules.forEach(rule -> all.or(rule.comparisons()));
    phases.forEach(phase -> all.or(phase.comparisons()));
    claims.forEach(claim -> all.or(claim.comparisons()));
    all.or(defaultComparisons);
    return all;
  }

  private static BitSet numbers(Expression expression) {
    BitSet numbers = new BitSet();
    expression.addTo(numbers);
    return numbers;
  }
}

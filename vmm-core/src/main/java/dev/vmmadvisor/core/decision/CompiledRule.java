package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.SettingRule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule with its clause.
 *
 * @param rule the rule of the catalog
 * @param clause the clause
 * @param facts the facts it reads, in the order of {@link Fact}
 * @param waiver the waiver of the rule; a waived rule is shown and does not count
 */
record CompiledRule(Rule rule, Clause clause, List<Fact> facts, Optional<Waiver> waiver) {

  static CompiledRule of(Rule rule, int number, Catalog catalog, ComparisonTable comparisons) {
    Expression scope = comparisons.compile(rule.releases());
    if (rule.when().isPresent()) {
      scope = new Expression.All(List.of(scope, comparisons.compile(rule.when().get())));
    }
    Optional<Condition> tested = testOf(rule);
    Expression test = tested.isPresent() ? comparisons.compile(tested.get()) : Expression.ALWAYS;
    if (rule instanceof Vulnerability vulnerability && vulnerability.precondition().isPresent()) {
      test = new Expression.All(List.of(test, Expression.UNDECIDED));
    }
    boolean requires = rule instanceof ConstraintRule;
    boolean declaredOnly =
        (rule instanceof KnownIssue issue && issue.declaredOnly())
            || (rule instanceof ConstraintRule constraint && constraint.declaredOnly());
    Clause clause = new Clause(number, scope, test, requires, Clause.NEVER, declaredOnly);
    List<Fact> facts = List.copyOf(comparisons.facts(clause.comparisons()));
    return new CompiledRule(rule, clause, facts, catalog.waiver(rule.code()));
  }

  /** The test of a rule; empty if its outcome depends on the scope alone. */
  private static Optional<Condition> testOf(Rule rule) {
    if (rule instanceof ConstraintRule constraint) {
      return Optional.of(constraint.requires());
    }
    if (rule instanceof SettingRule setting) {
      return Optional.of(setting.present());
    }
    if (rule instanceof Vulnerability vulnerability) {
      return vulnerability.exposure();
    }
    return rule instanceof KnownIssue issue ? issue.trigger() : Optional.empty();
  }

  /** Compiles a constraint in code for one VMM. */
  static CompiledRule of(CustomRuleResults.Cell cell, int number, Catalog catalog) {
    Clause clause =
        new Clause(
            number,
            new Expression.Leaf(cell.about()),
            new Expression.Leaf(cell.met()),
            true,
            new Expression.Leaf(cell.error()),
            false);
    return new CompiledRule(
        cell.rule(), clause, cell.rule().facts(), catalog.waiver(cell.rule().code()));
  }

  /** Whether it excludes every VMM by the operating system alone. */
  boolean isOfSystem() {
    return isHard()
        && rule instanceof ConstraintRule
        && rule.when().isEmpty()
        && rule.vmms().containsAll(List.of(Vmm.values()))
        && facts.equals(List.of(Fact.OPERATING_SYSTEM));
  }

  /** Whether a violation makes a VMM ineligible. */
  boolean isHard() {
    return decides() && rule.severity() == Severity.BLOCKER;
  }

  /**
   * Whether a violation counts as harm: a serious issue of high confidence with a trigger. An issue
   * without a trigger may affect any host, but not certainly.
   */
  boolean isHarm() {
    return isHazard() && ((KnownIssue) rule).trigger().isPresent();
  }

  /** Whether a beta that it may affect does not count as generally available. */
  boolean isHazard() {
    return decides()
        && rule instanceof KnownIssue
        && rule.severity() == Severity.SERIOUS
        && rule.confidence() == Confidence.HIGH;
  }

  /** Whether a violation means that a declared need is not met, with high confidence. */
  boolean isUnmetNeed() {
    return decides()
        && rule instanceof KnownIssue issue
        && issue.unmetNeed()
        && rule.confidence() == Confidence.HIGH;
  }

  /** Whether it is a vulnerability that another VMM or file sharing implementation avoids. */
  boolean isSecurity() {
    return isDecidedVulnerability() && ((Vulnerability) rule).dependsOnChoice();
  }

  /** Whether it is a vulnerability that a later release fixes. */
  boolean isFixedVulnerability() {
    return isDecidedVulnerability() && ((Vulnerability) rule).fixedIn().isPresent();
  }

  /**
   * Whether it is a vulnerability that counts where a release is affected. A medium confidence is
   * enough. A vulnerability with a precondition that no fact represents does not count.
   */
  private boolean isDecidedVulnerability() {
    return decides()
        && rule instanceof Vulnerability vulnerability
        && vulnerability.precondition().isEmpty()
        && rule.confidence() != Confidence.LOW;
  }

  /** Whether a violation means that the VMM is deprecated. */
  boolean isDeprecation() {
    return decides()
        && rule instanceof Deprecation deprecation
        && deprecation.phase() == Phase.DEPRECATED;
  }

  /** Whether a violation means that the VMM is removed. */
  boolean isRemoval() {
    return decides()
        && rule instanceof Deprecation deprecation
        && deprecation.phase() == Phase.REMOVED;
  }

  /** Whether the ranking reads its outcome. */
  boolean isRanked() {
    return isHard()
        || isSecurity()
        || isHazard()
        || isUnmetNeed()
        || isDeprecation()
        || isRemoval();
  }

  /** The criteria of the ranking that a violation counts for, in their order. */
  List<Criterion> countsFor() {
    List<Criterion> criteria = new ArrayList<>();
    if (isHard()) {
      criteria.add(Criterion.ELIGIBILITY);
    }
    if (isSecurity()) {
      criteria.add(Criterion.SECURITY);
    }
    if (isHarm()) {
      criteria.add(Criterion.HARM);
    }
    if (isUnmetNeed()) {
      criteria.add(Criterion.FITNESS);
    }
    if (isHazard() || isDeprecation() || isRemoval()) {
      criteria.add(Criterion.MATURITY);
    }
    return criteria;
  }

  private boolean decides() {
    return waiver.isEmpty();
  }
}

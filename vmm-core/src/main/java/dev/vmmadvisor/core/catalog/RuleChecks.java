package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks rules against each other: redundant rules, and constraints that no host can satisfy
 * together. Checks headlines too.
 */
final class RuleChecks {

  /** The maximum length of a headline, in characters. */
  private static final int MAX_HEADLINE = 60;

  private final LintContext lint;

  RuleChecks(LintContext lint) {
    this.lint = lint;
  }

  void check() {
    Map<Key, List<Rule>> sameKey = new LinkedHashMap<>();
    for (Rule rule : lint.catalog().rules()) {
      checkHeadline(rule);
      sameKey.computeIfAbsent(Key.of(rule), key -> new ArrayList<>()).add(rule);
    }
    sameKey.values().forEach(this::checkShadowed);
    for (Vmm vmm : Vmm.values()) {
      List<ConstraintRule> constraints =
          lint.catalog().rules().stream()
              .filter(rule -> rule.severity() == Severity.BLOCKER && rule.vmms().contains(vmm))
              .filter(ConstraintRule.class::isInstance)
              .map(ConstraintRule.class::cast)
              .toList();
      checkTogether(vmm, constraints);
    }
  }

  /** Checks a headline. A rule without one uses its text, which may be longer. */
  private void checkHeadline(Rule rule) {
    String path = lint.entryIndex().path(rule.code()).orElse(null);
    String headline = rule.headline();
    if (path != null
        && !headline.equals(rule.text())
        && (headline.length() > MAX_HEADLINE || headline.endsWith("."))) {
      lint.add(
          path + ".headline",
          "is too long or ends in a full stop; accepted: at most "
              + MAX_HEADLINE
              + " characters without a full stop");
    }
  }

  private void checkShadowed(List<Rule> sameKey) {
    for (int i = 0; i < sameKey.size(); i++) {
      Rule rule = sameKey.get(i);
      String path = lint.entryIndex().path(rule.code()).orElse(null);
      for (int n = 0; path != null && n < sameKey.size() && !lint.hosts().isExhausted(); n++) {
        Rule other = sameKey.get(n);
        // if two rules cover each other, the later one is redundant
        if (n != i && covers(other, rule) && (n < i || !covers(rule, other))) {
          lint.add(
              path,
              "is needless: "
                  + LintContext.quoted(other.code())
                  + " fires wherever it does, with the same severity and text");
          break;
        }
      }
    }
  }

  private boolean covers(Rule wide, Rule narrow) {
    Condition violation = LintContext.violation(narrow);
    return lint.hosts().isPossible(violation)
        && !lint.hosts().isPossible(violation, LintContext.violation(wide));
  }

  private void checkTogether(Vmm vmm, List<ConstraintRule> constraints) {
    for (int i = 0; i < constraints.size(); i++) {
      for (int n = i + 1; n < constraints.size() && !lint.hosts().isExhausted(); n++) {
        ConstraintRule one = constraints.get(i);
        ConstraintRule other = constraints.get(n);
        if (lint.entryIndex().path(one.code()).isEmpty()
            && lint.entryIndex().path(other.code()).isEmpty()) {
          continue;
        }
        Condition scope = and(LintContext.scope(one), LintContext.scope(other));
        if (!isPossible(scope, and(one.requires(), other.requires()))
            && isPossible(scope, one.requires())
            && isPossible(scope, other.requires())) {
          lint.addContradiction(
              one.code(),
              other.code(),
              "require of " + LintContext.quoted(vmm) + " what no host can satisfy together");
        }
      }
    }
  }

  private boolean isPossible(Condition scope, Condition requires) {
    return lint.hosts().isPossible(and(scope, requires));
  }

  private static Condition and(Condition one, Condition other) {
    return new Condition.All(List.of(one, other));
  }

  /** The properties that two rules share if one can make the other redundant. */
  private record Key(RuleKind kind, Set<Vmm> vmms, Severity severity, String text, String phase) {
    static Key of(Rule rule) {
      String phase = rule instanceof Deprecation gone ? gone.phase().id() : "";
      Set<Vmm> vmms = Collections.unmodifiableSet(new TreeSet<>(rule.vmms()));
      return new Key(rule.kind(), vmms, rule.severity(), rule.text(), phase);
    }
  }
}

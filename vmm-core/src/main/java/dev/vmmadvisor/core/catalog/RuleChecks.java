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

/** Rules beside each other: none that another makes needless, none that rule each other out. */
final class RuleChecks {

  /** The longest headline, in characters. */
  private static final int MAX_HEADLINE = 60;

  private final LintContext lint;

  RuleChecks(LintContext lint) {
    this.lint = lint;
  }

  void check() {
    Map<Likeness, List<Rule>> alike = new LinkedHashMap<>();
    for (Rule rule : lint.catalog().rules()) {
      checkHeadline(rule);
      alike.computeIfAbsent(Likeness.of(rule), key -> new ArrayList<>()).add(rule);
    }
    alike.values().forEach(this::checkShadowed);
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

  /** A rule without a headline has its text as one, which may be longer. */
  private void checkHeadline(Rule rule) {
    String path = lint.subjects().path(rule.code()).orElse(null);
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

  private void checkShadowed(List<Rule> alike) {
    for (int i = 0; i < alike.size(); i++) {
      Rule rule = alike.get(i);
      String path = lint.subjects().path(rule.code()).orElse(null);
      for (int n = 0; path != null && n < alike.size() && !lint.hosts().isExhausted(); n++) {
        Rule other = alike.get(n);
        // of two that cover each other the later is needless
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
        if (lint.subjects().path(one.code()).isEmpty()
            && lint.subjects().path(other.code()).isEmpty()) {
          continue;
        }
        Condition scope = both(LintContext.scope(one), LintContext.scope(other));
        if (!isPossible(scope, both(one.requires(), other.requires()))
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
    return lint.hosts().isPossible(both(scope, requires));
  }

  private static Condition both(Condition one, Condition other) {
    return new Condition.All(List.of(one, other));
  }

  /** What rules have in common that can make each other needless. */
  private record Likeness(
      RuleKind kind, Set<Vmm> vmms, Severity severity, String text, String phase) {
    static Likeness of(Rule rule) {
      String phase = rule instanceof Deprecation gone ? gone.phase().id() : "";
      Set<Vmm> vmms = Collections.unmodifiableSet(new TreeSet<>(rule.vmms()));
      return new Likeness(rule.kind(), vmms, rule.severity(), rule.text(), phase);
    }
  }
}

package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.SettingRule;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.json.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of one run of the linter: the input and the problems. */
final class LintContext {

  private static final long MAX_STEPS = 20_000_000;
  private static final int MAX_PROBLEMS = 1_000;

  private final Catalog catalog;
  private final EntryIndex entryIndex;
  private final SatisfiabilityChecker hosts;
  private final Set<Problem> problems = new LinkedHashSet<>();

  /**
   * Creates the state of a run.
   *
   * @param catalog the merged catalog
   * @param entryIndex the entries of the checked document; only they are reported
   */
  LintContext(Catalog catalog, EntryIndex entryIndex) {
    this.catalog = catalog;
    this.entryIndex = entryIndex;
    this.hosts = new SatisfiabilityChecker(catalog, MAX_STEPS);
  }

  /** Checks every entry. */
  void checkEntries() {
    new ReleaseChecks(this).check();
    new ProfileChecks(this).check();
    new ConditionChecks(this).check();
    new RuleChecks(this).check();
    new RemedyChecks(this).check();
    new VulnerabilityChecks(this).check();
    new MessageChecks(this).check();
    if (hosts.isExhausted()) {
      problems.add(
          new Problem("$", 1, "its conditions are too many or too long to check all of them"));
    }
  }

  Catalog catalog() {
    return catalog;
  }

  EntryIndex entryIndex() {
    return entryIndex;
  }

  SatisfiabilityChecker hosts() {
    return hosts;
  }

  void add(String path, String message) {
    if (hosts.isExhausted()) {
      return; // the results of the satisfiability checks are no longer valid
    }
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new Problem(path, 1, message));
    } else if (problems.size() == MAX_PROBLEMS) {
      problems.add(new Problem("$", 1, "there are more than " + MAX_PROBLEMS + " problems"));
    }
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Reports two entries that contradict each other, unless a disagreement names both. */
  void addContradiction(String one, String other, String how) {
    String reported = entryIndex.path(other).isPresent() ? other : one;
    String path = entryIndex.path(reported).orElse(null);
    if (path == null || isDisagreement(one, other)) {
      return;
    }
    add(
        path,
        quoted(reported)
            + " and "
            + quoted(reported.equals(one) ? other : one)
            + " "
            + how
            + "; accepted: that a disagreement names both");
  }

  private boolean isDisagreement(String one, String other) {
    return catalog.disagreements().stream()
        .anyMatch(it -> it.entries().contains(one) && it.entries().contains(other));
  }

  /** The condition that a rule applies to a host. */
  static Condition scope(Rule rule) {
    Condition releases = new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, rule.releases());
    return rule.when()
        .<Condition>map(when -> new Condition.All(List.of(releases, when)))
        .orElse(releases);
  }

  /** The condition that a host violates a rule. */
  static Condition violation(Rule rule) {
    Condition test = test(rule).orElse(new Condition.All(List.of()));
    return new Condition.All(
        List.of(scope(rule), rule instanceof ConstraintRule ? new Condition.Not(test) : test));
  }

  /** The test of a rule; empty if its violation depends on the scope alone. */
  static Optional<Condition> test(Rule rule) {
    if (rule instanceof ConstraintRule constraint) {
      return Optional.of(constraint.requires());
    }
    if (rule instanceof KnownIssue issue) {
      return issue.trigger();
    }
    if (rule instanceof Vulnerability vulnerability) {
      return vulnerability.exposure();
    }
    return rule instanceof SettingRule setting ? Optional.of(setting.present()) : Optional.empty();
  }

  /** The field of the document for {@link #test}. */
  static String testField(Rule rule) {
    return rule instanceof ConstraintRule
        ? "requires"
        : rule instanceof SettingRule
            ? "present"
            : rule instanceof Vulnerability ? "fileSharing" : "trigger";
  }

  static String quoted(@Nullable Object text) {
    return "\"" + text + "\"";
  }
}

package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.host.Fact;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that conditions are not empty, use known words and are satisfiable. */
final class ConditionChecks {

  private static final Set<Fact> IMPLIED =
      Set.of(Fact.ARCHITECTURE, Fact.MACOS_VERSION, Fact.DOCKER_DESKTOP_VERSION);

  private final LintContext lint;
  private final Map<Fact, Set<String>> words = new LinkedHashMap<>();

  ConditionChecks(LintContext lint) {
    this.lint = lint;
    lint.catalog().words().forEach((fact, known) -> words.put(fact, new HashSet<>(known)));
  }

  void check() {
    for (VmmProfile profile : lint.catalog().vmms()) {
      String path = lint.entryIndex().path(profile.vmm().id()).orElse(null);
      if (path == null) {
        continue;
      }
      profile.defaultWhen().ifPresent(when -> checkCanBeTrue(path + ".defaultWhen", when));
      for (PerformanceClaim claim : profile.performance()) {
        String claimPath = lint.entryIndex().path(claim.code()).orElse(path);
        claim.when().ifPresent(when -> checkCanBeTrue(claimPath + ".when", when));
      }
    }
    for (Rule rule : lint.catalog().rules()) {
      lint.entryIndex().path(rule.code()).ifPresent(path -> check(path, rule));
    }
  }

  private void checkCanBeTrue(String path, Condition condition) {
    if (isSound(path, condition) && !lint.hosts().isPossible(condition)) {
      lint.add(path, "is true of no host");
    }
  }

  private void check(String path, Rule rule) {
    if (rule instanceof ConstraintRule constraint && constraint.impliedByUse()) {
      checkImplies(path, constraint);
    }
    String test = path + "." + LintContext.testField(rule);
    boolean about = rule.when().map(when -> isSound(path + ".when", when)).orElse(true);
    boolean sound = LintContext.test(rule).map(it -> isSound(test, it)).orElse(true) && about;
    Condition releases = new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, rule.releases());
    if (!sound
        || !lint.hosts().isPossible(releases) // reported by ReleaseChecks
        || lint.hosts().isPossible(LintContext.violation(rule))) {
      return;
    }
    if (!lint.hosts().isPossible(LintContext.scope(rule))) {
      lint.add(path + ".when", "the rule can never fire: this is true of no host in its releases");
    } else if (test.endsWith(".requires")) {
      lint.add(test, "the rule can never fire: no host it is about can violate this");
    } else {
      lint.add(test, "the rule can never fire: this is true of no host it is about");
    }
  }

  /** Reports why a constraint that use proves cannot imply anything. */
  private void checkImplies(String path, ConstraintRule rule) {
    List<Condition> parts =
        rule.requires() instanceof Condition.All all ? all.conditions() : List.of(rule.requires());
    if (parts.isEmpty() || !parts.stream().allMatch(ConditionChecks::canBeImplied)) {
      lint.add(
          path + ".impliedByUse",
          "nothing can be implied; accepted: that "
              + LintContext.quoted("requires")
              + " is a comparison, or all of some comparisons, of the architecture, the macOS"
              + " version or the Docker Desktop version");
    }
    if (rule.vmms().containsAll(List.of(Vmm.values()))
        && rule.releases().equals(VersionRange.ALL)) {
      lint.add(
          path + ".impliedByUse",
          "nothing is in use that could imply it; accepted: that "
              + LintContext.quoted("releases")
              + " or some of the VMMs are named");
    }
    if (rule.when().map(Condition::comparisons).orElse(List.of()).stream()
        .anyMatch(Condition.Known.class::isInstance)) {
      lint.add(
          path + ".when",
          "what is implied cannot depend on whether a fact is known; accepted: "
              + LintContext.quoted("impliedByUse")
              + " without it");
    }
  }

  private static boolean canBeImplied(Condition part) {
    return part instanceof Condition.Comparison comparison
        && !(part instanceof Condition.Known)
        && IMPLIED.contains(comparison.fact());
  }

  /** Whether a condition has no empty parts and no unknown words; reports those. */
  private boolean isSound(String path, Condition condition) {
    boolean sound = checkNotEmpty(path, condition);
    for (Condition.Comparison comparison : condition.comparisons()) {
      for (String word : words(comparison)) {
        if (words.containsKey(comparison.fact())
            && !words.getOrDefault(comparison.fact(), Set.of()).contains(word)) {
          lint.add(
              path,
              LintContext.quoted(word)
                  + " is not among the words of "
                  + LintContext.quoted(comparison.fact())
                  + " that are known");
          sound = false;
        }
      }
    }
    return sound;
  }

  private boolean checkNotEmpty(String path, Condition condition) {
    if (condition instanceof Condition.Not not) {
      return checkNotEmpty(path, not.condition());
    }
    if (condition instanceof Condition.All all) {
      if (all.conditions().isEmpty()) {
        lint.add(path, "an empty \"all\" is always true");
        return false;
      }
      return all.conditions().stream().filter(part -> !checkNotEmpty(path, part)).count() == 0;
    }
    if (condition instanceof Condition.Any any) {
      if (any.conditions().isEmpty()) {
        lint.add(path, "an empty \"any\" is never true");
        return false;
      }
      return any.conditions().stream().filter(part -> !checkNotEmpty(path, part)).count() == 0;
    }
    return true;
  }

  private static List<String> words(Condition.Comparison comparison) {
    if (comparison instanceof Condition.OneOf oneOf) {
      return oneOf.values();
    }
    if (comparison instanceof Condition.Contains contains) {
      return contains.values();
    }
    return comparison instanceof Condition.RunsDatabase runs ? runs.engines() : List.of();
  }
}

package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that each remedy can fix the violation of its rule on some host.
 *
 * <p>The remedy is applied to the condition, see {@link ConditionRewriter}. It is effective if some
 * host violates the rule before the change and not after it. A remedy for a fact that the rule does
 * not read can be a workaround and passes, except for memory and releases.
 */
final class RemedyChecks {

  private static final Version ZERO = Version.parse("0");
  private static final Condition NEVER = new Condition.Any(List.of());

  private final LintContext lint;

  RemedyChecks(LintContext lint) {
    this.lint = lint;
  }

  void check() {
    for (Rule rule : lint.catalog().rules()) {
      lint.entryIndex().path(rule.code()).ifPresent(path -> check(path, rule));
    }
  }

  private void check(String path, Rule rule) {
    if (rule instanceof Deprecation deprecation
        && deprecation.replacements().stream().anyMatch(deprecation.vmms()::contains)) {
      lint.add(path + ".replacements", "names a virtual machine manager that is to be left");
    }
    Condition violation = LintContext.violation(rule);
    if (!lint.hosts().isPossible(violation)) {
      return; // reported by ConditionChecks
    }
    Set<Fact> facts =
        violation.comparisons().stream()
            .map(Condition.Comparison::fact)
            .collect(Collectors.toSet());
    for (int i = 0; i < rule.remedies().size(); i++) {
      String remedyPath = path + ".remedies[" + i + "]";
      Remedy remedy = rule.remedies().get(i);
      if (remedy instanceof Remedy.SwitchVmm change) {
        if (rule.vmms().contains(change.vmm())) {
          lint.add(
              remedyPath + ".vmm",
              "does not help: the rule is about " + LintContext.quoted(change.vmm()) + ", too");
        }
      } else if (remedy instanceof Remedy.AvoidRelease avoid) {
        checkAvoid(remedyPath + ".releases", violation, avoid.releases());
      } else {
        check(remedyPath, violation, facts, remedy);
      }
    }
  }

  private void check(String path, Condition violation, Set<Fact> facts, Remedy remedy) {
    if (remedy instanceof Remedy.RaiseVmMemory raise) {
      Condition less = not(new Condition.AtLeast(Fact.VM_MEMORY, raise.toMiB()));
      checkMemory(path, violation, facts, less, raise.toMiB());
    } else if (remedy instanceof Remedy.LowerVmMemory lower) {
      Condition more = new Condition.AtLeast(Fact.VM_MEMORY, lower.toMiB() + 1);
      checkMemory(path, violation, facts, more, lower.toMiB());
    } else if (remedy instanceof Remedy.UpgradeDockerDesktop upgrade) {
      Condition before = below(Fact.DOCKER_DESKTOP_VERSION, upgrade.to());
      if (!helps(
          violation, before, ConditionRewriter.to(Fact.DOCKER_DESKTOP_VERSION, upgrade.to()))) {
        lint.add(path + ".to", "does not help: the rule still holds in " + upgrade.to());
      }
    } else if (remedy instanceof Remedy.UpgradeMacOs upgrade
        && facts.contains(Fact.MACOS_VERSION)) {
      Condition before = below(Fact.MACOS_VERSION, upgrade.to());
      if (!helps(violation, before, ConditionRewriter.to(Fact.MACOS_VERSION, upgrade.to()))) {
        lint.add(path + ".to", "does not help: the rule still holds on macOS " + upgrade.to());
      }
    } else if (remedy instanceof Remedy.SelectFileSharing select
        && facts.contains(Fact.FILE_SHARING)) {
      String id = select.fileSharing().id();
      Condition other = not(new Condition.OneOf(Fact.FILE_SHARING, List.of(id)));
      if (!helps(violation, other, ConditionRewriter.to(Fact.FILE_SHARING, id))) {
        lint.add(
            path + ".fileSharing",
            "does not help: the rule still holds with " + LintContext.quoted(id));
      }
    } else if (remedy instanceof Remedy.SwitchRosetta turn
        && facts.contains(Fact.ROSETTA_ENABLED)) {
      Condition other = new Condition.Is(Fact.ROSETTA_ENABLED, !turn.on());
      if (!helps(violation, other, ConditionRewriter.to(Fact.ROSETTA_ENABLED, turn.on()))) {
        lint.add(
            path + ".on",
            "does not help: the rule still holds with Rosetta " + (turn.on() ? "on" : "off"));
      }
    } else if (remedy instanceof Remedy.MoveDatabaseToNamedVolume move) {
      checkMove(path, violation, facts, move);
    }
  }

  private void checkMemory(
      String path, Condition violation, Set<Fact> facts, Condition before, int toMiB) {
    if (!facts.contains(Fact.VM_MEMORY)) {
      lint.add(path, "does not help: the rule does not read " + LintContext.quoted(Fact.VM_MEMORY));
    } else if (!helps(violation, before, ConditionRewriter.to(Fact.VM_MEMORY, toMiB))) {
      lint.add(path + ".toMiB", "does not help: the rule still holds with " + toMiB + " MiB");
    }
  }

  private void checkMove(
      String path, Condition violation, Set<Fact> facts, Remedy.MoveDatabaseToNamedVolume move) {
    if (move.engines().isEmpty()) {
      lint.add(path + ".engines", "names no database engine");
    } else if (facts.contains(Fact.DATABASES)) {
      Condition before = ConditionRewriter.withEngines(violation, move.engines());
      if (!lint.hosts()
          .isPossible(before, ConditionRewriter.toNamedVolumes(move.engines()).on(before))) {
        lint.add(path + ".engines", "does not help: the rule still holds on named volumes");
      }
    }
  }

  private void checkAvoid(String path, Condition violation, VersionRange releases) {
    Condition within = new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, releases);
    if (lint.hosts().isPossible(violation, within)) {
      lint.add(
          path,
          LintContext.quoted(releases) + " does not hold every release in which the rule can fire");
    } else if (!lint.hosts().isPossible(not(within))) {
      lint.add(path, LintContext.quoted(releases) + " leaves no release to go to");
    }
  }

  private boolean helps(Condition violation, Condition before, ConditionRewriter change) {
    return lint.hosts()
        .isPossible(new Condition.All(List.of(violation, before)), change.on(violation));
  }

  private static Condition below(Fact fact, Version version) {
    return version.equals(ZERO) ? NEVER : new Condition.Within(fact, VersionRange.below(version));
  }

  private static Condition not(Condition condition) {
    return new Condition.Not(condition);
  }
}

package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.LookAhead.Kind;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Computes the changes between two states of a host, by rule and VMM.
 *
 * <p>If a VMM is possible in one state only, just that is reported. If it is possible in neither,
 * nothing is reported about it.
 */
final class SnapshotDiff {

  private final List<Rule> rules;
  private final List<VmmProfile> profiles;
  private final UpgradeWords words;
  private final HostSnapshot before;
  private final HostSnapshot after;
  private final UpgradeTarget target;
  private final List<LookAhead.Change> changes = new ArrayList<>();

  SnapshotDiff(
      List<Rule> rules,
      List<VmmProfile> profiles,
      UpgradeWords words,
      HostSnapshot before,
      HostSnapshot after,
      UpgradeTarget target) {
    this.rules = rules;
    this.profiles = profiles;
    this.words = words;
    this.before = before;
    this.after = after;
    this.target = target;
  }

  /** The changes by kind, in the order of the rules within a kind. */
  List<LookAhead.Change> list() {
    for (Rule rule : rules) {
      Map<Kind, List<Vmm>> vmms = new EnumMap<>(Kind.class);
      for (Vmm vmm : rule.vmms()) {
        kind(rule, vmm)
            .ifPresent(kind -> vmms.computeIfAbsent(kind, any -> new ArrayList<>()).add(vmm));
      }
      vmms.forEach((kind, about) -> changes.add(change(kind, rule, about)));
    }
    for (VmmProfile profile : profiles) {
      if (isPossibleThroughout(profile.vmm())) {
        addEngine(profile);
        addPhase(profile);
      }
    }
    changes.sort(Comparator.comparing(LookAhead.Change::kind));
    return changes;
  }

  private boolean isPossibleThroughout(Vmm vmm) {
    return before.isPossible(vmm) && after.isPossible(vmm);
  }

  private Optional<Kind> kind(Rule rule, Vmm vmm) {
    Finding was = finding(before, vmm, rule);
    Finding then = finding(after, vmm, rule);
    if (!HostSnapshot.isHard(then) && (isFailed(was) || isFailed(then))) {
      return Optional.empty(); // a failed constraint allows no comparison
    }
    int order = Integer.compare(weight(was, rule), weight(then, rule));
    if (order == 0) {
      return Optional.empty();
    }
    boolean worse = order < 0;
    if (after.isOfApp(then)) {
      return worse ? Optional.of(Kind.DOES_NOT_INSTALL) : Optional.empty();
    }
    if (HostSnapshot.isHard(then)) {
      Optional<Kind> kind = kindOfHard(rule, vmm, worse);
      if (kind.isPresent()
          || (rule.kind() != RuleKind.KNOWN_ISSUE && rule.kind() != RuleKind.VULNERABILITY)) {
        return kind;
      }
    }
    if (!isPossibleThroughout(vmm)) {
      return Optional.empty();
    }
    return switch (rule.kind()) {
      case DEPRECATION -> worse ? Optional.of(Kind.DEPRECATED) : Optional.empty();
      case SETTING -> worse ? Optional.of(Kind.SETTING) : Optional.empty();
      case KNOWN_ISSUE, VULNERABILITY, CONSTRAINT, CUSTOM ->
          Optional.of(worse ? Kind.NEW_ISSUE : Kind.FIXED);
    };
  }

  /** The effect of a hard rule on a VMM, if that rule changes its eligibility. */
  private Optional<Kind> kindOfHard(Rule rule, Vmm vmm, boolean worse) {
    Eligibility was = before.eligibility(vmm);
    Eligibility is = after.eligibility(vmm);
    if (was == is || worse != was.compareTo(is) < 0) {
      return Optional.empty();
    }
    if (!worse && after.isFailed(vmm)) {
      return Optional.empty(); // unknown, because the failed rule decides it
    }
    Finding decisive = finding(worse ? after : before, vmm, rule);
    boolean decides =
        (worse ? is : was) == Eligibility.INELIGIBLE
            ? decisive.outcome() == Outcome.VIOLATED
            : decisive.outcome() == Outcome.UNKNOWN || isFailed(decisive);
    return decides ? Optional.of(worse ? Kind.UNAVAILABLE : Kind.AVAILABLE) : Optional.empty();
  }

  private static boolean isFailed(Finding finding) {
    return finding.outcome() == Outcome.ERROR;
  }

  /**
   * 0 for a rule that is not violated, 1 for one that may be, 2 for a violated one. A failed rule
   * may be violated if it is hard.
   */
  private static int weight(Finding finding, Rule rule) {
    return switch (finding.outcome()) {
      case VIOLATED -> 2;
      case UNKNOWN -> isUndeclared(rule, finding) ? 0 : 1;
      case ERROR -> HostSnapshot.isHard(finding) ? 1 : 0;
      case SATISFIED, NOT_APPLICABLE -> 0;
    };
  }

  /** Whether a rule counts only if a fact is declared, and it is not. */
  private static boolean isUndeclared(Rule rule, Finding finding) {
    return (rule instanceof KnownIssue issue && issue.declaredOnly())
        || (rule instanceof ConstraintRule constraint
            && constraint.declaredOnly()
            && finding.countsFor().isEmpty());
  }

  private static Finding finding(HostSnapshot state, Vmm vmm, Rule rule) {
    return Objects.requireNonNull(state.findings(vmm).get(rule.code()));
  }

  private LookAhead.Change change(Kind kind, Rule rule, List<Vmm> vmms) {
    Finding was = finding(before, vmms.get(0), rule);
    Finding is = finding(after, vmms.get(0), rule);
    return new LookAhead.Change(
        kind,
        rule.code(),
        vmms.stream().sorted().toList(),
        kind == Kind.AVAILABLE ? Severity.INFO : rule.severity(),
        weight(was, rule) != 1 && weight(is, rule) != 1 && !isPromised(kind, rule),
        is.remedies(),
        words.change(kind, vmms, was, is, before.host(), target),
        rule.sources());
  }

  /** Whether a fix is announced and not confirmed. */
  private static boolean isPromised(Kind kind, Rule rule) {
    return kind == Kind.FIXED
        && rule instanceof KnownIssue issue
        && issue.fixedIn().isPresent()
        && !issue.fixConfirmed();
  }

  private void addEngine(VmmProfile profile) {
    Optional<Engine> was = engine(profile, before.release());
    Optional<Engine> is = engine(profile, after.release());
    if (was.isPresent() && is.isPresent() && !was.equals(is)) {
      Vmm vmm = profile.vmm();
      changes.add(
          new LookAhead.Change(
              Kind.ENGINE_CHANGED,
              is.get().code(),
              List.of(vmm),
              Severity.WARNING,
              true,
              List.of(),
              words.engine(vmm, was.get(), is.get()),
              is.get().sources()));
    }
  }

  private static Optional<Engine> engine(VmmProfile profile, Optional<Version> release) {
    return release.flatMap(
        known ->
            profile.engines().stream()
                .filter(engine -> engine.releases().contains(known))
                .findFirst());
  }

  /** Adds the start of a phase. Deprecations are reported by their rules. */
  private void addPhase(VmmProfile profile) {
    Vmm vmm = profile.vmm();
    Optional<Phase> was = before.candidate(vmm).phase();
    Optional<Phase> is = after.candidate(vmm).phase();
    if (was.isPresent() && is.isPresent() && !was.equals(is)) {
      lifecycle(profile, is.get())
          .ifPresent(
              entry ->
                  changes.add(
                      new LookAhead.Change(
                          Kind.PHASE_CHANGED,
                          entry.code(),
                          List.of(vmm),
                          Severity.INFO,
                          true,
                          List.of(),
                          words.phase(vmm, is.get()),
                          entry.sources())));
    }
  }

  private Optional<Lifecycle> lifecycle(VmmProfile profile, Phase phase) {
    return profile.lifecycle().stream()
        .filter(entry -> entry.phase() == phase)
        .filter(entry -> after.release().filter(entry.releases()::contains).isPresent())
        .findFirst();
  }
}

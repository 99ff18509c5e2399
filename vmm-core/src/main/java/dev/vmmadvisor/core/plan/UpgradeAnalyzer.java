package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.LookAhead.Installs;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.SecurityStatus;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.advice.Timeline;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.LookAheadValue;
import dev.vmmadvisor.core.answer.TimelineValue;
import dev.vmmadvisor.core.decision.DecisionEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Predicts what other releases change for a host. Holds a cache that is not synchronized: create
 * one for each call.
 */
public final class UpgradeAnalyzer {

  private final Catalog catalog;
  private final DecisionEngine engine;
  private final ChangePlanner changes;
  private final PreUpgradeSteps preUpgradeSteps;
  private final UpgradeWords words;
  private final AnswerRenderer wording;

  /** Interned notices, because most releases have the same ones. */
  private final Map<Notice, Notice> interned = new HashMap<>();

  /**
   * Creates an analyzer.
   *
   * @param catalog the catalog of the engine
   * @param engine decides about the host before and after
   * @param changes plans the steps before an upgrade
   * @param words the texts of changes
   * @param wording the renderer of whole answers
   */
  public UpgradeAnalyzer(
      Catalog catalog,
      DecisionEngine engine,
      ChangePlanner changes,
      UpgradeWords words,
      AnswerRenderer wording) {
    this.catalog = catalog;
    this.engine = engine;
    this.changes = changes;
    this.preUpgradeSteps = new PreUpgradeSteps(engine, changes);
    this.words = words;
    this.wording = wording;
  }

  /** What a target changes for a host. */
  public LookAhead lookAhead(Host original, UpgradeTarget target) {
    Host host = engine.effective(original);
    HostSnapshot before = HostSnapshot.of(host, engine);
    return lookAhead(original, before, HostSnapshot.of(target.applyTo(host), engine), target);
  }

  /**
   * What each release after the current one changes for a host, compared with the release before
   * it.
   */
  public Timeline timeline(Host original) {
    Host host = engine.effective(original);
    TimelineValue.Builder timeline =
        TimelineValue.builder().host(original).catalog(engine.reference()).renderer(wording);
    Set<Notice> notices = new LinkedHashSet<>(engine.notices(host));
    List<Version> releases =
        new ArrayList<>(catalog.releases().stream().map(Release::version).sorted().toList());
    Optional<Version> current = host.dockerDesktop().version();
    current.ifPresent(version -> releases.removeIf(release -> release.compareTo(version) <= 0));
    Host shown = original;
    HostSnapshot before = HostSnapshot.of(host, engine);
    if (current.isEmpty() && !releases.isEmpty()) {
      UpgradeTarget first = UpgradeTarget.dockerDesktop(releases.remove(0));
      shown = first.applyTo(original);
      before = HostSnapshot.of(first.applyTo(host), engine);
    }
    notices.addAll(engine.failures(before.candidates()));
    for (Version release : releases) {
      UpgradeTarget target = UpgradeTarget.dockerDesktop(release);
      HostSnapshot after = HostSnapshot.of(target.applyTo(host), engine);
      LookAhead step = lookAhead(shown, before, after, target);
      if (!step.changes().isEmpty()) {
        timeline.addReleases(step);
      }
      notices.addAll(notices(after));
      shown = target.applyTo(original);
      before = after;
    }
    return timeline.notices(notices).build();
  }

  private LookAhead lookAhead(
      Host shown, HostSnapshot before, HostSnapshot after, UpgradeTarget target) {
    List<LookAhead.Change> list =
        new SnapshotDiff(engine.rules(), catalog.vmms(), words, before, after, target).list();
    Set<Notice> notices = new LinkedHashSet<>(notices(before));
    notices.addAll(notices(after));
    List<Step> steps = preUpgradeSteps.of(before, after, target);
    SecurityStatus security = security(before, reached(after, target, steps));
    return LookAheadValue.builder()
        .host(shown)
        .target(target)
        .installs(installs(before, after, target))
        .avoid(
            (target.fact() == Fact.DOCKER_DESKTOP_VERSION && security.upgradeTo().isPresent())
                || isToAvoid(list, before, after))
        .security(security)
        .securityBefore(security(before, before))
        .bestBefore(before.best())
        .bestAfter(after.best())
        .changes(list)
        .before(steps)
        .notices(notices)
        .catalog(engine.reference())
        .renderer(wording)
        .build();
  }

  /** The state with a release, after the upgrade of macOS that it needs. */
  private HostSnapshot reached(HostSnapshot after, UpgradeTarget target, List<Step> steps) {
    if (target.fact() == Fact.MACOS_VERSION) {
      return after;
    }
    for (Step step : steps) {
      for (Remedy remedy : step.remedies()) {
        if (remedy instanceof Remedy.UpgradeMacOs) {
          return HostSnapshot.of(remedy.applyTo(after.host()), engine);
        }
      }
    }
    return after;
  }

  /** The vulnerabilities in a state, under the VMM that the host uses in it. */
  private SecurityStatus security(HostSnapshot before, HostSnapshot after) {
    Optional<Vmm> current = before.host().dockerDesktop().vmm();
    Optional<Vmm> vmm = current.filter(after::isPossible).or(after::best);
    return engine
        .security()
        .status(after.host(), Goal.BALANCED, current.isPresent() ? vmm : Optional.empty());
  }

  private List<Notice> notices(HostSnapshot state) {
    List<Notice> notices = new ArrayList<>();
    for (Notice notice : engine.notices(state.host(), state.candidates())) {
      notices.add(interned.computeIfAbsent(notice, same -> same));
    }
    return notices;
  }

  private Installs installs(HostSnapshot before, HostSnapshot after, UpgradeTarget target) {
    List<Finding> findings = after.candidates().get(0).findings();
    if (findings.stream()
        .anyMatch(finding -> finding.outcome() == Outcome.VIOLATED && after.isOfAll(finding))) {
      return Installs.NO;
    }
    boolean undetermined =
        findings.stream()
            .anyMatch(finding -> finding.outcome() == Outcome.UNKNOWN && after.isOfApp(finding));
    if (undetermined
        || (target.fact() == Fact.MACOS_VERSION
            && !changes.isShownToRun(target.version(), before.host()))) {
      return Installs.UNKNOWN;
    }
    return Installs.YES;
  }

  /**
   * List Whether the catalog advises to avoid the release because of a serious change to the VMM of
   * the host.
   */
  private boolean isToAvoid(
      List<LookAhead.Change> changes, HostSnapshot before, HostSnapshot after) {
    Set<Vmm> used = used(before, after);
    return changes.stream()
        .filter(change -> change.severity().compareTo(Severity.SERIOUS) >= 0)
        .filter(change -> change.vmms().stream().anyMatch(used::contains))
        .filter(change -> catalog.waiver(change.code()).isEmpty())
        .anyMatch(change -> isToAvoid(change, after));
  }

  /** Whether a rule of high confidence advises to avoid the release because of a certain change. */
  private boolean isToAvoid(LookAhead.Change change, HostSnapshot after) {
    Optional<Rule> rule =
        catalog.rule(change.code()).filter(it -> it.confidence() == Confidence.HIGH);
    return change.kind() != LookAhead.Kind.FIXED
        && change.certain()
        && rule.map(Rule::remedies).orElse(List.of()).stream()
            .anyMatch(
                remedy ->
                    remedy instanceof Remedy.AvoidRelease avoid
                        && after.release().filter(avoid.releases()::contains).isPresent());
  }

  /**
   * The VMMs that a host uses with a target: the current one, or the best now if it is unknown. If
   * that one is ineligible with the target, also the best one then.
   */
  private static Set<Vmm> used(HostSnapshot before, HostSnapshot after) {
    Set<Vmm> used = new LinkedHashSet<>();
    before
        .host()
        .dockerDesktop()
        .vmm()
        .filter(before::isPossible)
        .or(before::best)
        .ifPresent(used::add);
    if (used.stream().noneMatch(after::isPossible)) {
      after.best().ifPresent(used::add);
    }
    return used;
  }
}

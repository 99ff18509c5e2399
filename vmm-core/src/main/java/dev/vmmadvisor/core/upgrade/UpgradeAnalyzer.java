package dev.vmmadvisor.core.upgrade;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.AnswerRenderer;
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
import dev.vmmadvisor.core.change.ChangePlanner;
import dev.vmmadvisor.core.decide.DecisionEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks ahead to other releases. Immutable and safe to share between threads. */
public final class UpgradeAnalyzer {

  private final Catalog catalog;
  private final DecisionEngine decider;
  private final ChangePlanner changes;
  private final PreUpgradeSteps precautions;
  private final UpgradeWords words;
  private final AnswerRenderer wording;

  /** Each notice once: the same one is met at every release. */
  private final Map<Notice, Notice> shared = new HashMap<>();

  /**
   * Makes them.
   *
   * @param catalog the catalog that the decider answers out of
   * @param decider tells what a host gets before and after
   * @param changes the steps to take before
   * @param words the words for what changes
   * @param wording the words for whole answers
   */
  public UpgradeAnalyzer(
      Catalog catalog,
      DecisionEngine decider,
      ChangePlanner changes,
      UpgradeWords words,
      AnswerRenderer wording) {
    this.catalog = catalog;
    this.decider = decider;
    this.changes = changes;
    this.precautions = new PreUpgradeSteps(decider, changes);
    this.words = words;
    this.wording = wording;
  }

  /** What a target changes for a host. */
  public LookAhead lookAhead(Host asked, UpgradeTarget target) {
    Host host = decider.effective(asked);
    HostSnapshot before = HostSnapshot.of(host, decider);
    return lookAhead(asked, before, HostSnapshot.of(target.applyTo(host), decider), target);
  }

  /** What each release after that of a host changes for it, compared with the one before. */
  public Timeline timeline(Host asked) {
    Host host = decider.effective(asked);
    Timeline.Builder timeline =
        Timeline.builder().host(asked).catalog(decider.reference()).wording(wording);
    Set<Notice> notices = new LinkedHashSet<>(decider.notices(host));
    List<Version> releases =
        new ArrayList<>(catalog.releases().stream().map(Release::version).sorted().toList());
    Optional<Version> present = host.dockerDesktop().version();
    present.ifPresent(version -> releases.removeIf(release -> release.compareTo(version) <= 0));
    Host told = asked;
    HostSnapshot before = HostSnapshot.of(host, decider);
    if (present.isEmpty() && !releases.isEmpty()) {
      UpgradeTarget first = UpgradeTarget.dockerDesktop(releases.remove(0));
      told = first.applyTo(asked);
      before = HostSnapshot.of(first.applyTo(host), decider);
    }
    notices.addAll(decider.failures(before.candidates()));
    for (Version release : releases) {
      UpgradeTarget target = UpgradeTarget.dockerDesktop(release);
      HostSnapshot after = HostSnapshot.of(target.applyTo(host), decider);
      LookAhead step = lookAhead(told, before, after, target);
      if (!step.changes().isEmpty()) {
        timeline.addReleases(step);
      }
      notices.addAll(notices(after));
      told = target.applyTo(asked);
      before = after;
    }
    return timeline.notices(notices).build();
  }

  private LookAhead lookAhead(
      Host told, HostSnapshot before, HostSnapshot after, UpgradeTarget target) {
    List<LookAhead.Change> list =
        new SnapshotDiff(decider.rules(), catalog.vmms(), words, before, after, target).list();
    Set<Notice> notices = new LinkedHashSet<>(notices(before));
    notices.addAll(notices(after));
    List<Step> steps = precautions.of(before, after, target);
    SecurityStatus security = security(before, reached(after, target, steps));
    return LookAhead.builder()
        .host(told)
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
        .catalog(decider.reference())
        .wording(wording)
        .build();
  }

  /** The state with a release once macOS is new enough for it. */
  private HostSnapshot reached(HostSnapshot after, UpgradeTarget target, List<Step> steps) {
    if (target.fact() == Fact.MACOS_VERSION) {
      return after;
    }
    for (Step step : steps) {
      for (Remedy remedy : step.remedies()) {
        if (remedy instanceof Remedy.UpgradeMacOs) {
          return HostSnapshot.of(remedy.applyTo(after.host()), decider);
        }
      }
    }
    return after;
  }

  /** The vulnerabilities in a state, under the VMM that the host uses then. */
  private SecurityStatus security(HostSnapshot before, HostSnapshot after) {
    Optional<Vmm> current = before.host().dockerDesktop().vmm();
    Optional<Vmm> vmm = current.filter(after::isPossible).or(after::best);
    return decider
        .security()
        .status(after.host(), Goal.BALANCED, current.isPresent() ? vmm : Optional.empty());
  }

  private List<Notice> notices(HostSnapshot state) {
    List<Notice> notices = new ArrayList<>();
    for (Notice notice : decider.notices(state.host(), state.candidates())) {
      notices.add(shared.computeIfAbsent(notice, same -> same));
    }
    return notices;
  }

  private Installs installs(HostSnapshot before, HostSnapshot after, UpgradeTarget target) {
    List<Finding> findings = after.candidates().get(0).findings();
    if (findings.stream()
        .anyMatch(finding -> finding.outcome() == Outcome.VIOLATED && after.isOfAll(finding))) {
      return Installs.NO;
    }
    boolean open =
        findings.stream()
            .anyMatch(finding -> finding.outcome() == Outcome.UNKNOWN && after.isOfApp(finding));
    if (open
        || (target.fact() == Fact.MACOS_VERSION
            && !changes.isShownToRun(target.version(), before.host()))) {
      return Installs.UNKNOWN;
    }
    return Installs.YES;
  }

  /** Whether the catalog tells to avoid the release for a serious change to the VMM of the host. */
  private boolean isToAvoid(
      List<LookAhead.Change> changes, HostSnapshot before, HostSnapshot after) {
    Set<Vmm> used = used(before, after);
    return changes.stream()
        .filter(change -> change.severity().compareTo(Severity.SERIOUS) >= 0)
        .filter(change -> change.vmms().stream().anyMatch(used::contains))
        .filter(change -> catalog.waiver(change.code()).isEmpty())
        .anyMatch(change -> isToAvoid(change, after));
  }

  /** Whether it is documented that the release is to be avoided for something that is certain. */
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
   * The VMMs a host uses with a target: the one in use, or the best now if that is not known; where
   * it is ruled out with the target, also the best then.
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

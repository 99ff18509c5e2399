package dev.vmmadvisor.core.fleet;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.FleetReport;
import dev.vmmadvisor.api.advice.FleetReport.Group;
import dev.vmmadvisor.api.advice.FleetReport.Help;
import dev.vmmadvisor.api.advice.FleetReport.Reason;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decide.BulkAdvisor;
import dev.vmmadvisor.core.decide.DecisionSummary;
import dev.vmmadvisor.core.decide.SecurityAssessment.SafeUpgrade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A count of hosts, in memory that does not grow with their number. Not safe to share between
 * threads: give each its own, and {@link #merge} them.
 */
public final class FleetAccumulator {

  private final BulkAdvisor surveyor;
  private final Goal goal;
  private final SingleFixFinder singleChanges;
  private final Map<Version, String> releases = new HashMap<>();

  private long hosts;
  private final Histogram<Reason> barriers = new Histogram<>();
  private final Histogram<Hit> hits = new Histogram<>();
  private final Histogram<Vulnerability> vulnerabilities = new Histogram<>();
  private long vulnerable;
  private final Histogram<Fact> missingFacts = new Histogram<>();
  private final Histogram<String> failedConstraints = new Histogram<>();
  private final Histogram<Help> changes = new Histogram<>();
  private final Histogram<Group> groups = new Histogram<>(); // each as a group of one host

  private record Hit(Vmm vmm, String code, Severity severity) {}

  private record Decision(Optional<Vmm> best, Certainty certainty) {}

  private record Move(Optional<Vmm> from, Optional<Vmm> to) {}

  FleetAccumulator(BulkAdvisor surveyor, Goal goal) {
    this.surveyor = surveyor;
    this.goal = goal;
    this.singleChanges = new SingleFixFinder(surveyor, goal);
    for (Release release : surveyor.catalog().releases()) {
      releases.put(release.version(), release.version().toString());
    }
  }

  /**
   * Counts a host.
   *
   * @param asked the facts that are known; none has to be
   * @return the host as a group of one
   */
  public Group add(Host asked) {
    Objects.requireNonNull(asked, "asked");
    Host host = surveyor.effective(asked);
    DecisionSummary glance = surveyor.glance(host, goal);
    Optional<Vmm> present = host.dockerDesktop().vmm();
    Optional<SafeUpgrade> upgrade =
        surveyor.upgrade(host, goal).filter(it -> !glance.isFailed(glance.place(it.vmm())));
    List<Help> helping = new ArrayList<>();
    upgrade.ifPresent(
        it -> helping.add(new Help(new Remedy.UpgradeDockerDesktop(it.release()), it.vmm())));
    for (Help help : singleChanges.of(host, glance)) {
      if (!helping.contains(help)) {
        helping.add(help);
      }
    }
    hosts++;
    helping.forEach(changes::add);
    if (present.isPresent()
        && glance.best().isPresent()
        && !present.equals(glance.best())
        && !glance.isFailed(0)
        && upgrade.filter(it -> present.equals(Optional.of(it.vmm()))).isEmpty()) {
      Remedy change = new Remedy.SwitchVmm(glance.best().get());
      if (surveyor.isFeasible(change, host)) {
        changes.add(new Help(change, glance.best().get()));
      }
    }
    for (MissingFact missing : glance.missingFacts()) {
      missingFacts.add(missing.fact());
    }
    glance.failed().forEach(failedConstraints::add);
    present.ifPresent(vmm -> addHits(vmm, glance));
    present.or(glance::best).ifPresent(vmm -> addVulnerabilities(vmm, host, glance));
    addBarriers(glance);
    Group group =
        new Group(
            present,
            host.dockerDesktop()
                .version()
                .map(version -> releases.getOrDefault(version, FleetReport.OTHER))
                .orElse(FleetReport.UNKNOWN),
            glance.best(),
            glance.certainty(),
            reason(present, glance),
            helping.stream().findFirst(),
            1);
    groups.add(group);
    return group;
  }

  private void addHits(Vmm vmm, DecisionSummary glance) {
    for (Rule rule : glance.violated(glance.place(vmm))) {
      if (rule.severity().compareTo(Severity.SERIOUS) >= 0
          && rule.kind() != RuleKind.VULNERABILITY) {
        hits.add(new Hit(vmm, rule.code(), rule.severity()));
      }
    }
  }

  /** Counts what is told of a known release, as in an answer to the host alone. */
  private void addVulnerabilities(Vmm vmm, Host host, DecisionSummary glance) {
    if (host.dockerDesktop().version().isEmpty()) {
      return;
    }
    for (Rule rule : glance.violated(glance.place(vmm))) {
      if (rule instanceof Vulnerability vulnerability) {
        vulnerabilities.add(vulnerability);
      }
    }
    vulnerable += surveyor.isVulnerable(host, vmm) ? 1 : 0;
  }

  private void addBarriers(DecisionSummary glance) {
    for (int place = glance.best().isPresent() ? 1 : 0; place < glance.size(); place++) {
      Vmm vmm = glance.vmm(place);
      Criterion criterion = glance.behind(place);
      List<Rule> rules = glance.counting(place, criterion);
      if (rules.isEmpty()) {
        barriers.add(new Reason(vmm, criterion, Optional.empty()));
      }
      for (Rule rule : rules) {
        barriers.add(new Reason(vmm, criterion, Optional.of(rule.code())));
      }
    }
  }

  /** Why the VMM in use is not the best, or where it is or is unknown, the runner-up. */
  private static Reason reason(Optional<Vmm> present, DecisionSummary glance) {
    int runnerUp = glance.best().isPresent() ? 1 : 0;
    int place = Math.max(runnerUp, present.map(glance::place).orElse(runnerUp));
    Criterion criterion = glance.behind(place);
    return new Reason(
        glance.vmm(place),
        criterion,
        glance.counting(place, criterion).stream().findFirst().map(Rule::code));
  }

  /**
   * Adds what another count has counted. The other one is not changed.
   *
   * @param other a count of the same fleet
   */
  public void merge(FleetAccumulator other) {
    Objects.requireNonNull(other, "other");
    hosts += other.hosts;
    barriers.add(other.barriers);
    hits.add(other.hits);
    vulnerabilities.add(other.vulnerabilities);
    vulnerable += other.vulnerable;
    missingFacts.add(other.missingFacts);
    failedConstraints.add(other.failedConstraints);
    changes.add(other.changes);
    groups.add(other.groups);
  }

  /** {@return the number of hosts so far} */
  public long hosts() {
    return hosts;
  }

  /** {@return the report on the hosts so far; more can be counted after it} */
  public FleetReport report() {
    List<Group> all = groups.list((group, number) -> withHosts(group, number));
    Histogram<Decision> decisions = new Histogram<>();
    Histogram<Optional<Vmm>> present = new Histogram<>();
    Histogram<Move> moves = new Histogram<>();
    Histogram<String> installed = new Histogram<>();
    for (Group group : all) {
      decisions.add(new Decision(group.best(), group.certainty()), group.hosts());
      present.add(group.present(), group.hosts());
      moves.add(new Move(group.present(), group.best()), group.hosts());
      installed.add(group.release(), group.hosts());
    }
    return FleetReport.builder()
        .hosts(hosts)
        .goal(goal)
        .decisions(
            decisions.list(
                (key, number) -> new FleetReport.Decision(key.best(), key.certainty(), number)))
        .present(present.list(FleetReport.Present::new))
        .moves(moves.list((key, number) -> new FleetReport.Move(key.from(), key.to(), number)))
        .releases(installed.list(FleetReport.Installed::new))
        .barriers(barriers.list(FleetReport.Barrier::new))
        .hits(
            hits.list(
                (key, number) ->
                    new FleetReport.Hit(key.vmm(), key.code(), key.severity(), number)))
        .vulnerable(vulnerable)
        .vulnerabilities(
            vulnerabilities.list(
                (flaw, number) ->
                    new FleetReport.Affected(
                        flaw.code(), flaw.cves(), flaw.dependsOnChoice(), number)))
        .missingFacts(missingFacts.list(FleetReport.Open::new))
        .failedConstraints(failedConstraints.list(FleetReport.FailedConstraint::new))
        .changes(changes.list(FleetReport.Change::new))
        .groups(all)
        .catalog(surveyor.reference())
        .wording(surveyor.wording())
        .build();
  }

  private static Group withHosts(Group group, long hosts) {
    return new Group(
        group.present(),
        group.release(),
        group.best(),
        group.certainty(),
        group.reason(),
        group.help(),
        hosts);
  }
}

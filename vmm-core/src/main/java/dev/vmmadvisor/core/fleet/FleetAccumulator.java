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
import dev.vmmadvisor.core.answer.FleetReportValue;
import dev.vmmadvisor.core.decision.BulkAdvisor;
import dev.vmmadvisor.core.decision.DecisionSummary;
import dev.vmmadvisor.core.decision.SecurityAssessment.SafeUpgrade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Accumulates statistics of hosts, in memory that does not grow with their number. Not safe to
 * share between threads: use one for each thread and {@link #merge} them.
 */
public final class FleetAccumulator {

  private final BulkAdvisor advisor;
  private final Goal goal;
  private final SingleFixFinder singleFixes;
  private final Map<Version, String> releases = new HashMap<>();

  private long hosts;
  private final Histogram<Reason> barriers = new Histogram<>();
  private final Histogram<Hit> hits = new Histogram<>();
  private final Histogram<Vulnerability> vulnerabilities = new Histogram<>();
  private long vulnerable;
  private final Histogram<Fact> missingFacts = new Histogram<>();
  private final Histogram<String> failedConstraints = new Histogram<>();
  private final Histogram<Help> changes = new Histogram<>();
  private final Histogram<Group> groups = new Histogram<>(); // keys are groups of one host

  private record Hit(Vmm vmm, String code, Severity severity) {}

  private record Decision(Optional<Vmm> best, Certainty certainty) {}

  private record Move(Optional<Vmm> from, Optional<Vmm> to) {}

  FleetAccumulator(BulkAdvisor advisor, Goal goal) {
    this.advisor = advisor;
    this.goal = goal;
    this.singleFixes = new SingleFixFinder(advisor, goal);
    for (Release release : advisor.catalog().releases()) {
      releases.put(release.version(), release.version().toString());
    }
  }

  /**
   * Adds a host.
   *
   * @param original the known facts; may be empty
   * @return the host as a group of one
   */
  public Group add(Host original) {
    Objects.requireNonNull(original, "original");
    Host host = advisor.effective(original);
    DecisionSummary summary = advisor.glance(host, goal);
    Optional<Vmm> current = host.dockerDesktop().vmm();
    Optional<SafeUpgrade> upgrade =
        advisor.upgrade(host, goal).filter(it -> !summary.isFailed(summary.place(it.vmm())));
    List<Help> fixes = new ArrayList<>();
    upgrade.ifPresent(
        it -> fixes.add(new Help(new Remedy.UpgradeDockerDesktop(it.release()), it.vmm())));
    for (Help help : singleFixes.of(host, summary)) {
      if (!fixes.contains(help)) {
        fixes.add(help);
      }
    }
    hosts++;
    fixes.forEach(changes::add);
    if (current.isPresent()
        && summary.best().isPresent()
        && !current.equals(summary.best())
        && !summary.isFailed(0)
        && upgrade.filter(it -> current.equals(Optional.of(it.vmm()))).isEmpty()) {
      Remedy change = new Remedy.SwitchVmm(summary.best().get());
      if (advisor.isFeasible(change, host)) {
        changes.add(new Help(change, summary.best().get()));
      }
    }
    for (MissingFact missing : summary.missingFacts()) {
      missingFacts.add(missing.fact());
    }
    summary.failed().forEach(failedConstraints::add);
    current.ifPresent(vmm -> addHits(vmm, summary));
    current.or(summary::best).ifPresent(vmm -> addVulnerabilities(vmm, host, summary));
    addBarriers(summary);
    Group group =
        new Group(
            current,
            host.dockerDesktop()
                .version()
                .map(version -> releases.getOrDefault(version, FleetReport.OTHER))
                .orElse(FleetReport.UNKNOWN),
            summary.best(),
            summary.certainty(),
            reason(current, summary),
            fixes.stream().findFirst(),
            1);
    groups.add(group);
    return group;
  }

  private void addHits(Vmm vmm, DecisionSummary summary) {
    for (Rule rule : summary.violated(summary.place(vmm))) {
      if (rule.severity().compareTo(Severity.SERIOUS) >= 0
          && rule.kind() != RuleKind.VULNERABILITY) {
        hits.add(new Hit(vmm, rule.code(), rule.severity()));
      }
    }
  }

  /**
   * Adds the vulnerabilities of a host with a known release, as a recommendation for it reports
   * them.
   */
  private void addVulnerabilities(Vmm vmm, Host host, DecisionSummary summary) {
    if (host.dockerDesktop().version().isEmpty()) {
      return;
    }
    for (Rule rule : summary.violated(summary.place(vmm))) {
      if (rule instanceof Vulnerability vulnerability) {
        vulnerabilities.add(vulnerability);
      }
    }
    vulnerable += advisor.isVulnerable(host, vmm) ? 1 : 0;
  }

  private void addBarriers(DecisionSummary summary) {
    for (int index = summary.best().isPresent() ? 1 : 0; index < summary.size(); index++) {
      Vmm vmm = summary.vmm(index);
      Criterion criterion = summary.behind(index);
      List<Rule> rules = summary.counting(index, criterion);
      if (rules.isEmpty()) {
        barriers.add(new Reason(vmm, criterion, Optional.empty()));
      }
      for (Rule rule : rules) {
        barriers.add(new Reason(vmm, criterion, Optional.of(rule.code())));
      }
    }
  }

  /**
   * The reason why the current VMM is not the best. If it is the best or unknown, the reason of the
   * second one.
   */
  private static Reason reason(Optional<Vmm> current, DecisionSummary summary) {
    int runnerUp = summary.best().isPresent() ? 1 : 0;
    int index = Math.max(runnerUp, current.map(summary::place).orElse(runnerUp));
    Criterion criterion = summary.behind(index);
    return new Reason(
        summary.vmm(index),
        criterion,
        summary.counting(index, criterion).stream().findFirst().map(Rule::code));
  }

  /**
   * Adds the statistics of another accumulator, which is not changed.
   *
   * @param other an accumulator of the same fleet
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

  /** {@return the report on the hosts so far; more can be added after it} */
  public FleetReport report() {
    List<Group> all = groups.list((group, number) -> withHosts(group, number));
    Histogram<Decision> decisions = new Histogram<>();
    Histogram<Optional<Vmm>> current = new Histogram<>();
    Histogram<Move> moves = new Histogram<>();
    Histogram<String> installed = new Histogram<>();
    for (Group group : all) {
      decisions.add(new Decision(group.best(), group.certainty()), group.hosts());
      current.add(group.present(), group.hosts());
      moves.add(new Move(group.present(), group.best()), group.hosts());
      installed.add(group.release(), group.hosts());
    }
    return FleetReportValue.builder()
        .hosts(hosts)
        .goal(goal)
        .decisions(
            decisions.list(
                (key, number) -> new FleetReport.Decision(key.best(), key.certainty(), number)))
        .present(current.list(FleetReport.Present::new))
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
        .catalog(advisor.reference())
        .renderer(advisor.wording())
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

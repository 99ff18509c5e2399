package dev.vmmadvisor.core.fleet;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.FleetReport;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decide.BulkAdvisor;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * Reports on many hosts out of one advisor. Immutable and safe to share between threads.
 *
 * <p>The hosts are a stream and are not kept: memory does not grow with their number.
 *
 * {@snippet :
 * Stream<Host> hosts = inventory.hosts().stream().map(mac -> mac.detection().host());
 * FleetReport report = Fleet.of(advisor).withGoal(Goal.STABILITY).report(hosts);
 * System.out.println(report.toSwitch() + " of " + report.hosts() + " should switch");
 * for (FleetReport.Change change : report.changes()) {
 *   System.out.println(change.hosts() + " " + change.help());
 * }
 * }
 */
public final class Fleet {

  private final BulkAdvisor surveyor;
  private final Goal goal;

  private Fleet(BulkAdvisor surveyor, Goal goal) {
    this.surveyor = surveyor;
    this.goal = goal;
  }

  /**
   * {@return reports with the goal {@link Goal#BALANCED}}
   *
   * @param advisor the advisor: its catalog, its constraints and its language
   * @throws IllegalArgumentException if the advisor is not one of this library
   */
  public static Fleet of(Advisor advisor) {
    Objects.requireNonNull(advisor, "advisor");
    if (!(advisor instanceof BulkAdvisor surveyor)) {
      throw new IllegalArgumentException(
          "not an advisor of this library: " + advisor.getClass().getName());
    }
    return new Fleet(surveyor, Goal.BALANCED);
  }

  /**
   * {@return reports with another goal}
   *
   * @param goal what to favour
   */
  public Fleet withGoal(Goal goal) {
    Objects.requireNonNull(goal, "goal");
    return new Fleet(surveyor, goal);
  }

  /**
   * {@return the report on some hosts}
   *
   * @param hosts the hosts, read to the end and not closed; if they are parallel, in parallel
   */
  public FleetReport report(Stream<Host> hosts) {
    Objects.requireNonNull(hosts, "hosts");
    return hosts.collect(collector());
  }

  /** {@return what makes a report of a stream of hosts; the order of the hosts does not matter} */
  public Collector<Host, ?, FleetReport> collector() {
    return Collector.of(
        this::tally,
        FleetAccumulator::add,
        (one, other) -> {
          one.merge(other);
          return one;
        },
        FleetAccumulator::report,
        Collector.Characteristics.UNORDERED);
  }

  /** {@return a count of no hosts, for one thread} */
  public FleetAccumulator tally() {
    return new FleetAccumulator(surveyor, goal);
  }
}

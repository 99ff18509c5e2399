package dev.vmmadvisor.core.fleet;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.FleetReport;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decision.BulkAdvisor;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * Computes reports on many hosts with one advisor. Immutable and safe to share between threads.
 *
 * <p>Hosts are processed as a stream and not stored: memory does not grow with their number.
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

  private final BulkAdvisor bulkAdvisor;
  private final Goal goal;

  private Fleet(BulkAdvisor bulkAdvisor, Goal goal) {
    this.bulkAdvisor = bulkAdvisor;
    this.goal = goal;
  }

  /**
   * {@return a fleet with the goal {@link Goal#BALANCED}}
   *
   * @param advisor the advisor, with its catalog, constraints and language
   * @throws IllegalArgumentException if the advisor is not one of this library
   */
  public static Fleet of(Advisor advisor) {
    Objects.requireNonNull(advisor, "advisor");
    if (!(advisor instanceof BulkAdvisor bulkAdvisor)) {
      throw new IllegalArgumentException(
          "not an advisor of this library: " + advisor.getClass().getName());
    }
    return new Fleet(bulkAdvisor, Goal.BALANCED);
  }

  /**
   * {@return a fleet with another goal}
   *
   * @param goal the goal of the rankings
   */
  public Fleet withGoal(Goal goal) {
    Objects.requireNonNull(goal, "goal");
    return new Fleet(bulkAdvisor, goal);
  }

  /**
   * {@return the report on hosts}
   *
   * @param hosts the hosts; the stream is consumed and not closed; a parallel stream is processed
   *     in parallel
   */
  public FleetReport report(Stream<Host> hosts) {
    Objects.requireNonNull(hosts, "hosts");
    return hosts.collect(collector());
  }

  /** {@return a collector of a report; the order of the hosts does not matter} */
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

  /** {@return an empty accumulator, for one thread} */
  public FleetAccumulator tally() {
    return new FleetAccumulator(bulkAdvisor, goal);
  }
}

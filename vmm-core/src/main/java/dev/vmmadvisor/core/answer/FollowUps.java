package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Comparison;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.SecurityStatus;
import dev.vmmadvisor.api.host.Host;

/**
 * Computes the lazy parts of a recommendation.
 *
 * <p>For internal use by {@link Recommendation} and {@link Candidate}; the library implements it,
 * and methods may be added. Implementations are immutable and depend only on their arguments and a
 * catalog.
 */
public interface FollowUps {

  /**
   * {@return the repairs of a candidate and the obstacles to them}
   *
   * @param host the host
   * @param goal the goal
   * @param vmm the candidate
   */
  RepairResult improvement(Host host, Goal goal, Vmm vmm);

  /**
   * {@return the published vulnerabilities of the release of a host}
   *
   * @param recommendation the recommendation
   */
  SecurityStatus security(Recommendation recommendation);

  /**
   * {@return the plan from the current configuration to the best VMM}
   *
   * @param recommendation the recommendation
   */
  Plan plan(Recommendation recommendation);

  /**
   * {@return the plan from the current configuration to a VMM}
   *
   * @param recommendation the recommendation
   * @param vmm the VMM
   */
  Plan plan(Recommendation recommendation, Vmm vmm);

  /**
   * {@return the gains and losses of a switch from one VMM to another}
   *
   * @param recommendation the recommendation
   * @param from the VMM before the switch
   * @param to the VMM after the switch
   */
  Comparison compare(Recommendation recommendation, Vmm from, Vmm to);

  /**
   * {@return the recommendation for another host or goal}
   *
   * @param host the host
   * @param goal the goal
   */
  Recommendation recommend(Host host, Goal goal);

  /**
   * {@return the differences between two recommendations}
   *
   * @param before the first, made by this object
   * @param after the second
   * @param ofAfter the object that made the second
   */
  Difference diff(Recommendation before, Recommendation after, FollowUps ofAfter);
}

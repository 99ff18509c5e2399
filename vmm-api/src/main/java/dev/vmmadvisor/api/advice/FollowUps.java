package dev.vmmadvisor.api.advice;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Host;

/**
 * Finds out what follows from a recommendation, when somebody asks.
 *
 * <p>{@link Recommendation} and {@link Candidate} ask it; who reads answers does not meet it.
 * Implemented by the library; methods may be added. Implementations are immutable and depend on
 * nothing but their arguments and a catalog.
 */
public interface FollowUps {

  /**
   * {@return what can be done for a candidate}
   *
   * @param host the host
   * @param goal what is favoured
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
   * {@return the way from the present configuration to the best VMM}
   *
   * @param recommendation the recommendation
   */
  Plan plan(Recommendation recommendation);

  /**
   * {@return the way from the present configuration to a VMM}
   *
   * @param recommendation the recommendation
   * @param vmm the VMM
   */
  Plan plan(Recommendation recommendation, Vmm vmm);

  /**
   * {@return what going from one VMM to another changes}
   *
   * @param recommendation the recommendation
   * @param from the VMM that is left
   * @param to the VMM that is gone to
   */
  Comparison compare(Recommendation recommendation, Vmm from, Vmm to);

  /**
   * {@return the recommendation for another host or goal}
   *
   * @param host the host
   * @param goal what is favoured
   */
  Recommendation recommend(Host host, Goal goal);

  /**
   * {@return what differs between two recommendations}
   *
   * @param before one, made by this
   * @param after the other
   * @param ofAfter what made the other
   */
  Difference diff(Recommendation before, Recommendation after, FollowUps ofAfter);
}

package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Repair;
import java.util.List;
import java.util.Objects;

/**
 * The repairs of a candidate and the obstacles to further ones. See {@link Candidate#repairs()} and
 * {@link Candidate#obstacles()}.
 *
 * @param repairs the minimal sets of changes that would help, the cheapest first
 * @param obstacles the changes that would help but are not possible
 */
public record RepairResult(List<Repair> repairs, List<Obstacle> obstacles) {

  /**
   * Creates the value.
   *
   * @param repairs the repairs
   * @param obstacles the obstacles
   */
  public RepairResult {
    Objects.requireNonNull(repairs, "repairs");
    Objects.requireNonNull(obstacles, "obstacles");
    repairs = List.copyOf(repairs);
    obstacles = List.copyOf(obstacles);
  }
}

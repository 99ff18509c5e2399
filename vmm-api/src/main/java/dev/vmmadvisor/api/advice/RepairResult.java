package dev.vmmadvisor.api.advice;

import java.util.List;
import java.util.Objects;

/**
 * What can be done for a candidate, which tells it as {@link Candidate#repairs()} and {@link
 * Candidate#obstacles()}.
 *
 * @param repairs the smallest sets of changes that would help, the cheapest first
 * @param obstacles the changes that would help and cannot be offered
 */
public record RepairResult(List<Repair> repairs, List<Obstacle> obstacles) {

  /**
   * Makes the value.
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

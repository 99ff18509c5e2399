package dev.vmmadvisor.core.apply;

/**
 * Reports whether Docker Desktop runs. Docker Desktop reads its settings file when it starts and
 * writes it while it runs and when it quits. A change while it runs is therefore lost.
 *
 * <p>An implementation reads the list of processes on each call, for example for {@code
 * com.docker.backend}. It is called twice in one change, from the thread that makes the change.
 */
@FunctionalInterface
public interface DockerDesktopState {

  /** Whether Docker Desktop runs. */
  enum Running {
    /** Docker Desktop, or a part of it, runs. */
    YES,
    /** No part of Docker Desktop runs. */
    NO,
    /** It could not be determined. */
    UNKNOWN
  }

  /**
   * {@return whether Docker Desktop runs at this moment}
   *
   * <p>An unchecked exception thrown by this method counts as {@link Running#UNKNOWN}.
   */
  Running running();
}

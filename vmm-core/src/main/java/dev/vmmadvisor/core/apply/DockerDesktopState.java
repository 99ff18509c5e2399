package dev.vmmadvisor.core.apply;

/**
 * Tells whether Docker Desktop runs. Docker Desktop reads its settings file when it starts and
 * writes it while it runs and when it quits, so that a change under a running Docker Desktop is
 * lost.
 *
 * <p>Who writes one looks at the list of processes, for {@code com.docker.backend} for one, each
 * time it is asked. It is asked twice in one change, from the thread that makes the change.
 */
@FunctionalInterface
public interface DockerDesktopState {

  /** Whether Docker Desktop runs. */
  enum Running {
    /** It runs, or some of it does still. */
    YES,
    /** Nothing of it runs. */
    NO,
    /** It is not known. */
    UNKNOWN
  }

  /**
   * {@return whether Docker Desktop runs at this moment}
   *
   * <p>An unchecked exception thrown from here counts as {@link Running#UNKNOWN}.
   */
  Running running();
}

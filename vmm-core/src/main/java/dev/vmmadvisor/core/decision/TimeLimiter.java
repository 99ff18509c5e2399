package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.catalog.Verdict;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls a constraint with an optional time limit, and turns exceptions into failures. Safe to share
 * between threads.
 */
public final class TimeLimiter {

  private static final TimeLimiter UNLIMITED = new TimeLimiter(null);

  private final @Nullable Duration budget;

  private TimeLimiter(@Nullable Duration budget) {
    this.budget = budget;
  }

  /** The description of a failure. */
  record Failure(String text) {}

  /** A limiter without a time limit; it calls in the current thread. */
  public static TimeLimiter unlimited() {
    return UNLIMITED;
  }

  /**
   * A limiter with a time limit. Each call runs in a new daemon thread. When the limit is reached,
   * the thread is interrupted and abandoned.
   *
   * @param budget the limit; positive
   * @throws IllegalArgumentException if it is zero or negative
   */
  public static TimeLimiter of(Duration budget) {
    if (budget.isZero() || budget.isNegative()) {
      throw new IllegalArgumentException(
          "the budget " + budget + " is not accepted; accepted: more than nothing");
    }
    return new TimeLimiter(budget);
  }

  /** Returns a {@link Verdict} or a {@link Failure}. Errors of the JVM are thrown. */
  Object call(Callable<@Nullable Verdict> evaluation) {
    return budget == null ? guarded(evaluation) : limited(budget, evaluation);
  }

  private static Object guarded(Callable<@Nullable Verdict> evaluation) {
    try {
      Verdict verdict = evaluation.call();
      return verdict == null ? new Failure("it returns null") : verdict;
    } catch (StackOverflowError e) {
      return new Failure("it does not end: " + e.getClass().getName());
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      return new Failure("it throws " + describe(e));
    }
  }

  private static String describe(Throwable e) {
    try {
      return e.toString();
    } catch (RuntimeException again) {
      return e.getClass().getName();
    }
  }

  private static Object limited(Duration budget, Callable<@Nullable Verdict> evaluation) {
    FutureTask<Object> task = new FutureTask<>(() -> guarded(evaluation));
    Thread thread = new Thread(task, "constraint");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(budget.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return new Failure("it takes longer than " + budget);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return new Failure("it was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error fatal) {
        throw fatal;
      }
      return new Failure("it throws " + e.getCause());
    }
  }
}

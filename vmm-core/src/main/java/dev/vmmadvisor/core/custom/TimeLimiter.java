package dev.vmmadvisor.core.custom;

import dev.vmmadvisor.api.catalog.Verdict;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls a constraint, with or without a time limit. Safe to share between threads. */
public final class TimeLimiter {

  private static final TimeLimiter ENDLESS = new TimeLimiter(null);

  private final @Nullable Duration budget;

  private TimeLimiter(@Nullable Duration budget) {
    this.budget = budget;
  }

  /** What went wrong instead of a verdict. */
  record Failure(String text) {}

  /** A constraint may take as long as it does. */
  public static TimeLimiter endless() {
    return ENDLESS;
  }

  /**
   * A constraint may take so long each time that it is asked; it is then asked in a thread of its
   * own, which is interrupted and left behind if it goes on.
   *
   * @param budget the time; more than nothing
   * @throws IllegalArgumentException if it is not
   */
  public static TimeLimiter of(Duration budget) {
    if (budget.isZero() || budget.isNegative()) {
      throw new IllegalArgumentException(
          "the budget " + budget + " is not accepted; accepted: more than nothing");
    }
    return new TimeLimiter(budget);
  }

  /** A {@link Verdict}, or a {@link Failure}. What is fatal to the JVM is thrown on. */
  Object ask(Callable<@Nullable Verdict> question) {
    return budget == null ? contained(question) : within(budget, question);
  }

  private static Object contained(Callable<@Nullable Verdict> question) {
    try {
      Verdict verdict = question.call();
      return verdict == null ? new Failure("it returns null") : verdict;
    } catch (StackOverflowError e) {
      return new Failure("it does not end: " + e.getClass().getName());
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      return new Failure("it throws " + described(e));
    }
  }

  private static String described(Throwable e) {
    try {
      return e.toString();
    } catch (RuntimeException again) {
      return e.getClass().getName();
    }
  }

  private static Object within(Duration budget, Callable<@Nullable Verdict> question) {
    FutureTask<Object> task = new FutureTask<>(() -> contained(question));
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

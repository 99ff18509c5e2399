package dev.vmmadvisor.testkit.contract;

import dev.vmmadvisor.api.catalog.Constraint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates constraints in separate daemon threads, so that an evaluation without end can be
 * abandoned.
 */
final class Asking {

  private final Duration limit;

  /** Creates it with a limit for a single evaluation; it is enforced within twice that time. */
  Asking(Duration limit) {
    this.limit = limit;
  }

  Duration limit() {
    return limit;
  }

  /**
   * Returns the answers; fewer than the questions if the last one was fatal or the next one
   * exceeded the limit.
   */
  List<Answer> ask(Constraint constraint, List<Answer.Question> questions) {
    return askTogether(constraint, List.of(questions)).get(0);
  }

  /** Returns the answers of concurrent threads, one for each list of questions. */
  List<List<Answer>> askTogether(Constraint constraint, List<List<Answer.Question>> questions) {
    List<Round> rounds = questions.stream().map(each -> new Round(constraint, each)).toList();
    List<Thread> threads = new ArrayList<>();
    for (Round round : rounds) {
      Thread thread = new Thread(round, "constraint-contract");
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    List<List<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      answers.add(await(rounds.get(i), threads.get(i)));
    }
    return answers;
  }

  private List<Answer> await(Round round, Thread thread) {
    try {
      int seen = -1;
      thread.join(limit.toMillis());
      while (thread.isAlive() && round.count() != seen) {
        seen = round.count();
        thread.join(limit.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Answer> answers = round.stop();
    thread.interrupt();
    return answers;
  }

  /** Evaluates a list of questions in order. */
  private static final class Round implements Runnable {
    private final Constraint constraint;
    private final List<Answer.Question> questions;
    private final List<Answer> answers = new ArrayList<>();
    private boolean stopped;

    Round(Constraint constraint, List<Answer.Question> questions) {
      this.constraint = constraint;
      this.questions = questions;
    }

    @Override
    public void run() {
      for (Answer.Question question : questions) {
        Answer answer = Answer.of(constraint, question);
        synchronized (answers) {
          if (stopped) {
            return;
          }
          answers.add(answer);
        }
        if (answer.isFatal()) {
          return; // the next evaluations would probably fail in the same way
        }
      }
    }

    int count() {
      synchronized (answers) {
        return answers.size();
      }
    }

    /** Stops the round and returns the answers so far. */
    List<Answer> stop() {
      synchronized (answers) {
        stopped = true;
        return List.copyOf(answers);
      }
    }
  }
}

package dev.vmmadvisor.testkit.contract;

import dev.vmmadvisor.api.catalog.Constraint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks constraints in threads of their own, so that one that does not end is left behind. */
final class Asking {

  private final Duration limit;

  /** Each single answer may take so long; up to twice as long passes before that is noticed. */
  Asking(Duration limit) {
    this.limit = limit;
  }

  Duration limit() {
    return limit;
  }

  /** The answers; fewer than the questions if the last was fatal or the next one took too long. */
  List<Answer> ask(Constraint constraint, List<Answer.Question> questions) {
    return askTogether(constraint, List.of(questions)).get(0);
  }

  /** The answers of threads that ask at the same time, one for each list of questions. */
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

  /** Goes through questions, one after the other. */
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
          return; // it would take as much again and again
        }
      }
    }

    int count() {
      synchronized (answers) {
        return answers.size();
      }
    }

    /** The answers so far; there will be no more. */
    List<Answer> stop() {
      synchronized (answers) {
        stopped = true;
        return List.copyOf(answers);
      }
    }
  }
}

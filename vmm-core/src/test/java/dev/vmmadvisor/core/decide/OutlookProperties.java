package dev.vmmadvisor.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The decision diagram against plain enumeration of every way the open questions can turn out. */
class OutlookProperties {

  private static final int MOST_WAYS = 3_000;

  private static final Knowledge KNOWLEDGE = Knowledge.of(Catalogs.builtIn());

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Property(tries = 300)
  void itIsSettledIfEveryWayLeadsToTheSameBest(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Enumeration all = new Enumeration(host, goal);

    Set<Optional<Vmm>> bests = new HashSet<>(all.bests);
    Outlook outlook = all.outlook();

    assertThat(outlook.isSettled()).isEqualTo(bests.size() == 1);
    if (outlook.isSettled()) {
      assertThat(outlook.settled()).isEqualTo(all.bests.get(0));
      assertThat(Ranking.of(KNOWLEDGE.contenders(), goal, KNOWLEDGE.matrix(all.truths)).best())
          .isEqualTo(all.bests.get(0));
    } else {
      assertThat(outlook.settled()).isEmpty();
    }
  }

  @Property(tries = 300)
  void aQuestionIsDecisiveIfItsAnswerAloneCanTurnTheBest(
      @ForAll("hosts") Host host, @ForAll Goal goal) {
    Enumeration all = new Enumeration(host, goal);

    assertThat(all.outlook().decisive())
        .extracting(Question::fact, Question::word)
        .isEqualTo(all.decisive().stream().map(it -> tuple(it.fact(), it.word())).toList());
  }

  @Property(tries = 300)
  void whatAQuestionLeavesOpenAreTheOutcomesOfTheWaysBehindItsAnswers(
      @ForAll("hosts") Host host, @ForAll Goal goal) {
    Enumeration all = new Enumeration(host, goal);
    Outlook outlook = all.outlook();

    for (Question question : all.questions) {
      assertThat(outlook.openAfter(question)).isEqualTo(all.openAfter(question));
    }
  }

  /** Every way in which the open questions of a host can turn out, and the best in each. */
  private static final class Enumeration {
    private final Goal goal;
    private final Truth[] truths;
    private final List<Question> questions;
    private final List<int[]> ways = new ArrayList<>();
    private final List<Optional<Vmm>> bests = new ArrayList<>();

    Enumeration(Host host, Goal goal) {
      this.goal = goal;
      this.truths = KNOWLEDGE.truths(host, Judgements.NONE);
      this.questions = new ArrayList<>(Questions.open(KNOWLEDGE, host, truths));
      // a need that counts only once it is declared is no question: it stays undeclared
      questions.removeIf(
          question -> {
            boolean declared = question.word().equals("endpoint-security");
            if (declared) {
              question.answers().get(0).applyTo(truths);
            }
            return declared;
          });
      long count = 1;
      for (Question question : questions) {
        count *= question.answers().size();
        Assume.that(count <= MOST_WAYS);
      }
      add(0, new int[questions.size()], truths);
    }

    double openAfter(Question question) {
      int place = questions.indexOf(question);
      int open = 0;
      for (int answer = 0; answer < question.answers().size(); answer++) {
        Set<Optional<Vmm>> outcomes = new HashSet<>();
        for (int way = 0; way < ways.size(); way++) {
          if (ways.get(way)[place] == answer) {
            outcomes.add(bests.get(way));
          }
        }
        open += outcomes.size();
      }
      return (double) open / question.answers().size();
    }

    private void add(int next, int[] way, Truth[] answered) {
      if (next == questions.size()) {
        for (int number = 0; number < answered.length; number++) {
          assertThat(KNOWLEDGE.isRanked(number) && answered[number] == Truth.UNKNOWN).isFalse();
        }
        ways.add(way.clone());
        bests.add(Ranking.of(KNOWLEDGE.contenders(), goal, KNOWLEDGE.matrix(answered)).best());
        return;
      }
      List<Question.Answer> answers = questions.get(next).answers();
      for (int i = 0; i < answers.size(); i++) {
        Truth[] more = answered.clone();
        answers.get(i).applyTo(more);
        way[next] = i;
        add(next + 1, way, more);
      }
    }

    Outlook outlook() {
      return Outlook.of(KNOWLEDGE, goal, questions, truths);
    }

    /** The questions for which two ways that differ in nothing else have different bests. */
    List<Question> decisive() {
      List<Question> decisive = new ArrayList<>();
      int stride = ways.size();
      for (int q = 0; q < questions.size(); q++) {
        int answers = questions.get(q).answers().size();
        stride /= answers;
        boolean turns = false;
        for (int way = 0; way < ways.size(); way++) {
          if (ways.get(way)[q] + 1 < answers) {
            turns |= !bests.get(way).equals(bests.get(way + stride));
          }
        }
        if (turns) {
          decisive.add(questions.get(q));
        }
      }
      return decisive;
    }
  }
}

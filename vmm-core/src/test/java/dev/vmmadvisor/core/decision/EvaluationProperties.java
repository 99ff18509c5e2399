package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** The bits of many lines at once against each line by itself. */
class EvaluationProperties {

  /** More than two words of bits. */
  private static final int LINES = 140;

  private static final int VECTORS = 4 * ((LINES + 63) / 64);

  /** A line, and how its parts turn out. */
  record Turn(
      Truth scope, Truth test, Truth mistaken, boolean requires, boolean declaredOnly, boolean in) {

    Clause line(int number) {
      return new Clause(
          number,
          new Expression.Leaf(3 * number),
          new Expression.Leaf(3 * number + 1),
          requires,
          new Expression.Leaf(3 * number + 2),
          declaredOnly);
    }

    Outcome outcome() {
      if (in && mistaken == Truth.TRUE) {
        return Outcome.ERROR;
      }
      if (!in || scope == Truth.FALSE) {
        return Outcome.NOT_APPLICABLE;
      }
      Truth fine = requires ? test : test.not();
      if (fine == Truth.TRUE) {
        return Outcome.SATISFIED;
      }
      return fine == Truth.FALSE && scope == Truth.TRUE ? Outcome.VIOLATED : Outcome.UNKNOWN;
    }

    boolean isUndeclared() {
      return outcome() == Outcome.UNKNOWN
          && declaredOnly
          && (requires ? scope : test) == Truth.UNKNOWN;
    }

    Truth truth() {
      return switch (outcome()) {
        case VIOLATED -> Truth.TRUE;
        case UNKNOWN -> Truth.UNKNOWN;
        default -> Truth.FALSE;
      };
    }
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    return Combinators.combine(
            Arbitraries.of(Truth.class),
            Arbitraries.of(Truth.class),
            Arbitraries.of(Truth.FALSE, Truth.FALSE, Truth.UNKNOWN, Truth.TRUE),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(true, true, true, false))
        .as(Turn::new)
        .list()
        .ofSize(LINES);
  }

  private static Evaluation matrix(List<Turn> turns) {
    List<Clause> lines = new ArrayList<>();
    Truth[] truths = new Truth[3 * turns.size()];
    BitSet which = new BitSet();
    for (int i = 0; i < turns.size(); i++) {
      lines.add(turns.get(i).line(i));
      truths[3 * i] = turns.get(i).scope();
      truths[3 * i + 1] = turns.get(i).test();
      truths[3 * i + 2] = turns.get(i).mistaken();
      which.set(i, turns.get(i).in());
    }
    return new Clauses(lines).evaluate(truths, which);
  }

  private static long[] bit(int line) {
    long[] bits = new long[(LINES + 63) / 64];
    bits[line / 64] = 1L << (line % 64);
    return bits;
  }

  @Property(tries = 30)
  void everyLineTurnsOutAsByItself(@ForAll("turns") List<Turn> turns) {
    Evaluation matrix = matrix(turns);

    for (int i = 0; i < LINES; i++) {
      Turn turn = turns.get(i);
      boolean open = turn.outcome() == Outcome.UNKNOWN && !turn.isUndeclared();
      assertThat(matrix.outcome(i)).as("%s", turn).isEqualTo(turn.outcome());
      assertThat(matrix.truth(i)).as("%s", turn).isEqualTo(turn.truth());
      assertThat(matrix.undetermined().get(i)).as("%s", turn).isEqualTo(open);
      assertThat(matrix.unknown().get(i))
          .as("%s", turn)
          .isEqualTo(turn.outcome() == Outcome.UNKNOWN);
      assertThat(matrix.anyTruth(bit(i))).isEqualTo(turn.truth());
      assertThat(matrix.anyViolated(bit(i))).isEqualTo(turn.outcome() == Outcome.VIOLATED);
      assertThat(matrix.anyUndetermined(bit(i))).isEqualTo(open);
    }
  }

  @Property(tries = 30)
  void violatedLinesAreGoneThroughInTheirOrder(
      @ForAll("turns") List<Turn> turns, @ForAll @Size(LINES) boolean[] wanted) {
    Evaluation matrix = matrix(turns);
    long[] lines = new long[(LINES + 63) / 64];
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      if (wanted[i]) {
        lines[i / 64] |= bit(i)[i / 64];
        if (turns.get(i).outcome() == Outcome.VIOLATED) {
          expected.add(i);
        }
      }
    }

    List<Integer> found = new ArrayList<>();
    int line = matrix.nextViolated(lines, 0);
    while (line >= 0) {
      found.add(line);
      line = matrix.nextViolated(lines, line + 1);
    }

    assertThat(found).isEqualTo(expected);
  }

  @Property(tries = 30)
  void whatIsPutDownReplacesWhatWas(
      @ForAll("turns") List<Turn> turns, @ForAll Outcome outcome, @ForAll Truth scope) {
    Evaluation matrix = matrix(turns);
    int line = turns.size() / 2;

    matrix.put(line, outcome);

    assertThat(matrix.outcome(line)).isEqualTo(outcome);
    assertThat(matrix.undetermined().get(line)).isEqualTo(outcome == Outcome.UNKNOWN);
    for (int i = 0; i < LINES; i++) {
      if (i != line) {
        assertThat(matrix.outcome(i)).isEqualTo(turns.get(i).outcome());
      }
    }
  }

  @Property(tries = 30)
  void whatVectorsRuleOutIsTakenAway(
      @ForAll @Size(VECTORS) long[] first, @ForAll @Size(VECTORS) long[] second) {
    Evaluation making = Evaluation.of(first);
    making.and(second);

    for (int i = 0; i < VECTORS; i++) {
      assertThat(making.bits()[i]).isEqualTo(first[i] & second[i]);
    }
    assertThat(making.bits()).hasSize(VECTORS / 4 * 5);
  }

  /** What the bits of some lines are is how they turned out. */
  @Property(tries = 30)
  void theBitsOfALineAreHowItTurnedOut(@ForAll("turns") List<Turn> turns) {
    Evaluation matrix = matrix(turns);

    for (int i = 0; i < LINES; i++) {
      long[] bits = Evaluation.bitsOf(bit(i));
      int set = 0;
      for (int word = 0; word < bits.length; word++) {
        set += Long.bitCount(matrix.bits()[word] & bits[word]);
      }
      Turn turn = turns.get(i);
      assertThat(set)
          .isEqualTo(
              turn.outcome() == Outcome.VIOLATED || turn.outcome() == Outcome.ERROR
                  ? 1
                  : turn.outcome() == Outcome.UNKNOWN ? (turn.isUndeclared() ? 1 : 2) : 0);
    }
  }
}

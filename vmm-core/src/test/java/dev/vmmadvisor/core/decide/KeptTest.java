package dev.vmmadvisor.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Goal;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeptTest {

  private final Kept<String> kept = new Kept<>(16_384);

  @Test
  void whatIsKeptIsFoundForItsRowAndGoalAlone() {
    assertThat(kept.put(new long[] {1, 2}, Goal.BALANCED, "one")).isEqualTo("one");
    assertThat(kept.get(new long[] {1, 2}, Goal.BALANCED)).isEqualTo("one");
    assertThat(kept.get(new long[] {1, 2}, Goal.STABILITY)).isNull();
    assertThat(kept.get(new long[] {2, 1}, Goal.BALANCED)).isNull();
    assertThat(kept.get(new long[] {1, 2, 0}, Goal.BALANCED)).isNull();
  }

  @Test
  void aLimitedNumberIsKeptAndNothingWrong() {
    int many = 100_000;
    for (long i = 0; i < many; i++) {
      kept.put(new long[] {i}, Goal.BALANCED, "of " + i);
    }
    LongStream.range(0, many)
        .forEach(i -> assertThat(kept.get(new long[] {i}, Goal.BALANCED)).isIn(null, "of " + i));
    assertThat(found(0, many)).isBetween(8_000L, 16_384L);
    // the newest is among them
    assertThat(found(many - 1, many)).isEqualTo(1);
  }

  @Test
  void someThatFallOnOnePlaceAreAllKept() {
    int many = 8_000; // so many that four fall on one place, and seldom nine
    for (long i = 0; i < many; i++) {
      kept.put(new long[] {i}, Goal.BALANCED, "of " + i);
    }
    assertThat(found(0, many)).isGreaterThan(many * 97L / 100);
  }

  @Test
  void ofOneTooManyThatAreAskedForInTurnMostAreFound() {
    Kept<String> few = new Kept<>(8);
    int found = 0;
    for (int i = 0; i < 900; i++) {
      long[] row = {i % 9};
      if (few.get(row, Goal.BALANCED) == null) {
        few.put(row, Goal.BALANCED, "of " + i % 9);
      } else {
        found++;
      }
    }
    assertThat(found).isBetween(600, 899);
  }

  @Test
  void whatIsKeptForOneGoalIsNotTakenForAnotherThatFallsOnItsPlace() {
    for (long i = 0; i < 100_000; i++) {
      kept.put(new long[] {i}, Goal.BALANCED, "of " + i);
      assertThat(kept.get(new long[] {i}, Goal.PERFORMANCE)).isNull();
    }
  }

  @Test
  void rowsThatCannotBeToldApartByTheirMarkAreNotTakenForEachOther() {
    long goal = Goal.BALANCED.id().hashCode();
    long[] one = {1, 2};
    long[] other = {3, 2 ^ mixed(goal ^ 1) ^ mixed(goal ^ 3)};

    kept.put(one, Goal.BALANCED, "one");
    assertThat(kept.get(other, Goal.BALANCED)).isNull();
    kept.put(other, Goal.BALANCED, "other");
    assertThat(kept.get(one, Goal.BALANCED)).isEqualTo("one");
    assertThat(kept.get(other, Goal.BALANCED)).isEqualTo("other");
  }

  /** One step of the mixing, so that two rows can be made that end alike. */
  private static long mixed(long word) {
    long product = word * 0x9E3779B97F4A7C15L;
    return product ^ (product >>> 32);
  }

  private long found(long from, long to) {
    return LongStream.range(from, to)
        .filter(i -> kept.get(new long[] {i}, Goal.BALANCED) != null)
        .count();
  }
}

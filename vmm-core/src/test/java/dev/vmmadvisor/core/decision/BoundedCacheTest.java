package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Goal;
import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {

  private final BoundedCache<String> kept = new BoundedCache<>(16_384);

  @Test
  void whatIsKeptIsFoundForItsRowAndGoalAlone() {
    assertThat(kept.put(key(new long[] {1, 2}, Goal.BALANCED), "one")).isEqualTo("one");
    assertThat(kept.get(key(new long[] {1, 2}, Goal.BALANCED))).isEqualTo("one");
    assertThat(kept.get(key(new long[] {1, 2}, Goal.STABILITY))).isNull();
    assertThat(kept.get(key(new long[] {2, 1}, Goal.BALANCED))).isNull();
    assertThat(kept.get(key(new long[] {1, 2, 0}, Goal.BALANCED))).isNull();
  }

  @Test
  void onlyTheBitsThatCountTellRowsApart() {
    long[] bits = {0b11, 0, -1};

    kept.put(new BoundedCache.Key(new long[] {0b101, 7, -5}, bits, Goal.BALANCED), "one");

    assertThat(kept.get(new BoundedCache.Key(new long[] {0b001, 8, -5}, bits, Goal.BALANCED)))
        .isEqualTo("one");
    assertThat(kept.get(new BoundedCache.Key(new long[] {0b111, 7, -5}, bits, Goal.BALANCED)))
        .isNull();
    assertThat(kept.get(new BoundedCache.Key(new long[] {0b101, 7, -6}, bits, Goal.BALANCED)))
        .isNull();
    assertThat(kept.get(new BoundedCache.Key(new long[] {0b101, 7, -5}, bits, Goal.STABILITY)))
        .isNull();
  }

  @Test
  void aLimitedNumberIsKeptAndNothingWrong() {
    int many = 100_000;
    for (long i = 0; i < many; i++) {
      kept.put(key(new long[] {i}, Goal.BALANCED), "of " + i);
    }
    LongStream.range(0, many)
        .forEach(
            i -> assertThat(kept.get(key(new long[] {i}, Goal.BALANCED))).isIn(null, "of " + i));
    assertThat(found(0, many)).isBetween(8_000L, 16_384L);
    // the newest is among them
    assertThat(found(many - 1, many)).isEqualTo(1);
  }

  @Test
  void someThatFallOnOnePlaceAreAllKept() {
    int many = 8_000; // so many that four fall on one place, and seldom nine
    for (long i = 0; i < many; i++) {
      kept.put(key(new long[] {i}, Goal.BALANCED), "of " + i);
    }
    assertThat(found(0, many)).isGreaterThan(many * 97L / 100);
  }

  @Test
  void ofOneTooManyThatAreAskedForInTurnMostAreFound() {
    BoundedCache<String> few = new BoundedCache<>(8);
    int found = 0;
    for (int i = 0; i < 900; i++) {
      BoundedCache.Key key = key(new long[] {i % 9}, Goal.BALANCED);
      if (few.get(key) == null) {
        few.put(key, "of " + i % 9);
      } else {
        found++;
      }
    }
    assertThat(found).isBetween(600, 899);
  }

  @Test
  void whatIsKeptForOneGoalIsNotTakenForAnotherThatFallsOnItsPlace() {
    for (long i = 0; i < 100_000; i++) {
      kept.put(key(new long[] {i}, Goal.BALANCED), "of " + i);
      assertThat(kept.get(key(new long[] {i}, Goal.PERFORMANCE))).isNull();
    }
  }

  @Test
  void rowsThatCannotBeToldApartByTheirMarkAreNotTakenForEachOther() {
    long[] one = {1, 2};
    long first =
        BoundedCache.mix(1 ^ BoundedCache.INCREMENT) - BoundedCache.mix(3 ^ BoundedCache.INCREMENT);
    long[] other = {
      3,
      2 * BoundedCache.INCREMENT
          ^ gathered(first + BoundedCache.mix(2 ^ (2 * BoundedCache.INCREMENT)))
    };

    kept.put(key(one, Goal.BALANCED), "one");
    assertThat(kept.get(key(other, Goal.BALANCED))).isNull();
    kept.put(key(other, Goal.BALANCED), "other");
    assertThat(kept.get(key(one, Goal.BALANCED))).isEqualTo("one");
    assertThat(kept.get(key(other, Goal.BALANCED))).isEqualTo("other");
  }

  /** The number that was spread, so that two rows can be made that end alike. */
  private static long gathered(long spread) {
    BigInteger inverse =
        BigInteger.valueOf(BoundedCache.MULTIPLIER).modInverse(BigInteger.ONE.shiftLeft(Long.SIZE));
    return (spread ^ (spread >>> 32)) * inverse.longValue();
  }

  private static BoundedCache.Key key(long[] row, Goal goal) {
    return new BoundedCache.Key(row, goal);
  }

  private long found(long from, long to) {
    return LongStream.range(from, to)
        .filter(i -> kept.get(key(new long[] {i}, Goal.BALANCED)) != null)
        .count();
  }
}

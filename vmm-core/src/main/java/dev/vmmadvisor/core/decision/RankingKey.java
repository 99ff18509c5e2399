package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.advice.Criterion;
import java.util.List;

/**
 * The sort key of a VMM: its level on each criterion of the ranking, packed into an int; lower is
 * better. Each criterion has four bits, the first criterion the highest ones. So the integers
 * compare like the levels, lexicographically.
 */
final class RankingKey {

  private static final int BITS = 4;
  private static final List<Criterion> CRITERIA = List.of(Criterion.values());

  private RankingKey() {}

  /**
   * Packs the levels, in the order of the criteria: the first from 0 to 7, the others from 0 to 15.
   */
  static int packed(
      int eligibility,
      int security,
      int harm,
      int fitness,
      int maturity,
      int speed,
      int isDefault,
      int order) {
    int packed = eligibility;
    packed = (packed << BITS) | security;
    packed = (packed << BITS) | harm;
    packed = (packed << BITS) | fitness;
    packed = (packed << BITS) | maturity;
    packed = (packed << BITS) | speed;
    packed = (packed << BITS) | isDefault;
    return (packed << BITS) | order;
  }

  /** The level on the first criterion. */
  static int eligibility(int key) {
    return key >>> (BITS * (CRITERIA.size() - 1));
  }

  /** The first criterion on which two keys differ; the last criterion if they are equal. */
  static Criterion decisive(int one, int other) {
    int different = Integer.numberOfTrailingZeros(Integer.highestOneBit(one ^ other));
    return one == other ? Criterion.ORDER : CRITERIA.get(CRITERIA.size() - 1 - different / BITS);
  }
}

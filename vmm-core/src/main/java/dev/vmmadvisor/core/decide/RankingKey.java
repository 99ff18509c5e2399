package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Criterion;
import java.util.List;

/**
 * The places of a contender on the criteria of the ranking, packed into one number; lower is
 * better. Four bits stand for each criterion, the first in the highest, so the numbers compare as
 * the ranking does: by the first criterion on which they differ.
 */
final class RankingKey {

  private static final int BITS = 4;
  private static final List<Criterion> CRITERIA = List.of(Criterion.values());

  private RankingKey() {}

  /** The places in the order of the criteria, the first from 0 to 7, the others from 0 to 15. */
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

  /** The place on the first criterion. */
  static int eligibility(int places) {
    return places >>> (BITS * (CRITERIA.size() - 1));
  }

  /** The first criterion on which two differ; the last of all if they do not. */
  static Criterion decisive(int one, int other) {
    int different = Integer.numberOfTrailingZeros(Integer.highestOneBit(one ^ other));
    return one == other ? Criterion.ORDER : CRITERIA.get(CRITERIA.size() - 1 - different / BITS);
  }
}

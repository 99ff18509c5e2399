package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Criterion;
import java.util.List;

/**
 * The places of a contender on the criteria of the ranking; lower is better. They compare as the
 * ranking does: by the first criterion on which they differ.
 *
 * @param packed four bits for each criterion, the first in the highest
 */
record Places(int packed) implements Comparable<Places> {

  private static final int BITS = 4;
  private static final List<Criterion> CRITERIA = List.of(Criterion.values());

  /** The places in the order of the criteria, each from 0 to 15. */
  static Places of(
      int eligibility, int harm, int fitness, int maturity, int speed, int isDefault, int order) {
    int packed = eligibility;
    packed = (packed << BITS) | harm;
    packed = (packed << BITS) | fitness;
    packed = (packed << BITS) | maturity;
    packed = (packed << BITS) | speed;
    packed = (packed << BITS) | isDefault;
    return new Places((packed << BITS) | order);
  }

  /** The place on the first criterion. */
  int eligibility() {
    return packed >>> (BITS * (CRITERIA.size() - 1));
  }

  @Override
  public int compareTo(Places other) {
    return Integer.compare(packed, other.packed);
  }

  /** The first criterion on which the places differ; the last of all if they do not. */
  Criterion decisive(Places other) {
    int different = Integer.numberOfTrailingZeros(Integer.highestOneBit(packed ^ other.packed));
    return packed == other.packed
        ? Criterion.ORDER
        : CRITERIA.get(CRITERIA.size() - 1 - different / BITS);
  }
}

package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Criterion;
import java.util.EnumMap;

/**
 * The places of a contender on the criteria of the ranking; lower is better. They compare as the
 * ranking does: by the first criterion on which they differ.
 */
final class Places implements Comparable<Places> {

  private final EnumMap<Criterion, Integer> places = new EnumMap<>(Criterion.class);

  Places with(Criterion criterion, int place) {
    places.put(criterion, place);
    return this;
  }

  int on(Criterion criterion) {
    return places.getOrDefault(criterion, 0);
  }

  @Override
  public int compareTo(Places other) {
    Criterion decisive = decisive(other);
    return Integer.compare(on(decisive), other.on(decisive));
  }

  /** The first criterion on which the places differ; the last of all if they do not. */
  Criterion decisive(Places other) {
    for (Criterion criterion : Criterion.values()) {
      if (on(criterion) != other.on(criterion)) {
        return criterion;
      }
    }
    return Criterion.ORDER;
  }
}

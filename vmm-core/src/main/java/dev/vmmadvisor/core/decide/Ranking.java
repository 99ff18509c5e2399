package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Goal;
import java.util.List;
import java.util.Optional;

/** The contenders in order, best first: lexicographic over the criteria, a total order. */
final class Ranking {

  private final Standing[] standings;
  private final Places[] places;

  private Ranking(Standing[] standings, Places[] places) {
    this.standings = standings;
    this.places = places;
  }

  static Ranking of(List<Contender> contenders, Goal goal, Matrix matrix) {
    int size = contenders.size();
    Standing[] standings = new Standing[size];
    Places[] places = new Places[size];
    for (int i = 0; i < size; i++) {
      Standing standing = new Standing(contenders.get(i), matrix);
      Places of = standing.places(goal, Standing.View.AS_KNOWN);
      int at = i;
      while (at > 0 && places[at - 1].compareTo(of) > 0) {
        standings[at] = standings[at - 1];
        places[at] = places[at - 1];
        at--;
      }
      standings[at] = standing;
      places[at] = of;
    }
    return new Ranking(standings, places);
  }

  int size() {
    return standings.length;
  }

  /** The contender at a place, from 0. */
  Standing standing(int place) {
    return standings[place];
  }

  /** The place of a VMM, from 0. */
  int place(Vmm vmm) {
    int place = 0;
    while (standing(place).contender().vmm() != vmm) {
      place++;
    }
    return place;
  }

  /**
   * The criterion that tells the contenders at two places apart: the first on which they differ.
   */
  Criterion decisive(int one, int other) {
    return places[one].decisive(places[other]);
  }

  /** The best, or empty if every contender is ineligible. */
  Optional<Vmm> best() {
    Standing first = standing(0);
    return first.eligibility() == Eligibility.INELIGIBLE
        ? Optional.empty()
        : Optional.of(first.contender().vmm());
  }
}

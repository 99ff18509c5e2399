package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Goal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The contenders in order, best first: lexicographic over the criteria, a total order. */
final class Ranking {

  private final List<Ranked> ranked;

  private Ranking(List<Ranked> ranked) {
    this.ranked = ranked;
  }

  private record Ranked(Standing standing, Places places) {}

  static Ranking of(Knowledge knowledge, Goal goal, Truth[] truths) {
    List<Ranked> ranked = new ArrayList<>();
    for (Contender contender : knowledge.contenders()) {
      Standing standing = new Standing(contender, truths);
      ranked.add(new Ranked(standing, standing.places(goal, Standing.View.AS_KNOWN)));
    }
    ranked.sort(Comparator.comparing(Ranked::places));
    return new Ranking(ranked);
  }

  int size() {
    return ranked.size();
  }

  /** The contender at a place, from 0. */
  Standing standing(int place) {
    return ranked.get(place).standing();
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
    return ranked.get(one).places().decisive(ranked.get(other).places());
  }

  /** The best, or empty if every contender is ineligible. */
  Optional<Vmm> best() {
    Standing first = standing(0);
    return first.eligibility() == Eligibility.INELIGIBLE
        ? Optional.empty()
        : Optional.of(first.contender().vmm());
  }
}

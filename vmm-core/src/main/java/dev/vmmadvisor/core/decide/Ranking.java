package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contenders in order, best first: lexicographic over the criteria, a total order. It is the
 * same for all hosts of which it sees the same.
 */
final class Ranking {

  private static final int NOT_LOOKED_AT = -2;

  private final Goal goal;
  private final CandidateScorer[] standings;
  private final int[] places;
  private int settled = NOT_LOOKED_AT; // this and what is told: the same, whichever thread asks
  private @Nullable Place @Nullable [] told;

  private Ranking(Goal goal, CandidateScorer[] standings, int[] places) {
    this.goal = goal;
    this.standings = standings;
    this.places = places;
  }

  static Ranking of(List<CompiledVmm> contenders, Goal goal, Evaluation matrix) {
    int size = contenders.size();
    CandidateScorer[] standings = new CandidateScorer[size];
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      CandidateScorer standing = new CandidateScorer(contenders.get(i), matrix);
      int of = standing.places(goal, CandidateScorer.View.AS_KNOWN);
      int at = i;
      while (at > 0 && places[at - 1] > of) {
        standings[at] = standings[at - 1];
        places[at] = places[at - 1];
        at--;
      }
      standings[at] = standing;
      places[at] = of;
    }
    return new Ranking(goal, standings, places);
  }

  int size() {
    return standings.length;
  }

  /**
   * The VMM that comes first however what is open turns out, as a number: its place in the
   * documented order, from 1; 0 if none can be eligible; -1 if that is still open. It is found out
   * when it is asked for, and kept.
   */
  int settled() {
    int found = settled;
    if (found == NOT_LOOKED_AT) {
      found = settled(standings, goal);
      settled = found;
    }
    return found;
  }

  /**
   * The same, without putting the contenders in order.
   *
   * @param contenders the contenders
   * @param goal what is favoured
   * @param matrix how everything turns out for the host
   */
  static int settled(List<CompiledVmm> contenders, Goal goal, Evaluation matrix) {
    CandidateScorer[] standings = new CandidateScorer[contenders.size()];
    for (int i = 0; i < standings.length; i++) {
      standings[i] = new CandidateScorer(contenders.get(i), matrix);
    }
    return settled(standings, goal);
  }

  private static int settled(CandidateScorer[] standings, Goal goal) {
    int[] best = new int[standings.length];
    boolean anyPossible = false;
    for (int i = 0; i < best.length; i++) {
      best[i] = standings[i].places(goal, CandidateScorer.View.BEST);
      anyPossible |= RankingKey.eligibility(best[i]) < 2;
    }
    if (!anyPossible) {
      return 0;
    }
    for (int i = 0; i < best.length; i++) {
      int worst = standings[i].places(goal, CandidateScorer.View.WORST);
      if (RankingKey.eligibility(worst) < 2 && isFirst(i, worst, best)) {
        return standings[i].contender().order() + 1;
      }
    }
    return -1;
  }

  private static boolean isFirst(int candidate, int worst, int[] best) {
    for (int other = 0; other < best.length; other++) {
      if (other != candidate && worst >= best[other]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a hard rule about some contender failed; then no answer is certain. */
  boolean anyFailed() {
    for (CandidateScorer standing : standings) {
      if (standing.isFailed()) {
        return true;
      }
    }
    return false;
  }

  /** How the contender at a place stands, from 0. */
  CandidateScorer standing(int place) {
    return standings[place];
  }

  /** The contender at a place, from 0. */
  CompiledVmm contender(int place) {
    return standings[place].contender();
  }

  /** The place of a VMM, from 0. */
  int place(Vmm vmm) {
    int place = 0;
    while (contender(place).vmm() != vmm) {
      place++;
    }
    return place;
  }

  /**
   * The criterion that tells the contenders at two places apart: the first on which they differ.
   */
  Criterion decisive(int one, int other) {
    return RankingKey.decisive(places[one], places[other]);
  }

  /** What is told of a place, from 0. It is made when it is asked for, and kept. */
  Place told(int place) {
    @Nullable Place[] all = told;
    if (all == null) {
      all = new @Nullable Place[places.length];
      told = all;
    }
    Place known = all[place];
    if (known == null) {
      known = tell(place);
      all[place] = known;
    }
    return known;
  }

  private Place tell(int place) {
    CandidateScorer standing = standing(place);
    return Place.builder()
        .vmm(contender(place).vmm())
        .rank(place + 1)
        .eligibility(standing.eligibility())
        .decidedBy(decisive(place, place == 0 ? 1 : place - 1))
        .comparedWithBest(comparedWithBest(place))
        .phase(standing.phase())
        .performance(standing.claims())
        .build();
  }

  /**
   * The criterion by which a contender comes after the best even if everything unknown about it
   * turned out in its favour; if it would then come first, the one by which it comes after it as
   * things are known.
   */
  Criterion comparedWithBest(int place) {
    if (place > 0) {
      int favourable = standing(place).places(goal, CandidateScorer.View.BEST);
      if (favourable > places[0]) {
        return RankingKey.decisive(favourable, places[0]);
      }
    }
    return decisive(place, place == 0 ? 1 : 0);
  }

  /** The best, or empty if every contender is ineligible. */
  Optional<Vmm> best() {
    return RankingKey.eligibility(places[0]) < 2
        ? Optional.of(contender(0).vmm())
        : Optional.empty();
  }
}

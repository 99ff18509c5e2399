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

  private static final int NOT_COMPUTED = -2;

  private final Goal goal;
  private final CandidateScorer[] scorers;
  private final int[] keys;
  private int provenBest = NOT_COMPUTED; // this and what is told: the same, whichever thread asks
  private @Nullable Place @Nullable [] placements;

  private Ranking(Goal goal, CandidateScorer[] scorers, int[] keys) {
    this.goal = goal;
    this.scorers = scorers;
    this.keys = keys;
  }

  static Ranking of(List<CompiledVmm> candidates, Goal goal, Evaluation evaluation) {
    int size = candidates.size();
    CandidateScorer[] scorers = new CandidateScorer[size];
    int[] keys = new int[size];
    for (int i = 0; i < size; i++) {
      CandidateScorer scorer = new CandidateScorer(candidates.get(i), evaluation);
      int of = scorer.rankingKey(goal, CandidateScorer.Assumption.AS_KNOWN);
      int at = i;
      while (at > 0 && keys[at - 1] > of) {
        scorers[at] = scorers[at - 1];
        keys[at] = keys[at - 1];
        at--;
      }
      scorers[at] = scorer;
      keys[at] = of;
    }
    return new Ranking(goal, scorers, keys);
  }

  int size() {
    return scorers.length;
  }

  /**
   * The VMM that comes first however what is open turns out, as a number: its place in the
   * documented order, from 1; 0 if none can be eligible; -1 if that is still open. It is found out
   * when it is asked for, and kept.
   */
  int provenBest() {
    int found = provenBest;
    if (found == NOT_COMPUTED) {
      found = provenBest(scorers, goal);
      provenBest = found;
    }
    return found;
  }

  /**
   * The same, without putting the contenders in order.
   *
   * @param candidates the contenders
   * @param goal what is favoured
   * @param evaluation how everything turns out for the host
   */
  static int provenBest(List<CompiledVmm> candidates, Goal goal, Evaluation evaluation) {
    CandidateScorer[] scorers = new CandidateScorer[candidates.size()];
    for (int i = 0; i < scorers.length; i++) {
      scorers[i] = new CandidateScorer(candidates.get(i), evaluation);
    }
    return provenBest(scorers, goal);
  }

  private static int provenBest(CandidateScorer[] scorers, Goal goal) {
    int[] best = new int[scorers.length];
    boolean anyPossible = false;
    for (int i = 0; i < best.length; i++) {
      best[i] = scorers[i].rankingKey(goal, CandidateScorer.Assumption.OPTIMISTIC);
      anyPossible |= RankingKey.eligibility(best[i]) < 2;
    }
    if (!anyPossible) {
      return 0;
    }
    for (int i = 0; i < best.length; i++) {
      int worst = scorers[i].rankingKey(goal, CandidateScorer.Assumption.PESSIMISTIC);
      if (RankingKey.eligibility(worst) < 2 && isFirst(i, worst, best)) {
        return scorers[i].candidate().order() + 1;
      }
    }
    return -1;
  }

  private static boolean isFirst(int index, int worst, int[] best) {
    for (int other = 0; other < best.length; other++) {
      if (other != index && worst >= best[other]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a hard rule about some contender failed; then no answer is certain. */
  boolean anyFailed() {
    for (CandidateScorer scorer : scorers) {
      if (scorer.isFailed()) {
        return true;
      }
    }
    return false;
  }

  /** How the contender at a place stands, from 0. */
  CandidateScorer scorer(int index) {
    return scorers[index];
  }

  /** The contender at a place, from 0. */
  CompiledVmm candidate(int index) {
    return scorers[index].candidate();
  }

  /** The place of a VMM, from 0. */
  int indexOf(Vmm vmm) {
    int index = 0;
    while (candidate(index).vmm() != vmm) {
      index++;
    }
    return index;
  }

  /**
   * The criterion that tells the contenders at two places apart: the first on which they differ.
   */
  Criterion decisive(int one, int other) {
    return RankingKey.decisive(keys[one], keys[other]);
  }

  /** What is told of a place, from 0. It is made when it is asked for, and kept. */
  Place placement(int index) {
    @Nullable Place[] all = placements;
    if (all == null) {
      all = new @Nullable Place[keys.length];
      placements = all;
    }
    Place known = all[index];
    if (known == null) {
      known = buildPlacement(index);
      all[index] = known;
    }
    return known;
  }

  private Place buildPlacement(int index) {
    CandidateScorer scorer = scorer(index);
    return Place.builder()
        .vmm(candidate(index).vmm())
        .rank(index + 1)
        .eligibility(scorer.eligibility())
        .decidedBy(decisive(index, index == 0 ? 1 : index - 1))
        .comparedWithBest(comparedWithBest(index))
        .phase(scorer.phase())
        .performance(scorer.claims())
        .build();
  }

  /**
   * The criterion by which a contender comes after the best even if everything unknown about it
   * turned out in its favour; if it would then come first, the one by which it comes after it as
   * things are known.
   */
  Criterion comparedWithBest(int index) {
    if (index > 0) {
      int favourable = scorer(index).rankingKey(goal, CandidateScorer.Assumption.OPTIMISTIC);
      if (favourable > keys[0]) {
        return RankingKey.decisive(favourable, keys[0]);
      }
    }
    return decisive(index, index == 0 ? 1 : 0);
  }

  /** The best, or empty if every contender is ineligible. */
  Optional<Vmm> best() {
    return RankingKey.eligibility(keys[0]) < 2 ? Optional.of(candidate(0).vmm()) : Optional.empty();
  }
}

package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.core.answer.Placement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The VMMs in order, best first: a total, lexicographic order over the criteria. Shared by all
 * hosts with the same ranked outcomes. Safe to share between threads.
 */
final class Ranking {

  private static final int NOT_COMPUTED = -2;

  private final Goal goal;
  private final CandidateScorer[] scorers;
  private final int[] keys;
  private int provenBest =
      NOT_COMPUTED; // idempotent, as are the placements: a race only recomputes
  private @Nullable Placement @Nullable [] placements;

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
   * The VMM that is the best whatever the unknown facts are, as its order from 1; 0 if no VMM can
   * be eligible; -1 if neither is proven. Computed on first access.
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
   * The same, without sorting the VMMs.
   *
   * @param candidates the VMMs
   * @param goal the goal of the ranking
   * @param evaluation the outcomes for the host
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

  /** Whether a hard constraint in code failed for any VMM. Then no best VMM is certain. */
  boolean anyFailed() {
    for (CandidateScorer scorer : scorers) {
      if (scorer.isFailed()) {
        return true;
      }
    }
    return false;
  }

  /** The scorer of the VMM at an index, from 0. */
  CandidateScorer scorer(int index) {
    return scorers[index];
  }

  /** The VMM at an index, from 0. */
  CompiledVmm candidate(int index) {
    return scorers[index].candidate();
  }

  /** The index of a VMM, from 0. */
  int indexOf(Vmm vmm) {
    int index = 0;
    while (candidate(index).vmm() != vmm) {
      index++;
    }
    return index;
  }

  /** The first criterion on which the VMMs at two indexes differ. */
  Criterion decisive(int one, int other) {
    return RankingKey.decisive(keys[one], keys[other]);
  }

  /** The rank of the VMM at an index, from 0, with its reasons. Built on first access. */
  Placement placement(int index) {
    @Nullable Placement[] all = placements;
    if (all == null) {
      all = new @Nullable Placement[keys.length];
      placements = all;
    }
    Placement known = all[index];
    if (known == null) {
      known = buildPlacement(index);
      all[index] = known;
    }
    return known;
  }

  private Placement buildPlacement(int index) {
    CandidateScorer scorer = scorer(index);
    return Placement.builder()
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
   * The criterion on which a VMM is worse than the best even if every unknown fact is in its
   * favour. If it would be the best then, the criterion on which it is worse by the known facts.
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

  /** The best VMM, or empty if every VMM is ineligible. */
  Optional<Vmm> best() {
    return RankingKey.eligibility(keys[0]) < 2 ? Optional.of(candidate(0).vmm()) : Optional.empty();
  }
}

package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes the {@link RankingKey} of one VMM from the outcomes of the clauses about it.
 *
 * <p>Each criterion has a level, a small number from 0; lower is better. Unknown outcomes are read
 * under one of three {@linkplain Assumption assumptions}. Immutable.
 */
final class CandidateScorer {

  private final CompiledVmm candidate;
  private final Evaluation evaluation;

  /**
   * Creates a scorer.
   *
   * @param candidate the VMM
   * @param evaluation the outcomes for the host, at least of the clauses that the ranking reads
   */
  CandidateScorer(CompiledVmm candidate, Evaluation evaluation) {
    this.candidate = candidate;
    this.evaluation = evaluation;
  }

  CompiledVmm candidate() {
    return candidate;
  }

  /** How unknown outcomes are read. */
  enum Assumption {
    /** As the ranking does: an unknown harm or merit does not count. */
    AS_KNOWN,
    /** Every unknown outcome is in favour of the VMM. */
    OPTIMISTIC,
    /** Every unknown outcome is to the disadvantage of the VMM. */
    PESSIMISTIC
  }

  /** The level of a VMM for which the catalog states no phase. */
  private static final int UNSTATED = 3;

  private static final int DEPRECATED = 4;
  private static final int REMOVED = 5;

  Outcome outcome(CompiledRule rule) {
    return evaluation.outcome(rule.clause().number());
  }

  Eligibility eligibility() {
    return switch (eligibilityLevel(Assumption.AS_KNOWN)) {
      case 0 -> Eligibility.ELIGIBLE;
      case 1 -> Eligibility.UNDETERMINED;
      default -> Eligibility.INELIGIBLE;
    };
  }

  /** The {@link RankingKey} over all criteria. */
  int rankingKey(Goal goal, Assumption assumption) {
    return RankingKey.packed(
        eligibilityLevel(assumption),
        any(candidate.masks().security, assumption),
        any(candidate.masks().harm, assumption),
        any(candidate.masks().unmetNeed, assumption),
        maturityLevel(goal, assumption),
        speedLevel(assumption),
        merit(truth(candidate.isDefault()), assumption),
        candidate.order());
  }

  /**
   * 0 for eligible, 1 for undetermined, 2 for ineligible. A hard rule that failed makes it 1 under
   * every assumption, because no further fact resolves the failure.
   */
  private int eligibilityLevel(Assumption assumption) {
    long[] hard = candidate.masks().hard;
    if (evaluation.anyViolated(hard)) {
      return 2;
    }
    boolean undetermined = evaluation.anyUndetermined(hard);
    if (undetermined && assumption == Assumption.PESSIMISTIC) {
      return 2;
    }
    return isFailed() || (undetermined && assumption == Assumption.AS_KNOWN) ? 1 : 0;
  }

  /** Whether a hard constraint in code could not be evaluated. */
  boolean isFailed() {
    return evaluation.anyError(candidate.masks().hard);
  }

  /** 1 if a rule is violated, or may be and the assumption is pessimistic; otherwise 0. */
  private int any(long[] rules, Assumption assumption) {
    return evaluation.anyViolated(rules)
            || (assumption == Assumption.PESSIMISTIC && evaluation.anyUndetermined(rules))
        ? 1
        : 0;
  }

  private Truth truth(Clause clause) {
    return evaluation.truth(clause.number());
  }

  /** The worse of the level of the phase and that of deprecations and removals. */
  private int maturityLevel(Goal goal, Assumption assumption) {
    int phase = phaseLevel(goal, assumption);
    if (any(candidate.masks().removal, assumption) == 1) {
      return Math.max(phase, REMOVED);
    }
    return any(candidate.masks().deprecation, assumption) == 1
        ? Math.max(phase, DEPRECATED)
        : phase;
  }

  /**
   * If several phases apply, the most mature one counts. A phase that may apply is read as the
   * assumption says.
   */
  private int phaseLevel(Goal goal, Assumption assumption) {
    int best = Integer.MAX_VALUE;
    int certain = Integer.MAX_VALUE;
    int worst = UNSTATED;
    for (CompiledVmm.CompiledPhase phase : candidate.phases()) {
      Truth truth = truth(phase.when());
      if (truth != Truth.FALSE) {
        int level = level(phase.phase(), goal, assumption);
        best = Math.min(best, level);
        worst = Math.max(worst, level);
        certain = truth == Truth.TRUE ? Math.min(certain, level) : certain;
      }
    }
    if (best == Integer.MAX_VALUE) {
      return UNSTATED;
    }
    return switch (assumption) {
      case AS_KNOWN -> best;
      case OPTIMISTIC -> certain == Integer.MAX_VALUE ? Math.min(best, UNSTATED) : best;
      case PESSIMISTIC -> certain == Integer.MAX_VALUE ? worst : certain;
    };
  }

  private int level(Phase phase, Goal goal, Assumption assumption) {
    return switch (phase) {
      case GENERALLY_AVAILABLE -> 0;
      case BETA -> betaLevel(goal, assumption);
      case EXPERIMENTAL -> 2;
      case LEGACY -> 3;
      case DEPRECATED -> DEPRECATED;
      case REMOVED -> REMOVED;
    };
  }

  private int betaLevel(Goal goal, Assumption assumption) {
    return switch (goal) {
      case STABILITY -> 1;
      case PERFORMANCE -> 0;
      case BALANCED ->
          any(
              candidate.masks().hazard,
              assumption == Assumption.OPTIMISTIC ? Assumption.OPTIMISTIC : Assumption.PESSIMISTIC);
    };
  }

  private int speedLevel(Assumption assumption) {
    return merit(evaluation.anyTruth(candidate.masks().claims), assumption);
  }

  /** 0 for a merit that is present; an unknown one counts only under the optimistic assumption. */
  private static int merit(Truth truth, Assumption assumption) {
    return truth == Truth.TRUE || (truth == Truth.UNKNOWN && assumption == Assumption.OPTIMISTIC)
        ? 0
        : 1;
  }

  /** The life cycle phase, or empty if it is unknown. */
  Optional<Phase> phase() {
    Phase found = null;
    for (CompiledRule rule : candidate.endOfLifeRules()) {
      Outcome outcome = outcome(rule);
      if (outcome == Outcome.UNKNOWN) {
        return Optional.empty();
      }
      if (outcome == Outcome.VIOLATED) {
        found = later(found, rule.isRemoval() ? Phase.REMOVED : Phase.DEPRECATED);
      }
    }
    if (found == null) {
      for (CompiledVmm.CompiledPhase phase : candidate.phases()) {
        if (truth(phase.when()) == Truth.TRUE) {
          found = later(found, phase.phase());
        }
      }
    }
    return Optional.ofNullable(found);
  }

  private static Phase later(@Nullable Phase one, Phase other) {
    return one == null || one.compareTo(other) < 0 ? other : one;
  }

  /** The performance claims that certainly apply. */
  List<PerformanceClaim> claims() {
    return claims(Truth.TRUE);
  }

  /** The performance claims that may apply. */
  List<PerformanceClaim> undeterminedClaims() {
    return claims(Truth.UNKNOWN);
  }

  private List<PerformanceClaim> claims(Truth truth) {
    List<PerformanceClaim> found = new ArrayList<>();
    for (CompiledVmm.CompiledClaim claim : candidate.claims()) {
      if (truth(claim.when()) == truth) {
        found.add(claim.claim());
      }
    }
    return List.copyOf(found);
  }
}

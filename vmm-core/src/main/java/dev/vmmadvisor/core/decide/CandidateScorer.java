package dev.vmmadvisor.core.decide;

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
 * How a contender stands: from the outcomes of the rules about it, its place on each criterion of
 * the ranking.
 *
 * <p>A place is a small number, lower is better. What is not known leaves three ways to read it:
 * {@link View#AS_KNOWN} for the ranking itself, and the best and the worst that it could turn out
 * to be.
 */
final class CandidateScorer {

  private final CompiledVmm contender;
  private final Evaluation matrix;

  /**
   * A contender that stands as it does.
   *
   * @param contender the contender
   * @param matrix how that turns out for the host which the ranking looks at
   */
  CandidateScorer(CompiledVmm contender, Evaluation matrix) {
    this.contender = contender;
    this.matrix = matrix;
  }

  CompiledVmm contender() {
    return contender;
  }

  /** A way to read what is not known. */
  enum View {
    /** As the ranking reads it: unknown harm is not held against anyone, unknown merit not for. */
    AS_KNOWN,
    /** As if everything unknown turned out well. */
    BEST,
    /** As if everything unknown turned out badly. */
    WORST
  }

  /** The place of a VMM of whose maturity the catalog says nothing. */
  private static final int UNTOLD = 3;

  private static final int DEPRECATED = 4;
  private static final int REMOVED = 5;

  /** The outcome of a rule. */
  Outcome outcome(CompiledRule rule) {
    return matrix.outcome(rule.line().number());
  }

  Eligibility eligibility() {
    return switch (eligibilityPlace(View.AS_KNOWN)) {
      case 0 -> Eligibility.ELIGIBLE;
      case 1 -> Eligibility.UNDETERMINED;
      default -> Eligibility.INELIGIBLE;
    };
  }

  /** The {@link RankingKey} on all criteria. */
  int places(Goal goal, View view) {
    return RankingKey.packed(
        eligibilityPlace(view),
        any(contender.weights().security, view),
        any(contender.weights().harm, view),
        any(contender.weights().unmetNeed, view),
        maturityPlace(goal, view),
        speedPlace(view),
        merit(truth(contender.isDefault()), view),
        contender.order());
  }

  /** A hard rule that failed is undetermined in every view: no fact that is learned decides it. */
  private int eligibilityPlace(View view) {
    long[] hard = contender.weights().hard;
    if (matrix.anyViolated(hard)) {
      return 2;
    }
    boolean open = matrix.anyOpen(hard);
    if (open && view == View.WORST) {
      return 2;
    }
    return isFailed() || (open && view == View.AS_KNOWN) ? 1 : 0;
  }

  /** Whether a hard rule failed: a constraint in code that could not be evaluated. */
  boolean isFailed() {
    return matrix.anyMistaken(contender.weights().hard);
  }

  /** 1 if one of some rules is violated, or could be and the view is the worst; otherwise 0. */
  private int any(long[] rules, View view) {
    return matrix.anyViolated(rules) || (view == View.WORST && matrix.anyOpen(rules)) ? 1 : 0;
  }

  private Truth truth(Clause line) {
    return matrix.truth(line.number());
  }

  /** What rules say of its maturity and what its phase says; the worse of both counts. */
  private int maturityPlace(Goal goal, View view) {
    int phase = phasePlace(goal, view);
    if (any(contender.weights().removal, view) == 1) {
      return Math.max(phase, REMOVED);
    }
    return any(contender.weights().deprecation, view) == 1 ? Math.max(phase, DEPRECATED) : phase;
  }

  /**
   * Of several phases that hold at once the most mature counts. One that may hold can turn out not
   * to.
   */
  private int phasePlace(Goal goal, View view) {
    int best = Integer.MAX_VALUE;
    int certain = Integer.MAX_VALUE;
    int worst = UNTOLD;
    for (CompiledVmm.CompiledPhase phase : contender.phases()) {
      Truth truth = truth(phase.when());
      if (truth != Truth.FALSE) {
        int place = place(phase.phase(), goal, view);
        best = Math.min(best, place);
        worst = Math.max(worst, place);
        certain = truth == Truth.TRUE ? Math.min(certain, place) : certain;
      }
    }
    if (best == Integer.MAX_VALUE) {
      return UNTOLD;
    }
    return switch (view) {
      case AS_KNOWN -> best;
      case BEST -> certain == Integer.MAX_VALUE ? Math.min(best, UNTOLD) : best;
      case WORST -> certain == Integer.MAX_VALUE ? worst : certain;
    };
  }

  private int place(Phase phase, Goal goal, View view) {
    return switch (phase) {
      case GENERALLY_AVAILABLE -> 0;
      case BETA -> betaPlace(goal, view);
      case EXPERIMENTAL -> 2;
      case LEGACY -> 3;
      case DEPRECATED -> DEPRECATED;
      case REMOVED -> REMOVED;
    };
  }

  private int betaPlace(Goal goal, View view) {
    return switch (goal) {
      case STABILITY -> 1;
      case PERFORMANCE -> 0;
      case BALANCED -> any(contender.weights().hazard, view == View.BEST ? View.BEST : View.WORST);
    };
  }

  private int speedPlace(View view) {
    return merit(matrix.anyTruth(contender.weights().claims), view);
  }

  /** 0 for a merit that is there; an unknown one counts only in the best view. */
  private static int merit(Truth truth, View view) {
    return truth == Truth.TRUE || (truth == Truth.UNKNOWN && view == View.BEST) ? 0 : 1;
  }

  /** The phase of its life, or empty if that is not known. */
  Optional<Phase> phase() {
    Phase found = null;
    for (CompiledRule rule : contender.ends()) {
      Outcome outcome = outcome(rule);
      if (outcome == Outcome.UNKNOWN) {
        return Optional.empty();
      }
      if (outcome == Outcome.VIOLATED) {
        found = later(found, rule.isRemoval() ? Phase.REMOVED : Phase.DEPRECATED);
      }
    }
    if (found == null) {
      for (CompiledVmm.CompiledPhase phase : contender.phases()) {
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

  /** The claims of speed that certainly apply. */
  List<PerformanceClaim> claims() {
    return claims(Truth.TRUE);
  }

  /** The claims of speed of which it is open whether they apply. */
  List<PerformanceClaim> openClaims() {
    return claims(Truth.UNKNOWN);
  }

  private List<PerformanceClaim> claims(Truth truth) {
    List<PerformanceClaim> found = new ArrayList<>();
    for (CompiledVmm.CompiledClaim claim : contender.claims()) {
      if (truth(claim.when()) == truth) {
        found.add(claim.claim());
      }
    }
    return List.copyOf(found);
  }
}

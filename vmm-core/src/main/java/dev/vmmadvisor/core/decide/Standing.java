package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a contender stands: the outcome of each rule about it, and from that its place on each
 * criterion of the ranking.
 *
 * <p>A place is a small number, lower is better. What is not known leaves three ways to read it:
 * {@link View#AS_KNOWN} for the ranking itself, and the best and the worst that it could turn out
 * to be.
 */
final class Standing {

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

  private final Contender contender;
  private final Truth[] truths;
  private final Outcome[] outcomes;

  Standing(Contender contender, Truth[] truths) {
    this.contender = contender;
    this.truths = truths;
    this.outcomes = new Outcome[contender.rules().size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = contender.rules().get(i).outcome(truths);
    }
  }

  Contender contender() {
    return contender;
  }

  /** The outcomes of the contender's rules. */
  List<Outcome> outcomes() {
    return List.of(outcomes);
  }

  Truth truth(Expression expression) {
    return expression.evaluate(truths);
  }

  Eligibility eligibility() {
    return switch (eligibilityPlace(View.AS_KNOWN)) {
      case 0 -> Eligibility.ELIGIBLE;
      case 1 -> Eligibility.UNDETERMINED;
      default -> Eligibility.INELIGIBLE;
    };
  }

  /** The places on all criteria, in the order in which they decide. */
  Places places(Goal goal, View view) {
    return new Places()
        .with(Criterion.ELIGIBILITY, eligibilityPlace(view))
        .with(Criterion.HARM, any(CompiledRule::isHarm, view))
        .with(Criterion.FITNESS, any(CompiledRule::isUnmetNeed, view))
        .with(Criterion.MATURITY, maturityPlace(goal, view))
        .with(Criterion.SPEED, speedPlace(view))
        .with(Criterion.DEFAULT, merit(truth(contender.isDefault()), view))
        .with(Criterion.ORDER, contender.order());
  }

  private int eligibilityPlace(View view) {
    int place = 0;
    for (int i = 0; i < outcomes.length; i++) {
      if (contender.rules().get(i).isHard()) {
        if (outcomes[i] == Outcome.VIOLATED) {
          return 2;
        }
        if (isOpen(i)) {
          place =
              Math.max(
                  place,
                  switch (view) {
                    case BEST -> 0;
                    case AS_KNOWN -> 1;
                    case WORST -> 2;
                  });
        }
      }
    }
    return place;
  }

  /** 1 if one of some rules is violated, or could be and the view is the worst; otherwise 0. */
  private int any(Predicate<CompiledRule> which, View view) {
    for (int i = 0; i < outcomes.length; i++) {
      if (which.test(contender.rules().get(i))
          && (outcomes[i] == Outcome.VIOLATED || (isOpen(i) && view == View.WORST))) {
        return 1;
      }
    }
    return 0;
  }

  /** Whether the outcome of a rule is unknown and the ranking has to reckon with it. */
  private boolean isOpen(int rule) {
    return outcomes[rule] == Outcome.UNKNOWN && !contender.rules().get(rule).isUndeclared(truths);
  }

  /**
   * Of several phases that hold at once the most mature counts. One that may hold can turn out not
   * to.
   */
  private int maturityPlace(Goal goal, View view) {
    int removed = any(CompiledRule::isRemoval, view);
    int deprecated = any(CompiledRule::isDeprecation, view);
    if (removed == 1 || deprecated == 1) {
      return removed == 1 ? 5 : 4;
    }
    int best = Integer.MAX_VALUE;
    int certain = Integer.MAX_VALUE;
    int worst = UNTOLD;
    for (Contender.CompiledPhase phase : contender.phases()) {
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
      case DEPRECATED -> 4;
      case REMOVED -> 5;
    };
  }

  private int betaPlace(Goal goal, View view) {
    return switch (goal) {
      case STABILITY -> 1;
      case PERFORMANCE -> 0;
      case BALANCED -> any(CompiledRule::isHazard, view == View.BEST ? View.BEST : View.WORST);
    };
  }

  private int speedPlace(View view) {
    Truth applies = Truth.FALSE;
    for (Contender.CompiledClaim claim : contender.claims()) {
      applies = applies.or(truth(claim.when()));
    }
    return merit(applies, view);
  }

  /** 0 for a merit that is there; an unknown one counts only in the best view. */
  private static int merit(Truth truth, View view) {
    return truth == Truth.TRUE || (truth == Truth.UNKNOWN && view == View.BEST) ? 0 : 1;
  }

  /** The phase of its life, or empty if that is not known. */
  Optional<Phase> phase() {
    Phase found = null;
    for (int i = 0; i < outcomes.length; i++) {
      CompiledRule rule = contender.rules().get(i);
      if (rule.isRemoval() || rule.isDeprecation()) {
        if (outcomes[i] == Outcome.UNKNOWN) {
          return Optional.empty();
        }
        if (outcomes[i] == Outcome.VIOLATED) {
          found = later(found, rule.isRemoval() ? Phase.REMOVED : Phase.DEPRECATED);
        }
      }
    }
    if (found == null) {
      for (Contender.CompiledPhase phase : contender.phases()) {
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

  /**
   * Describes everything that the places can still depend on: what is settled only by what it
   * counts for, what is open with the comparisons it reads.
   */
  void describeTo(StringBuilder state) {
    int settled = 0;
    BitSet open = new BitSet();
    for (int i = 0; i < outcomes.length; i++) {
      if (isOpen(i)) {
        open.set(i);
      } else if (outcomes[i] == Outcome.VIOLATED || outcomes[i] == Outcome.ERROR) {
        settled |= contender.rules().get(i).counts() << (outcomes[i] == Outcome.ERROR ? 8 : 0);
      }
    }
    state.append(settled).append(':');
    open.stream().forEach(rule -> describe(rule, contender.rules().get(rule).comparisons(), state));
    contender.phases().forEach(phase -> describe(phase.when(), phase.comparisons(), state));
    contender.claims().forEach(claim -> describe(claim.when(), claim.comparisons(), state));
    describe(contender.isDefault(), contender.defaultComparisons(), state);
    state.append(';');
  }

  private void describe(Expression expression, BitSet comparisons, StringBuilder state) {
    Truth truth = truth(expression);
    if (truth == Truth.UNKNOWN) {
      describe(-1, comparisons, state);
    } else {
      state.append(truth == Truth.TRUE ? 'T' : 'F');
    }
  }

  private void describe(int rule, BitSet comparisons, StringBuilder state) {
    state.append(rule).append('(');
    comparisons.stream().forEach(number -> state.append(truths[number].letter()));
    state.append(')');
  }

  /**
   * Whether something that is open, and that the ranking looks at, reads what a question is about.
   */
  boolean isOpenOn(Question question) {
    for (int i = 0; i < outcomes.length; i++) {
      CompiledRule rule = contender.rules().get(i);
      if (isOpen(i) && rule.isRanked() && reads(rule.comparisons(), question)) {
        return true;
      }
    }
    return contender.phases().stream()
            .anyMatch(it -> truth(it.when()) == Truth.UNKNOWN && reads(it.comparisons(), question))
        || contender.claims().stream()
            .anyMatch(it -> truth(it.when()) == Truth.UNKNOWN && reads(it.comparisons(), question))
        || (truth(contender.isDefault()) == Truth.UNKNOWN
            && reads(contender.defaultComparisons(), question));
  }

  private static boolean reads(BitSet comparisons, Question question) {
    return question.answers().get(0).truths().stream()
        .anyMatch(settled -> comparisons.get(settled.number()));
  }

  /** The claims of speed that certainly apply. */
  List<PerformanceClaim> claims() {
    return contender.claims().stream()
        .filter(claim -> truth(claim.when()) == Truth.TRUE)
        .map(Contender.CompiledClaim::claim)
        .toList();
  }
}

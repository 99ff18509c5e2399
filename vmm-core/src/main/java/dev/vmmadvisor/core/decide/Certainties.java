package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far the best candidate depends on what is not known.
 *
 * <p>Mostly the ranking tells it: no other comes first, however the rest turns out. Where it does
 * not, every way is looked at, and what comes of it is kept for the next host that is the same in
 * all that the ranking looks at. Safe to share between threads.
 */
final class Certainties {

  /** How many different results are kept at most, of which many classes have the same. */
  private static final int MOST_RESULTS = 1024;

  private static final Sure CERTAIN = new Sure(Certainty.CERTAIN, List.of());
  private static final Sure NONE = new Sure(Certainty.NONE, List.of());

  private final Knowledge knowledge;
  private final List<FactClasses> classes = new ArrayList<>();
  private final boolean canComeToBeKnown;
  private final @Nullable Kept<Sure> kept;
  private final @Nullable Sure[] results = new @Nullable Sure[MOST_RESULTS];

  Certainties(Knowledge knowledge) {
    this.knowledge = knowledge;
    ByFact<Condition.Comparison> read = read(knowledge);
    for (Map.Entry<Fact, List<Condition.Comparison>> each : read.entries()) {
      Optional<FactClasses> ofFact = FactClasses.of(each.getKey(), each.getValue());
      if (ofFact.isPresent()) {
        classes.add(ofFact.get());
      }
    }
    // what constraints in code say of a host holds for no other
    boolean keeps = knowledge.cells().isEmpty() && classes.size() == read.size();
    this.kept = keeps ? new Kept<>() : null;
    this.canComeToBeKnown = knowledge.ranksWhatIsKnown();
  }

  Sure of(Host host, Goal goal, Judgements judgements, Ranking ranking) {
    if (!canComeToBeKnown) {
      int settled = ranking.settled(goal);
      // what is known lies between the best and the worst that can be, so it leads to the same
      if (settled >= 0) {
        return settled == 0 ? NONE : CERTAIN;
      }
    }
    if (kept == null) {
      return find(host, goal, judgements, ranking.best());
    }
    long[] row = row(host);
    Sure before = kept.get(row, goal);
    return before == null
        ? kept.put(row, goal, shared(find(host, goal, judgements, ranking.best())))
        : before;
  }

  /** The same result as one before, if there was one. */
  private Sure shared(Sure sure) {
    int place = sure.hashCode() & (MOST_RESULTS - 1);
    Sure before = results[place];
    if (before != null && before.equals(sure)) {
      return before;
    }
    results[place] = sure;
    return sure;
  }

  /**
   * The comparisons that the ranking looks at, by their facts. Where "any other" database is among
   * them, so is every one that is named.
   */
  private static ByFact<Condition.Comparison> read(Knowledge knowledge) {
    ByFact<Condition.Comparison> read = new ByFact<>();
    for (int number = 0; number < knowledge.comparisons().size(); number++) {
      Condition.Comparison comparison = knowledge.comparisons().get(number);
      if (knowledge.isRanked(number)) {
        read.add(comparison.fact(), comparison);
      }
    }
    return read;
  }

  /** The class of a host: a number for each fact that the ranking looks at. */
  private long[] row(Host host) {
    long[] row = new long[classes.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = classes.get(i).of(host);
    }
    return row;
  }

  private Sure find(Host host, Goal goal, Judgements judgements, Optional<Vmm> best) {
    Truth[] truths = knowledge.truths(host, judgements);
    Truth[] open = knowledge.open(truths, host);
    List<Question> questions = Questions.open(knowledge, host, open);
    Outlook outlook = Outlook.of(knowledge, goal, questions, open);
    if (outlook.isSettled() && outlook.settled().equals(best)) {
      return best.isPresent() ? CERTAIN : NONE;
    }
    // settled on another: then only that something is not known stands in its way
    List<Question> decisive = outlook.isSettled() ? questions : outlook.decisive();
    return new Sure(
        Certainty.DEPENDS, MissingFacts.of(knowledge, goal, truths, questions, decisive, outlook));
  }
}

package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far the best candidate depends on what is not known.
 *
 * <p>Mostly the ranking tells it: no other comes first, however the rest turns out. Where it does
 * not, every way is looked at, and what comes of it is kept for the next host of which the same is
 * open. Safe to share between threads.
 */
final class CertaintyAnalyzer {

  /** How many classes are kept at most: what is found out about one takes a while. */
  private static final int MAX_CLASSES = 65_536;

  /** How many rows of the facts that the ranking looks at are kept at most. */
  private static final int MAX_ROWS = 16_384;

  /** How many different results are kept at most, of which many classes have the same. */
  private static final int MAX_RESULTS = 1024;

  /**
   * How many states of a host are looked at, at most. The built-in catalog needs far fewer: the
   * limit is there for layers whose conditions are made to be hard.
   */
  static final int MAX_STATES = 50_000;

  /** Stands for the class of a fact about which nothing is open. */
  private static final long NOT_OPEN = -1;

  private static final CertaintyResult CERTAIN =
      new CertaintyResult(Certainty.CERTAIN, List.of(), false);
  private static final CertaintyResult FAILED =
      new CertaintyResult(Certainty.DEPENDS, List.of(), false);
  private static final CertaintyResult NONE = new CertaintyResult(Certainty.NONE, List.of(), false);

  private final CompiledCatalog knowledge;
  private final int limit;
  private final List<Read> reads = new ArrayList<>();
  private final DecisionVariableFinder openQuestions;
  private final boolean canComeToBeKnown;
  private final @Nullable BoundedCache<CertaintyResult> kept;
  private final @Nullable BoundedCache<CertaintyResult> ofRows;
  private final @Nullable CertaintyResult[] results = new @Nullable CertaintyResult[MAX_RESULTS];

  /**
   * A fact that the ranking looks at or that can imply something.
   *
   * @param classes the classes of its values
   * @param comparisons what is asked about it
   * @param isRanked whether the ranking looks at it
   * @param implies whether it can imply something
   */
  private record Read(
      FactPartition classes, List<Integer> comparisons, boolean isRanked, boolean implies) {}

  CertaintyAnalyzer(CompiledCatalog knowledge) {
    this(knowledge, MAX_STATES);
  }

  /**
   * The same with another limit.
   *
   * @param limit how many states of a host are looked at, at most
   */
  CertaintyAnalyzer(CompiledCatalog knowledge, int limit) {
    this.limit = limit;
    this.knowledge = knowledge;
    this.openQuestions = new DecisionVariableFinder(knowledge);
    ByFact<Integer> read = new ByFact<>();
    for (int number = 0; number < knowledge.comparisons().size(); number++) {
      if (knowledge.isRanked(number) || knowledge.implications().reads(number)) {
        read.add(knowledge.comparisons().get(number).fact(), number);
      }
    }
    for (Map.Entry<Fact, List<Integer>> each : read.entries()) {
      List<Condition.Comparison> about = new ArrayList<>();
      boolean isRanked = false;
      boolean implies = false;
      for (int number : each.getValue()) {
        about.add(knowledge.comparisons().get(number));
        isRanked |= knowledge.isRanked(number);
        implies |= knowledge.implications().relevant().get(number);
      }
      Optional<FactPartition> classes = FactPartition.of(each.getKey(), about);
      if (classes.isPresent()) {
        reads.add(new Read(classes.get(), each.getValue(), isRanked, implies));
      }
    }
    // what constraints in code say of a host holds for no other
    boolean keeps = knowledge.cells().isEmpty() && reads.size() == read.size();
    this.kept = keeps ? new BoundedCache<>(MAX_CLASSES) : null;
    this.ofRows = keeps ? new BoundedCache<>(MAX_ROWS) : null;
    this.canComeToBeKnown = knowledge.ranksWhatIsKnown();
  }

  /**
   * How sure the best candidate of a host is.
   *
   * @param matrix how everything turns out for the host
   * @param ranking how the contenders rank for that
   */
  CertaintyResult of(
      Host host, Goal goal, CustomRuleResults judgements, Evaluation matrix, Ranking ranking) {
    if (!canComeToBeKnown) {
      int settled = ranking.settled();
      // what is known lies between the best and the worst that can be, so it leads to the same
      if (settled >= 0) {
        return settled == 0 ? NONE : settled(ranking);
      }
    }
    if (kept == null || ofRows == null) {
      return open(host, goal, judgements, matrix, ranking);
    }
    BoundedCache.Key key = new BoundedCache.Key(row(host), goal);
    CertaintyResult before = ofRows.get(key);
    return before == null ? ofRows.put(key, open(host, goal, judgements, matrix, ranking)) : before;
  }

  private CertaintyResult open(
      Host host, Goal goal, CustomRuleResults judgements, Evaluation matrix, Ranking ranking) {
    Truth[] truths = knowledge.truths(host, judgements);
    PartialEvaluation stands =
        canComeToBeKnown
            ? PartialEvaluation.of(knowledge, knowledge.open(truths, host))
            : PartialEvaluation.of(knowledge, truths, matrix);
    PartialEvaluation position = stands.with(knowledge.implications().live(host));
    if (kept == null) {
      return find(host, goal, truths, position, ranking);
    }
    BoundedCache.Key key = new BoundedCache.Key(row(host, position), goal);
    CertaintyResult before = kept.get(key);
    return before == null
        ? kept.put(key, shared(find(host, goal, truths, position, ranking)))
        : before;
  }

  /** The best is the same whatever is learned; that is no certainty where a hard rule failed. */
  private static CertaintyResult settled(Ranking ranking) {
    return ranking.anyFailed() ? FAILED : CERTAIN;
  }

  private CertaintyResult find(
      Host host, Goal goal, Truth[] truths, PartialEvaluation position, Ranking ranking) {
    Optional<Vmm> best = ranking.best();
    List<DecisionVariable> questions = position.possible(openQuestions.of(host, position.truths()));
    DecisionDiagram outlook = DecisionDiagram.of(knowledge, goal, questions, position, limit);
    if (outlook.isSettled() && outlook.settled().equals(best)) {
      return best.isPresent() ? settled(ranking) : NONE;
    }
    List<DecisionVariable> decisive = outlook.decisive();
    PartialEvaluation told = position.withUndeclared().as(truths);
    return new CertaintyResult(
        Certainty.DEPENDS,
        MissingFactAnalyzer.of(goal, told, questions, decisive, outlook),
        outlook.isLimited());
  }

  /** The same result as one before, if there was one. */
  private CertaintyResult shared(CertaintyResult sure) {
    int place = sure.hashCode() & (MAX_RESULTS - 1);
    CertaintyResult before = results[place];
    if (before != null && before.equals(sure)) {
      return before;
    }
    results[place] = sure;
    return sure;
  }

  /**
   * A host as a row of numbers: the class of each fact that the ranking looks at or that can imply
   * something.
   */
  private long[] row(Host host) {
    boolean canImply = !Implications.isComplete(host);
    long[] row = new long[reads.size() + 1];
    row[reads.size()] = canImply && Implications.isElsewhere(host) ? 1 : 0;
    for (int i = 0; i < reads.size(); i++) {
      Read read = reads.get(i);
      row[i] = read.isRanked() || canImply ? read.classes().of(host) : NOT_OPEN;
    }
    return row;
  }

  /**
   * The class of a host: what its ranking can still depend on, and of each fact about which
   * anything is open the class of its value.
   */
  private long[] row(Host host, PartialEvaluation position) {
    boolean canImply = !Implications.isComplete(host);
    long[] state = position.withUndeclared().state().toLongArray();
    long[] row = Arrays.copyOf(state, state.length + reads.size() + 1);
    row[row.length - 1] = canImply && Implications.isElsewhere(host) ? 1 : 0;
    for (int i = 0; i < reads.size(); i++) {
      Read read = reads.get(i);
      boolean counts = (read.implies() && canImply) || isOpen(read, position.truths());
      row[state.length + i] = counts ? read.classes().of(host) : NOT_OPEN;
    }
    return row;
  }

  private static boolean isOpen(Read read, Truth[] truths) {
    for (int number : read.comparisons()) {
      if (truths[number] == Truth.UNKNOWN) {
        return true;
      }
    }
    return false;
  }
}

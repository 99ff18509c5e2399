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

  private final CompiledCatalog catalog;
  private final int limit;
  private final List<Read> facts = new ArrayList<>();
  private final DecisionVariableFinder variableFinder;
  private final boolean ranksWhatIsKnown;
  private final @Nullable BoundedCache<CertaintyResult> cache;
  private final @Nullable BoundedCache<CertaintyResult> rowCache;
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

  CertaintyAnalyzer(CompiledCatalog catalog) {
    this(catalog, MAX_STATES);
  }

  /**
   * The same with another limit.
   *
   * @param limit how many states of a host are looked at, at most
   */
  CertaintyAnalyzer(CompiledCatalog catalog, int limit) {
    this.limit = limit;
    this.catalog = catalog;
    this.variableFinder = new DecisionVariableFinder(catalog);
    ByFact<Integer> fact = new ByFact<>();
    for (int number = 0; number < catalog.comparisons().size(); number++) {
      if (catalog.isRanked(number) || catalog.implications().reads(number)) {
        fact.add(catalog.comparisons().get(number).fact(), number);
      }
    }
    for (Map.Entry<Fact, List<Integer>> each : fact.entries()) {
      List<Condition.Comparison> about = new ArrayList<>();
      boolean isRanked = false;
      boolean implies = false;
      for (int number : each.getValue()) {
        about.add(catalog.comparisons().get(number));
        isRanked |= catalog.isRanked(number);
        implies |= catalog.implications().relevant().get(number);
      }
      Optional<FactPartition> classes = FactPartition.of(each.getKey(), about);
      if (classes.isPresent()) {
        facts.add(new Read(classes.get(), each.getValue(), isRanked, implies));
      }
    }
    // what constraints in code say of a host holds for no other
    boolean isCacheable = catalog.cells().isEmpty() && facts.size() == fact.size();
    this.cache = isCacheable ? new BoundedCache<>(MAX_CLASSES) : null;
    this.rowCache = isCacheable ? new BoundedCache<>(MAX_ROWS) : null;
    this.ranksWhatIsKnown = catalog.ranksWhatIsKnown();
  }

  /**
   * How sure the best candidate of a host is.
   *
   * @param evaluation how everything turns out for the host
   * @param ranking how the contenders rank for that
   */
  CertaintyResult of(
      Host host,
      Goal goal,
      CustomRuleResults customResults,
      Evaluation evaluation,
      Ranking ranking) {
    if (!ranksWhatIsKnown) {
      int provenBest = ranking.provenBest();
      // what is known lies between the best and the worst that can be, so it leads to the same
      if (provenBest >= 0) {
        return provenBest == 0 ? NONE : determined(ranking);
      }
    }
    if (cache == null || rowCache == null) {
      return analyze(host, goal, customResults, evaluation, ranking);
    }
    BoundedCache.Key key = new BoundedCache.Key(row(host), goal);
    CertaintyResult cached = rowCache.get(key);
    return cached == null
        ? rowCache.put(key, analyze(host, goal, customResults, evaluation, ranking))
        : cached;
  }

  private CertaintyResult analyze(
      Host host,
      Goal goal,
      CustomRuleResults customResults,
      Evaluation evaluation,
      Ranking ranking) {
    Truth[] truths = catalog.truths(host, customResults);
    PartialEvaluation initial =
        ranksWhatIsKnown
            ? PartialEvaluation.of(catalog, catalog.open(truths, host))
            : PartialEvaluation.of(catalog, truths, evaluation);
    PartialEvaluation partial = initial.with(catalog.implications().live(host));
    if (cache == null) {
      return compute(host, goal, truths, partial, ranking);
    }
    BoundedCache.Key key = new BoundedCache.Key(row(host, partial), goal);
    CertaintyResult cached = cache.get(key);
    return cached == null
        ? cache.put(key, shared(compute(host, goal, truths, partial, ranking)))
        : cached;
  }

  /** The best is the same whatever is learned; that is no certainty where a hard rule failed. */
  private static CertaintyResult determined(Ranking ranking) {
    return ranking.anyFailed() ? FAILED : CERTAIN;
  }

  private CertaintyResult compute(
      Host host, Goal goal, Truth[] truths, PartialEvaluation partial, Ranking ranking) {
    Optional<Vmm> best = ranking.best();
    List<DecisionVariable> variables = partial.possible(variableFinder.of(host, partial.truths()));
    DecisionDiagram diagram = DecisionDiagram.of(catalog, goal, variables, partial, limit);
    if (diagram.isDetermined() && diagram.determinedBest().equals(best)) {
      return best.isPresent() ? determined(ranking) : NONE;
    }
    List<DecisionVariable> essential = diagram.essentialVariables();
    PartialEvaluation asKnown = partial.withUndeclared().withTruths(truths);
    return new CertaintyResult(
        Certainty.DEPENDS,
        MissingFactAnalyzer.of(goal, asKnown, variables, essential, diagram),
        diagram.isLimited());
  }

  /** The same result as one before, if there was one. */
  private CertaintyResult shared(CertaintyResult result) {
    int slot = result.hashCode() & (MAX_RESULTS - 1);
    CertaintyResult cached = results[slot];
    if (cached != null && cached.equals(result)) {
      return cached;
    }
    results[slot] = result;
    return result;
  }

  /**
   * A host as a row of numbers: the class of each fact that the ranking looks at or that can imply
   * something.
   */
  private long[] row(Host host) {
    boolean canImply = !Implications.isComplete(host);
    long[] row = new long[facts.size() + 1];
    row[facts.size()] = canImply && Implications.isElsewhere(host) ? 1 : 0;
    for (int i = 0; i < facts.size(); i++) {
      Read fact = facts.get(i);
      row[i] = fact.isRanked() || canImply ? fact.classes().of(host) : NOT_OPEN;
    }
    return row;
  }

  /**
   * The class of a host: what its ranking can still depend on, and of each fact about which
   * anything is open the class of its value.
   */
  private long[] row(Host host, PartialEvaluation partial) {
    boolean canImply = !Implications.isComplete(host);
    long[] state = partial.withUndeclared().state().toLongArray();
    long[] row = Arrays.copyOf(state, state.length + facts.size() + 1);
    row[row.length - 1] = canImply && Implications.isElsewhere(host) ? 1 : 0;
    for (int i = 0; i < facts.size(); i++) {
      Read fact = facts.get(i);
      boolean counts = (fact.implies() && canImply) || isUndetermined(fact, partial.truths());
      row[state.length + i] = counts ? fact.classes().of(host) : NOT_OPEN;
    }
    return row;
  }

  private static boolean isUndetermined(Read fact, Truth[] truths) {
    for (int number : fact.comparisons()) {
      if (truths[number] == Truth.UNKNOWN) {
        return true;
      }
    }
    return false;
  }
}

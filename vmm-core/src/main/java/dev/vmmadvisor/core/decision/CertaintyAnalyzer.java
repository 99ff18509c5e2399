package dev.vmmadvisor.core.decision;

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
 * Determines whether the best VMM depends on facts that are unknown, and on which.
 *
 * <p>Fast path: if the pessimistic key of one VMM is better than every optimistic key of the
 * others, the best is certain. Otherwise a {@link DecisionDiagram} over all values of the unknown
 * facts is built. Results are cached for each equivalence class of hosts. Safe to share between
 * threads.
 */
final class CertaintyAnalyzer {

  /** The capacity of the cache of results by class. It is large because a result is expensive. */
  private static final int MAX_CLASSES = 65_536;

  /** The capacity of the cache of results by fact classes alone. */
  private static final int MAX_ROWS = 16_384;

  /** The capacity of the table that shares equal results. */
  private static final int MAX_RESULTS = 1024;

  /**
   * The maximum number of states of a decision diagram. The built-in catalog needs far fewer. The
   * limit bounds the time for layers with adversarial conditions.
   */
  static final int MAX_STATES = 50_000;

  /** Replaces the class of a fact that has no undetermined comparison. */
  private static final long NO_CLASS = -1;

  private static final CertaintyResult CERTAIN =
      new CertaintyResult(Certainty.CERTAIN, List.of(), false);
  private static final CertaintyResult FAILED =
      new CertaintyResult(Certainty.DEPENDS, List.of(), false);
  private static final CertaintyResult NONE = new CertaintyResult(Certainty.NONE, List.of(), false);

  private final CompiledCatalog catalog;
  private final int limit;
  private final List<RelevantFact> facts = new ArrayList<>();
  private final DecisionVariableFinder variableFinder;
  private final boolean ranksWhatIsKnown;
  private final @Nullable BoundedCache<CertaintyResult> cache;
  private final @Nullable BoundedCache<CertaintyResult> rowCache;
  private final @Nullable CertaintyResult[] results = new @Nullable CertaintyResult[MAX_RESULTS];

  /**
   * A fact that the ranking reads or that can imply another fact.
   *
   * @param partition the equivalence classes of its values
   * @param comparisons the numbers of the comparisons of the fact
   * @param isRanked whether the ranking reads it
   * @param implies whether it can imply another fact
   */
  private record RelevantFact(
      FactPartition partition, List<Integer> comparisons, boolean isRanked, boolean implies) {}

  CertaintyAnalyzer(CompiledCatalog catalog) {
    this(catalog, MAX_STATES);
  }

  /**
   * Creates an analyzer with another limit.
   *
   * @param limit the maximum number of states of a decision diagram
   */
  CertaintyAnalyzer(CompiledCatalog catalog, int limit) {
    this.limit = limit;
    this.catalog = catalog;
    this.variableFinder = new DecisionVariableFinder(catalog);
    ByFact<Integer> byFact = new ByFact<>();
    for (int number = 0; number < catalog.comparisons().size(); number++) {
      if (catalog.isRanked(number) || catalog.implications().reads(number)) {
        byFact.add(catalog.comparisons().get(number).fact(), number);
      }
    }
    for (Map.Entry<Fact, List<Integer>> each : byFact.entries()) {
      List<Condition.Comparison> about = new ArrayList<>();
      boolean isRanked = false;
      boolean implies = false;
      for (int number : each.getValue()) {
        about.add(catalog.comparisons().get(number));
        isRanked |= catalog.isRanked(number);
        implies |= catalog.implications().relevant().get(number);
      }
      Optional<FactPartition> partition = FactPartition.of(each.getKey(), about);
      if (partition.isPresent()) {
        facts.add(new RelevantFact(partition.get(), each.getValue(), isRanked, implies));
      }
    }
    // the result of a constraint in code is valid for one host only
    boolean isCacheable = catalog.cells().isEmpty() && facts.size() == byFact.size();
    this.cache = isCacheable ? new BoundedCache<>(MAX_CLASSES) : null;
    this.rowCache = isCacheable ? new BoundedCache<>(MAX_ROWS) : null;
    this.ranksWhatIsKnown = catalog.ranksWhatIsKnown();
  }

  /**
   * The certainty of the best VMM of a host.
   *
   * @param evaluation the outcomes of all clauses for the host
   * @param ranking the ranking of the VMMs by these outcomes
   */
  CertaintyResult of(
      Host host,
      Goal goal,
      CustomRuleResults customResults,
      Evaluation evaluation,
      Ranking ranking) {
    if (!ranksWhatIsKnown) {
      int provenBest = ranking.provenBest();
      // the known outcomes lie between the optimistic and the pessimistic ones, so the best is the
      // same
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
            ? PartialEvaluation.of(catalog, catalog.withLearnable(truths, host))
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

  /** The result for a best VMM that no fact can change. It is not certain if a hard rule failed. */
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

  /** Returns an equal result from the table if there is one, so that equal results share memory. */
  private CertaintyResult shared(CertaintyResult result) {
    int slot = result.hashCode() & (MAX_RESULTS - 1);
    CertaintyResult cached = results[slot];
    if (cached != null && cached.equals(result)) {
      return cached;
    }
    results[slot] = result;
    return result;
  }

  /** The class of a host as a row of numbers: the value class of each relevant fact. */
  private long[] row(Host host) {
    boolean canImply = !Implications.isComplete(host);
    long[] row = new long[facts.size() + 1];
    row[facts.size()] = canImply && Implications.isElsewhere(host) ? 1 : 0;
    for (int i = 0; i < facts.size(); i++) {
      RelevantFact fact = facts.get(i);
      row[i] = fact.isRanked() || canImply ? fact.partition().of(host) : NO_CLASS;
    }
    return row;
  }

  /**
   * The class of a host as a row of numbers: the state that the ranking can depend on, and the
   * value class of each fact with an undetermined comparison.
   */
  private long[] row(Host host, PartialEvaluation partial) {
    boolean canImply = !Implications.isComplete(host);
    long[] state = partial.withUndeclared().state().toLongArray();
    long[] row = Arrays.copyOf(state, state.length + facts.size() + 1);
    row[row.length - 1] = canImply && Implications.isElsewhere(host) ? 1 : 0;
    for (int i = 0; i < facts.size(); i++) {
      RelevantFact fact = facts.get(i);
      boolean counts = (fact.implies() && canImply) || isUndetermined(fact, partial.truths());
      row[state.length + i] = counts ? fact.partition().of(host) : NO_CLASS;
    }
    return row;
  }

  private static boolean isUndetermined(RelevantFact fact, Truth[] truths) {
    for (int number : fact.comparisons()) {
      if (truths[number] == Truth.UNKNOWN) {
        return true;
      }
    }
    return false;
  }
}

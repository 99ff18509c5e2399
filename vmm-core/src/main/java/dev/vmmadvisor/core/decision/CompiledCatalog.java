package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.SettingRule;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A compiled catalog: numbered comparisons, clauses over them, and the VMMs that are ranked.
 * Immutable and safe to share between threads.
 */
final class CompiledCatalog {

  private final ComparisonTable comparisons;
  private final List<Condition.Comparison> numbered;
  private final List<CompiledVmm> candidates;
  private final Clauses clauses;
  private final BitSet ranked = new BitSet();
  private final BitSet rankedComparisons = new BitSet();
  private final Implications implications;
  private final CustomRuleEvaluator customRules;
  private final List<CustomRuleResults.Cell> cells;
  private final int firstCell;
  private final BitSet systemClauses = new BitSet(); // the clauses about the operating system alone
  private final long[] macClauses; // all other clauses about Macs, except those of phases

  private CompiledCatalog(Catalog catalog, CustomRuleEvaluator customRules) {
    this.customRules = customRules;
    this.comparisons = new ComparisonTable(engines(catalog));
    CatalogCompiler compiler = new CatalogCompiler(catalog, comparisons);
    this.implications = Implications.of(catalog, comparisons);
    this.numbered = comparisons.inOrder();
    this.cells = CustomRuleResults.cells(customRules, numbered.size());
    this.firstCell = compiler.size();
    this.candidates = compiler.candidates(cells);
    this.clauses = new Clauses(compiler.clauses());
    this.macClauses = new long[clauses.words()];
    for (CompiledVmm candidate : candidates) {
      ranked.or(candidate.ranked());
      for (CompiledRule rule : candidate.rules()) {
        Clauses.setBit(macClauses, rule.clause().number(), !rule.isOfSystem());
        systemClauses.set(rule.clause().number(), rule.isOfSystem());
      }
      Clauses.setBit(macClauses, candidate.isDefault().number(), true);
      for (CompiledVmm.CompiledClaim claim : candidate.claims()) {
        Clauses.setBit(macClauses, claim.when().number(), true);
      }
    }
    for (int clause = ranked.nextSetBit(0); clause >= 0; clause = ranked.nextSetBit(clause + 1)) {
      rankedComparisons.or(clauses.comparisons(clause));
    }
  }

  /**
   * Compiles a catalog.
   *
   * @throws IllegalArgumentException if the catalog has no profile of one of the VMMs
   */
  static CompiledCatalog of(Catalog catalog) {
    return of(catalog, CustomRuleEvaluator.NONE);
  }

  /**
   * Compiles a catalog and constraints in code.
   *
   * @throws IllegalArgumentException if the catalog has no profile of one of the VMMs
   */
  static CompiledCatalog of(Catalog catalog, CustomRuleEvaluator customRules) {
    return new CompiledCatalog(catalog, customRules);
  }

  private static Set<String> engines(Catalog catalog) {
    Set<String> engines = new TreeSet<>();
    for (Rule rule : catalog.rules()) {
      add(rule.when(), engines);
      if (rule instanceof ConstraintRule constraint) {
        ComparisonTable.addEngines(constraint.requires(), engines);
      } else if (rule instanceof KnownIssue issue) {
        add(issue.trigger(), engines);
      } else if (rule instanceof SettingRule setting) {
        ComparisonTable.addEngines(setting.present(), engines);
      }
    }
    for (VmmProfile profile : catalog.vmms()) {
      add(profile.defaultWhen(), engines);
      for (PerformanceClaim claim : profile.performance()) {
        add(claim.when(), engines);
      }
    }
    return engines;
  }

  private static void add(Optional<Condition> condition, Set<String> engines) {
    if (condition.isPresent()) {
      ComparisonTable.addEngines(condition.get(), engines);
    }
  }

  /** The implications between facts. */
  Implications implications() {
    return implications;
  }

  /** One compiled VMM for each VMM, in the order of {@link Vmm}. */
  List<CompiledVmm> candidates() {
    return candidates;
  }

  Clauses clauses() {
    return clauses;
  }

  /** The numbers of the clauses that the ranking reads. Must not be changed. */
  BitSet ranked() {
    return ranked;
  }

  /** Evaluates all clauses one by one. */
  Evaluation evaluate(Truth[] truths) {
    BitSet all = new BitSet();
    all.set(0, clauses.inOrder().size());
    return clauses.evaluate(truths, all);
  }

  /** Evaluates the clauses that the ranking reads, one by one. */
  Evaluation evaluateRanked(Truth[] truths) {
    return clauses.evaluate(truths, ranked);
  }

  /** The truth of a comparison for a host. */
  Truth truth(int comparison, Host host) {
    return comparisons.evaluate(numbered.get(comparison), host);
  }

  /** The number of the first clause of a constraint in code; those of the catalog precede it. */
  int firstCell() {
    return firstCell;
  }

  /** The index of a constraint in code among the custom results. */
  int cell(CompiledRule rule) {
    return rule.clause().number() - firstCell;
  }

  /** Writes the outcomes of the constraints in code into an evaluation that has outcomes. */
  void put(CustomRuleResults customResults, Evaluation evaluation) {
    for (int i = 0; i < customResults.all().size(); i++) {
      evaluation.put(firstCell + i, customResults.outcome(i));
    }
  }

  /** Whether a host is known not to be a Mac, and a rule excludes every VMM for that reason. */
  boolean isRuledOutBySystem(Host host) {
    if (!Implications.isElsewhere(host)) {
      return false;
    }
    Truth[] truths = truths(host, noCustomResults());
    for (int clause = systemClauses.nextSetBit(0);
        clause >= 0;
        clause = systemClauses.nextSetBit(clause + 1)) {
      if (clauses.inOrder().get(clause).test().evaluate(truths) == Truth.FALSE) {
        return true;
      }
    }
    return false;
  }

  /** Marks all clauses about Macs as not applicable. */
  void excludeMacClauses(Evaluation evaluation) {
    evaluation.leaveOut(macClauses);
  }

  /** Whether the ranking reads a comparison. */
  boolean isRanked(int comparison) {
    return rankedComparisons.get(comparison);
  }

  /** The comparisons; the index is the number. */
  List<Condition.Comparison> comparisons() {
    return numbered;
  }

  /**
   * The truth of an expression for a host. Evaluates only the comparisons that it reads.
   *
   * @param truths the truths that are computed already; receives the new ones
   * @param found the numbers of the comparisons that are computed already; receives the new ones
   */
  Truth truth(Expression expression, Host host, Truth[] truths, BitSet found) {
    BitSet read = new BitSet();
    expression.addTo(read);
    read.andNot(found);
    for (int number = read.nextSetBit(0); number >= 0; number = read.nextSetBit(number + 1)) {
      truths[number] = truth(number, host);
    }
    found.or(read);
    return expression.evaluate(truths);
  }

  /** The facts that comparisons read, in the order of {@link Fact}. */
  Set<Fact> facts(BitSet comparisons) {
    return this.comparisons.facts(comparisons);
  }

  /** The constraints in code, one cell for each VMM that they are about. */
  List<CustomRuleResults.Cell> cells() {
    return cells;
  }

  /** Whether the ranking reads a comparison that tests whether a fact is known. */
  boolean ranksWhatIsKnown() {
    for (int number = 0; number < numbered.size(); number++) {
      if (isRanked(number) && testsWhetherKnown(number)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number is that of a comparison that tests whether a fact is known. */
  boolean testsWhetherKnown(int number) {
    return number < numbered.size() && numbered.get(number) instanceof Condition.Known;
  }

  /** Evaluates the constraints in code for a host. */
  CustomRuleResults customResults(Host host) {
    return CustomRuleResults.of(customRules, cells, host);
  }

  /** Results in which no constraint in code applies. */
  CustomRuleResults noCustomResults() {
    return CustomRuleResults.noCustomResults(cells);
  }

  /** The truth of each comparison for a host, then the results of the constraints in code. */
  Truth[] truths(Host host, CustomRuleResults customResults) {
    Truth[] truths = new Truth[numbered.size() + CustomRuleResults.ENTRIES * cells.size()];
    for (int number = 0; number < numbered.size(); number++) {
      truths[number] = comparisons.evaluate(numbered.get(number), host);
    }
    customResults.applyTo(truths, cells);
    return truths;
  }

  /** The truths of a host where "is known" is unknown for each fact that can still be learned. */
  Truth[] withLearnable(Truth[] truths, Host host) {
    Truth[] learnable = truths.clone();
    for (int number = 0; number < numbered.size(); number++) {
      if (learnable[number] == Truth.FALSE
          && numbered.get(number) instanceof Condition.Known known
          && CustomRuleEvaluator.isOpen(known.fact(), host)) {
        learnable[number] = Truth.UNKNOWN;
      }
    }
    return learnable;
  }
}

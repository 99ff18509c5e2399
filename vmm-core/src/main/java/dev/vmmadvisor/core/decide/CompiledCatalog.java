package dev.vmmadvisor.core.decide;

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

/** A catalog, compiled: what is evaluated for a host. Immutable once made. */
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
  private final BitSet systemClauses = new BitSet(); // the lines of rules about the system alone
  private final long[] macClauses; // those of all else that is said of Macs, but for phases

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

  /** What facts imply about other facts. */
  Implications implications() {
    return implications;
  }

  /** One contender for each VMM, in the order of {@link Vmm}. */
  List<CompiledVmm> candidates() {
    return candidates;
  }

  /** Everything that turns out one way or the other. */
  Clauses clauses() {
    return clauses;
  }

  /** The numbers of the lines that the ranking looks at. */
  BitSet ranked() {
    return ranked;
  }

  /** How everything turns out. */
  Evaluation evaluate(Truth[] truths) {
    BitSet all = new BitSet();
    all.set(0, clauses.inOrder().size());
    return clauses.evaluate(truths, all);
  }

  /** How that turns out which the ranking looks at. */
  Evaluation evaluateRanked(Truth[] truths) {
    return clauses.evaluate(truths, ranked);
  }

  /** The truth of a comparison for a host. */
  Truth truth(int comparison, Host host) {
    return comparisons.evaluate(numbered.get(comparison), host);
  }

  /** The number of the first line of a constraint in code; those of the catalog come before. */
  int firstCell() {
    return firstCell;
  }

  /** The place among the judgements of the constraint in code that a rule is. */
  int cell(CompiledRule rule) {
    return rule.clause().number() - firstCell;
  }

  /** Writes the judgements of constraints in code, if any, into a matrix that is settled. */
  void put(CustomRuleResults customResults, Evaluation evaluation) {
    for (int i = 0; i < customResults.all().size(); i++) {
      evaluation.put(firstCell + i, customResults.outcome(i));
    }
  }

  /** Whether a host is known not to be a Mac, and a rule rules out every VMM for that. */
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

  /** Leaves all that is said of Macs out of a matrix. */
  void excludeMacClauses(Evaluation evaluation) {
    evaluation.leaveOut(macClauses);
  }

  /** Whether the ranking looks at a comparison. */
  boolean isRanked(int comparison) {
    return rankedComparisons.get(comparison);
  }

  /** The comparisons, each at the place that is its number. */
  List<Condition.Comparison> comparisons() {
    return numbered;
  }

  /**
   * The truth of an expression for a host.
   *
   * @param truths the truth of each comparison, where it was found out; what is read is put down
   * @param found the numbers of those that were found out; what is read is put down
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

  /** The facts that some comparisons read, in the order of {@link Fact}. */
  Set<Fact> facts(BitSet comparisons) {
    return this.comparisons.facts(comparisons);
  }

  /** The constraints in code, one cell for each VMM that they are about. */
  List<CustomRuleResults.Cell> cells() {
    return cells;
  }

  /** Whether the ranking looks at whether a fact is known. */
  boolean ranksWhatIsKnown() {
    for (int number = 0; number < numbered.size(); number++) {
      if (isRanked(number) && testsWhetherKnown(number)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what has a number is a comparison that asks whether a fact is known. */
  boolean testsWhetherKnown(int number) {
    return number < numbered.size() && numbered.get(number) instanceof Condition.Known;
  }

  /** How the constraints in code turn out for a host. */
  CustomRuleResults customResults(Host host) {
    return CustomRuleResults.of(customRules, cells, host);
  }

  /** The constraints in code where none of them is about the host. */
  CustomRuleResults noCustomResults() {
    return CustomRuleResults.noCustomResults(cells);
  }

  /** The truth of each comparison for a host, then the judgements of the constraints in code. */
  Truth[] truths(Host host, CustomRuleResults customResults) {
    Truth[] truths = new Truth[numbered.size() + CustomRuleResults.PLACES * cells.size()];
    for (int number = 0; number < numbered.size(); number++) {
      truths[number] = comparisons.evaluate(numbered.get(number), host);
    }
    customResults.applyTo(truths, cells);
    return truths;
  }

  /**
   * The truths of a host as they are while it is open what can still be learned: "is known" is open
   * for a fact that is not known yet and that the host can have.
   */
  Truth[] open(Truth[] truths, Host host) {
    Truth[] open = truths.clone();
    for (int number = 0; number < numbered.size(); number++) {
      if (open[number] == Truth.FALSE
          && numbered.get(number) instanceof Condition.Known known
          && CustomRuleEvaluator.isOpen(known.fact(), host)) {
        open[number] = Truth.UNKNOWN;
      }
    }
    return open;
  }
}

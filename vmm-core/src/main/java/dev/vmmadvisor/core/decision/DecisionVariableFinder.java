package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.advice.ValueSet;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the {@link DecisionVariable}s of a host: the unknown facts that the ranking can depend on.
 * The variables of a fact without any known value are the same for every host and are cached. Safe
 * to share between threads.
 */
final class DecisionVariableFinder {

  private final CompiledCatalog catalog;
  private final Map<Fact, List<DecisionVariable>> ofUnknownFacts =
      Collections.synchronizedMap(new EnumMap<>(Fact.class));

  DecisionVariableFinder(CompiledCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The variables of a host that the ranking reads, in the order of {@link Fact} and, within a
   * list, of its words.
   *
   * @param host the host
   * @param truths the truth of each comparison for the host, see {@link
   *     CompiledCatalog#withLearnable}
   */
  List<DecisionVariable> of(Host host, Truth[] truths) {
    ByFact<Integer> unknown = new ByFact<>();
    Set<Fact> ranked = EnumSet.noneOf(Fact.class);
    for (int number = 0; number < catalog.comparisons().size(); number++) {
      Fact fact = catalog.comparisons().get(number).fact();
      if (truths[number] == Truth.UNKNOWN && catalog.isRanked(number)) {
        ranked.add(fact);
        unknown.add(fact, number);
      } else if (truths[number] == Truth.UNKNOWN && catalog.implications().reads(number)) {
        unknown.add(fact, number); // an assignment of a ranked variable implies this as well
      }
    }
    List<DecisionVariable> variables = new ArrayList<>();
    for (Map.Entry<Fact, List<Integer>> each : unknown.entries()) {
      if (ranked.contains(each.getKey())) {
        variables.addAll(about(each.getKey(), each.getValue(), host));
      }
    }
    for (CustomRuleResults.Cell cell : catalog.cells()) {
      if (truths[cell.met()] == Truth.UNKNOWN && catalog.isRanked(cell.met())) {
        variables.add(aboutConstraint(cell, host));
      }
    }
    return List.copyOf(variables);
  }

  private List<DecisionVariable> about(Fact fact, List<Integer> unknown, Host host) {
    if (fact.valueOrNull(host) != null || ComparisonTable.implied(fact, host) != null) {
      return DecisionVariableFactory.about(catalog, fact, unknown, host);
    }
    List<DecisionVariable> variables = ofUnknownFacts.get(fact);
    if (variables == null) {
      variables = DecisionVariableFactory.about(catalog, fact, unknown, host);
      ofUnknownFacts.put(fact, variables);
    }
    return variables;
  }

  /**
   * The variable for the result of a constraint in code. It has no fact if all facts of the
   * constraint are known: then the result depends on something outside of the host.
   */
  private static DecisionVariable aboutConstraint(CustomRuleResults.Cell cell, Host host) {
    List<Fact> facts =
        cell.rule().facts().stream()
            .filter(each -> CustomRuleEvaluator.isOpen(each, host))
            .toList();
    List<DecisionVariable.Assignment> assignments = new ArrayList<>();
    for (boolean met : new boolean[] {true, false}) {
      assignments.add(
          new DecisionVariable.Assignment(
              new ValueSet.Judged(cell.rule().code(), cell.vmm(), met),
              List.of(new DecisionVariable.Implied(cell.met(), Truth.of(met)))));
    }
    return new DecisionVariable(facts, cell.rule().code() + " " + cell.vmm(), assignments);
  }
}

package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.CustomRule;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.decision.CustomRuleEvaluator.Judgement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The results of the constraints in code for a host. Each pair of a constraint and a VMM has three
 * entries in the truths of a host, after those of the comparisons: whether it applies, whether it
 * is met, and whether it failed.
 *
 * @param all the results, in the order of the cells
 */
record CustomRuleResults(List<Judgement> all) {

  /** The results if there are no constraints. */
  static final CustomRuleResults NONE = new CustomRuleResults(List.of());

  /** The number of entries of a cell among the truths. */
  static final int ENTRIES = 3;

  /**
   * A constraint and a VMM that it is about.
   *
   * @param rule the constraint
   * @param vmm the VMM
   * @param first the index of its first entry among the truths
   */
  record Cell(CustomRule rule, Vmm vmm, int first) {

    int about() {
      return first;
    }

    int met() {
      return first + 1;
    }

    int error() {
      return first + 2;
    }
  }

  /**
   * The cells of constraints. Their entries follow those of the comparisons.
   *
   * @param comparisons the number of comparisons
   */
  static List<Cell> cells(CustomRuleEvaluator rules, int comparisons) {
    List<Cell> cells = new ArrayList<>();
    for (CustomRule rule : rules.rules()) {
      for (Vmm vmm : rule.vmms()) {
        cells.add(new Cell(rule, vmm, comparisons + ENTRIES * cells.size()));
      }
    }
    return List.copyOf(cells);
  }

  static CustomRuleResults of(CustomRuleEvaluator rules, List<Cell> cells, Host host) {
    if (cells.isEmpty()) {
      return NONE;
    }
    List<Judgement> all = new ArrayList<>();
    for (Cell cell : cells) {
      all.add(rules.judge(cell.rule(), cell.vmm(), host));
    }
    return new CustomRuleResults(List.copyOf(all));
  }

  /** Results in which no constraint applies. */
  static CustomRuleResults noCustomResults(List<Cell> cells) {
    Judgement none = new Judgement(CustomRuleEvaluator.Result.NOT_APPLICABLE, "", List.of());
    return cells.isEmpty() ? NONE : new CustomRuleResults(Collections.nCopies(cells.size(), none));
  }

  /** Writes the results into the truths of a host. */
  void applyTo(Truth[] truths, List<Cell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      CustomRuleEvaluator.Result result = all.get(i).result();
      truths[cell.about()] = Truth.of(result != CustomRuleEvaluator.Result.NOT_APPLICABLE);
      truths[cell.met()] =
          result == CustomRuleEvaluator.Result.UNKNOWN
              ? Truth.UNKNOWN
              : Truth.of(result != CustomRuleEvaluator.Result.VIOLATED);
      truths[cell.error()] = Truth.of(result == CustomRuleEvaluator.Result.ERROR);
    }
  }

  /** Whether a constraint failed. */
  boolean anyFailed() {
    for (Judgement each : all) {
      if (each.result() == CustomRuleEvaluator.Result.ERROR) {
        return true;
      }
    }
    return false;
  }

  /** The outcome of a cell. */
  Outcome outcome(int cell) {
    return switch (all.get(cell).result()) {
      case SATISFIED -> Outcome.SATISFIED;
      case VIOLATED -> Outcome.VIOLATED;
      case UNKNOWN -> Outcome.UNKNOWN;
      case NOT_APPLICABLE -> Outcome.NOT_APPLICABLE;
      case ERROR -> Outcome.ERROR;
    };
  }
}

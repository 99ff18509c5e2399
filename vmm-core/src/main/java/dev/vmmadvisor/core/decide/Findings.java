package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Wording;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.CustomRule;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the findings of a standing. */
final class Findings {

  private final Wording wording;

  Findings(Wording wording) {
    this.wording = wording;
  }

  /** The findings of a standing, with the judgements of the constraints in code. */
  List<Finding> of(Standing standing, Host host, Knowledge knowledge, Judgements judgements) {
    Vmm vmm = standing.contender().vmm();
    List<CompiledRule> rules = standing.contender().rules();
    List<Finding> findings = new ArrayList<>(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      CompiledRule rule = rules.get(i);
      Outcome outcome = standing.outcome(rule);
      findings.add(
          rule.rule() instanceof CustomRule
              ? custom(
                  finding(rule, outcome, vmm, host), judgements.all().get(knowledge.cell(rule)))
              : finding(rule, outcome, vmm, host));
    }
    return Collections.unmodifiableList(findings);
  }

  private static Finding custom(Finding finding, CustomRules.Judgement judgement) {
    Map<String, Object> parameters = new LinkedHashMap<>(finding.parameters());
    if (!judgement.text().isEmpty()) {
      parameters.put(
          judgement.result() == CustomRules.Result.ERROR ? "mistake" : "text", judgement.text());
    }
    return Finding.builder()
        .from(finding)
        .parameters(parameters)
        .remedies(judgement.remedies())
        .build();
  }

  private Finding finding(CompiledRule compiled, Outcome outcome, Vmm vmm, Host host) {
    Rule rule = compiled.rule();
    boolean speaksAgainst = outcome != Outcome.SATISFIED && outcome != Outcome.NOT_APPLICABLE;
    return Finding.builder()
        .code(rule.code())
        .kind(rule.kind())
        .vmm(vmm)
        .outcome(outcome)
        .severity(speaksAgainst ? rule.severity() : Severity.INFO)
        .countsFor(compiled.countsFor())
        .parameters(parameters(compiled, host))
        .remedies(outcome == Outcome.VIOLATED ? rule.remedies() : List.of())
        .sources(rule.sources())
        .facts(compiled.facts())
        .waiver(compiled.waiver())
        .wording(wording)
        .build();
  }

  /**
   * The known facts that a rule reads, in the order of {@link Fact}, then the bound of a
   * constraint.
   */
  private static Map<String, Object> parameters(CompiledRule compiled, Host host) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Fact fact : compiled.facts()) {
      fact.valueIn(host).ifPresent(value -> parameters.put(fact.path(), value));
    }
    if (compiled.rule() instanceof ConstraintRule constraint) {
      if (constraint.requires() instanceof Condition.AtLeast atLeast) {
        parameters.put("atLeast", atLeast.bound());
      } else if (constraint.requires() instanceof Condition.Within within) {
        parameters.put("within", within.range().toString());
      } else if (constraint.requires() instanceof Condition.OneOf oneOf) {
        parameters.put("oneOf", oneOf.values());
      }
    }
    return parameters;
  }
}

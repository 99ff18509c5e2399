package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.RuleOutcome;
import dev.vmmadvisor.api.advice.Wording;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.CustomRule;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the findings of a standing. What a rule says of a VMM with an outcome is the same for every
 * host but for the parameters: it is made once, and kept.
 */
final class Findings {

  private final Knowledge knowledge;
  private final Wording wording;
  private final List<Map<Outcome, @Nullable RuleOutcome[]>> prepared = new ArrayList<>();

  Findings(Knowledge knowledge, Wording wording) {
    this.knowledge = knowledge;
    this.wording = wording;
    for (Contender contender : knowledge.contenders()) {
      prepared.add(unprepared(contender));
    }
  }

  private static Map<Outcome, @Nullable RuleOutcome[]> unprepared(Contender contender) {
    Map<Outcome, @Nullable RuleOutcome[]> unprepared = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      unprepared.put(outcome, new @Nullable RuleOutcome[contender.rules().size()]);
    }
    return unprepared;
  }

  /** The findings of a standing, with the judgements of the constraints in code. */
  List<Finding> of(Standing standing, Host host, Judgements judgements) {
    Contender contender = standing.contender();
    List<CompiledRule> rules = contender.rules();
    Finding[] findings = new Finding[rules.size()];
    for (int i = 0; i < findings.length; i++) {
      CompiledRule rule = rules.get(i);
      RuleOutcome prepared = prepared(contender, i, standing.outcome(rule));
      findings[i] =
          rule.rule() instanceof CustomRule
              ? custom(prepared, rule, host, judgements.all().get(knowledge.cell(rule)))
              : Finding.of(prepared, host);
    }
    return Collections.unmodifiableList(Arrays.asList(findings));
  }

  private static Finding custom(
      RuleOutcome prepared, CompiledRule rule, Host host, CustomRules.Judgement judgement) {
    Map<String, Object> parameters = new LinkedHashMap<>(parameters(rule, host));
    if (!judgement.text().isEmpty()) {
      parameters.put(
          judgement.result() == CustomRules.Result.ERROR ? "mistake" : "text", judgement.text());
    }
    Map<String, Object> all = Collections.unmodifiableMap(parameters);
    return Finding.of(
        RuleOutcome.builder()
            .from(prepared)
            .remedies(judgement.remedies())
            .parametersOf(any -> all)
            .build(),
        host);
  }

  private RuleOutcome prepared(Contender contender, int rule, Outcome outcome) {
    @Nullable RuleOutcome[] ofRules =
        Objects.requireNonNull(prepared.get(contender.order()).get(outcome));
    RuleOutcome known = ofRules[rule];
    if (known == null) {
      known = prepare(contender.rules().get(rule), outcome, contender.vmm());
      ofRules[rule] = known;
    }
    return known;
  }

  private RuleOutcome prepare(CompiledRule compiled, Outcome outcome, Vmm vmm) {
    Rule rule = compiled.rule();
    boolean speaksAgainst = outcome != Outcome.SATISFIED && outcome != Outcome.NOT_APPLICABLE;
    return RuleOutcome.builder()
        .code(rule.code())
        .kind(rule.kind())
        .vmm(vmm)
        .outcome(outcome)
        .severity(speaksAgainst ? rule.severity() : Severity.INFO)
        .countsFor(compiled.countsFor())
        .remedies(outcome == Outcome.VIOLATED ? rule.remedies() : List.of())
        .sources(rule.sources())
        .facts(compiled.facts())
        .waiver(compiled.waiver())
        .parametersOf(host -> parameters(compiled, host))
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
    return Collections.unmodifiableMap(parameters);
  }
}

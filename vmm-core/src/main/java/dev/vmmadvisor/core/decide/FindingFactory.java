package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.AnswerRenderer;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.RuleOutcome;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.CustomRule;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the findings about contenders. What a rule says of a VMM with an outcome is the same for
 * every host but for the parameters: it is made once, and kept.
 */
final class FindingFactory {

  /** The parameter of a finding with the actions of remedies that an administrator has locked. */
  static final String LOCKED = "lockedRemedies";

  /** The parameter of a finding that says why its constraint in code failed. */
  static final String MISTAKE = "mistake";

  /** For how many matrices it is kept at most how the rules turned out. */
  private static final int MAX_OUTCOMES = 16_384;

  private final CompiledCatalog knowledge;
  private final List<Source> sources;
  private final AnswerRenderer wording;
  private final SafeRemedies safe;
  private final ShownValues shown;
  private final List<Prepared> prepared = new ArrayList<>();
  private final BoundedCache<Outcomes> outcomes = new BoundedCache<>(MAX_OUTCOMES);

  /** What the findings about a contender are made of. */
  private static final class Prepared {
    private final int[] lines;
    private final @Nullable RuleOutcome[] ofRulesAndOutcomes;

    Prepared(CompiledVmm contender) {
      this.lines = contender.weights().lines;
      this.ofRulesAndOutcomes =
          new @Nullable RuleOutcome[lines.length * Evaluation.OUTCOMES.size()];
    }
  }

  FindingFactory(
      CompiledCatalog knowledge,
      List<Source> sources,
      SafeRemedies safe,
      AnswerRenderer wording,
      ShownValues shown) {
    this.sources = sources;
    this.shown = shown;
    this.knowledge = knowledge;
    this.safe = safe;
    this.wording = wording;
    for (CompiledVmm contender : knowledge.contenders()) {
      prepared.add(new Prepared(contender));
    }
  }

  /** How the rules turned out for all hosts with the same matrix. */
  static final class Outcomes {
    private final Evaluation matrix;
    private final @Nullable List<RuleOutcome>[] ofContenders;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Outcomes(Evaluation matrix, int contenders) {
      this.matrix = matrix;
      this.ofContenders = new List[contenders];
    }
  }

  /**
   * How the rules turned out.
   *
   * @param matrix how everything turned out
   * @param goal what is favoured
   */
  Outcomes outcomes(Evaluation matrix, Goal goal) {
    BoundedCache.Key key = new BoundedCache.Key(matrix.bits(), goal);
    Outcomes before = outcomes.get(key);
    return before == null ? outcomes.put(key, new Outcomes(matrix, prepared.size())) : before;
  }

  /** The findings about a contender, in the order of the catalog. */
  List<Finding> of(CompiledVmm contender, Decision decision, Host host) {
    List<RuleOutcome> outcomes = of(contender, decision.outcomes(this));
    Finding[] findings = new Finding[outcomes.size()];
    for (int i = 0; i < findings.length; i++) {
      findings[i] = Finding.of(outcomes.get(i), host);
    }
    if (!decision.judgements().all().isEmpty()) {
      judge(findings, contender, host, decision.judgements());
    }
    return Collections.unmodifiableList(Arrays.asList(findings));
  }

  private List<RuleOutcome> of(CompiledVmm contender, Outcomes outcomes) {
    List<RuleOutcome> known = outcomes.ofContenders[contender.order()];
    if (known == null) {
      known = ruleOutcomes(contender, outcomes.matrix);
      outcomes.ofContenders[contender.order()] = known;
    }
    return known;
  }

  private List<RuleOutcome> ruleOutcomes(CompiledVmm contender, Evaluation matrix) {
    Prepared known = prepared.get(contender.order());
    RuleOutcome[] outcomes = new RuleOutcome[known.lines.length];
    for (int i = 0; i < outcomes.length; i++) {
      int outcome = matrix.outcomeNumber(known.lines[i]);
      int place = i * Evaluation.OUTCOMES.size() + outcome;
      RuleOutcome ruleOutcome = known.ofRulesAndOutcomes[place];
      if (ruleOutcome == null) {
        ruleOutcome = prepare(contender.rules().get(i), outcome, contender.vmm());
        known.ofRulesAndOutcomes[place] = ruleOutcome;
      }
      outcomes[i] = ruleOutcome;
    }
    return List.of(outcomes);
  }

  private void judge(
      Finding[] findings, CompiledVmm contender, Host host, CustomRuleResults judgements) {
    for (int i = 0; i < findings.length; i++) {
      CompiledRule rule = contender.rules().get(i);
      if (rule.rule() instanceof CustomRule) {
        findings[i] = judged(findings[i], host, judgements.all().get(knowledge.cell(rule)));
      }
    }
  }

  private static Finding judged(
      Finding finding, Host host, CustomRuleEvaluator.Judgement judgement) {
    Map<String, Object> parameters = new LinkedHashMap<>(finding.parameters());
    if (!judgement.text().isEmpty()) {
      parameters.put(
          judgement.result() == CustomRuleEvaluator.Result.ERROR ? MISTAKE : "text",
          judgement.text());
    }
    addLocked(judgement.remedies(), host, parameters);
    Map<String, Object> all = Collections.unmodifiableMap(parameters);
    return Finding.of(
        RuleOutcome.builder()
            .from(finding.ruleOutcome())
            .remedies(judgement.remedies())
            .parametersOf(any -> all)
            .build(),
        host);
  }

  private RuleOutcome prepare(CompiledRule compiled, int number, Vmm vmm) {
    Rule rule = compiled.rule();
    Outcome outcome = Evaluation.OUTCOMES.get(number);
    boolean speaksAgainst = outcome != Outcome.SATISFIED && outcome != Outcome.NOT_APPLICABLE;
    return RuleOutcome.builder()
        .code(rule.code())
        .kind(rule.kind())
        .vmm(vmm)
        .outcome(outcome)
        .severity(speaksAgainst ? rule.severity() : Severity.INFO)
        .countsFor(number == Evaluation.UNDECLARED ? List.of() : compiled.countsFor())
        .remedies(outcome == Outcome.VIOLATED ? rule.remedies() : List.of())
        .offered((remedies, host) -> safe.of(remedies, vmm, host))
        .sources(rule.sources())
        .urls(speaksAgainst ? urls(rule) : List.of())
        .facts(compiled.facts())
        .waiver(compiled.waiver())
        .parametersOf(host -> parameters(compiled, host))
        .wording(wording)
        .build();
  }

  /** The public addresses of the sources of a rule, each once. */
  private Set<String> urls(Rule rule) {
    Set<String> urls = new LinkedHashSet<>();
    for (String id : rule.sources()) {
      for (Source source : sources) {
        if (source.id().equals(id)) {
          source.url().ifPresent(urls::add);
        }
      }
    }
    return urls;
  }

  /**
   * The known facts that a rule reads, in the order of {@link Fact} and of long lists only some
   * elements, then the bound of a constraint, or the ids, the severity and the fix of a
   * vulnerability.
   */
  private Map<String, Object> parameters(CompiledRule compiled, Host host) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Fact fact : compiled.facts()) {
      Optional<?> value = fact.valueIn(host);
      if (value.isPresent()) {
        parameters.put(fact.path(), shown.of(fact, value.get()));
      }
    }
    if (compiled.rule() instanceof ConstraintRule constraint) {
      if (constraint.requires() instanceof Condition.AtLeast atLeast) {
        parameters.put("atLeast", atLeast.bound());
      } else if (constraint.requires() instanceof Condition.Within within) {
        parameters.put("within", within.range().toString());
      } else if (constraint.requires() instanceof Condition.OneOf oneOf) {
        parameters.put("oneOf", oneOf.values());
      }
    } else if (compiled.rule() instanceof Vulnerability vulnerability) {
      parameters.put("cves", vulnerability.cves());
      parameters.put("publishedSeverity", vulnerability.publishedSeverity());
      vulnerability.fixedIn().ifPresent(fixed -> parameters.put("fixedIn", fixed));
    }
    addLocked(compiled.rule().remedies(), host, parameters);
    return Collections.unmodifiableMap(parameters);
  }

  /** Adds which remedies of a rule an administrator has locked, if there are any. */
  private static void addLocked(List<Remedy> remedies, Host host, Map<String, Object> parameters) {
    if (host.dockerDesktop().lockedSettings().orElse(List.of()).isEmpty()) {
      return; // as for most hosts
    }
    Set<String> locked = new LinkedHashSet<>();
    for (Remedy remedy : remedies) {
      if (Locks.isLocked(remedy, host)) {
        locked.add(remedy.action());
      }
    }
    if (!locked.isEmpty()) {
      parameters.put(LOCKED, List.copyOf(locked));
    }
  }
}

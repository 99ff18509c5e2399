package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
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
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.FindingValue;
import dev.vmmadvisor.core.answer.RuleOutcome;
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
 * Builds the findings about VMMs. The part of a finding that does not depend on the host is built
 * once for each rule, outcome and VMM. Safe to share between threads.
 */
final class FindingFactory {

  /** The parameter with the actions of remedies that an administrator has locked. */
  static final String LOCKED = "lockedRemedies";

  /** The parameter with the error message of a constraint in code. */
  static final String MISTAKE = "mistake";

  /** The capacity of the cache of outcomes by evaluation. */
  private static final int MAX_OUTCOMES = 16_384;

  private final CompiledCatalog catalog;
  private final List<Source> sources;
  private final AnswerRenderer wording;
  private final SafeRemedies safeRemedies;
  private final ShownValues shown;
  private final List<FindingTemplates> templates = new ArrayList<>();
  private final BoundedCache<Outcomes> outcomes = new BoundedCache<>(MAX_OUTCOMES);

  /** The parts of the findings about one VMM that do not depend on the host. */
  private static final class FindingTemplates {
    private final int[] clauses;
    private final @Nullable RuleOutcome[] byRuleAndOutcome;

    FindingTemplates(CompiledVmm candidate) {
      this.clauses = candidate.masks().clauses;
      this.byRuleAndOutcome =
          new @Nullable RuleOutcome[clauses.length * Evaluation.OUTCOMES.size()];
    }
  }

  FindingFactory(
      CompiledCatalog catalog,
      List<Source> sources,
      SafeRemedies safeRemedies,
      AnswerRenderer wording,
      ShownValues shown) {
    this.sources = sources;
    this.shown = shown;
    this.catalog = catalog;
    this.safeRemedies = safeRemedies;
    this.wording = wording;
    for (CompiledVmm candidate : catalog.candidates()) {
      templates.add(new FindingTemplates(candidate));
    }
  }

  /**
   * The outcomes of the rules for all hosts with the same evaluation, by VMM; computed on first
   * access.
   */
  static final class Outcomes {
    private final Evaluation evaluation;
    private final @Nullable List<RuleOutcome>[] byCandidate;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Outcomes(Evaluation evaluation, int candidates) {
      this.evaluation = evaluation;
      this.byCandidate = new List[candidates];
    }
  }

  /**
   * The outcomes of the rules.
   *
   * @param evaluation the outcomes of all clauses
   * @param goal the goal of the ranking
   */
  Outcomes outcomes(Evaluation evaluation, Goal goal) {
    BoundedCache.Key key = new BoundedCache.Key(evaluation.bits(), goal);
    Outcomes cached = outcomes.get(key);
    return cached == null ? outcomes.put(key, new Outcomes(evaluation, templates.size())) : cached;
  }

  /** The findings about a VMM, in the order of the catalog. */
  List<Finding> of(CompiledVmm candidate, Decision decision, Host host) {
    List<RuleOutcome> outcomes = of(candidate, decision.outcomes(this));
    Finding[] findings = new Finding[outcomes.size()];
    for (int i = 0; i < findings.length; i++) {
      findings[i] = FindingValue.of(outcomes.get(i), host);
    }
    if (!decision.customResults().all().isEmpty()) {
      judge(findings, candidate, host, decision.customResults());
    }
    return Collections.unmodifiableList(Arrays.asList(findings));
  }

  private List<RuleOutcome> of(CompiledVmm candidate, Outcomes outcomes) {
    List<RuleOutcome> cached = outcomes.byCandidate[candidate.order()];
    if (cached == null) {
      cached = ruleOutcomes(candidate, outcomes.evaluation);
      outcomes.byCandidate[candidate.order()] = cached;
    }
    return cached;
  }

  private List<RuleOutcome> ruleOutcomes(CompiledVmm candidate, Evaluation evaluation) {
    FindingTemplates ofVmm = templates.get(candidate.order());
    RuleOutcome[] outcomes = new RuleOutcome[ofVmm.clauses.length];
    for (int i = 0; i < outcomes.length; i++) {
      int outcome = evaluation.outcomeNumber(ofVmm.clauses[i]);
      int index = i * Evaluation.OUTCOMES.size() + outcome;
      RuleOutcome ruleOutcome = ofVmm.byRuleAndOutcome[index];
      if (ruleOutcome == null) {
        ruleOutcome = prepare(candidate.rules().get(i), outcome, candidate.vmm());
        ofVmm.byRuleAndOutcome[index] = ruleOutcome;
      }
      outcomes[i] = ruleOutcome;
    }
    return List.of(outcomes);
  }

  private void judge(
      Finding[] findings, CompiledVmm candidate, Host host, CustomRuleResults customResults) {
    for (int i = 0; i < findings.length; i++) {
      CompiledRule rule = candidate.rules().get(i);
      if (rule.rule() instanceof CustomRule) {
        findings[i] = judged(findings[i], host, customResults.all().get(catalog.cell(rule)));
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
    return FindingValue.of(
        RuleOutcome.builder()
            .from(((FindingValue) finding).ruleOutcome())
            .remedies(judgement.remedies())
            .parametersOf(any -> all)
            .build(),
        host);
  }

  private RuleOutcome prepare(CompiledRule compiled, int number, Vmm vmm) {
    Rule rule = compiled.rule();
    Outcome outcome = Evaluation.OUTCOMES.get(number);
    boolean isAdverse = outcome != Outcome.SATISFIED && outcome != Outcome.NOT_APPLICABLE;
    return RuleOutcome.builder()
        .code(rule.code())
        .kind(rule.kind())
        .vmm(vmm)
        .outcome(outcome)
        .severity(isAdverse ? rule.severity() : Severity.INFO)
        .countsFor(number == Evaluation.UNDECLARED ? List.of() : compiled.countsFor())
        .remedies(outcome == Outcome.VIOLATED ? rule.remedies() : List.of())
        .offered((remedies, host) -> safeRemedies.of(remedies, vmm, host))
        .sources(rule.sources())
        .urls(isAdverse ? urls(rule) : List.of())
        .facts(compiled.facts())
        .waiver(compiled.waiver())
        .parametersOf(host -> parameters(compiled, host))
        .renderer(wording)
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
   * The known facts that a rule reads, in the order of {@link Fact}, with long lists shortened;
   * then the bound of a constraint, or the ids, the severity and the fix of a vulnerability.
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

  /** Adds the remedies that an administrator has locked, if there are any. */
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

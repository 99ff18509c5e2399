package dev.vmmadvisor.core.explain;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Wording;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers in English. Immutable and safe to share between threads. */
public final class EnglishWording implements Wording {

  private final Map<String, Rule> rules = new HashMap<>();
  private final RemedyWording remedies;

  /**
   * Makes the wording for the answers out of a catalog.
   *
   * @param catalog the catalog, whose statements become part of the answers
   */
  public EnglishWording(Catalog catalog) {
    for (Rule rule : catalog.rules()) {
      rules.put(rule.code(), rule);
    }
    this.remedies = new RemedyWording(catalog.guides());
  }

  @Override
  public String message(Finding finding) {
    Rule rule = rules.get(finding.code());
    StringBuilder message =
        new StringBuilder(rule == null ? finding.code() + "." : statement(rule));
    switch (finding.outcome()) {
      case NOT_APPLICABLE -> message.append(" That is not about this host.");
      case SATISFIED, VIOLATED -> appendFacts(message, finding);
      case UNKNOWN -> {
        appendFacts(message, finding);
        message.append(" Not known here: ").append(unknownFacts(finding)).append('.');
      }
      case ERROR -> message.append(" This could not be evaluated.");
    }
    String help =
        finding.remedies().stream()
            .filter(
                remedy -> !(remedy instanceof Remedy.SwitchVmm)) // the whole answer is about that
            .map(remedy -> remedies.sentence(remedy, finding))
            .collect(Collectors.joining("; or "));
    if (!help.isEmpty()) {
      message.append(" What helps: ").append(help).append('.');
    }
    if (rule instanceof KnownIssue issue && finding.outcome() != Outcome.NOT_APPLICABLE) {
      issue.workaround().ifPresent(workaround -> message.append(' ').append(workaround));
      appendFix(message, issue);
    }
    finding
        .waiver()
        .ifPresent(
            waiver ->
                message
                    .append(" Waived until ")
                    .append(waiver.expires())
                    .append(" by ")
                    .append(waiver.owner())
                    .append(": ")
                    .append(waiver.reason())
                    .append('.'));
    return message.toString();
  }

  /** A statement with the weight of its evidence: what is documented needs no word for it. */
  private static String statement(Rule rule) {
    return switch (rule.confidence()) {
      case HIGH -> rule.text();
      case MEDIUM ->
          rule instanceof KnownIssue ? "Reported, not confirmed: " + rule.text() : rule.text();
      case LOW -> "One weak report: " + rule.text();
    };
  }

  private static void appendFix(StringBuilder message, KnownIssue issue) {
    if (issue.fixedIn().isEmpty()) {
      message.append(issue.unmetNeed() ? "" : " No fix is known so far.");
    } else if (issue.fixConfirmed()) {
      message.append(" Fixed in ").append(issue.fixedIn().get()).append('.');
    } else {
      message
          .append(" A fix was promised for ")
          .append(issue.fixedIn().get())
          .append(" and is not confirmed.");
    }
  }

  private static void appendFacts(StringBuilder message, Finding finding) {
    String known =
        finding.facts().stream()
            .filter(fact -> finding.parameters().containsKey(fact.path()))
            .map(
                fact ->
                    fact.label() + " " + Values.text(fact, finding.parameters().get(fact.path())))
            .collect(Collectors.joining(", "));
    if (!known.isEmpty()) {
      message.append(" Here: ").append(known).append('.');
    }
  }

  private static String unknownFacts(Finding finding) {
    return finding.facts().stream()
        .filter(fact -> !finding.parameters().containsKey(fact.path()) || isList(fact))
        .map(Fact::label)
        .collect(Collectors.joining(", "));
  }

  private static boolean isList(Fact fact) {
    return fact.type() == Fact.Type.DATABASES;
  }

  @Override
  public String why(Recommendation recommendation) {
    List<Candidate> candidates = recommendation.candidates();
    if (recommendation.best().isPresent()) {
      return heldBack(recommendation, candidates.get(1), candidates.get(0));
    }
    String common = messages(candidates.get(0), isCommon(candidates), Outcome.VIOLATED);
    return common.isEmpty()
        ? candidates.stream()
            .map(candidate -> heldBack(recommendation, candidate, candidates.get(0)))
            .collect(Collectors.joining(" "))
        : common;
  }

  /** Whether a finding rules out every candidate alike. */
  private static Predicate<Finding> isCommon(List<Candidate> candidates) {
    return finding ->
        isHard(finding)
            && candidates.stream()
                .allMatch(
                    candidate ->
                        candidate.findings().stream()
                            .anyMatch(
                                it ->
                                    it.code().equals(finding.code())
                                        && it.outcome() == Outcome.VIOLATED));
  }

  @Override
  public String whyNot(Recommendation recommendation, Vmm vmm) {
    Candidate candidate = recommendation.candidate(vmm);
    if (recommendation.best().equals(Optional.of(vmm))) {
      return name(vmm, true) + " is the best candidate. " + why(recommendation);
    }
    return heldBack(recommendation, candidate, recommendation.candidates().get(0));
  }

  /** Why one candidate comes after another, or cannot run. */
  private String heldBack(Recommendation recommendation, Candidate candidate, Candidate before) {
    Criterion criterion =
        candidate.eligibility() == Eligibility.INELIGIBLE
            ? Criterion.ELIGIBILITY
            : candidate.comparedWithBest();
    String name = name(candidate.vmm(), true);
    String other = name(before.vmm(), false);
    return switch (criterion) {
      case ELIGIBILITY ->
          candidate.eligibility() == Eligibility.INELIGIBLE
              ? name
                  + " cannot run here: "
                  + messages(candidate, EnglishWording::isHard, Outcome.VIOLATED)
              : name
                  + " may not be able to run here: "
                  + messages(candidate, EnglishWording::isHard, Outcome.UNKNOWN);
      case HARM ->
          name
              + " has a serious known issue that hits this workload: "
              + messages(candidate, this::isHarm, Outcome.VIOLATED);
      case FITNESS ->
          name
              + " does not serve this workload well: "
              + messages(candidate, this::isUnmetNeed, Outcome.VIOLATED);
      case MATURITY -> maturity(recommendation, candidate, before);
      case SPEED ->
          before.performance().stream().map(claim -> claim.text()).collect(Collectors.joining(" "))
              + " No such claim applies to "
              + name(candidate.vmm(), false)
              + ".";
      case DEFAULT -> name + " is not Docker Desktop's own default here; " + other + " is.";
      case ORDER ->
          "Nothing known tells "
              + name(candidate.vmm(), false)
              + " from "
              + other
              + " here; "
              + other
              + " comes first in the documented order.";
    };
  }

  private String maturity(Recommendation recommendation, Candidate candidate, Candidate before) {
    StringBuilder text =
        new StringBuilder(name(candidate.vmm(), true))
            .append(' ')
            .append(phase(candidate))
            .append("; ")
            .append(name(before.vmm(), false))
            .append(' ')
            .append(phase(before))
            .append('.');
    if (candidate.phase().equals(Optional.of(Phase.BETA))) {
      switch (recommendation.goal()) {
        case STABILITY ->
            text.append(" The goal stability puts what is generally available before a beta.");
        case BALANCED ->
            text.append(
                    " The goal balanced takes a beta for generally available only where none of"
                        + " its serious issues can hit: ")
                .append(
                    candidate.findings().stream()
                        .filter(this::isHazard)
                        .map(Finding::message)
                        .collect(Collectors.joining(" ")));
        case PERFORMANCE -> {}
      }
    } else {
      String reasons =
          messages(candidate, finding -> finding.kind() == RuleKind.DEPRECATION, Outcome.VIOLATED);
      if (!reasons.isEmpty()) {
        text.append(' ').append(reasons);
      }
    }
    return text.toString();
  }

  private static String phase(Candidate candidate) {
    return candidate
        .phase()
        .map(phase -> "is " + (phase == Phase.BETA ? "in beta" : phase(phase)))
        .orElse("is in a phase that depends on the release, which is not known");
  }

  /** A phase behind the name of a VMM. */
  static String phase(Phase phase) {
    return switch (phase) {
      case EXPERIMENTAL -> "experimental";
      case BETA -> "beta";
      case GENERALLY_AVAILABLE -> "generally available";
      case LEGACY -> "legacy";
      case DEPRECATED -> "deprecated";
      case REMOVED -> "removed";
    };
  }

  private static String messages(Candidate candidate, Predicate<Finding> which, Outcome outcome) {
    return candidate.findings().stream()
        .filter(finding -> finding.outcome() == outcome && which.test(finding))
        .map(Finding::message)
        .collect(Collectors.joining(" "));
  }

  private static boolean isHard(Finding finding) {
    return finding.severity() == Severity.BLOCKER;
  }

  /** Whether a finding keeps a beta from counting as generally available. */
  private boolean isHazard(Finding finding) {
    Rule rule = rules.get(finding.code());
    return isSerious(finding)
        && finding.waiver().isEmpty()
        && (finding.outcome() == Outcome.VIOLATED || finding.outcome() == Outcome.UNKNOWN)
        && rule != null
        && rule.confidence() == Confidence.HIGH;
  }

  /** Whether a violated finding counts as harm. */
  private boolean isHarm(Finding finding) {
    return isHazard(finding)
        && rules.get(finding.code()) instanceof KnownIssue issue
        && issue.trigger().isPresent();
  }

  private boolean isUnmetNeed(Finding finding) {
    return rules.get(finding.code()) instanceof KnownIssue issue && issue.unmetNeed();
  }

  private static boolean isSerious(Finding finding) {
    return finding.severity() == Severity.SERIOUS && finding.kind() == RuleKind.KNOWN_ISSUE;
  }

  @Override
  public String text(dev.vmmadvisor.api.advice.Answer answer) {
    return answer instanceof Recommendation recommendation
        ? new SummaryText(recommendation, remedies).text()
        : "";
  }

  @Override
  public String markdown(dev.vmmadvisor.api.advice.Answer answer) {
    return text(answer);
  }

  /** A VMM in a sentence. */
  static String name(Vmm vmm, boolean first) {
    return vmm == Vmm.APPLE_VIRTUALIZATION_FRAMEWORK
        ? (first ? "The " : "the ") + vmm.displayName()
        : vmm.displayName();
  }

  /** How certain an answer is, as an aside behind its first line. */
  static String certainty(Recommendation recommendation) {
    if (recommendation.certainty() != Certainty.DEPENDS) {
      return "";
    }
    int missing = recommendation.missingFacts().size();
    return missing == 1
        ? " One fact that is not known can change this."
        : " " + missing + " facts that are not known can change this.";
  }
}

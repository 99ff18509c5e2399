package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.RuleKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The reasons for the places of candidates in words. */
final class ReasonFormatter {

  private final Messages words;
  private final CatalogTranslations texts;
  private final boolean brief;
  private final Function<Finding, String> message;

  private ReasonFormatter(
      Messages words, CatalogTranslations texts, boolean brief, Function<Finding, String> message) {
    this.words = words;
    this.texts = texts;
    this.brief = brief;
    this.message = message;
  }

  /** {@return reasons with the messages of the findings and the texts of the claims} */
  static ReasonFormatter full(Messages words, CatalogTranslations texts) {
    return new ReasonFormatter(words, texts, false, Finding::message);
  }

  /** {@return reasons of one sentence or two, with the headlines of the findings} */
  static ReasonFormatter brief(
      Messages words, CatalogTranslations texts, FindingFormatter findings) {
    return new ReasonFormatter(words, texts, true, findings::headlineSentence);
  }

  String why(Recommendation recommendation) {
    List<Candidate> candidates = recommendation.candidates();
    if (recommendation.best().isPresent()) {
      return heldBack(recommendation, candidates.get(1), candidates.get(0));
    }
    String common = messages(candidates.get(0), isCommon(candidates), Outcome.VIOLATED);
    return common.isEmpty()
        ? words.sentences(
            candidates.stream()
                .map(candidate -> heldBack(recommendation, candidate, candidates.get(0)))
                .toList())
        : common;
  }

  /** Whether a finding rules out every candidate alike. */
  private static Predicate<Finding> isCommon(List<Candidate> candidates) {
    return finding ->
        isHard(finding)
            && candidates.stream()
                .allMatch(
                    candidate ->
                        candidate
                            .finding(finding.code())
                            .filter(it -> it.outcome() == Outcome.VIOLATED)
                            .isPresent());
  }

  String whyNot(Recommendation recommendation, Vmm vmm) {
    Candidate candidate = recommendation.candidate(vmm);
    if (recommendation.best().equals(Optional.of(vmm))) {
      return words.sentences(words.text("why.best", "vmm", words.the(vmm)), why(recommendation));
    }
    return heldBack(recommendation, candidate, recommendation.candidates().get(0));
  }

  /** Why one candidate comes after another, or cannot run. */
  private String heldBack(Recommendation recommendation, Candidate candidate, Candidate before) {
    if (candidate.eligibility() == Eligibility.UNDETERMINED
        && candidate.comparedWithBest() != Criterion.ELIGIBILITY) {
      Predicate<Finding> ofItsOwn = finding -> isHard(finding) && !isOpen(finding.code(), before);
      return words.sentences(
          reason(recommendation, candidate, before, candidate.comparedWithBest()),
          messages(candidate, ofItsOwn, Outcome.UNKNOWN).isEmpty()
              ? ""
              : because(Criterion.ELIGIBILITY, ".also", candidate, ofItsOwn, Outcome.UNKNOWN));
    }
    return reason(
        recommendation,
        candidate,
        before,
        candidate.eligibility() == Eligibility.INELIGIBLE
            ? Criterion.ELIGIBILITY
            : candidate.comparedWithBest());
  }

  private String reason(
      Recommendation recommendation, Candidate candidate, Candidate before, Criterion criterion) {
    return switch (criterion) {
      case ELIGIBILITY ->
          candidate.eligibility() == Eligibility.INELIGIBLE
              ? because(criterion, "", candidate, ReasonFormatter::isHard, Outcome.VIOLATED)
              : because(
                  criterion,
                  ".undetermined",
                  candidate,
                  ReasonFormatter::isHard,
                  Outcome.UNKNOWN,
                  Outcome.ERROR);
      case SECURITY ->
          because(criterion, "", candidate, ReasonFormatter::isSecurity, Outcome.VIOLATED);
      case HARM -> because(criterion, "", candidate, ReasonFormatter::isHarm, Outcome.VIOLATED);
      case FITNESS ->
          because(criterion, "", candidate, ReasonFormatter::isUnmetNeed, Outcome.VIOLATED);
      case MATURITY -> maturity(recommendation, candidate, before);
      case SPEED ->
          brief
              ? words.text(
                  "why.speed.brief",
                  "other",
                  words.the(before.vmm()),
                  "vmm",
                  words.the(candidate.vmm()))
              : words.sentences(
                  words.text(
                      "why.speed",
                      "claims",
                      words.sentences(claims(before, false)),
                      "vmm",
                      words.the(candidate.vmm())),
                  words.sentences(claims(before, true)));
      case DEFAULT, ORDER ->
          words.text(
              "why." + criterion,
              "vmm",
              words.the(candidate.vmm()),
              "other",
              words.the(before.vmm()));
    };
  }

  /** The claims that a candidate is faster, or those that it is slower. */
  private List<String> claims(Candidate candidate, boolean slower) {
    return candidate.performance().stream()
        .filter(claim -> claim.slower() == slower)
        .map(texts::text)
        .toList();
  }

  private String because(
      Criterion criterion,
      String variant,
      Candidate candidate,
      Predicate<Finding> which,
      Outcome... outcomes) {
    return words.text(
        "why." + criterion + variant,
        "vmm",
        words.the(candidate.vmm()),
        "messages",
        messages(candidate, which, outcomes));
  }

  private String maturity(Recommendation recommendation, Candidate candidate, Candidate before) {
    String phases =
        words.text(
            "why.maturity",
            "vmm",
            words.the(candidate.vmm()),
            "is",
            phase(candidate),
            "other",
            words.the(before.vmm()),
            "otherIs",
            phase(before));
    if (!candidate.phase().equals(Optional.of(Phase.BETA))) {
      return brief
          ? phases
          : words.sentences(
              phases,
              messages(
                  candidate, finding -> finding.kind() == RuleKind.DEPRECATION, Outcome.VIOLATED));
    }
    return words.sentences(
        phases,
        switch (recommendation.goal()) {
          case STABILITY -> words.text("why.maturity.stability");
          case BALANCED -> words.text("why.maturity.balanced", "messages", hazards(candidate));
          case PERFORMANCE -> "";
        });
  }

  private String hazards(Candidate candidate) {
    return words.sentences(
        candidate.findings().stream()
            .filter(ReasonFormatter::isHazard)
            .limit(brief ? 1 : Integer.MAX_VALUE)
            .map(message)
            .toList());
  }

  private String phase(Candidate candidate) {
    return words.text("phase.is." + candidate.phase().map(Phase::id).orElse("unknown"));
  }

  private String messages(Candidate candidate, Predicate<Finding> which, Outcome... outcomes) {
    List<Outcome> wanted = List.of(outcomes);
    return words.sentences(
        candidate.findings().stream()
            .filter(finding -> wanted.contains(finding.outcome()) && which.test(finding))
            .limit(brief ? 2 : Integer.MAX_VALUE)
            .map(message)
            .toList());
  }

  /** Whether it is as open for another candidate whether a rule is met. */
  private static boolean isOpen(String code, Candidate other) {
    return other.finding(code).filter(it -> it.outcome() == Outcome.UNKNOWN).isPresent();
  }

  private static boolean isHard(Finding finding) {
    return finding.countsFor().contains(Criterion.ELIGIBILITY);
  }

  private static boolean isSecurity(Finding finding) {
    return finding.countsFor().contains(Criterion.SECURITY);
  }

  private static boolean isHarm(Finding finding) {
    return finding.countsFor().contains(Criterion.HARM);
  }

  private static boolean isUnmetNeed(Finding finding) {
    return finding.countsFor().contains(Criterion.FITNESS);
  }

  /** Whether a finding keeps a beta from counting as generally available. */
  private static boolean isHazard(Finding finding) {
    return finding.kind() == RuleKind.KNOWN_ISSUE
        && finding.countsFor().contains(Criterion.MATURITY)
        && (finding.outcome() == Outcome.VIOLATED || finding.outcome() == Outcome.UNKNOWN);
  }
}

package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Findings in words. */
final class FindingFormatter {

  private final Messages words;
  private final CatalogTranslations texts;
  private final FactFormatter facts;
  private final RemedyFormatter remedies;
  private final Map<String, Rule> rules;

  FindingFormatter(
      Messages words,
      CatalogTranslations texts,
      RemedyFormatter remedies,
      Map<String, Rule> rules) {
    this.words = words;
    this.texts = texts;
    this.facts = new FactFormatter(words);
    this.remedies = remedies;
    this.rules = rules;
  }

  /** The rule of the catalog with a code, or null if it has none. */
  @Nullable Rule rule(String code) {
    return rules.get(code);
  }

  String message(Finding finding) {
    if (finding.kind() == RuleKind.CUSTOM) {
      return custom(finding);
    }
    Rule rule = rule(finding.code());
    List<String> parts = new ArrayList<>();
    parts.add(
        rule == null ? words.text("finding.no-rule", "code", finding.code()) : statement(rule));
    parts.add(
        switch (finding.outcome()) {
          case NOT_APPLICABLE -> words.text("finding.not-applicable");
          case SATISFIED, VIOLATED -> here(finding);
          case UNKNOWN -> words.sentences(here(finding), notKnown(finding));
          case ERROR -> words.text("finding.error");
        });
    parts.add(help(finding));
    if (rule instanceof Vulnerability vulnerability
        && finding.outcome() != Outcome.NOT_APPLICABLE) {
      parts.add(texts.precondition(vulnerability).map(this::onlyIf).orElse(""));
      parts.add(fix(vulnerability));
    }
    if (rule instanceof KnownIssue issue && finding.outcome() != Outcome.NOT_APPLICABLE) {
      parts.add(texts.workaround(issue));
      parts.add(fix(issue));
    }
    if (finding.waiver().isPresent()) {
      parts.add(waived(finding.waiver().get()));
    }
    return words.sentences(parts);
  }

  /** The headline of the rule of a finding as a sentence; the message if it has no rule. */
  String headlineSentence(Finding finding) {
    Rule rule = rule(finding.code());
    return rule == null || !hasHeadline(rule)
        ? finding.message()
        : words.text("headline.sentence", "headline", texts.headline(rule));
  }

  /** Whether a rule has a headline of its own; without one it is the text. */
  private static boolean hasHeadline(Rule rule) {
    return !rule.headline().equals(rule.text());
  }

  /** The headline, and the release with the fix or else what helps. */
  String headlineWithHelp(Finding finding) {
    Rule rule = rule(finding.code());
    if (rule == null || !hasHeadline(rule)) {
      return finding.message();
    }
    Optional<Version> fixedIn = fixedIn(finding);
    return fixedIn.isPresent()
        ? words.text("headline.fixed", "headline", texts.headline(rule), "release", fixedIn.get())
        : words.sentences(
            words.text(
                rule.confidence() == Confidence.LOW ? "headline.reported" : "headline.sentence",
                "headline",
                texts.headline(rule)),
            help(finding));
  }

  /** The release that fixes the known issue of a finding; empty if no fix is confirmed. */
  Optional<Version> fixedIn(Finding finding) {
    return rule(finding.code()) instanceof KnownIssue issue && issue.fixConfirmed()
        ? issue.fixedIn()
        : Optional.empty();
  }

  private String onlyIf(String precondition) {
    return words.text("vulnerability.only-if", "precondition", precondition);
  }

  /** In which release a vulnerability is fixed; empty if that is not known. */
  String fix(Vulnerability vulnerability) {
    return vulnerability
        .fixedIn()
        .map(release -> words.text("fix.confirmed", "release", release))
        .orElseGet(() -> words.text("fix.none"));
  }

  /** The name of a vulnerability, with its severity and its headline. */
  String name(Vulnerability vulnerability) {
    return words.text(
        "vulnerability.name",
        "name",
        vulnerability.name(),
        "severity",
        words.text("published-severity." + vulnerability.publishedSeverity()));
  }

  private String waived(Waiver waiver) {
    return words.text(
        "finding.waived",
        "expires",
        waiver.expires(),
        "owner",
        waiver.owner(),
        "reason",
        waiver.reason());
  }

  /** What a constraint in code found: its own words if it has any. */
  private String custom(Finding finding) {
    Object text = finding.parameters().get("text");
    String said =
        switch (finding.outcome()) {
          case SATISFIED -> words.text("finding.custom.satisfied", "code", finding.code());
          case VIOLATED ->
              text == null
                  ? words.text("finding.custom.violated", "code", finding.code())
                  : text.toString();
          case UNKNOWN -> words.text("finding.custom.unknown", "code", finding.code());
          case NOT_APPLICABLE -> words.text("finding.not-applicable");
          case ERROR ->
              words.text(
                  finding.countsFor().isEmpty()
                      ? "finding.custom.error"
                      : "finding.custom.error.hard",
                  "code",
                  finding.code(),
                  "vmm",
                  words.the(finding.vmm()),
                  "mistake",
                  finding.parameters().getOrDefault("mistake", ""));
        };
    return words.sentences(
        said,
        finding.outcome() == Outcome.NOT_APPLICABLE ? "" : here(finding),
        finding.outcome() == Outcome.UNKNOWN ? notKnown(finding) : "",
        help(finding),
        finding.waiver().map(this::waived).orElse(""));
  }

  /** What was found without what helps. */
  String brief(Finding finding) {
    Rule rule = rules.get(finding.code());
    if (rule == null) {
      return finding.message(); // of another catalog
    }
    return words.sentences(
        statement(rule),
        here(finding),
        finding.outcome() == Outcome.UNKNOWN ? notKnown(finding) : "");
  }

  /** Whether a fact is one of those that an unknown finding waits for. */
  static boolean isOpen(Finding finding, Fact fact) {
    Object value = finding.parameters().get(fact.path());
    return value == null
        || (value instanceof Version version
            && fact == Fact.MACOS_VERSION
            && version.isMacOsCompatibilityVersion())
        || (value instanceof List<?> list
            && list.stream()
                .anyMatch(
                    element ->
                        element instanceof Database database && database.storage().isEmpty()));
  }

  /** A statement with the weight of its evidence: what is documented needs no word for it. */
  String statement(Rule rule) {
    String text = texts.text(rule);
    if (rule instanceof Vulnerability vulnerability) {
      return words.text("vulnerability", "name", name(vulnerability), "text", text);
    }
    return switch (rule.confidence()) {
      case HIGH, LOW -> words.text("confidence." + rule.confidence(), "text", text);
      case MEDIUM ->
          rule instanceof KnownIssue ? words.text("confidence.medium", "text", text) : text;
    };
  }

  /** Whether there is a fix, and in which release. */
  String fix(KnownIssue issue) {
    if (issue.fixedIn().isEmpty()) {
      return issue.unmetNeed() ? "" : words.text("fix.none");
    }
    return words.text(
        issue.fixConfirmed() ? "fix.confirmed" : "fix.promised", "release", issue.fixedIn().get());
  }

  /** Whether a code is that of a vulnerability that affects every VMM alike. */
  boolean isGeneralVulnerability(String code) {
    return rules.get(code) instanceof Vulnerability vulnerability
        && !vulnerability.dependsOnChoice();
  }

  /** What would help; empty if nothing is known. */
  String help(Finding finding) {
    List<String> help = new ArrayList<>();
    for (Remedy remedy : finding.remedies()) {
      if (!(remedy instanceof Remedy.SwitchVmm)) { // the whole answer is about that
        help.add(remedies.sentence(remedy, finding));
      }
    }
    return help.isEmpty()
        ? ""
        : words.text(
            "finding.helps", "remedies", String.join(words.text("remedy.separator"), help));
  }

  private String here(Finding finding) {
    List<String> known = new ArrayList<>();
    for (Fact fact : finding.facts()) {
      Object value = finding.parameters().get(fact.path());
      if (value != null) {
        known.add(facts.statement(fact, value));
      }
    }
    return known.isEmpty() ? "" : words.text("finding.here", "facts", words.list(known));
  }

  /** What a finding reads that is not known; perhaps it is no fact of the host. */
  String notKnown(Finding finding) {
    List<String> unknown =
        finding.facts().stream().filter(fact -> isOpen(finding, fact)).map(facts::label).toList();
    if (unknown.isEmpty()) { // it depends on what no fact tells
      return finding.kind() == RuleKind.CUSTOM ? words.text("finding.unknown.outside") : "";
    }
    return words.text("finding.unknown", "facts", words.list(unknown));
  }
}

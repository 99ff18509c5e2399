package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.core.report.CompareWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is reported by holding things against each other, in words. */
final class ComparisonFormatter implements CompareWords {

  private final Messages words;
  private final CatalogTranslations texts;
  private final FactFormatter facts;
  private final FindingFormatter findings;

  ComparisonFormatter(Messages words, CatalogTranslations texts, FindingFormatter findings) {
    this.words = words;
    this.texts = texts;
    this.facts = new FactFormatter(words);
    this.findings = findings;
  }

  @Override
  public String drawback(Side side, boolean certain, Finding finding) {
    // what helps is of no use to those who leave it behind
    String message = side == Side.GAIN ? findings.brief(finding) : finding.message();
    return line(side, "drawback", certain, message);
  }

  @Override
  public String slower(Side side, boolean certain, PerformanceClaim claim) {
    return line(side, "drawback", certain, claim(claim));
  }

  @Override
  public String merit(Side side, boolean certain, PerformanceClaim claim) {
    return line(side, "merit", certain, claim(claim));
  }

  @Override
  public String maturity(Side side, Candidate less, Candidate more) {
    String message =
        words.text(
            "why.maturity",
            "vmm",
            words.the(less.vmm()),
            "is",
            phase(less),
            "other",
            words.the(more.vmm()),
            "otherIs",
            phase(more));
    return line(side, "drawback", true, message);
  }

  private String phase(Candidate candidate) {
    return words.text("phase.is." + candidate.phase().map(Phase::id).orElse("unknown"));
  }

  private String line(Side side, String what, boolean certain, String message) {
    String family = side == Side.GAIN ? "compare.gain." : "compare.loss.";
    return words.text(family + what + (certain ? "" : ".possible"), "message", message);
  }

  /** A claim of speed with its figure, its circumstances and its releases. */
  String claim(PerformanceClaim claim) {
    List<String> particulars = new ArrayList<>();
    if (!claim.slower()) {
      particulars.add(
          claim
              .factor()
              .map(factor -> words.text("claim.factor", "factor", factor))
              .orElseGet(() -> words.text("claim.no-factor")));
    }
    particulars.addAll(circumstances(claim));
    if (!claim.releases().equals(VersionRange.ALL)) {
      particulars.add(words.text("claim.releases", "releases", facts.range(claim.releases())));
    }
    return words.sentences(
        texts.text(claim), words.text("claim.by-source", "particulars", words.list(particulars)));
  }

  @Override
  public List<String> circumstances(PerformanceClaim claim) {
    List<String> circumstances = new ArrayList<>();
    for (int i = 0; i < claim.circumstances().size(); i++) {
      circumstances.add(
          texts.text(claim.code() + ".circumstances." + i, claim.circumstances().get(i)));
    }
    return circumstances;
  }

  @Override
  public String fact(Fact fact, Optional<?> before, Optional<?> after) {
    if (fact.type() == Fact.Type.BOOLEAN && after.isPresent()) {
      return words.text("diff.now", "statement", facts.statement(fact, after.get()));
    }
    return changed(
        facts.label(fact),
        before.map(value -> facts.valueOf(fact, value)),
        after.map(value -> facts.valueOf(fact, value)));
  }

  private String changed(String what, Optional<String> before, Optional<String> after) {
    if (before.isEmpty()) {
      return words.text("diff.known", "what", what, "after", after.orElseThrow());
    }
    return after
        .map(
            value ->
                words.text("diff.changed", "what", what, "before", before.get(), "after", value))
        .orElseGet(() -> words.text("diff.unknown", "what", what, "before", before.get()));
  }

  private String changed(String what, String before, String after) {
    return changed(what, Optional.of(before), Optional.of(after));
  }

  @Override
  public String catalog(CatalogReference before, CatalogReference after) {
    return changed(words.text("diff.what.catalog"), catalog(before), catalog(after));
  }

  private String catalog(CatalogReference catalog) {
    String text =
        words.text(
            "diff.catalog",
            "id",
            catalog.id(),
            "version",
            catalog.version(),
            "asOf",
            catalog.asOf(),
            "release",
            catalog.newestRelease());
    return catalog.layers().isEmpty()
        ? text
        : words.text("diff.catalog.layers", "catalog", text, "layers", words.all(catalog.layers()));
  }

  @Override
  public String advisor() {
    return words.text("diff.advisor");
  }

  @Override
  public String goal(Goal before, Goal after) {
    return changed(
        words.text("diff.what.goal"), words.text("goal." + before), words.text("goal." + after));
  }

  @Override
  public String best(Optional<Vmm> before, Optional<Vmm> after) {
    return changed(words.text("diff.what.best"), best(before), best(after));
  }

  private String best(Optional<Vmm> vmm) {
    return vmm.map(words::the).orElseGet(() -> words.text("none"));
  }

  @Override
  public String certainty(Certainty before, Certainty after) {
    return changed(
        words.text("diff.what.certainty"),
        words.text("diff.certainty." + before),
        words.text("diff.certainty." + after));
  }

  @Override
  public String rank(Vmm vmm, int before, int after) {
    return changed(
        words.text("diff.what.rank", "vmm", words.the(vmm)),
        String.valueOf(before),
        String.valueOf(after));
  }

  @Override
  public String eligibility(Vmm vmm, Eligibility before, Eligibility after) {
    return changed(
        words.text("diff.what.eligibility", "vmm", words.the(vmm)),
        words.text("eligibility." + before),
        words.text("eligibility." + after));
  }

  @Override
  public String finding(Vmm vmm, String code, Optional<Finding> before, Optional<Finding> after) {
    if (isAgainst(after)) {
      return words.text(
          "diff.new", "vmm", words.the(vmm), "message", after.orElseThrow().message());
    }
    if (isAgainst(before)) {
      return words.text(
          "diff.gone", "vmm", words.the(vmm), "message", findings.brief(before.orElseThrow()));
    }
    String what = words.text("diff.what.finding", "vmm", words.the(vmm), "code", code);
    if (before.isEmpty()) {
      return words.text("diff.rule.new", "what", what, "after", outcome(after));
    }
    return after.isEmpty()
        ? words.text("diff.rule.gone", "what", what, "before", outcome(before))
        : changed(what, outcome(before), outcome(after));
  }

  private static boolean isAgainst(Optional<Finding> finding) {
    return finding.filter(it -> it.outcome() == Outcome.VIOLATED).isPresent();
  }

  private String outcome(Optional<Finding> finding) {
    return words.text("outcome." + finding.orElseThrow().outcome());
  }

  @Override
  public String description(VmmProfile profile) {
    return texts.text(profile.vmm(), profile.text());
  }
}

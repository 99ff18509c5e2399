package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.plan.UpgradeWords;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other releases change, in words. */
final class UpgradeFormatter implements UpgradeWords {

  private final Messages words;
  private final CatalogTranslations texts;
  private final FindingFormatter findings;

  UpgradeFormatter(Messages words, CatalogTranslations texts, FindingFormatter findings) {
    this.words = words;
    this.texts = texts;
    this.findings = findings;
  }

  /** The name of a target. */
  static String name(UpgradeTarget target, Messages words) {
    return target.fact() == Fact.MACOS_VERSION
        ? words.text("target.macos", "version", target.version())
        : words.text("target.docker-desktop", "version", target.version());
  }

  /** The name of a release of Docker Desktop, which may not be known. */
  static String app(Optional<Version> release, Messages words) {
    return release
        .map(version -> words.text("target.docker-desktop", "version", version))
        .orElseGet(() -> words.text("target.docker-desktop.unknown"));
  }

  @Override
  public String change(
      LookAhead.Kind kind,
      List<Vmm> vmms,
      Finding before,
      Finding after,
      Host host,
      UpgradeTarget target) {
    String names = words.all(vmms.stream().map(words::the).toList());
    if (after.kind() == RuleKind.CUSTOM) {
      return changeInCode(kind, names, before, after);
    }
    Rule rule = findings.rule(after.code());
    String text =
        rule == null
            ? words.text("finding.no-rule", "code", after.code())
            : findings.statement(rule);
    boolean then = after.outcome() == Outcome.VIOLATED;
    return switch (kind) {
      case DOES_NOT_INSTALL -> doesNotInstall(text, after, target.applyTo(host));
      case UNAVAILABLE ->
          words.sentences(
              unavailable(after, names, text),
              notKnown(after),
              findings.help(after),
              workaround(rule));
      case AVAILABLE -> available(before, names, text);
      case FIXED -> fixed(text, rule, before, after);
      default ->
          words.sentences(
              then ? text : words.text("change.perhaps", "text", text),
              notKnown(after),
              findings.help(after),
              workaround(rule),
              rule instanceof KnownIssue issue
                  ? findings.fix(issue)
                  : rule instanceof Vulnerability vulnerability ? findings.fix(vulnerability) : "");
    };
  }

  /** What a constraint in code changes: it says itself obstacles. */
  private String changeInCode(LookAhead.Kind kind, String names, Finding before, Finding after) {
    return switch (kind) {
      case UNAVAILABLE -> unavailable(after, names, after.message());
      case AVAILABLE -> available(before, names, before.message());
      case FIXED -> before.message();
      default -> after.message();
    };
  }

  private String unavailable(Finding after, String names, String text) {
    boolean certain = after.outcome() == Outcome.VIOLATED;
    return words.text(
        certain ? "change.unavailable" : "change.unavailable.perhaps", "vmms", names, "text", text);
  }

  private String available(Finding before, String names, String text) {
    boolean certain = before.outcome() == Outcome.VIOLATED;
    return words.text(
        certain ? "change.available" : "change.available.perhaps", "vmms", names, "text", text);
  }

  private String doesNotInstall(String text, Finding after, Host then) {
    String app = app(then.dockerDesktop().version(), words);
    return after.outcome() == Outcome.VIOLATED
        ? words.text(
            "change.does-not-install",
            "app",
            app,
            "macOs",
            then.macOsVersion().map(Version::toString).orElse(""),
            "text",
            text)
        : words.sentences(
            words.text("change.does-not-install.perhaps", "app", app, "text", text),
            notKnown(after));
  }

  private String fixed(String text, @Nullable Rule rule, Finding before, Finding after) {
    boolean open = before.outcome() == Outcome.UNKNOWN || after.outcome() == Outcome.UNKNOWN;
    boolean promised =
        rule instanceof KnownIssue issue && issue.fixedIn().isPresent() && !issue.fixConfirmed();
    return words.sentences(
        open ? words.text("change.perhaps", "text", text) : text,
        notKnown(before.outcome() == Outcome.UNKNOWN ? before : after),
        promised && rule instanceof KnownIssue issue ? findings.fix(issue) : "");
  }

  private String notKnown(Finding finding) {
    return finding.outcome() == Outcome.UNKNOWN ? findings.notKnown(finding) : "";
  }

  private String workaround(@Nullable Rule rule) {
    return rule instanceof KnownIssue issue ? texts.workaround(issue) : "";
  }

  @Override
  public String engine(Vmm vmm, Engine before, Engine after) {
    return words.text(
        "change.engine",
        "vmm",
        words.the(vmm),
        "before",
        texts.text(before),
        "after",
        texts.text(after));
  }

  @Override
  public String phase(Vmm vmm, Phase after) {
    return words.text("change.phase", "vmm", words.the(vmm), "is", words.text("phase.is." + after));
  }
}

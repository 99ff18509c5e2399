package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.FleetReport;
import dev.vmmadvisor.api.advice.FleetReport.Help;
import dev.vmmadvisor.api.advice.FleetReport.Reason;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Vulnerability;
import java.util.Map;
import java.util.Optional;

/** What a report on a fleet is made of, in words. */
final class FleetFormatter {

  private final Messages words;
  private final CatalogTranslations texts;
  private final RemedyFormatter remedies;
  private final Map<String, Rule> rules;

  FleetFormatter(
      Messages words,
      CatalogTranslations texts,
      RemedyFormatter remedies,
      Map<String, Rule> rules) {
    this.words = words;
    this.texts = texts;
    this.remedies = remedies;
    this.rules = rules;
  }

  /** The VMM in use. */
  String present(Optional<Vmm> vmm) {
    return vmm.map(words::name).orElseGet(() -> words.text("fleet.present.unknown"));
  }

  /** The VMM that is advised. */
  String best(Optional<Vmm> vmm) {
    return vmm.map(words::name).orElseGet(() -> words.text("fleet.best.none"));
  }

  /** A release of Docker Desktop. */
  String release(String release) {
    return switch (release) {
      case FleetReport.OTHER -> words.text("fleet.release.other");
      case FleetReport.UNKNOWN -> words.text("fleet.release.unknown");
      default -> release;
    };
  }

  /** What keeps a VMM from being the best, without its name. */
  String reason(Reason reason) {
    return reason
        .code()
        .map(this::rule)
        .orElseGet(() -> words.text("fleet.reason." + reason.criterion()));
  }

  /** What a rule says. */
  String rule(String code) {
    Rule rule = rules.get(code);
    return rule == null ? words.text("fleet.rule", "code", code) : texts.text(rule);
  }

  /** A vulnerability that affects hosts, with its ids. */
  String vulnerability(FleetReport.Affected affected) {
    return rules.get(affected.code()) instanceof Vulnerability vulnerability
        ? words.text(
            "fleet.vulnerability",
            "name",
            vulnerability.name(),
            "headline",
            texts.headline(vulnerability))
        : words.text("fleet.rule", "code", affected.code());
  }

  /** A change as an order. */
  String change(Remedy remedy) {
    return words.text("fleet.change", "remedy", remedies.action(remedy));
  }

  /** A change with what it is good for. */
  String help(Help help) {
    return help.remedy() instanceof Remedy.SwitchVmm
        ? change(help.remedy())
        : words.text(
            "fleet.help", "remedy", remedies.action(help.remedy()), "vmm", words.the(help.vmm()));
  }
}

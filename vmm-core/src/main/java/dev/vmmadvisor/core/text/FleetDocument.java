package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.FleetReport;
import dev.vmmadvisor.api.advice.FleetReport.Barrier;
import dev.vmmadvisor.api.advice.FleetReport.Change;
import dev.vmmadvisor.api.catalog.Remedy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A report on a fleet as a page. */
final class FleetDocument {

  private static final int MAX = 5; // lines of a section

  private final FleetReport report;
  private final Messages words;
  private final FleetFormatter fleet;
  private final FactFormatter facts;
  private final Document page = new Document();

  FleetDocument(FleetReport report, Messages words, FleetFormatter fleet) {
    this.report = report;
    this.words = words;
    this.fleet = fleet;
    this.facts = new FactFormatter(words);
  }

  Document page() {
    page.lead(lead());
    add(
        "heading.fleet.vulnerabilities",
        report.vulnerabilities(),
        affected -> counted(affected.hosts(), fleet.vulnerability(affected)));
    add(
        "heading.fleet.best",
        report.decisions(),
        decision ->
            counted(
                decision.hosts(),
                words.text(
                    "fleet.decision." + decision.certainty(), "vmm", fleet.best(decision.best()))));
    add(
        "heading.fleet.present",
        report.present(),
        present -> counted(present.hosts(), fleet.present(present.vmm())));
    add(
        "heading.fleet.changes",
        report.changes(),
        change -> counted(change.hosts(), fleet.help(change.help())));
    for (Vmm vmm : wanted(report)) {
      List<Barrier> barriers =
          report.barriers().stream().filter(barrier -> barrier.reason().vmm() == vmm).toList();
      addUnder(
          words.text("heading.fleet.barriers", "vmm", words.the(vmm)),
          barriers,
          barrier -> counted(barrier.hosts(), fleet.reason(barrier.reason())));
    }
    add(
        "heading.fleet.hits",
        report.hits(),
        hit ->
            counted(
                hit.hosts(),
                words.text(
                    "fleet.hit", "vmm", words.name(hit.vmm()), "text", fleet.rule(hit.code()))));
    add(
        "heading.find-out",
        report.missingFacts(),
        open ->
            counted(
                open.hosts(),
                words.text(
                    "missing.path",
                    "fact",
                    facts.label(open.fact()),
                    "path",
                    Document.code(open.fact().path()))));
    add(
        "heading.fleet.failed",
        report.failedConstraints(),
        failed -> counted(failed.hosts(), Document.code(failed.code())));
    page.paragraph(
        words.text(
            "footer",
            "goal",
            words.text("goal." + report.goal()),
            "asOf",
            report.catalog().asOf(),
            "release",
            report.catalog().newestRelease()));
    return page;
  }

  private String lead() {
    return lead(report, words, fleet);
  }

  /** The VMMs that are advised for some host, or would be after some change. */
  static Set<Vmm> wanted(FleetReport report) {
    Set<Vmm> wanted = EnumSet.noneOf(Vmm.class);
    report.decisions().forEach(decision -> decision.best().ifPresent(wanted::add));
    report.changes().forEach(change -> wanted.add(change.help().vmm()));
    return wanted;
  }

  /** What to do first. */
  static String lead(FleetReport report, Messages words, FleetFormatter fleet) {
    if (report.hosts() == 0) {
      return words.text("fleet.lead.empty");
    }
    if (report.vulnerable() > 0) {
      return words.sentences(
          words.text(
              report.vulnerable() == 1 ? "fleet.lead.vulnerable" : "fleet.lead.vulnerable.more",
              "number",
              report.vulnerable(),
              "all",
              report.hosts()),
          change(report, words, fleet));
    }
    return change(report, words, fleet);
  }

  /** The change that helps most hosts. */
  private static String change(FleetReport report, Messages words, FleetFormatter fleet) {
    if (report.changes().isEmpty()) {
      return words.text("fleet.lead.none", "all", report.hosts());
    }
    Change change = report.changes().get(0);
    return words.text(
        change.help().remedy() instanceof Remedy.SwitchVmm
            ? "fleet.lead.switch"
            : "fleet.lead.change",
        "remedy",
        fleet.change(change.help().remedy()),
        "vmm",
        words.the(change.help().vmm()),
        "number",
        change.hosts(),
        "all",
        report.hosts());
  }

  private String counted(long hosts, String text) {
    return words.text("fleet.counted", "number", hosts, "text", text);
  }

  private <T> void add(String heading, List<T> all, Function<T, String> item) {
    addUnder(words.text(heading), all, item);
  }

  private <T> void addUnder(String heading, List<T> all, Function<T, String> item) {
    if (all.isEmpty()) {
      return;
    }
    page.heading(heading);
    all.stream().limit(MAX).map(item).forEach(page::item);
    if (all.size() > MAX) {
      page.item(
          all.size() == MAX + 1
              ? words.text("fleet.more")
              : words.text("fleet.more.more", "number", all.size() - MAX));
    }
  }
}

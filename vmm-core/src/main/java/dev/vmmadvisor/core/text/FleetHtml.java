package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.FleetReport;
import dev.vmmadvisor.api.advice.FleetReport.Group;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.internal.Escapes;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A report on a fleet as a web page: one file, without anything from elsewhere. */
final class FleetHtml {

  private static final int MAX_ROWS = 1000;
  private static final int MAX_BARS = 12;

  // of the time line, in its own units
  private static final int LEFT = 205;
  private static final int WIDTH = 960;
  private static final int ROW = 30;

  private final FleetReport report;
  private final Catalog catalog;
  private final Messages words;
  private final FleetFormatter fleet;
  private final FactFormatter facts;
  private final Language language;
  private final StringBuilder html = new StringBuilder();

  FleetHtml(
      FleetReport report,
      Catalog catalog,
      Messages words,
      FleetFormatter fleet,
      Language language) {
    this.report = report;
    this.catalog = catalog;
    this.words = words;
    this.fleet = fleet;
    this.facts = new FactFormatter(words);
    this.language = language;
  }

  String page() {
    String title = escaped(words.text("html.title", "number", report.hosts()));
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(language == Language.ENGLISH ? "en" : "zh-CN")
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .append(" style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<link rel=\"icon\" href=\"data:,\">\n<title>")
        .append(title)
        .append("</title>\n<style>\n")
        .append(MessageBundle.text("fleet.css"))
        .append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(title)
        .append("</h1>\n<p class=\"lead\">")
        .append(escaped(FleetDocument.lead(report, words, fleet)))
        .append("</p>\n");
    tiles();
    if (!report.vulnerabilities().isEmpty()) {
      bars(
          words.text("html.vulnerabilities"),
          report.vulnerabilities(),
          FleetReport.Affected::hosts,
          fleet::vulnerability);
    }
    html.append("<div class=\"columns\">\n");
    bars(
        words.text("html.from"),
        report.present(),
        FleetReport.Present::hosts,
        present -> fleet.present(present.vmm()));
    bars(
        words.text("html.to"),
        report.decisions(),
        FleetReport.Decision::hosts,
        decision ->
            words.text(
                "fleet.decision." + decision.certainty(), "vmm", fleet.best(decision.best())));
    html.append("</div>\n");
    bars(
        words.text("html.changes"),
        report.changes(),
        FleetReport.Change::hosts,
        change -> fleet.help(change.help()));
    html.append("<div class=\"columns\">\n");
    for (Vmm vmm : FleetDocument.wanted(report)) {
      bars(
          words.text("html.barriers", "vmm", words.the(vmm)),
          report.barriers().stream().filter(it -> it.reason().vmm() == vmm).toList(),
          FleetReport.Barrier::hosts,
          barrier -> fleet.reason(barrier.reason()));
    }
    html.append("</div>\n");
    timeline();
    html.append("<div class=\"columns\">\n");
    bars(
        words.text("html.hits"),
        report.hits(),
        FleetReport.Hit::hosts,
        hit ->
            words.text("fleet.hit", "vmm", words.name(hit.vmm()), "text", fleet.rule(hit.code())));
    bars(
        words.text("html.missing"),
        report.missingFacts(),
        FleetReport.Open::hosts,
        open -> facts.label(open.fact()));
    html.append("</div>\n");
    if (!report.failedConstraints().isEmpty()) {
      bars(
          words.text("html.failed"),
          report.failedConstraints(),
          FleetReport.FailedConstraint::hosts,
          FleetReport.FailedConstraint::code);
    }
    moves();
    groups();
    html.append("<p class=\"soft\">")
        .append(
            escaped(
                words.text(
                    "footer",
                    "goal",
                    words.text("goal." + report.goal()),
                    "asOf",
                    report.catalog().asOf(),
                    "release",
                    report.catalog().newestRelease())))
        .append("</p>\n</main>\n<script>\n")
        .append(MessageBundle.text("fleet.js"))
        .append("</script>\n</body>\n</html>\n");
    return html.toString();
  }

  private void tiles() {
    long certain =
        report.decisions().stream()
            .filter(decision -> decision.certainty() != Certainty.DEPENDS)
            .mapToLong(FleetReport.Decision::hosts)
            .sum();
    html.append("<ul class=\"tiles\">\n");
    tile("hosts", report.hosts(), words.text("html.hosts"));
    tile("vulnerable", report.vulnerable(), words.text("html.vulnerable"));
    tile("to-switch", report.toSwitch(), words.text("html.to-switch"));
    tile("certain", certain, words.text("html.certain"));
    html.append("</ul>\n");
  }

  private void tile(String id, long number, String text) {
    html.append("<li><b id=\"")
        .append(id)
        .append("\">")
        .append(number)
        .append("</b> ")
        .append(escaped(text))
        .append("</li>\n");
  }

  private <T> void bars(
      String heading, List<T> all, ToLongFunction<T> hosts, Function<T, String> label) {
    html.append("<section>\n<h2>").append(escaped(heading)).append("</h2>\n");
    if (all.isEmpty()) {
      html.append("<p>").append(escaped(words.text("html.empty"))).append("</p>\n");
    } else {
      html.append("<ul class=\"bars\">\n");
      all.stream()
          .limit(MAX_BARS)
          .forEach(
              each ->
                  html.append("<li><span>")
                      .append(escaped(label.apply(each)))
                      .append("</span><span class=\"number\">")
                      .append(hosts.applyAsLong(each))
                      .append("</span><svg viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\"")
                      .append(" aria-hidden=\"true\"><rect height=\"8\" width=\"")
                      .append(1000 * hosts.applyAsLong(each) / Math.max(1, report.hosts()))
                      .append("\"/></svg></li>\n"));
      html.append("</ul>\n");
      if (all.size() > MAX_BARS) {
        html.append("<p class=\"soft\">")
            .append(
                escaped(
                    all.size() == MAX_BARS + 1
                        ? words.text("fleet.more")
                        : words.text("fleet.more.more", "number", all.size() - MAX_BARS)))
            .append("</p>\n");
      }
    }
    html.append("</section>\n");
  }

  private void timeline() {
    List<Release> releases = catalog.releases();
    if (releases.isEmpty()) {
      return;
    }
    Vmm[] vmms = Vmm.values();
    int height = ROW * (vmms.length + 2) + 10;
    html.append("<section>\n<h2>")
        .append(escaped(words.text("html.timeline")))
        .append("</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"")
        .append(escaped(words.text("html.timeline")))
        .append("\">\n<svg class=\"timeline\" viewBox=\"0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(height)
        .append("\" role=\"list\">\n");
    FleetTimeline timeline = new FleetTimeline(catalog);
    for (int i = 0; i < vmms.length; i++) {
      int y = ROW * i + 8;
      text(8, y + 15, "", words.name(vmms[i]));
      for (FleetTimeline.Span span : timeline.spans(vmms[i])) {
        if (span.phase().isPresent()) {
          Phase phase = span.phase().get();
          double x = x(span.from());
          double end = span.to() == releases.size() ? WIDTH - 10 : x(span.to());
          String title =
              words.text(
                  "html.timeline.phase",
                  "vmm",
                  words.name(vmms[i]),
                  "phase",
                  words.text("phase." + phase),
                  "release",
                  releases.get(span.from()).version());
          html.append(
              String.format(
                  Locale.ROOT,
                  "<rect role=\"listitem\" class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\""
                      + " height=\"20\" rx=\"3\" aria-label=\"%s\"><title>%s</title></rect>\n",
                  phase,
                  x,
                  y,
                  Math.max(1.5, end - x - 1),
                  escaped(title),
                  escaped(title)));
        }
      }
    }
    dots(ROW * vmms.length + 20);
    years(height - 8, ROW * (vmms.length + 1) + 6);
    html.append("</svg>\n</div>\n<ul class=\"key\">\n");
    for (Phase phase : Phase.values()) {
      html.append("<li><span class=\"")
          .append(phase)
          .append("\"></span>")
          .append(escaped(words.text("phase." + phase)))
          .append("</li>\n");
    }
    html.append("</ul>\n</section>\n");
  }

  /** The releases of the fleet, each a dot the area of which tells how many Macs have it. */
  private void dots(int y) {
    text(8, y + 5, "", words.text("html.timeline.fleet"));
    Map<String, Long> hosts = new HashMap<>();
    report.releases().forEach(each -> hosts.put(each.release(), each.hosts()));
    long most = hosts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    for (int i = 0; i < catalog.releases().size(); i++) {
      String release = catalog.releases().get(i).version().toString();
      long number = hosts.getOrDefault(release, 0L);
      if (number > 0) {
        String title =
            escaped(words.text("html.timeline.dot", "release", release, "number", number));
        html.append(
            String.format(
                Locale.ROOT,
                "<circle role=\"listitem\" cx=\"%.1f\" cy=\"%d\" r=\"%.1f\" aria-label=\"%s\">"
                    + "<title>%s</title></circle>\n",
                x(i),
                y,
                2 + 9 * Math.sqrt((double) number / most),
                title,
                title));
      }
    }
  }

  private void years(int y, int bottom) {
    int year = Year.MIN_VALUE;
    for (int i = 0; i < catalog.releases().size(); i++) {
      int of = catalog.releases().get(i).date().getYear();
      if (of != year) {
        year = of;
        html.append(
            String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"4\" y2=\"%d\"/>\n",
                x(i),
                x(i),
                bottom));
        text((int) x(i) + 2, y, "axis", Integer.toString(year));
      }
    }
  }

  private void text(int x, int y, String type, String text) {
    html.append("<text x=\"")
        .append(x)
        .append("\" y=\"")
        .append(y)
        .append("\" class=\"")
        .append(type)
        .append("\">")
        .append(escaped(text))
        .append("</text>\n");
  }

  /** The position of a release on the time line. */
  private double x(int release) {
    List<Release> releases = catalog.releases();
    double first = releases.get(0).date().toEpochDay();
    double last = releases.get(releases.size() - 1).date().toEpochDay();
    double share = (releases.get(release).date().toEpochDay() - first) / Math.max(1, last - first);
    return LEFT + share * (WIDTH - 40 - LEFT);
  }

  private void moves() {
    html.append("<section>\n<h2>")
        .append(escaped(words.text("html.moves")))
        .append("</h2>\n<div class=\"wide\">\n<table id=\"moves\">\n<thead><tr>");
    for (String key : List.of("html.from", "html.to", "html.column.hosts")) {
      html.append("<th scope=\"col\">").append(escaped(words.text(key))).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (FleetReport.Move move : report.moves()) {
      html.append("<tr>");
      cell(fleet.present(move.from()));
      cell(fleet.best(move.to()));
      number(move.hosts());
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>\n</section>\n");
  }

  private void groups() {
    html.append("<section>\n<h2 id=\"groups-heading\">")
        .append(escaped(words.text("html.groups")))
        .append("</h2>\n<p class=\"filter\"><label for=\"filter\">")
        .append(escaped(words.text("html.filter")))
        .append("</label><input id=\"filter\" type=\"search\" autocomplete=\"off\"></p>\n")
        .append("<p class=\"filter soft\" role=\"status\">")
        .append(escaped(words.text("html.shown")))
        .append(" <span id=\"shown\"></span></p>\n<div class=\"wide\" tabindex=\"0\"")
        .append(" role=\"group\" aria-labelledby=\"groups-heading\">\n")
        .append("<table id=\"groups\" class=\"groups\" aria-labelledby=\"groups-heading\">\n")
        .append("<thead><tr>");
    for (String key :
        List.of(
            "html.from",
            "html.release",
            "html.to",
            "html.column.reason",
            "html.column.change",
            "html.column.hosts")) {
      html.append("<th scope=\"col\"")
          .append(key.equals("html.column.hosts") ? " aria-sort=\"descending\"" : "")
          .append("><button type=\"button\">")
          .append(escaped(words.text(key)))
          .append("</button></th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    long shown = 0;
    for (Group group : report.groups().stream().limit(MAX_ROWS).toList()) {
      shown += group.hosts();
      html.append("<tr>");
      cell(fleet.present(group.present()));
      cell(fleet.release(group.release()));
      cell(words.text("fleet.decision." + group.certainty(), "vmm", fleet.best(group.best())));
      cell(
          words.text(
              "html.reason",
              "vmm",
              words.the(group.reason().vmm()),
              "text",
              fleet.reason(group.reason())));
      cell(group.help().map(fleet::help).orElse(""));
      number(group.hosts());
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>\n");
    if (shown < report.hosts()) {
      html.append("<p class=\"soft\">")
          .append(escaped(words.text("html.more", "number", report.hosts() - shown)))
          .append("</p>\n");
    }
    html.append("</section>\n");
  }

  private void cell(String text) {
    html.append("<td>").append(escaped(text)).append("</td>");
  }

  private void number(long number) {
    html.append("<td class=\"number\" data-value=\"")
        .append(number)
        .append("\">")
        .append(number)
        .append("</td>");
  }

  /** A text that is no mark-up, with everything escaped that is not seen. */
  static String escaped(String text) {
    return Escapes.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

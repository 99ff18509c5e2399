package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.core.text.FleetTimeline.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The lives of the VMMs as a picture in SVG: a bar for each phase, over time, with the releases in
 * which phases begin. It needs nothing but itself, has the same words for those who hear it, and
 * follows the colour scheme of whoever looks at it.
 */
final class LifecyclePicture {

  private static final int WIDTH = 880;
  private static final int LEFT = 20;
  private static final int RIGHT = WIDTH - 20;
  private static final int TOP = 84; // the name of the first VMM
  private static final int ROW = 72;
  private static final int BAR = 24;
  private static final int LETTER = 7; // about as wide as a letter in a bar gets

  /** The colours of a scheme: CSS names of parts and their colours. */
  record Scheme(String page, String text, String faint, String onBar, Map<Phase, String> bars) {}

  static final Scheme LIGHT =
      new Scheme(
          "#ffffff",
          "#1f2328",
          "#59636e",
          "#ffffff",
          bars("#1a7f37", "#0969da", "#6639ba", "#57606a", "#8a5a00", "#b3202b"));

  static final Scheme DARK =
      new Scheme(
          "#0d1117",
          "#e6edf3",
          "#9198a1",
          "#0d1117",
          bars("#3fb950", "#58a6ff", "#bc8cff", "#9da7b1", "#d29922", "#ff7b72"));

  private final Catalog catalog;
  private final FleetTimeline timeline;
  private final LocalDate first;
  private final LocalDate last;
  private final StringBuilder svg = new StringBuilder();

  LifecyclePicture(Catalog catalog) {
    this.catalog = catalog;
    this.timeline = new FleetTimeline(catalog);
    this.first = day(0);
    this.last = day(catalog.releases().size() - 1);
  }

  private static Map<Phase, String> bars(
      String available,
      String beta,
      String experimental,
      String legacy,
      String deprecated,
      String removed) {
    return new TreeMap<>(
        Map.of(
            Phase.GENERALLY_AVAILABLE,
            available,
            Phase.BETA,
            beta,
            Phase.EXPERIMENTAL,
            experimental,
            Phase.LEGACY,
            legacy,
            Phase.DEPRECATED,
            deprecated,
            Phase.REMOVED,
            removed));
  }

  String svg() {
    Vmm[] vmms = Vmm.values();
    int bottom = TOP + ROW * vmms.length;
    line(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" aria-labelledby=\"title desc\">",
            WIDTH,
            bottom,
            WIDTH,
            bottom));
    line(String.format(Locale.ROOT, "<title id=\"title\">%s</title>", escaped(title())));
    line(String.format(Locale.ROOT, "<desc id=\"desc\">%s</desc>", escaped(description())));
    style();
    line(
        String.format(
            Locale.ROOT,
            "<rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"6\"/>",
            WIDTH - 1,
            bottom - 1));
    text(LEFT, 28, "name", title());
    for (int year = first.getYear() + 1; year <= last.getYear(); year++) {
      int x = x(LocalDate.of(year, 1, 1));
      line(String.format(Locale.ROOT, "<path class=\"year\" d=\"M%d 58V%d\"/>", x, bottom - 12));
      text(x, 52, "faint middle", String.valueOf(year));
    }
    for (int i = 0; i < vmms.length; i++) {
      row(vmms[i], TOP + i * ROW);
    }
    line("</svg>");
    return svg.toString();
  }

  private String title() {
    return "Virtual machine managers of Docker Desktop for Mac, from "
        + catalog.oldestRelease()
        + " to "
        + catalog.newestRelease();
  }

  private String description() {
    List<String> sentences = new ArrayList<>();
    for (Vmm vmm : Vmm.values()) {
      sentences.add(
          vmm.displayName()
              + ": "
              + timeline.spans(vmm).stream()
                  .filter(span -> span.phase().isPresent())
                  .map(
                      span ->
                          words(span.phase().orElseThrow())
                              + " from "
                              + release(span.from()).version()
                              + " of "
                              + release(span.from()).date())
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return String.join(" ", sentences);
  }

  private void style() {
    line("<style>");
    line("text{font:13px system-ui,-apple-system,\"Segoe UI\",Helvetica,Arial,sans-serif}");
    line(".name{font-weight:600;font-size:14px}.middle{text-anchor:middle}");
    line(".removed.bar{fill-opacity:0;stroke-width:1.5;stroke-dasharray:4 3}");
    scheme(LIGHT);
    line("@media(prefers-color-scheme:dark){");
    scheme(DARK);
    line("}");
    line("</style>");
  }

  private void scheme(Scheme scheme) {
    line(
        String.format(
            Locale.ROOT,
            ".page{fill:%s;stroke:%s;stroke-opacity:.4}",
            scheme.page(),
            scheme.faint()));
    line(String.format(Locale.ROOT, ".year{stroke:%s;stroke-opacity:.25}", scheme.faint()));
    line(
        String.format(
            Locale.ROOT,
            "text{fill:%s}.faint{fill:%s}.on{fill:%s}",
            scheme.text(),
            scheme.faint(),
            scheme.onBar()));
    scheme
        .bars()
        .forEach(
            (phase, colour) ->
                line(String.format(Locale.ROOT, ".%s.bar{fill:%s}", phase.id(), colour)));
    String gone = Objects.requireNonNull(scheme.bars().get(Phase.REMOVED));
    line(String.format(Locale.ROOT, ".removed.bar{stroke:%s}.removed.on{fill:%s}", gone, gone));
  }

  private void row(Vmm vmm, int y) {
    text(LEFT, y, "name", vmm.displayName());
    int labelled = Integer.MIN_VALUE;
    for (Span span : timeline.spans(vmm)) {
      if (span.phase().isPresent()) {
        Phase phase = span.phase().get();
        int from = x(day(span.from()));
        int to = span.to() == catalog.releases().size() ? RIGHT : x(day(span.to()));
        line(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s bar\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\"/>",
                phase.id(),
                from,
                y + 8,
                Math.max(1, to - from - 1),
                BAR));
        if (words(phase).length() * LETTER + 12 <= to - from) {
          text(from + 7, y + 8 + 17, phase.id() + " on", words(phase));
        }
        String release = release(span.from()).version().toString();
        if (from >= labelled) {
          text(from, y + 8 + BAR + 15, "faint", release);
          labelled = from + (release.length() + 1) * LETTER;
        }
      }
    }
  }

  private Release release(int number) {
    return catalog.releases().get(number);
  }

  private LocalDate day(int number) {
    return release(number).date();
  }

  private int x(LocalDate day) {
    long days = ChronoUnit.DAYS.between(first, day);
    // the newest release has a place of its own before the right edge
    long all = ChronoUnit.DAYS.between(first, last) + 30;
    return (int) (LEFT + (RIGHT - LEFT) * days / all);
  }

  private static String words(Phase phase) {
    return phase.id().replace('-', ' ');
  }

  private void text(int x, int y, String classes, String text) {
    line(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>",
            classes,
            x,
            y,
            escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void line(String text) {
    svg.append(text).append('\n');
  }
}

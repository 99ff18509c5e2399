package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code catalog releases}: lists the releases of the built-in catalog and the changes in each. */
final class CatalogReleasesCommand {

  private final PrintStream out;

  CatalogReleasesCommand(PrintStream out) {
    this.out = out;
  }

  int run(List<String> commandLine) throws UsageException {
    Arguments arguments = Arguments.parse(commandLine, List.of("--format"));
    Format format = format(arguments);
    if (!arguments.files().isEmpty()) {
      throw new UsageException("catalog releases takes no FILE");
    }
    List<ReleaseHistory.Point> points = ReleaseHistory.of(Catalogs.builtIn()).points();
    out.print(format == Format.JSON ? json(points) : text(points));
    return ExitStatus.ANSWERED;
  }

  /** The format that an option selects; only text or json. */
  static Format format(Arguments arguments) throws UsageException {
    return arguments
        .constant("--format", new Format[] {Format.TEXT, Format.JSON})
        .orElse(Format.TEXT);
  }

  private static String text(List<ReleaseHistory.Point> points) {
    StringBuilder text = new StringBuilder();
    for (ReleaseHistory.Point point : points) {
      text.append(point.release());
      point.date().ifPresent(date -> text.append("  ").append(date));
      text.append('\n');
      for (ReleaseHistory.Change change : point.changes()) {
        text.append("  ").append(change.text()).append(" (").append(change.code()).append(")\n");
      }
    }
    return text.toString();
  }

  private static String json(List<ReleaseHistory.Point> points) {
    return JsonText.of(points.stream().map(CatalogReleasesCommand::map).toList());
  }

  private static Map<String, Object> map(ReleaseHistory.Point point) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("version", point.release().toString());
    point.date().ifPresent(date -> map.put("date", date.toString()));
    map.put(
        "changes",
        point.changes().stream()
            .map(
                change -> {
                  Map<String, Object> entry = new LinkedHashMap<>();
                  entry.put("code", change.code());
                  entry.put("kind", change.kind());
                  entry.put("change", change.verb());
                  entry.put("about", change.about());
                  entry.put("text", change.text());
                  return entry;
                })
            .toList());
    return map;
  }
}

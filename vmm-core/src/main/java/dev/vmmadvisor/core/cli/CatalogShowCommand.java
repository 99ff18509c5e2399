package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.PrintStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code catalog show}: shows the entries of the built-in catalog. */
final class CatalogShowCommand {

  private static final Map<String, String> HEADINGS = headings();

  private final PrintStream out;

  CatalogShowCommand(PrintStream out) {
    this.out = out;
  }

  int run(List<String> commandLine) throws UsageException {
    Arguments arguments = Arguments.parse(commandLine, List.of("--vmm", "--release", "--format"));
    Optional<Vmm> vmm = arguments.constant("--vmm", Vmm.values());
    Optional<Version> release = arguments.version("--release");
    Format format = CatalogReleasesCommand.format(arguments);
    if (!arguments.files().isEmpty()) {
      throw new UsageException("catalog show takes no FILE");
    }
    Map<String, Object> document = new CatalogView(Catalogs.builtIn(), vmm, release).document();
    out.print(format == Format.JSON ? JsonText.of(document) : text(document));
    return ExitStatus.ANSWERED;
  }

  private static Map<String, String> headings() {
    Map<String, String> headings = new LinkedHashMap<>();
    headings.put("lifecycle", "Lifecycle");
    headings.put("engines", "Engines");
    headings.put("performance", "Claims of speed");
    headings.put("rules", "Rules");
    return Collections.unmodifiableMap(headings);
  }

  private static String text(Map<String, Object> document) {
    StringBuilder text = new StringBuilder();
    Map<?, ?> catalog = (Map<?, ?>) Objects.requireNonNull(document.get("catalog"));
    text.append("Catalog ").append(catalog.get("id")).append(' ').append(catalog.get("version"));
    text.append(": sources read up to ").append(catalog.get("asOf")).append(", releases ");
    text.append(catalog.get("oldestRelease")).append(" to ").append(catalog.get("newestRelease"));
    text.append('\n');
    if (document.containsKey("release")) {
      text.append("Only what holds in ").append(document.get("release")).append('\n');
    }
    for (Map<?, ?> profile : maps(document, "vmms")) {
      appendProfile(text, profile.get("name") + " (" + profile.get("vmm") + ")", profile);
    }
    for (Map<?, ?> profile : maps(document, "fileSharing")) {
      appendProfile(text, "File sharing: " + profile.get("fileSharing"), profile);
    }
    appendEntries(text, "\nStatements\n", "  ", maps(document, "statements"));
    appendEntries(text, "\nDisagreements\n", "  ", maps(document, "disagreements"));
    return text.toString();
  }

  private static void appendProfile(StringBuilder text, String title, Map<?, ?> profile) {
    text.append('\n').append(title).append("\n  ").append(profile.get("text"));
    text.append("\n  Sources: ").append(words(profile.get("sources"))).append('\n');
    HEADINGS.forEach(
        (field, heading) ->
            appendEntries(text, "  " + heading + "\n", "    ", maps(profile, field)));
  }

  private static void appendEntries(
      StringBuilder text, String heading, String indent, List<Map<?, ?>> entries) {
    if (!entries.isEmpty()) {
      text.append(heading);
    }
    for (Map<?, ?> entry : entries) {
      text.append(indent).append(entry.get("code")).append(": ").append(about(entry)).append('\n');
      text.append(indent).append("  ").append(entry.get("text")).append('\n');
      text.append(indent).append("  Sources: ").append(words(entry.get("sources"))).append('\n');
    }
  }

  /** All fields of an entry except its code, text and sources, on one line. */
  private static String about(Map<?, ?> entry) {
    StringBuilder about = new StringBuilder();
    entry.forEach(
        (name, value) -> {
          String part =
              switch (name.toString()) {
                case "code", "text", "sources", "fixConfirmed" -> "";
                case "releases" -> value.equals("(,)") ? "every release" : "releases " + value;
                case "confidence" -> value + " confidence";
                case "comparedWith" -> "compared with " + value;
                case "factor" -> value + " times";
                case "fixedIn" ->
                    Boolean.TRUE.equals(entry.get("fixConfirmed"))
                        ? "fixed in " + value
                        : "fix promised for " + value + ", not confirmed";
                case "subject" -> "about " + value;
                case "entries" -> "between " + words(value);
                case "waived" -> "waived: " + value;
                default -> words(value);
              };
          if (!part.isEmpty()) {
            about.append(about.isEmpty() ? "" : "; ").append(part);
          }
        });
    return about.toString();
  }

  private static String words(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }

  private static List<Map<?, ?>> maps(Map<?, ?> document, String field) {
    return document.get(field) instanceof List<?> list
        ? list.stream().<Map<?, ?>>map(it -> (Map<?, ?>) it).toList()
        : List.of();
  }
}

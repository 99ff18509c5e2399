package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.CatalogException;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.api.json.VmmJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Checks the meaning of a catalog or a layer, beyond its form. It reports all problems, each with
 * its path in the document.
 *
 * <p>It finds: releases that are not listed; entries that cover no release; missing or duplicate
 * profiles; conditions that are empty or unsatisfiable; rules that can never fire or are redundant;
 * remedies that have no effect; fixes inside the affected releases; and entries that contradict
 * each other without a disagreement that names both.
 *
 * <p>Conditions are checked exactly, by enumeration of the equivalence classes of their values. A
 * document that exceeds the limit of steps gets a problem that says so.
 *
 * <p>The methods are stateless and thread-safe.
 */
public final class CatalogLinter {

  private CatalogLinter() {}

  /**
   * {@return the problems of a catalog, in a deterministic order; every line is 1, because a
   * catalog has no source locations}
   *
   * @param catalog the catalog
   */
  public static List<Problem> check(Catalog catalog) {
    Objects.requireNonNull(catalog, "catalog");
    LintContext lint = new LintContext(catalog, EntryIndex.of(catalog));
    new ReleaseChecks(lint).checkCatalog();
    new ProfileChecks(lint).checkCatalog();
    lint.checkEntries();
    return lint.problems();
  }

  /**
   * {@return the problems of a layer, in a deterministic order; every line is 1}
   *
   * <p>If the layer cannot be merged with the catalog below, only the problems of the merge are
   * returned.
   *
   * @param below the catalog below
   * @param layer the layer
   * @param today the date of the check; a waiver that expired before it is a problem
   */
  public static List<Problem> check(Catalog below, Layer layer, LocalDate today) {
    Objects.requireNonNull(below, "below");
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(today, "today");
    Catalog together;
    try {
      together = below.withLayer(layer, today);
    } catch (CatalogException e) {
      LintContext lint = new LintContext(below, EntryIndex.of(layer));
      checkLayer(lint, layer, today);
      e.problems().forEach(problem -> addAt(lint, problem));
      return lint.problems();
    }
    LintContext lint = new LintContext(together, EntryIndex.of(layer));
    checkLayer(lint, layer, today);
    lint.checkEntries();
    return lint.problems();
  }

  /**
   * {@return the problems of a Catalog document, ordered by line; if it cannot be read, the
   * problems of reading}
   *
   * @param json the document, as for {@link VmmJson#readCatalog}
   * @throws IOException if the stream cannot be read
   */
  public static List<Problem> checkCatalog(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    RecordingInputStream stream = new RecordingInputStream(json);
    return check(stream, () -> VmmJson.readCatalog(stream), CatalogLinter::check);
  }

  /**
   * {@return the problems of a Layer document, ordered by line; if it cannot be read, the problems
   * of reading}
   *
   * @param below the catalog below
   * @param json the document, as for {@link VmmJson#readLayer}
   * @param today the date of the check
   * @throws IOException if the stream cannot be read
   */
  public static List<Problem> checkLayer(Catalog below, InputStream json, LocalDate today)
      throws IOException {
    Objects.requireNonNull(below, "below");
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(today, "today");
    RecordingInputStream stream = new RecordingInputStream(json);
    return check(stream, () -> VmmJson.readLayer(stream), layer -> check(below, layer, today));
  }

  private static <T> List<Problem> check(
      RecordingInputStream stream, DocumentReader<T> reader, Function<T, List<Problem>> checker)
      throws IOException {
    T document;
    try {
      document = reader.read();
    } catch (DocumentException e) {
      return e.problems();
    }
    List<Problem> problems = new ArrayList<>();
    List<Problem> found = checker.apply(document);
    if (found.isEmpty()) {
      return found;
    }
    SourceLocations locations = SourceLocations.of(stream.bytes());
    for (Problem problem : found) {
      problems.add(new Problem(problem.path(), locations.line(problem.path()), problem.message()));
    }
    problems.sort(Comparator.comparingInt(Problem::line));
    return List.copyOf(problems);
  }

  private static void checkLayer(LintContext lint, Layer layer, LocalDate today) {
    for (int i = 0; i < layer.waivers().size(); i++) {
      Waiver waiver = layer.waivers().get(i);
      if (waiver.expires().isBefore(today)) {
        lint.add(
            "$.waivers[" + i + "].expires",
            LintContext.quoted(waiver.expires()) + " is over; this is checked for " + today);
      }
    }
  }

  /** Adds a problem of {@link CatalogException#problems()}: a path, a colon and a message. */
  private static void addAt(LintContext lint, String problem) {
    int colon = problem.indexOf(": ");
    lint.add(problem.substring(0, colon), problem.substring(colon + 2));
  }

  /** Reads a document. */
  @FunctionalInterface
  private interface DocumentReader<T> {
    T read() throws IOException;
  }
}

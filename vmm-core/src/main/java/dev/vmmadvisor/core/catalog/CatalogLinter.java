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
 * Finds what is wrong with a catalog or a layer beyond its form: all problems at once, each with
 * its path in the document.
 *
 * <p>Whoever writes a catalog or layer runs it, to find what reading accepts and nobody can mean.
 * It complains about releases that are not listed or never hold, profiles that are missing or stand
 * twice, conditions that are empty or true of no host, rules that can never fire or that another
 * makes needless, remedies that help nobody, fixes inside the releases they fix, and entries that
 * contradict each other without a disagreement that names both.
 *
 * <p>What conditions are true of is found out by trying every class of values they tell apart, so a
 * complaint about them is never a guess. A document that would take too long is told so instead.
 *
 * <p>The methods keep no state and can be called from any number of threads.
 */
public final class CatalogLinter {

  private CatalogLinter() {}

  /**
   * {@return what is wrong with a catalog, in an order that is always the same; every line is 1, as
   * a catalog does not know where it was read}
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
   * {@return what is wrong with a layer, in an order that is always the same; every line is 1}
   *
   * <p>If the layer does not fit on what is below, only that is told: what they are together is
   * then not known.
   *
   * @param below the catalog below
   * @param layer the layer
   * @param today the day for which it is asked; a waiver that has expired before it is a problem
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
   * {@return what is wrong with a Catalog document, in the order of its lines: if it cannot be
   * read, what reading it told}
   *
   * @param json the document, as {@link VmmJson#readCatalog} takes it
   * @throws IOException if the stream cannot be read
   */
  public static List<Problem> checkCatalog(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    RecordingInputStream recording = new RecordingInputStream(json);
    return check(recording, () -> VmmJson.readCatalog(recording), CatalogLinter::check);
  }

  /**
   * {@return what is wrong with a Layer document, in the order of its lines: if it cannot be read,
   * what reading it told}
   *
   * @param below the catalog below
   * @param json the document, as {@link VmmJson#readLayer} takes it
   * @param today the day for which it is asked
   * @throws IOException if the stream cannot be read
   */
  public static List<Problem> checkLayer(Catalog below, InputStream json, LocalDate today)
      throws IOException {
    Objects.requireNonNull(below, "below");
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(today, "today");
    RecordingInputStream recording = new RecordingInputStream(json);
    return check(
        recording, () -> VmmJson.readLayer(recording), layer -> check(below, layer, today));
  }

  private static <T> List<Problem> check(
      RecordingInputStream recording, Reading<T> reading, Function<T, List<Problem>> checking)
      throws IOException {
    T document;
    try {
      document = reading.read();
    } catch (DocumentException e) {
      return e.problems();
    }
    List<Problem> problems = new ArrayList<>();
    List<Problem> found = checking.apply(document);
    if (found.isEmpty()) {
      return found;
    }
    SourceLocations lines = SourceLocations.of(recording.bytes());
    for (Problem problem : found) {
      problems.add(new Problem(problem.path(), lines.line(problem.path()), problem.message()));
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

  /** Adds what {@link CatalogException#problems()} tells: a path, a colon and a message. */
  private static void addAt(LintContext lint, String problem) {
    int colon = problem.indexOf(": ");
    lint.add(problem.substring(0, colon), problem.substring(colon + 2));
  }

  /** Reads a document. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }
}

package dev.vmmadvisor.core.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.catalog.CatalogLinter;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code catalog check}: reports the errors in Catalog and Layer documents. */
final class CatalogCheckCommand {

  private static final int MAX = 64 * 1024 * 1024; // in bytes, the limit of the parser
  private static final JsonFactory FACTORY = new JsonFactory();

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private int status = ExitStatus.ANSWERED;

  CatalogCheckCommand(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  int run(List<String> commandLine) throws UsageException {
    Arguments arguments = Arguments.parse(commandLine, List.of("--date"));
    LocalDate today =
        arguments
            .parsed("--date", CatalogCheckCommand::day)
            .orElseGet(() -> Catalogs.builtIn().asOf());
    if (arguments.files().isEmpty()) {
      throw new UsageException("catalog check lacks a FILE");
    }
    if (arguments.files().stream().filter("-"::equals).count() > 1) {
      throw new UsageException("- (standard input) is given twice");
    }
    for (String file : arguments.files()) {
      check(file, today);
    }
    return status;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not accepted; accepted: a day such as 2026-09-21", e);
    }
  }

  private void check(String file, LocalDate today) {
    String name = file.equals("-") ? "standard input" : file;
    try {
      byte[] document = read(file);
      InputStream json = new ByteArrayInputStream(document);
      List<Problem> problems =
          isLayer(document)
              ? CatalogLinter.checkLayer(Catalogs.builtIn(), json, today)
              : CatalogLinter.checkCatalog(json);
      problems.forEach(problem -> wrong(name, problem.toString()));
      if (problems.isEmpty()) {
        out.print(name + ": fine\n");
      }
    } catch (NoSuchFileException e) {
      wrong(name, "there is no such file");
    } catch (AccessDeniedException e) {
      wrong(name, "permission to read it is denied");
    } catch (IOException | InvalidPathException e) {
      wrong(name, "cannot be read: " + e.getMessage());
    }
  }

  /** The bytes of a file, cut at a length that the parser rejects. */
  private byte[] read(String file) throws IOException {
    if (file.equals("-")) {
      return in.readNBytes(MAX + (1 << 20));
    }
    try (InputStream stream = Files.newInputStream(Path.of(file))) {
      return stream.readNBytes(MAX + (1 << 20));
    }
  }

  /** Whether a document is meant as a layer, which does not declare its range of releases. */
  private static boolean isLayer(byte[] document) throws IOException {
    Set<String> names = new HashSet<>();
    try (JsonParser parser = FACTORY.createParser(document)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          names.add(parser.currentName());
          parser.nextToken();
          parser.skipChildren();
        }
      }
    } catch (JsonProcessingException | CharConversionException e) {
      // the fields that were read are used; parsing the document reports the error
    }
    if (names.contains("oldestRelease") || names.contains("newestRelease")) {
      return false;
    }
    return !names.contains("vmms")
        || names.stream()
            .anyMatch(List.of("overrides", "waivers", "forbidden", "severities")::contains);
  }

  private void wrong(String name, String message) {
    status = ExitStatus.WRONG;
    err.println(name + ": " + message);
  }
}

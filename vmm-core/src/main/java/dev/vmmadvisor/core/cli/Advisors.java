package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;

/** Creates the advisor of a command: its language, and a layer over the built-in catalog. */
final class Advisors {

  /** The option that names a layer. */
  static final String LAYER = "--layer";

  private Advisors() {}

  /**
   * Creates the advisor.
   *
   * @param now the time that determines which waivers have expired
   * @throws UsageException if the layer cannot be read or does not fit the catalog
   */
  static Advisor of(Arguments arguments, Instant now) throws UsageException {
    VmmAdvisor.Builder advisor = VmmAdvisor.builder().locale(AnswerOutput.locale(arguments));
    Optional<String> layer = arguments.value(LAYER);
    if (layer.isPresent()) {
      advisor.catalog(catalog(layer.get(), LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }
    return advisor.build();
  }

  private static Catalog catalog(String file, LocalDate today) throws UsageException {
    try {
      return Catalogs.builtIn().withLayer(Catalogs.readLayer(Path.of(file)), today);
    } catch (DocumentException e) {
      throw wrong(
          file, e.problems().stream().map(Object::toString).collect(Collectors.joining("; ")));
    } catch (NoSuchFileException e) {
      throw wrong(file, "there is no such file");
    } catch (IOException | IllegalArgumentException e) {
      throw wrong(file, "cannot be read: " + e.getMessage());
    }
  }

  private static UsageException wrong(String file, String message) {
    return new UsageException(LAYER + ": " + file + ": " + message);
  }
}

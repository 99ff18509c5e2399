package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.json.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Documents of the tests, and what is made of them. */
final class Documents {

  private Documents() {}

  /** A resource beside this class, such as {@code sound.json}. */
  static String resource(String name) {
    try (InputStream stream = Documents.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  static InputStream stream(String document) {
    return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
  }

  static Catalog catalog(String document) {
    try {
      return Catalogs.read(stream(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Layer layer(String document) {
    try {
      return Catalogs.readLayer(stream(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the linter says of a Catalog document, each as path, colon, message. */
  static List<String> problems(String document) {
    try {
      return CatalogLinter.checkCatalog(stream(document)).stream().map(Documents::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the linter says of a Layer document on the built-in catalog. */
  static List<String> layerProblems(String document, LocalDate today) {
    try {
      return CatalogLinter.checkLayer(Catalogs.builtIn(), stream(document), today).stream()
          .map(Documents::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Problem problem) {
    return problem.path() + ": " + problem.message();
  }
}

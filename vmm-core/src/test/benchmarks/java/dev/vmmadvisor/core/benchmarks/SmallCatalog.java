package dev.vmmadvisor.core.benchmarks;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The 29 rules of {@link ByHand} as a catalog. It is a copy of October 2026 that does not follow
 * the built-in catalog, so that measurements of different days compare the same work.
 */
final class SmallCatalog {

  private static final Path FILE = Path.of("src", "test", "benchmarks", "small-catalog.json");

  private SmallCatalog() {}

  static Catalog get() {
    try {
      return Catalogs.read(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

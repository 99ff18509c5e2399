package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.catalog.Catalog;
import java.nio.charset.StandardCharsets;

/**
 * The built-in catalog, read lazily from a binary snapshot that the build creates from its
 * document.
 */
final class BuiltInCatalog {

  private BuiltInCatalog() {}

  /** The catalog of the VMMs of Docker Desktop for Mac. */
  static Catalog get() {
    return Holder.CATALOG;
  }

  /** The binary snapshot. */
  static byte[] digest() {
    return String.join("", BuiltInDigest.parts()).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final class Holder {
    static final Catalog CATALOG = CatalogSnapshotReader.read(digest());
  }
}

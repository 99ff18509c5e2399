package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.catalog.Catalog;
import java.nio.charset.StandardCharsets;

/**
 * The catalog that this library ships. Read once, when it is first asked for.
 *
 * <p>It is read from its digest, which the build makes of the document that people read and edit.
 */
final class BuiltInCatalog {

  private BuiltInCatalog() {}

  /** The catalog of the VMMs of Docker Desktop for Mac. */
  static Catalog get() {
    return Holder.CATALOG;
  }

  /** Its digest. */
  static byte[] digest() {
    return String.join("", BuiltInDigest.parts()).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final class Holder {
    static final Catalog CATALOG = CatalogSnapshotReader.read(digest());
  }
}

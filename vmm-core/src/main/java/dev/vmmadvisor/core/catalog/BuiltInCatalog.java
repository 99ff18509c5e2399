package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.json.VmmJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The catalog that this library ships. Read once, when it is first asked for. */
final class BuiltInCatalog {

  /** What people read and edit. */
  private static final String DOCUMENT = "docker-desktop-mac.json";

  /** The same, made by the build for a fast start; classes that an IDE has compiled have none. */
  private static final String DIGEST = "docker-desktop-mac.digest";

  private BuiltInCatalog() {}

  /** The catalog of the VMMs of Docker Desktop for Mac. */
  static Catalog get() {
    return Holder.CATALOG;
  }

  private static Catalog read() {
    try (InputStream digest = BuiltInCatalog.class.getResourceAsStream(DIGEST)) {
      return digest == null ? readDocument() : DigestReader.read(digest.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the catalog cannot be read", e);
    }
  }

  /** Reads the catalog from its document. */
  static Catalog readDocument() throws IOException {
    try (InputStream json = BuiltInCatalog.class.getResourceAsStream(DOCUMENT)) {
      if (json == null) {
        throw new IllegalStateException("the resource " + DOCUMENT + " is not in this jar");
      }
      return VmmJson.readCatalog(json);
    }
  }

  private static final class Holder {
    static final Catalog CATALOG = read();
  }
}

package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.json.VmmJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The catalog that this library ships. Read once, when it is first asked for. */
final class BuiltInCatalog {

  private static final String RESOURCE = "docker-desktop-mac.json";

  private BuiltInCatalog() {}

  /** The catalog of the VMMs of Docker Desktop for Mac. */
  static Catalog get() {
    return Holder.CATALOG;
  }

  private static Catalog read() {
    try (InputStream json = BuiltInCatalog.class.getResourceAsStream(RESOURCE)) {
      if (json == null) {
        throw new IllegalStateException("the resource " + RESOURCE + " is not in this jar");
      }
      return VmmJson.readCatalog(json);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + RESOURCE + " cannot be read", e);
    }
  }

  private static final class Holder {
    static final Catalog CATALOG = read();
  }
}

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
    String[] parts = BuiltInDigest.parts();
    int size = 0;
    for (String part : parts) {
      size += part.length();
    }
    byte[] digest = new byte[size];
    int place = 0;
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(bytes, 0, digest, place, bytes.length);
      place += bytes.length;
    }
    return digest;
  }

  private static final class Holder {
    static final Catalog CATALOG = DigestReader.read(digest());
  }
}

package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Provides the built-in catalog and reads catalogs and layers from documents.
 *
 * <p>Documents are untrusted input. Their content is never executed, resolved or fetched. They are
 * JSON of at most 64 MiB, nested at most 64 levels deep, with texts of at most 100 000 characters.
 * Reading stops as soon as a limit is exceeded.
 *
 * <p>The methods are thread-safe.
 *
 * {@snippet :
 * try {
 *   Layer layer = Catalogs.readLayer(Path.of("acme.json"));
 *   Catalog catalog = Catalogs.builtIn().withLayer(layer, LocalDate.now());
 *   System.out.println(VmmAdvisor.builder().catalog(catalog).build().recommend(host));
 * } catch (DocumentException e) {
 *   e.problems().forEach(System.err::println);
 * }
 * }
 */
public final class Catalogs {

  private Catalogs() {}

  /** {@return the built-in catalog of the VMMs of Docker Desktop for Mac} */
  public static Catalog builtIn() {
    return BuiltInCatalog.get();
  }

  /**
   * Reads a catalog from a file.
   *
   * @param file a Catalog document
   * @return the catalog
   * @throws DocumentException if it is not a Catalog document; it names all problems
   * @throws IOException if the file cannot be read
   */
  public static Catalog read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    try (InputStream json = Files.newInputStream(file)) {
      return VmmJson.readCatalog(json);
    }
  }

  /**
   * Reads a catalog.
   *
   * @param json a Catalog document; the stream is consumed and not closed
   * @return the catalog
   * @throws DocumentException if it is not a Catalog document; it names all problems
   * @throws IOException if the stream cannot be read
   */
  public static Catalog read(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    return VmmJson.readCatalog(json);
  }

  /**
   * Reads a layer from a file. {@link Catalog#withLayer} applies it to a catalog.
   *
   * @param file a Layer document
   * @return the layer
   * @throws DocumentException if it is not a Layer document; it names all problems
   * @throws IOException if the file cannot be read
   */
  public static Layer readLayer(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    try (InputStream json = Files.newInputStream(file)) {
      return VmmJson.readLayer(json);
    }
  }

  /**
   * Reads a layer. {@link Catalog#withLayer} applies it to a catalog.
   *
   * @param json a Layer document; the stream is consumed and not closed
   * @return the layer
   * @throws DocumentException if it is not a Layer document; it names all problems
   * @throws IOException if the stream cannot be read
   */
  public static Layer readLayer(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    return VmmJson.readLayer(json);
  }
}

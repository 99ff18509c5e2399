package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.vmmadvisor.api.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The id, the version and the date of the catalog on which an answer is based.
 *
 * @param id the id of the catalog
 * @param version the version of its content
 * @param asOf the day up to which its sources were read
 * @param newestRelease the newest release of Docker Desktop that it covers
 * @param layers the layers added to it, lowest first, each as its id and version; may be empty
 */
@JsonPropertyOrder({"id", "version", "asOf", "newestRelease", "layers"})
public record CatalogReference(
    String id,
    String version,
    @JsonSerialize(using = ToStringSerializer.class) LocalDate asOf,
    Version newestRelease,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> layers) {

  /**
   * Creates the value.
   *
   * @param id the id
   * @param version the version
   * @param asOf the day
   * @param newestRelease the newest release
   * @param layers the layers
   */
  public CatalogReference {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(newestRelease, "newestRelease");
    Objects.requireNonNull(layers, "layers");
    layers = List.copyOf(layers);
  }
}

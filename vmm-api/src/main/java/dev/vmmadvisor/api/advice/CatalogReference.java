package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.Version;

/**
 * The catalog that an answer was made from.
 *
 * @param id the id of the catalog
 * @param version the version of its content
 * @param asOf the day up to which its sources were read, as {@code yyyy-mm-dd}
 * @param newestRelease the newest release of Docker Desktop it knows of
 */
@JsonPropertyOrder({"id", "version", "asOf", "newestRelease"})
public record CatalogReference(String id, String version, String asOf, Version newestRelease) {}

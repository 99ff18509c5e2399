package dev.vmmadvisor.api.catalog;

/**
 * Where a statement of the catalog was read.
 *
 * @param id the id by which statements cite it, unique in its catalog, such as {@code
 *     release-notes:4.44.0} or {@code mission:S7}
 * @param kind the kind of document
 * @param document the title of the document
 * @param section the section, heading or number in it; empty if the whole document is meant
 * @param read the day it was read, as {@code yyyy-mm-dd}
 */
public record Source(String id, SourceKind kind, String document, String section, String read) {}

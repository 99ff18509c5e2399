/**
 * Provides and checks catalogs. {@link dev.vmmadvisor.core.catalog.Catalogs} has the built-in
 * catalog and reads documents; {@link dev.vmmadvisor.core.catalog.CatalogLinter} checks them.
 *
 * <p>The built-in catalog is a JSON document. The build compiles it to a binary snapshot with the
 * same content, which is faster to read.
 */
@NullMarked
package dev.vmmadvisor.core.catalog;

import org.jspecify.annotations.NullMarked;

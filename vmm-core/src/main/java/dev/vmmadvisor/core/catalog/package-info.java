/**
 * Where catalogs come from, and what can be wrong with them.
 *
 * <p>{@link dev.vmmadvisor.core.catalog.Catalogs} gives the catalog that this library ships and
 * reads others and layers; {@link dev.vmmadvisor.core.catalog.CatalogLinter} checks them.
 */
@NullMarked
package dev.vmmadvisor.core.catalog;

import org.jspecify.annotations.NullMarked;

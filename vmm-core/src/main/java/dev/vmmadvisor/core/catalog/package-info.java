/**
 * Where catalogs come from, and what can be wrong with them.
 *
 * <p>{@link dev.vmmadvisor.core.catalog.Catalogs} gives the catalog that this library ships and
 * reads others and layers; {@link dev.vmmadvisor.core.catalog.CatalogLinter} checks them.
 *
 * <p>The catalog that is shipped is there twice: as the document, which people read and edit, and
 * as a digest of it, which the build makes and a program reads when it starts. Both say the same.
 */
@NullMarked
package dev.vmmadvisor.core.catalog;

import org.jspecify.annotations.NullMarked;

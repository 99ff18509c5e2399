/** The built-in catalog, which is a resource of this package, and how it is found. */
@NullMarked
package dev.vmmadvisor.core.catalog;

import org.jspecify.annotations.NullMarked;

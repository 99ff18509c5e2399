/**
 * Generators of hosts, catalogs and layers for property-based tests with jqwik.
 *
 * <p>This package needs {@code jqwik-api}, which has to be added by whoever uses it.
 */
@NullMarked
package dev.vmmadvisor.testkit.jqwik;

import org.jspecify.annotations.NullMarked;

/**
 * Generators of hosts, catalogs and layers for property-based tests with jqwik.
 *
 * <p>This package needs {@code jqwik-api}; add it to the test dependencies of your project.
 */
@NullMarked
package dev.vmmadvisor.testkit.jqwik;

import org.jspecify.annotations.NullMarked;

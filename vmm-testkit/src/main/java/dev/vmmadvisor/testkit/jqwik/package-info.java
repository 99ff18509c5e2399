/**
 * Generators of hosts for property-based tests with jqwik.
 *
 * <p>This is the only package of the testkit that needs jqwik, which has to be added by whoever
 * uses it.
 */
@NullMarked
package dev.vmmadvisor.testkit.jqwik;

import org.jspecify.annotations.NullMarked;

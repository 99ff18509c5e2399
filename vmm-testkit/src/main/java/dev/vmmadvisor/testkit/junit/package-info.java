/**
 * JUnit 5 tests for cases and for the contract of constraints.
 *
 * <p>This package needs {@code junit-jupiter-api}; add it to the test dependencies of your project.
 */
@NullMarked
package dev.vmmadvisor.testkit.junit;

import org.jspecify.annotations.NullMarked;

/**
 * The contract of constraints and cases as tests of JUnit 5.
 *
 * <p>This package needs {@code junit-jupiter-api}, which has to be added by whoever uses it.
 */
@NullMarked
package dev.vmmadvisor.testkit.junit;

import org.jspecify.annotations.NullMarked;

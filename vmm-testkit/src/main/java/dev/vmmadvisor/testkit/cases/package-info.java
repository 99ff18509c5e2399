/**
 * Cases: hosts with expectations about their recommendations, as JSON.
 *
 * <p>This package does not need a test library. {@code dev.vmmadvisor.testkit.junit} turns cases
 * into JUnit 5 tests.
 */
@NullMarked
package dev.vmmadvisor.testkit.cases;

import org.jspecify.annotations.NullMarked;

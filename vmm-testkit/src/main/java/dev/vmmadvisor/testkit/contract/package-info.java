/**
 * The contract of constraints in code, and its verification.
 *
 * <p>This package does not need a test library. {@code dev.vmmadvisor.testkit.junit} has a JUnit 5
 * test class for it.
 */
@NullMarked
package dev.vmmadvisor.testkit.contract;

import org.jspecify.annotations.NullMarked;

/**
 * Test fixtures: named sample hosts, boundary values, simulated Macs on disk and golden files.
 *
 * <p>This package does not need a test library. The subpackages for AssertJ, JUnit and jqwik do.
 */
@NullMarked
package dev.vmmadvisor.testkit;

import org.jspecify.annotations.NullMarked;

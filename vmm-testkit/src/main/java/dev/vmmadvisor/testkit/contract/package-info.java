/**
 * What every constraint in code has to keep to, and what tells whether one does.
 *
 * <p>This package needs no test library. {@code dev.vmmadvisor.testkit.junit} has the same as a
 * test class of JUnit 5.
 */
@NullMarked
package dev.vmmadvisor.testkit.contract;

import org.jspecify.annotations.NullMarked;

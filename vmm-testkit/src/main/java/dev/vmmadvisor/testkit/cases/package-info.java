/**
 * Hosts with the advice that is expected for them, as data.
 *
 * <p>This package needs no test library. {@code dev.vmmadvisor.testkit.junit} makes tests of JUnit
 * 5 of cases.
 */
@NullMarked
package dev.vmmadvisor.testkit.cases;

import org.jspecify.annotations.NullMarked;

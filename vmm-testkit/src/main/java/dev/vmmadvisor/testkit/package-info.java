/**
 * Hosts with names, for tests, examples and documentation.
 *
 * <p>Nothing here needs a test framework. Values are immutable and safe to share between threads.
 */
@NullMarked
package dev.vmmadvisor.testkit;

import org.jspecify.annotations.NullMarked;

/**
 * Hosts for tests, with names, with boundary values and as a fake Mac on disk; and golden files.
 *
 * <p>This package needs no test library. What needs one is in a package of its own.
 */
@NullMarked
package dev.vmmadvisor.testkit;

import org.jspecify.annotations.NullMarked;

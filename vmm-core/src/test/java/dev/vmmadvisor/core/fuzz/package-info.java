/** Targets of the fuzzer, and the test that runs its corpus through them. */
@NullMarked
package dev.vmmadvisor.core.fuzz;

import org.jspecify.annotations.NullMarked;

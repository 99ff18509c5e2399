/** What answers cost, and what the same costs by hand. */
@NullMarked
package dev.vmmadvisor.core.benchmarks;

import org.jspecify.annotations.NullMarked;

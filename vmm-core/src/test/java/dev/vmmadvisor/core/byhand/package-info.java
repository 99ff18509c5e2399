/**
 * A few rules of the built-in catalog written out by hand, and hosts to ask: what the advisor is
 * held against, in a test for what it says and in the benchmarks for what it costs.
 */
@NullMarked
package dev.vmmadvisor.core.byhand;

import org.jspecify.annotations.NullMarked;

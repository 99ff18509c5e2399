/**
 * What would help: the smallest sets of changes that make a candidate possible or the best, and the
 * order in which to make changes so that every state on the way is valid.
 *
 * <p>It asks the decision what a changed host would get; it decides nothing itself. Nothing here
 * does I/O or reads a clock, a locale or the environment.
 */
@NullMarked
package dev.vmmadvisor.core.change;

import org.jspecify.annotations.NullMarked;

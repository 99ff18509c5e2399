/**
 * What is wrong with the configuration of a host as it is: the findings about the VMM in use, as
 * errors, warnings and notes.
 *
 * <p>It asks the decision for the findings; it decides nothing itself. Nothing here does I/O or
 * reads a clock, a locale or the environment.
 */
@NullMarked
package dev.vmmadvisor.core.validate;

import org.jspecify.annotations.NullMarked;

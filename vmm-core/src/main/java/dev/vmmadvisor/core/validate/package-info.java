/**
 * Validates the configuration of a host as it is: the findings about the current VMM, as errors,
 * warnings and notes.
 *
 * <p>The findings come from {@code core.decide}. Pure: no I/O, no clock, no locale.
 */
@NullMarked
package dev.vmmadvisor.core.validate;

import org.jspecify.annotations.NullMarked;

/**
 * Answers questions about a decision: validates the configuration of a host, finds the known issues
 * in an error message, compares two VMMs or two recommendations, and explains one VMM.
 *
 * <p>The findings come from {@code core.decision}. Pure: no I/O, no clock, no locale.
 */
@NullMarked
package dev.vmmadvisor.core.report;

import org.jspecify.annotations.NullMarked;

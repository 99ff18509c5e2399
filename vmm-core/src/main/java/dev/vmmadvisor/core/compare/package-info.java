/**
 * Compares two VMMs on one host, compares two recommendations, and explains one VMM.
 *
 * <p>It reads recommendations; the criterion on which two VMMs differ comes from {@code
 * core.decide}. Pure: no I/O, no clock, no locale.
 */
@NullMarked
package dev.vmmadvisor.core.compare;

import org.jspecify.annotations.NullMarked;

/**
 * Diagnoses messages and excerpts of logs: finds the known issues whose fragments a text contains,
 * and their likelihood on the host.
 *
 * <p>Texts are searched for literal fragments, without regular expressions, in linear time. The
 * issues that affect a host come from {@code core.decide}. Pure: no I/O, no clock, no locale.
 */
@NullMarked
package dev.vmmadvisor.core.diagnose;

import org.jspecify.annotations.NullMarked;

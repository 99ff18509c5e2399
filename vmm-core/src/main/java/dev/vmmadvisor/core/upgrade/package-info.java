/**
 * Predicts what another release of Docker Desktop or of macOS changes for a host: which findings
 * disappear or appear, whether the release installs, whether to avoid it, and which steps it needs
 * before.
 *
 * <p>It compares two decisions of {@code core.decide}; the steps come from {@code core.change}.
 * Pure: no I/O, no clock, no locale.
 */
@NullMarked
package dev.vmmadvisor.core.upgrade;

import org.jspecify.annotations.NullMarked;

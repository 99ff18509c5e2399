/**
 * What another release of Docker Desktop or of macOS would change for a host: what ends, what
 * begins, whether it installs, whether to leave it out and what to do before.
 *
 * <p>It asks the decision what the host gets before and after, and compares; the steps are those of
 * changes. Nothing here does I/O or reads a clock, a locale or the environment.
 */
@NullMarked
package dev.vmmadvisor.core.upgrade;

import org.jspecify.annotations.NullMarked;

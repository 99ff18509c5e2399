/**
 * Many hosts at once: each is glanced at, counted by what it has in common with others, and
 * forgotten.
 *
 * <p>{@link dev.vmmadvisor.core.fleet.Fleet} is the way in. What is kept grows with the catalog and
 * not with the number of hosts. Counts can be made apart, such as one in each thread, and merged;
 * the report is the same in whatever way that is done. Nothing here does I/O, starts a thread or
 * reads a clock, a locale or the environment.
 */
@NullMarked
package dev.vmmadvisor.core.fleet;

import org.jspecify.annotations.NullMarked;

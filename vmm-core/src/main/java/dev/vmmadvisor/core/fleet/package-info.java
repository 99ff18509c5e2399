/**
 * Computes statistics of many hosts. {@link dev.vmmadvisor.core.fleet.Fleet} is the entry point.
 *
 * <p>Hosts are processed one by one and not stored. Memory grows with the catalog, not with the
 * number of hosts. Accumulators of several threads can be merged; the report does not depend on how
 * hosts are distributed. Pure: no I/O, no threads, no clock, no locale.
 */
@NullMarked
package dev.vmmadvisor.core.fleet;

import org.jspecify.annotations.NullMarked;

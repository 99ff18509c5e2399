/**
 * Computes changes of hosts: repairs (the minimal sets of changes that make a candidate eligible or
 * the best), migration plans (an order of changes in which every intermediate state is valid) and
 * the look-ahead to other releases of Docker Desktop or macOS.
 *
 * <p>Decisions about changed hosts come from {@code core.decision}. Pure: no I/O, no clock, no
 * locale.
 */
@NullMarked
package dev.vmmadvisor.core.plan;

import org.jspecify.annotations.NullMarked;

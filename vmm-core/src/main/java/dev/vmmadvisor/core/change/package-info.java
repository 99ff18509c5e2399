/**
 * Plans changes of hosts: the minimal sets of changes that make a candidate eligible or the best,
 * and the order of changes in which every intermediate state is valid.
 *
 * <p>Decisions about changed hosts come from {@code core.decide}. Pure: no I/O, no clock, no
 * locale.
 */
@NullMarked
package dev.vmmadvisor.core.change;

import org.jspecify.annotations.NullMarked;

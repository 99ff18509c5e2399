/** A room that is in no plan. */
@NullMarked
package dev.vmmadvisor.core.wrong.core.cellar;

import org.jspecify.annotations.NullMarked;

/** A decision that asks the machine. */
@NullMarked
package dev.vmmadvisor.core.wrong.core.decide;

import org.jspecify.annotations.NullMarked;

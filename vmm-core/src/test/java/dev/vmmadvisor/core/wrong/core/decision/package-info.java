/** A decision that asks the machine. */
@NullMarked
package dev.vmmadvisor.core.wrong.core.decision;

import org.jspecify.annotations.NullMarked;

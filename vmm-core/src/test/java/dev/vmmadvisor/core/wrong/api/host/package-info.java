/** Hosts that know too much. */
@NullMarked
package dev.vmmadvisor.core.wrong.api.host;

import org.jspecify.annotations.NullMarked;

/**
 * Where facts come from: what a Mac, its files, an inventory or a compose file told about a host,
 * with the origin of every fact; and the seam through which commands are run. The readers are in
 * {@code dev.vmmadvisor.core.detect} and its neighbours.
 */
@NullMarked
package dev.vmmadvisor.api.detect;

import org.jspecify.annotations.NullMarked;

/** A reader that does what only other rooms may do. */
@NullMarked
package dev.vmmadvisor.core.wrong.core.workload;

import org.jspecify.annotations.NullMarked;

/** Tests of what compose files and names of images tell. */
@NullMarked
package dev.vmmadvisor.core.workload;

import org.jspecify.annotations.NullMarked;

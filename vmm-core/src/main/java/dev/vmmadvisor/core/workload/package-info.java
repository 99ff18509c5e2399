/**
 * Reads what runs in the containers: converts a compose file, or the names of images, to the facts
 * of a {@link dev.vmmadvisor.api.host.Workload}, each with its evidence.
 */
@NullMarked
package dev.vmmadvisor.core.workload;

import org.jspecify.annotations.NullMarked;

/**
 * What runs in the containers: from a compose file, or from the names of images, to the facts of a
 * {@link dev.vmmadvisor.api.host.Workload}, each with its evidence.
 */
@NullMarked
package dev.vmmadvisor.core.workload;

import org.jspecify.annotations.NullMarked;

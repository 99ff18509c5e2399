/**
 * The results of a detection: the facts of a host with their origin, read from a Mac, its files, an
 * inventory or a compose file. It also defines the interface that runs commands.
 */
@NullMarked
package dev.vmmadvisor.api.detect;

import org.jspecify.annotations.NullMarked;

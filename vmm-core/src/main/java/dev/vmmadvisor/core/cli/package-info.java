/**
 * The command line interface of the runnable jar, a thin layer over the public API.
 *
 * <p>Arguments are parsed here, because a command line library would multiply the start-up time.
 */
@NullMarked
package dev.vmmadvisor.core.cli;

import org.jspecify.annotations.NullMarked;

/**
 * The runnable jar: a thin skin over the calls that a program makes.
 *
 * <p>It reads its arguments itself: a command line library took five times the start of an empty
 * JVM here, more than all the rest.
 */
@NullMarked
package dev.vmmadvisor.core.cli;

import org.jspecify.annotations.NullMarked;

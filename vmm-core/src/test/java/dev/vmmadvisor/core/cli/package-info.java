/** Tests of the runnable jar. */
@NullMarked
package dev.vmmadvisor.core.cli;

import org.jspecify.annotations.NullMarked;

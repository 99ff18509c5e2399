/**
 * Changing Docker Desktop's settings file, on an explicit call and with a net: the change is shown
 * before it is made, a backup is made first, and one call puts the backup back. Killed at any
 * instant, the file is the old or the new one, whole. Nothing here runs by itself, looks at a clock
 * or starts a program.
 */
@NullMarked
package dev.vmmadvisor.core.apply;

import org.jspecify.annotations.NullMarked;

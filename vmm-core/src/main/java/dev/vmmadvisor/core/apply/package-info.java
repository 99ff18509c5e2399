/**
 * Changes Docker Desktop's settings file. A change can be shown before it is made, is preceded by a
 * backup, and can be undone with one call. Writes are atomic: if the process is killed, the file
 * has either its old or its new content. A change is made only on an explicit call. This package
 * reads no clock and starts no program.
 */
@NullMarked
package dev.vmmadvisor.core.apply;

import org.jspecify.annotations.NullMarked;

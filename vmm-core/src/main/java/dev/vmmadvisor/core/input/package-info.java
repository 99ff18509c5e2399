/**
 * Reading what others wrote, within limits: JSON of any origin into a tree, and the lines of a
 * stream, in the encodings that are accepted, with one clear error for what is none.
 */
@NullMarked
package dev.vmmadvisor.core.input;

import org.jspecify.annotations.NullMarked;

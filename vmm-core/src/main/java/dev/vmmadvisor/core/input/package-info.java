/**
 * Reads input of unknown origin within limits: JSON to a tree, and the lines of a stream, in the
 * accepted encodings. Input of any other kind results in one error that names the cause.
 */
@NullMarked
package dev.vmmadvisor.core.input;

import org.jspecify.annotations.NullMarked;

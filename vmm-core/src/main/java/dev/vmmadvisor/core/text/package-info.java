/** Puts answers into words. Reads an answer and the statements of its catalog; decides nothing. */
@NullMarked
package dev.vmmadvisor.core.text;

import org.jspecify.annotations.NullMarked;

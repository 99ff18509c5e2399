/**
 * Assertions about advice, in the style of AssertJ.
 *
 * <p>This package needs {@code assertj-core}, which has to be added by whoever uses it.
 */
@NullMarked
package dev.vmmadvisor.testkit.assertions;

import org.jspecify.annotations.NullMarked;

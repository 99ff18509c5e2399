/**
 * AssertJ assertions about recommendations.
 *
 * <p>This package needs {@code assertj-core}; add it to the test dependencies of your project.
 */
@NullMarked
package dev.vmmadvisor.testkit.assertions;

import org.jspecify.annotations.NullMarked;

/**
 * The decision held against a second implementation of its documents, over the classes of values
 * that a catalog tells apart. {@link dev.vmmadvisor.core.proof.DecisionSpace} has the argument.
 */
@NullMarked
package dev.vmmadvisor.core.proof;

import org.jspecify.annotations.NullMarked;

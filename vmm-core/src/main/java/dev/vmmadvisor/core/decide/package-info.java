/**
 * From facts and a catalog to an answer: the matrix of candidates and rules, the ranking, and how
 * certain it is.
 *
 * <p>A catalog is compiled once: every comparison that its conditions make gets a number, and every
 * rule, phase, claim and default becomes a {@linkplain dev.vmmadvisor.core.decide.Clause line} over
 * those numbers. A host then is one {@link dev.vmmadvisor.core.decide.Truth} for each number, and
 * from them follows the {@linkplain dev.vmmadvisor.core.decide.Evaluation matrix} of how every line
 * turns out, in Kleene's three-valued logic. {@link
 * dev.vmmadvisor.core.decide.BitParallelEvaluator} makes the same matrix without evaluating each
 * line: it joins what each fact has to say, bit by bit. Ranking and certainty follow from the
 * matrix alone. Pure: no I/O, no clock, no locale, no environment.
 */
@NullMarked
package dev.vmmadvisor.core.decide;

import org.jspecify.annotations.NullMarked;

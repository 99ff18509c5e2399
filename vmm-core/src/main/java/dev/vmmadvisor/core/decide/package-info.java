/**
 * From facts and a catalog to an answer: the matrix of candidates and rules, the ranking, and how
 * certain it is.
 *
 * <p>A catalog is compiled once: every comparison that its conditions make gets a number, and every
 * condition becomes an expression over those numbers. A host then is one {@link
 * dev.vmmadvisor.core.decide.Truth} for each number, and everything else follows from them, in
 * Kleene's three-valued logic. Pure: no I/O, no clock, no locale, no environment.
 */
@NullMarked
package dev.vmmadvisor.core.decide;

import org.jspecify.annotations.NullMarked;

/**
 * What is told by holding things against each other: two VMMs on one host, two recommendations, and
 * one VMM against all the catalog knows of it.
 *
 * <p>It reads recommendations and asks the decision what tells two VMMs apart; it decides nothing
 * itself. Nothing here does I/O or reads a clock, a locale or the environment.
 */
@NullMarked
package dev.vmmadvisor.core.compare;

import org.jspecify.annotations.NullMarked;

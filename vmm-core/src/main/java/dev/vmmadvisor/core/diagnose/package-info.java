/**
 * Which known issues a message or an excerpt of a log looks like: the fragments of the catalog that
 * it contains, and how sure that is on the host it comes from.
 *
 * <p>It asks the decision which issues hit the host; it decides nothing itself. Nothing here does
 * I/O or reads a clock, a locale or the environment, and no regular expression is run over the
 * text.
 */
@NullMarked
package dev.vmmadvisor.core.diagnose;

import org.jspecify.annotations.NullMarked;

/** Constraints in code, contained: each is asked in a way in which its mistakes stay its own. */
@NullMarked
package dev.vmmadvisor.core.custom;

import org.jspecify.annotations.NullMarked;

/** A part of a house that breaks every rule: what the rules are tried on. */
@NullMarked
package dev.vmmadvisor.core.wrong.core;

import org.jspecify.annotations.NullMarked;

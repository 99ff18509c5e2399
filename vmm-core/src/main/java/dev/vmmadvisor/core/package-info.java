/**
 * The advisor. {@link dev.vmmadvisor.core.VmmAdvisor} is the entry point, and for most users the
 * only type of this module they name.
 */
@NullMarked
package dev.vmmadvisor.core;

import org.jspecify.annotations.NullMarked;

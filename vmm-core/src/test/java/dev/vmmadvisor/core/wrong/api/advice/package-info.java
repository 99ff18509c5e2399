/** Advice that decides. */
@NullMarked
package dev.vmmadvisor.core.wrong.api.advice;

import org.jspecify.annotations.NullMarked;

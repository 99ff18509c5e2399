/** Utilities for the modules of this library. Not part of the API. */
@NullMarked
package dev.vmmadvisor.api.internal;

import org.jspecify.annotations.NullMarked;

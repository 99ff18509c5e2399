/** Tests of the library as a whole. */
@NullMarked
package dev.vmmadvisor.core;

import org.jspecify.annotations.NullMarked;

/** Tests of the readers. */
@NullMarked
package dev.vmmadvisor.core.detect;

import org.jspecify.annotations.NullMarked;

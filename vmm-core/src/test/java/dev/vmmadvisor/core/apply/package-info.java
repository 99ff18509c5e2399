/** Tests of changing the settings file. */
@NullMarked
package dev.vmmadvisor.core.apply;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.vmmadvisor.core.fleet;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.vmmadvisor.core.answer;

import org.jspecify.annotations.NullMarked;

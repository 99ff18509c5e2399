/** Knowledge that goes round in circles. */
@NullMarked
package dev.vmmadvisor.core.wrong.api.catalog;

import org.jspecify.annotations.NullMarked;

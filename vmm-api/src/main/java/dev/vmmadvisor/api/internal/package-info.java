/** What the packages of this module share and do not export. */
@NullMarked
package dev.vmmadvisor.api.internal;

import org.jspecify.annotations.NullMarked;

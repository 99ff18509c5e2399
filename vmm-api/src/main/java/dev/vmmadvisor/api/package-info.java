/**
 * Basic values: virtual machine managers, versions and ranges of versions, architectures and file
 * sharing implementations.
 *
 * <p>All types are immutable and safe to share between threads.
 */
@NullMarked
@VmmStyle
package dev.vmmadvisor.api;

import org.jspecify.annotations.NullMarked;

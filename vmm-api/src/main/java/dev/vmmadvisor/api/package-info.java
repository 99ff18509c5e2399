/**
 * The words every other package uses: the virtual machine managers, versions and ranges of
 * versions, architectures and file sharing implementations.
 *
 * <p>Everything here is an immutable value and safe to share between threads. Nothing here knows a
 * host, a catalog or an answer.
 */
@NullMarked
@VmmStyle
package dev.vmmadvisor.api;

import org.jspecify.annotations.NullMarked;

/**
 * From a real Mac to a {@link dev.vmmadvisor.api.host.Host}: readers of the files in which Docker
 * Desktop and macOS keep the facts. The only package of this library that does I/O, together with
 * the runnable jar.
 */
@NullMarked
package dev.vmmadvisor.core.detect;

import org.jspecify.annotations.NullMarked;

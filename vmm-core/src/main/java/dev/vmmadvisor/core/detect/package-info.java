/**
 * From a real Mac to a {@link dev.vmmadvisor.api.host.Host}: where Docker Desktop and macOS keep
 * the facts, readers of each of these places, and the detector that looks at all of them. It reads
 * files and runs commands, and changes nothing.
 */
@NullMarked
package dev.vmmadvisor.core.detect;

import org.jspecify.annotations.NullMarked;

/**
 * From a real Mac to a {@link dev.vmmadvisor.api.host.Host}: where Docker Desktop and macOS keep
 * the facts, readers of each of these places, and the detector that looks at all of them. Who has
 * the text of one place gives it to its reader; {@link
 * dev.vmmadvisor.core.detect.HostDetector#combine} makes a host of several readings. It reads files
 * and runs commands, and changes nothing.
 */
@NullMarked
package dev.vmmadvisor.core.detect;

import org.jspecify.annotations.NullMarked;

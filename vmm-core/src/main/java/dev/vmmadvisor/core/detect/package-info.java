/**
 * Detects the facts of a real Mac as a {@link dev.vmmadvisor.api.host.Host}: a reader for each
 * place where Docker Desktop and macOS store facts, and a detector that reads all of them. A caller
 * that has the text of one place passes it to its reader. {@link
 * dev.vmmadvisor.core.detect.HostDetector#combine} merges several readings into one host. This
 * package reads files and runs commands, and changes nothing.
 */
@NullMarked
package dev.vmmadvisor.core.detect;

import org.jspecify.annotations.NullMarked;

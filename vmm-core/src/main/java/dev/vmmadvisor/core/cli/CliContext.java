package dev.vmmadvisor.core.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out where answers go
 * @param err receives error messages
 * @param coloured whether severities are also shown by colour
 * @param machine the machine it runs on
 */
record CliContext(
    InputStream in, PrintStream out, PrintStream err, boolean coloured, LocalMachine machine) {

  /** Makes the value; whatever is printed is escaped as {@link Terminal} does it. */
  CliContext {
    out = Terminal.of(out);
    err = Terminal.of(err);
  }
}

package dev.vmmadvisor.core.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The streams and the machine of a command.
 *
 * @param in standard input
 * @param out standard output, for answers
 * @param err standard error
 * @param coloured whether severities are coloured
 * @param machine the machine it runs on
 */
record CliContext(
    InputStream in, PrintStream out, PrintStream err, boolean coloured, LocalMachine machine) {

  /** Creates a context; all output is escaped by {@link Terminal}. */
  CliContext {
    out = Terminal.of(out);
    err = Terminal.of(err);
  }
}

package dev.vmmadvisor.core.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Tells how far a fleet has been read: on a terminal in one line, elsewhere in a line now and then.
 */
final class FleetProgress {

  private static final long SECOND = 1_000_000_000L;

  private final PrintStream err;
  private final boolean terminal;
  private final long bytes; // in all; 0 if that is not known
  private final long start = System.nanoTime();
  private long shown = start;

  FleetProgress(PrintStream err, boolean terminal, long bytes) {
    this.err = err;
    this.terminal = terminal;
    this.bytes = bytes;
  }

  /** Tells it, if it is time to. */
  void tell(long hosts, long rejected, long read) {
    long now = System.nanoTime();
    if (now - shown >= (terminal ? SECOND / 2 : 5 * SECOND)) {
      shown = now;
      String line = line(hosts, rejected, read, bytes, (now - start) / (double) SECOND);
      Terminal.printRaw(err, terminal ? "\r\u001B[K" + line : line + "\n");
      err.flush();
    }
  }

  /** Takes the line from the terminal. */
  void end() {
    if (terminal && shown != start) {
      Terminal.printRaw(err, "\r\u001B[K");
      err.flush();
    }
  }

  static String line(long hosts, long rejected, long read, long bytes, double seconds) {
    String line =
        String.format(
            Locale.ROOT,
            "%,d hosts, %,d rejected, %,.0f a second",
            hosts,
            rejected,
            hosts / seconds);
    return bytes <= 0 || read <= 0
        ? line
        : line
            + String.format(
                Locale.ROOT, ", %.0f s left", Math.max(0, seconds * (bytes - read) / read));
  }
}

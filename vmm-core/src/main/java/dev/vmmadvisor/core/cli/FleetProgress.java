package dev.vmmadvisor.core.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Prints how much of a fleet was read: on a terminal as one line that is updated, otherwise as a
 * new line from time to time.
 */
final class FleetProgress {

  private static final long SECOND = 1_000_000_000L;

  private final PrintStream err;
  private final boolean terminal;
  private final long bytes; // the total; 0 if unknown
  private final long start = System.nanoTime();
  private long lastPrinted = start;

  FleetProgress(PrintStream err, boolean terminal, long bytes) {
    this.err = err;
    this.terminal = terminal;
    this.bytes = bytes;
  }

  /** Prints the progress if enough time has passed since the last output. */
  void update(long hosts, long rejected, long read) {
    long now = System.nanoTime();
    if (now - lastPrinted >= (terminal ? SECOND / 2 : 5 * SECOND)) {
      lastPrinted = now;
      String line = line(hosts, rejected, read, bytes, (now - start) / (double) SECOND);
      Terminal.printRaw(err, terminal ? "\r\u001B[K" + line : line + "\n");
      err.flush();
    }
  }

  /** Clears the line on the terminal. */
  void end() {
    if (terminal && lastPrinted != start) {
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

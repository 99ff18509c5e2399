package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.core.detect.HostDetector;
import java.time.Instant;
import java.util.Optional;

/** The machine that a command runs on: the one that is looked at if no input is named. */
interface LocalMachine {

  /** A detector of this machine, or empty if it is no Mac. */
  Optional<HostDetector> mac();

  /** The time, for the names of backups. */
  Instant now();

  /** The real one. */
  static LocalMachine real() {
    return new LocalMachine() {
      @Override
      public Optional<HostDetector> mac() {
        return System.getProperty("os.name", "").startsWith("Mac")
            ? Optional.of(HostDetector.ofThisMac())
            : Optional.empty();
      }

      @Override
      public Instant now() {
        return Instant.now();
      }
    };
  }
}

package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.core.detect.HostDetector;
import java.time.Instant;
import java.util.Optional;

/** The machine that a command runs on, which is the input if no other is named. */
interface LocalMachine {

  /** A detector for this machine, or empty if it is not a Mac. */
  Optional<HostDetector> mac();

  /** The current time, for the names of backups. */
  Instant now();

  /** The machine of this JVM. */
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

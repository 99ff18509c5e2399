package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.core.detect.HostDetector;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;

/** Surroundings on a machine that is no Mac, or on one that is faked. */
final class FakeSurroundings {

  static final Instant NOW = Instant.parse("2026-11-23T10:15:00Z");

  private FakeSurroundings() {}

  static CliContext of(InputStream in, PrintStream out, PrintStream err) {
    return of(in, out, err, false);
  }

  static CliContext of(InputStream in, PrintStream out, PrintStream err, boolean coloured) {
    return new CliContext(in, out, err, coloured, machine(Optional.empty()));
  }

  static CliContext onMac(InputStream in, PrintStream out, PrintStream err, HostDetector mac) {
    return new CliContext(in, out, err, false, machine(Optional.of(mac)));
  }

  private static LocalMachine machine(Optional<HostDetector> mac) {
    return new LocalMachine() {
      @Override
      public Optional<HostDetector> mac() {
        return mac;
      }

      @Override
      public Instant now() {
        return NOW;
      }
    };
  }
}

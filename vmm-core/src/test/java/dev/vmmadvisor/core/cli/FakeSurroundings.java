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

  static Surroundings of(InputStream in, PrintStream out, PrintStream err) {
    return of(in, out, err, false);
  }

  static Surroundings of(InputStream in, PrintStream out, PrintStream err, boolean coloured) {
    return new Surroundings(in, out, err, coloured, machine(Optional.empty()));
  }

  static Surroundings onMac(InputStream in, PrintStream out, PrintStream err, HostDetector mac) {
    return new Surroundings(in, out, err, false, machine(Optional.of(mac)));
  }

  private static Machine machine(Optional<HostDetector> mac) {
    return new Machine() {
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

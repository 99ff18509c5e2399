package dev.vmmadvisor.core.proof;

import java.util.Locale;

/** Prints one line on how much was gone through, and how long it took since it was made. */
final class Report {

  private final String subject;
  private final long start = System.nanoTime();

  Report(String subject) {
    this.subject = subject;
  }

  void print(String counts) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "Proof, %s: %s; %.1f s%n", subject, counts, seconds);
  }
}

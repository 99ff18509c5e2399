package dev.vmmadvisor.api;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of versions and ranges. */
public final class Versions {

  private Versions() {}

  /** Any version: mostly of small parts, so that equal ones and neighbours are common. */
  public static Arbitrary<Version> any() {
    Arbitrary<Integer> part =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 999_999_999));
    return part.list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> parts.stream().map(String::valueOf).collect(Collectors.joining(".")))
        .map(Version::parse);
  }

  /** Any range that is not refused. */
  public static Arbitrary<VersionRange> ranges() {
    Arbitrary<String> end = any().map(Version::toString).optional(0.8).map(v -> v.orElse(""));
    return Combinators.combine(Arbitraries.of("[", "("), end, end, Arbitraries.of("]", ")"))
        .as((open, lower, upper, close) -> open + lower + "," + upper + close)
        .filter(Versions::isRange)
        .map(VersionRange::parse);
  }

  private static boolean isRange(String text) {
    try {
      VersionRange.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

package dev.vmmadvisor.testkit.jqwik;

import dev.vmmadvisor.api.json.VmmJson;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates invalid and unusual Host documents. */
final class HostileDocuments {

  private static final List<String> FIELDS =
      List.of(
          "operatingSystem",
          "architecture",
          "chip",
          "macOsVersion",
          "memoryMiB",
          "rosettaInstalled",
          "dockerDesktop",
          "workload",
          "notAField",
          "",
          "\\u0000",
          "$.memoryMiB");

  private static final List<String> INNER_FIELDS =
      List.of(
          "version",
          "vmm",
          "memoryMiB",
          "cpus",
          "fileSharing",
          "rosettaEnabled",
          "lockedSettings",
          "imageArchitectures",
          "databases",
          "mounts",
          "traits",
          "engine");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "2147483648",
          "9223372036854775808",
          "1e309",
          "1" + "0".repeat(99),
          "1" + "0".repeat(5000),
          "NaN",
          "\"\"",
          "\" \"",
          "\"4.44.0.0.0\"",
          "\"999999999999.0\"",
          "\"4.44.0-beta\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"\\u202e dlrow\"",
          "\"" + "a".repeat(200_000) + "\"",
          "\"docker-vmm\\n\"",
          "\"Docker VMM\"",
          "[]",
          "[null]",
          "[[]]",
          "[\"arm64\", 1, {}]",
          "{}",
          "{\"a\": {\"a\": 1}}",
          "[".repeat(500),
          "{\"dockerDesktop\":".repeat(100) + "1" + "}".repeat(100));

  private HostileDocuments() {}

  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            oddFields(), innerFields(), cutOff(), framed(), Arbitraries.strings().ofMaxLength(50))
        .withoutEdgeCases();
  }

  private static Arbitrary<String> oddFields() {
    return fields(FIELDS, Arbitraries.of(VALUES));
  }

  private static Arbitrary<String> innerFields() {
    Arbitrary<String> inner = fields(INNER_FIELDS, Arbitraries.of(VALUES));
    return Combinators.combine(Arbitraries.of("dockerDesktop", "workload"), inner)
        .as((part, value) -> "{\"" + part + "\": " + value + "}");
  }

  /** Generates objects, possibly with duplicate names. */
  private static Arbitrary<String> fields(List<String> names, Arbitrary<String> values) {
    return Combinators.combine(Arbitraries.of(names), values)
        .as((name, value) -> "\"" + name + "\": " + value)
        .list()
        .ofMaxSize(4)
        .map(fields -> "{" + String.join(", ", fields) + "}");
  }

  private static Arbitrary<String> cutOff() {
    return Combinators.combine(
            HostArbitraries.completeHosts(), Arbitraries.integers().between(0, 99))
        .as(
            (host, share) -> {
              String document = VmmJson.write(host);
              return document.substring(0, document.length() * share / 100);
            });
  }

  /** Generates documents with a prefix and a suffix. */
  private static Arbitrary<String> framed() {
    return Combinators.combine(
            Arbitraries.of("", "\uFEFF", " \n", "\u00a0", "//\n", "[", "'"),
            HostArbitraries.hosts(),
            Arbitraries.of("", "\n", "}", ",", "{}", "\u0000", "null"))
        .as((before, host, after) -> before + VmmJson.writeLine(host) + after);
  }
}

package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a heap of 128 MiB every input within its limits is answered, or rejected with one line. */
class SmallHeapIT {

  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("vmmadvisor.cli.jar")));

  private static final String MAC =
      "\"architecture\":\"arm64\",\"macOsVersion\":\"15.2\","
          + "\"dockerDesktop\":{\"version\":\"4.91.0\",\"memoryMiB\":8192}";

  private record Result(int status, long length, String beginning, List<String> errors) {}

  @TempDir private Path folder;

  private static String joined(int number, IntFunction<String> element) {
    return IntStream.range(0, number).mapToObj(element).collect(Collectors.joining(","));
  }

  /** Hosts with as many values as a document may have, or nearly. */
  private static String host(String kind) {
    return switch (kind) {
      case "unknown traits" ->
          "{\"workload\":{\"traits\":[" + joined(19_000, i -> "\"t" + i + "\"") + "]}}";
      case "known traits" ->
          "{" + MAC + ",\"workload\":{\"traits\":[" + joined(19_000, i -> "\"monorepo\"") + "]}}";
      case "databases" ->
          "{"
              + MAC
              + ",\"workload\":{\"databases\":["
              + joined(6_000, i -> "{\"engine\":\"m" + i + "\"}")
              + "]}}";
      case "fields" -> "{" + MAC + "," + joined(19_000, i -> "\"f" + i + "\":1") + "}";
      case "long fields" ->
          "{" + MAC + "," + joined(4_000, i -> "\"" + "\u202E".repeat(330) + i + "\":1") + "}";
      case "long words" ->
          "{\"workload\":{\"traits\":["
              + joined(41, i -> "\"" + "t".repeat(99_000) + i + "\"")
              + "]}}";
      case "long chip" ->
          "{\"chip\":\""
              + "\u202E".repeat(33_000)
              + "\",\"workload\":{\"mounts\":["
              + joined(19_000, i -> "\"m" + i + "\"")
              + "]}}";
      case "locked settings" ->
          "{\"dockerDesktop\":{\"lockedSettings\":["
              + joined(19_000, i -> "\"s" + i + "\"")
              + "]}}";
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "unknown traits, recommend, text",
    "unknown traits, recommend, json",
    "unknown traits, look-ahead, json",
    "known traits, recommend, json",
    "known traits, validate, markdown",
    "databases, recommend, json",
    "fields, validate, json",
    "long fields, recommend, text",
    "long fields, look-ahead, json",
    "long words, recommend, json",
    "long words, look-ahead, json",
    "long chip, explain, json",
    "long chip, recommend, markdown",
    "locked settings, recommend, json",
    "locked settings, explain, text",
  })
  void aHostWithinTheLimitsIsAnswered(String kind, String command, String format) throws Exception {
    Path host = Files.writeString(folder.resolve("host.json"), host(kind));
    List<String> line = new ArrayList<>(List.of(command));
    if (command.equals("explain")) {
      line.add("docker-vmm");
    }
    line.addAll(List.of("--format", format, host.toString()));

    Result result = run(line);

    assertThat(result.errors()).isEmpty();
    assertThat(result.status()).isBetween(0, 3);
    assertThat(result.length()).isBetween(100L, 256L << 20);
  }

  @ParameterizedTest
  @CsvSource({
    "too many traits, at most 20000 fields and elements of lists",
    "too long, at most 4194304 bytes",
    "too deep, at most 64 levels of nesting",
    "a text too long, texts of at most 100000 characters",
  })
  void aHostBeyondThemIsRejectedWithOneLine(String kind, String accepted) throws Exception {
    String document =
        switch (kind) {
          case "too many traits" ->
              "{\"workload\":{\"traits\":[" + joined(25_000, i -> "\"t" + i % 100 + "\"") + "]}}";
          case "too long" -> " ".repeat(60 << 20) + "{}";
          case "too deep" -> "{\"a\":" + "[".repeat(1_000_000);
          default -> "{\"chip\":\"" + "x".repeat(3 << 20) + "\"}";
        };
    Path host = Files.writeString(folder.resolve("host.json"), document);

    Result result = run(List.of("recommend", host.toString()));

    assertThat(result.errors()).singleElement().asString().endsWith("accepted: " + accepted);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.length()).isZero();
  }

  @Test
  void longLinesOfAFleetDoNotFillMemory() throws Exception {
    String traits = joined(19_000, i -> "\"t" + i + "\"");
    String line = "{" + MAC + ",\"workload\":{\"traits\":[" + traits + "]}}";
    Path fleet = folder.resolve("fleet.ndjson");
    try (var writer = Files.newBufferedWriter(fleet)) {
      for (int i = 0; i < 150; i++) {
        writer.write(line + "\n");
      }
    }

    Result all = run(List.of("fleet", fleet.toString()));
    assertThat(all.errors()).isEmpty();
    assertThat(all.status()).isBetween(0, 1);
    Result each = run(List.of("recommend", "--format", "ndjson", fleet.toString()));
    assertThat(each.errors()).isEmpty();
    assertThat(each.length()).isLessThan(150L << 20);
  }

  @Test
  void longRecordsOfAnInventoryDoNotFillMemory() throws Exception {
    Path inventory = folder.resolve("inventory.csv");
    try (var writer = Files.newBufferedWriter(inventory)) {
      writer.write("host,cpu_brand\n");
      for (int i = 0; i < 100; i++) {
        writer.write("n".repeat(900_000) + i + ",Apple M1\n");
      }
    }
    Path table = folder.resolve("table.csv");

    Result result =
        run(List.of("fleet", inventory.toString(), "--from", "csv", "--csv", table.toString()));

    assertThat(result.errors()).isEmpty();
    assertThat(Files.size(table)).isGreaterThan(90_000_000L);
  }

  @Test
  void aLineThatIsTooLongIsRejected() throws Exception {
    Path fleet = Files.writeString(folder.resolve("fleet.ndjson"), "x".repeat(100 << 20));

    Result result = run(List.of("recommend", "--format", "ndjson", fleet.toString()));

    assertThat(result.errors())
        .singleElement()
        .asString()
        .endsWith("the line is too long; accepted: 1048576 bytes at most");
    assertThat(result.beginning()).startsWith("{\"error\":").hasLineCount(1);
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void aLargeComposeFileIsAnswered() throws Exception {
    Path host = Files.writeString(folder.resolve("host.json"), "{" + MAC + "}");
    StringBuilder services = new StringBuilder("services:\n");
    for (int i = 0; i < 9_000; i++) {
      services.append(
          String.format(
              Locale.ROOT, "  s%d:\n    image: mongo\n    volumes: [\"./d:/data/db\"]\n", i));
    }
    Path compose = Files.writeString(folder.resolve("compose.yaml"), services);

    for (String format : List.of("text", "json")) {
      Result result =
          run(
              List.of(
                  "recommend",
                  "--format",
                  format,
                  "--compose",
                  compose.toString(),
                  host.toString()));

      assertThat(result.errors()).isEmpty();
      assertThat(result.status()).isZero();
      assertThat(result.length()).isLessThan(5L << 20);
    }
  }

  private Result run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx128m", "-jar", JAR.toString()));
    command.addAll(arguments);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS"); // it would be told on standard error
    Process process = builder.start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String beginning;
    try (var in = Files.newInputStream(out)) {
      beginning = new String(in.readNBytes(2_000), java.nio.charset.StandardCharsets.UTF_8);
    }
    return new Result(
        process.exitValue(),
        Files.size(out),
        beginning,
        Files.readAllLines(err).stream().filter(line -> !line.contains(" a second")).toList());
  }
}

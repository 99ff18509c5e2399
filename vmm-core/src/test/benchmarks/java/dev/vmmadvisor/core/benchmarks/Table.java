package dev.vmmadvisor.core.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints what JMH measured as tables for people: each benchmark with its spread and its allocation,
 * then the ratios that matter, beside what they are meant to be.
 *
 * <p>Its argument is the file that JMH wrote with {@code -rf json}. A benchmark that was not run is
 * left out, and each ratio that it takes part in.
 */
public final class Table {

  private static final String KNOWN = "known";
  private static final String UNKNOWN_WORKLOAD = "unknown-workload";
  private static final double SECOND = 1e9; // ns
  private static final double MICROSECOND = 1e3; // ns

  private final Map<String, Measured> measured = new LinkedHashMap<>();
  private final PrintStream out;

  private Table(PrintStream out) {
    this.out = out;
  }

  /**
   * A benchmark with one setting of its parameters.
   *
   * @param name class and method
   * @param parameters the values of its parameters
   * @param time of one operation, in ns
   * @param lowest of all iterations
   * @param highest of all iterations
   * @param bytes allocated in one operation
   */
  private record Measured(
      String name,
      List<String> parameters,
      double time,
      double lowest,
      double highest,
      double bytes) {

    static Measured of(JsonNode result) {
      String[] name = result.path("benchmark").asText().split("\\.", -1);
      List<String> parameters = new ArrayList<>();
      result.path("params").forEach(value -> parameters.add(value.asText()));
      JsonNode metric = result.path("primaryMetric");
      double lowest = Double.MAX_VALUE;
      double highest = 0;
      for (JsonNode fork : metric.path("rawData")) {
        for (JsonNode iteration : fork) {
          lowest = Math.min(lowest, iteration.asDouble());
          highest = Math.max(highest, iteration.asDouble());
        }
      }
      return new Measured(
          name[name.length - 2].replace("Benchmark", "") + "." + name[name.length - 1],
          List.copyOf(parameters),
          metric.path("score").asDouble(),
          lowest,
          highest,
          result.path("secondaryMetrics").path("gc.alloc.rate.norm").path("score").asDouble());
    }

    String key() {
      return name + parameters;
    }
  }

  /**
   * Prints the tables to standard output.
   *
   * @param arguments the file that JMH wrote
   * @throws IOException if it cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("expected one argument, the result of JMH as JSON");
    }
    JsonNode results = JsonMapper.builder().build().readTree(Path.of(arguments[0]).toFile());
    Table table = new Table(System.out);
    for (JsonNode result : results) {
      Measured measured = Measured.of(result);
      table.measured.put(measured.key(), measured);
    }
    table.printConditions(results.path(0));
    table.printMeasured();
    table.printRatios();
  }

  private void printConditions(JsonNode result) {
    line(
        "%s, %s %s, %d processors; JDK %s; %s; forks %d, each with %d iterations of %s after %d of"
            + " %s to warm up.",
        LocalDate.now(ZoneOffset.UTC),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        result.path("jdkVersion").asText(),
        result.path("vmName").asText(),
        result.path("forks").asInt(),
        result.path("measurementIterations").asInt(),
        result.path("measurementTime").asText(),
        result.path("warmupIterations").asInt(),
        result.path("warmupTime").asText());
    line("");
  }

  private void printMeasured() {
    line("| benchmark | of | time | lowest to highest | allocated |");
    line("|---|---|---|---|---|");
    for (Measured each : measured.values()) {
      line(
          "| `%s` | %s | %s | %s to %s | %s |",
          each.name(),
          String.join(", ", each.parameters()),
          time(each.time()),
          time(each.lowest()),
          time(each.highest()),
          bytes(each.bytes()));
    }
    line("");
  }

  private void printRatios() {
    line("| what | measured | target |");
    line("|---|---|---|");
    for (String hosts : List.of(KNOWN, UNKNOWN_WORKLOAD)) {
      ratio(
          "29 rules explained, advisor / by hand, " + hosts,
          "ByHand.advisorExplains",
          "ByHand.byHandExplains",
          hosts,
          "at most 2");
      ratio(
          "29 rules, recommendation / best by hand, " + hosts,
          "ByHand.advisorRecommends",
          "ByHand.byHandRecommends",
          hosts,
          "");
      ratio(
          "29 rules, recommendation / explained by hand, " + hosts,
          "ByHand.advisorRecommends",
          "ByHand.byHandExplains",
          hosts,
          "");
      find("Recommend.recommend", hosts)
          .ifPresent(
              it -> row("built-in catalog, recommendation, " + hosts, both(it), "1 us, 1 KiB"));
      find("Recommend.recommendAndAllFindings", hosts)
          .ifPresent(it -> row("the same with all findings, " + hosts, both(it), ""));
      ratio(
          "1,000 constraints of a layer / 10, " + hosts,
          find("Constraints.inLayer", "1000", hosts),
          find("Constraints.inLayer", "10", hosts),
          "below 100");
      ratio(
          "1,000 constraints of a layer / the same for one release each, " + hosts,
          find("Constraints.inLayer", "1000", hosts),
          find("Constraints.inLayerForOneRelease", "1000", hosts),
          "");
      ratio(
          "1,000 constraints in code / 10, " + hosts,
          find("Constraints.inCode", "1000", hosts),
          find("Constraints.inCode", "10", hosts),
          "below 100");
    }
    ratio(
        "a line to a host / a parser that passes over its tokens",
        find("Lines.lineToHost"),
        find("Lines.tokens"),
        "");
    Optional<Measured> brief = find("BriefLines.lineToBriefLine");
    brief.ifPresent(
        it -> row("hosts a second, line to line in brief", rate(it), "at least 200,000"));
    share("reading, line to line in brief", find("Lines.lineToHost"), brief);
    share("the decision, line to line in brief", find("Recommend.recommend", KNOWN), brief);
    find("Lines.lineToLine")
        .ifPresent(it -> row("hosts a second, line to line with everything", rate(it), ""));
  }

  private void share(String what, Optional<Measured> part, Optional<Measured> all) {
    if (part.isPresent() && all.isPresent()) {
      row("share of " + what, percent(part.get().time() / all.get().time()), "");
    }
  }

  private void ratio(String what, String one, String other, String hosts, String target) {
    ratio(what, find(one, hosts), find(other, hosts), target);
  }

  private void ratio(String what, Optional<Measured> one, Optional<Measured> other, String target) {
    if (one.isPresent() && other.isPresent()) {
      row(what, times(one.get().time() / other.get().time()), target);
    }
  }

  private void row(String what, String value, String target) {
    line("| %s | %s | %s |", what, value, target);
  }

  private Optional<Measured> find(String name, String... parameters) {
    return Optional.ofNullable(measured.get(name + List.of(parameters)));
  }

  private static String both(Measured measured) {
    return time(measured.time()) + ", " + bytes(measured.bytes());
  }

  private static String rate(Measured measured) {
    return text("%,.0f", SECOND / measured.time());
  }

  private static String times(double ratio) {
    return text(ratio < 10 ? "%.2f" : "%.0f", ratio);
  }

  private static String percent(double share) {
    return text("%.1f %%", 100 * share);
  }

  private static String time(double nanoseconds) {
    return nanoseconds < MICROSECOND
        ? text("%.0f ns", nanoseconds)
        : text("%,.2f us", nanoseconds / MICROSECOND);
  }

  private static String bytes(double bytes) {
    return text("%,.0f B", bytes);
  }

  private void line(String format, Object... values) {
    out.print(text(format, values) + "\n");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

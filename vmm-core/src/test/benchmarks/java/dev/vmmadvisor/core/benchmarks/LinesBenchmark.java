package dev.vmmadvisor.core.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Hosts as lines of JSON, and answers as lines of JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LinesBenchmark {

  private static final JsonFactory PARSERS = new JsonFactory();

  private final Advisor advisor = VmmAdvisor.builder().build();
  private String[] lines = {};
  private int next;

  /** Makes the lines. */
  @Setup
  public void make() {
    lines = Fleet.known().stream().map(VmmJson::writeLine).toArray(String[]::new);
  }

  private String next() {
    String line = lines[next];
    next = (next + 1) % lines.length;
    return line;
  }

  /** What a parser costs that only passes over the tokens of a line: what others begin with. */
  @Benchmark
  public int tokens() throws IOException {
    int tokens = 0;
    try (JsonParser parser = PARSERS.createParser(next())) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /** A line to a host. */
  @Benchmark
  public Host lineToHost() {
    return VmmJson.readHost(next());
  }

  /** A line to the best VMM: what the line of the answer costs is the difference to the next. */
  @Benchmark
  public Object lineToBest() {
    return advisor.recommend(VmmJson.readHost(next())).best();
  }

  /** A line to a line with the whole answer: candidates, findings, messages, repairs and plan. */
  @Benchmark
  public String lineToLine() {
    return VmmJson.writeLine(advisor.recommend(VmmJson.readHost(next())));
  }
}

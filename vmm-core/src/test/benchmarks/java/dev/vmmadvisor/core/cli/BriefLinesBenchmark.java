package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.benchmarks.Fleet;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** {@code recommend --format ndjson --brief} from memory to nowhere: what a line costs in all. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BriefLinesBenchmark {

  private static final int LINES = 1 << 16;

  private byte[] lines = {};

  /** Makes the lines. */
  @Setup
  public void make() {
    lines =
        Fleet.endless()
            .limit(LINES)
            .map(VmmJson::writeLine)
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);
  }

  /** A line to a line: reading, deciding and printing, with an advisor that was just made. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public int lineToBriefLine() throws UsageException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    CliContext surroundings =
        new CliContext(
            new ByteArrayInputStream(lines), nowhere, nowhere, false, LocalMachine.real());
    return new RecommendCommand(surroundings).run(List.of("--format", "ndjson", "--brief", "-"));
  }
}

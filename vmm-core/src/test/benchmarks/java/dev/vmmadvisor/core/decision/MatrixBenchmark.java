package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.core.benchmarks.Hosts;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Every rule held against every VMM, and nothing more. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatrixBenchmark {

  private final BitParallelEvaluator reader =
      new BitParallelEvaluator(CompiledCatalog.of(Catalogs.builtIn()));

  /** The matrix of a host. */
  @Benchmark
  public Object matrix(Hosts hosts) {
    return reader.matrix(hosts.next(), CustomRuleResults.NONE);
  }
}

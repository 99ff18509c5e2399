package dev.vmmadvisor.core.benchmarks;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * An advisor that has not answered anything yet is asked about a whole fleet, once for each host:
 * nothing that it keeps from one host for the next is there at first. The program itself is warm.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FirstMeetingBenchmark {

  private Advisor advisor = VmmAdvisor.builder().build();

  /** Makes a new advisor. */
  @Setup(Level.Invocation)
  public void forget() {
    advisor = VmmAdvisor.builder().build();
  }

  /** All hosts; the time is that of one. */
  @Benchmark
  @OperationsPerInvocation(Fleet.SIZE)
  public void recommend(Hosts hosts, Blackhole blackhole) {
    for (Host host : hosts.all()) {
      blackhole.consume(advisor.recommend(host));
    }
  }
}

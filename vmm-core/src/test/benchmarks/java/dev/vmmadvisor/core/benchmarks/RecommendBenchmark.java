package dev.vmmadvisor.core.benchmarks;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.core.VmmAdvisor;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;

/** An answer out of the built-in catalog, and more and more of it read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecommendBenchmark {

  private final Advisor advisor = VmmAdvisor.builder().build();

  /** The best, how certain, what is missing, the notices: all that is not made only when read. */
  @Benchmark
  public Recommendation recommend(Hosts hosts) {
    return advisor.recommend(hosts.next());
  }

  /** And the findings about the best candidate. */
  @Benchmark
  public List<Finding> recommendAndFindingsOfFirst(Hosts hosts) {
    return advisor.recommend(hosts.next()).candidates().get(0).findings();
  }

  /** And the findings about every candidate. */
  @Benchmark
  public void recommendAndAllFindings(Hosts hosts, Blackhole blackhole) {
    for (Candidate candidate : advisor.recommend(hosts.next()).candidates()) {
      blackhole.consume(candidate.findings());
    }
  }

  /** And the text. */
  @Benchmark
  public String recommendAndText(Hosts hosts) {
    return advisor.recommend(hosts.next()).text();
  }

  /** And the repairs of every candidate. */
  @Benchmark
  public void recommendAndRepairs(Hosts hosts, Blackhole blackhole) {
    for (Candidate candidate : advisor.recommend(hosts.next()).candidates()) {
      blackhole.consume(candidate.repairs());
    }
  }
}

package dev.vmmadvisor.core.benchmarks;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.byhand.ByHand;
import dev.vmmadvisor.core.byhand.SmallCatalog;
import java.util.List;
import java.util.Optional;
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

/** The same 29 rules asked of the advisor and by hand; a test holds that both say the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ByHandBenchmark {

  private static final Vmm[] VMMS = Vmm.values();

  private final Advisor advisor = VmmAdvisor.builder().catalog(SmallCatalog.get()).build();

  /** The best VMM and what comes with it. */
  @Benchmark
  public Recommendation advisorRecommends(Hosts hosts) {
    return advisor.recommend(hosts.next());
  }

  /** The best VMM alone. */
  @Benchmark
  public Optional<Vmm> byHandRecommends(Hosts hosts) {
    return ByHand.recommend(hosts.next());
  }

  /** The best VMM, and each outcome and its parameters for each VMM. */
  @Benchmark
  public Recommendation advisorExplains(Hosts hosts, Blackhole blackhole) {
    Recommendation recommendation = advisor.recommend(hosts.next());
    for (Candidate candidate : recommendation.candidates()) {
      List<Finding> findings = candidate.findings();
      for (int i = 0; i < findings.size(); i++) {
        blackhole.consume(findings.get(i).outcome());
      }
    }
    return recommendation;
  }

  /** The same by hand. */
  @Benchmark
  public ByHand.Explained byHandExplains(Hosts hosts, Blackhole blackhole) {
    ByHand.Explained explained = ByHand.explain(hosts.next());
    for (Vmm vmm : VMMS) {
      List<ByHand.Found> findings = explained.findings(vmm);
      for (int i = 0; i < findings.size(); i++) {
        blackhole.consume(findings.get(i).outcome());
      }
    }
    return explained;
  }
}

package dev.vmmadvisor.core.benchmarks;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.decision.BulkAdvisor;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The same 29 rules evaluated by the advisor and by hand, after a check that both agree. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ByHandBenchmark {

  private static final Vmm[] VMMS = Vmm.values();

  private final Advisor advisor = VmmAdvisor.builder().catalog(SmallCatalog.get()).build();

  /** Compares the findings of both for each host, so that the times are those of the same work. */
  @Setup
  public void compare() {
    for (Host asked : Fleet.known()) {
      Host host = ((BulkAdvisor) advisor).effective(asked);
      if (host.impliedMacOsVersions().isPresent() || host.impliedReleases().isPresent()) {
        continue; // by hand nothing is implied
      }
      Recommendation recommendation = advisor.recommend(asked);
      ByHand.Explained explained = ByHand.explain(host);
      check(host, explained.best().equals(recommendation.best()));
      check(host, ByHand.recommend(host).equals(recommendation.best()));
      for (Candidate candidate : recommendation.candidates()) {
        List<ByHand.Found> found = explained.findings(candidate.vmm());
        List<Finding> findings = candidate.findings();
        check(host, found.size() == findings.size());
        for (int i = 0; i < findings.size(); i++) {
          check(host, found.get(i).code().equals(findings.get(i).code()));
          check(host, found.get(i).outcome() == findings.get(i).outcome());
        }
      }
    }
  }

  private static void check(Host host, boolean agree) {
    if (!agree) {
      throw new IllegalStateException("the advisor and the rules by hand differ for " + host);
    }
  }

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

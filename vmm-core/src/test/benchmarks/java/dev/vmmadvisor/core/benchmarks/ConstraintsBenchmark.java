package dev.vmmadvisor.core.benchmarks;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An answer out of the built-in catalog with more and more constraints of one's own about Docker
 * VMM, each with another bound for the memory of the Linux VM.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConstraintsBenchmark {

  private static final int FIRST_MINOR = 30;
  private static final int MINORS = 63;

  /** How many constraints. */
  @Param({"10", "100", "1000"})
  public int constraints;

  private Advisor ofCode = VmmAdvisor.builder().build();
  private Advisor ofData = ofCode;
  private Advisor ofDataForOneRelease = ofCode;

  /** Makes the advisors. */
  @Setup
  public void make() {
    VmmAdvisor.Builder code = VmmAdvisor.builder();
    IntStream.range(0, constraints).forEach(number -> code.constraint(inCode(number)));
    ofCode = code.build();
    ofData = withLayer(number -> asData(number, VersionRange.ALL));
    ofDataForOneRelease =
        withLayer(
            number -> {
              int minor = FIRST_MINOR + number % MINORS;
              return asData(
                  number, VersionRange.parse("[4." + minor + ".0,4." + (minor + 1) + ".0)"));
            });
  }

  private Advisor withLayer(IntFunction<Rule> rules) {
    Layer layer =
        Layer.builder()
            .id("company")
            .version("1")
            .rules(IntStream.range(0, constraints).mapToObj(rules).toList())
            .build();
    return VmmAdvisor.builder()
        .catalog(Catalogs.builtIn().withLayer(layer, LocalDate.of(2026, 9, 30)))
        .build();
  }

  private static int bound(int number) {
    return 1024 + number;
  }

  private static Constraint inCode(int number) {
    return Constraint.of(
        "company-" + number,
        Set.of(Vmm.DOCKER_VMM),
        Set.of(Fact.VM_MEMORY),
        (host, vmm) -> {
          Integer memory = host.dockerDesktop().memoryMiB().orElse(null);
          if (memory == null) {
            return Verdict.unknown();
          }
          return memory >= bound(number)
              ? Verdict.satisfied()
              : Verdict.violated("too little memory");
        });
  }

  private static Rule asData(int number, VersionRange releases) {
    return ConstraintRule.builder()
        .code("company-" + number)
        .vmms(List.of(Vmm.DOCKER_VMM))
        .releases(releases)
        .requires(new Condition.AtLeast(Fact.VM_MEMORY, bound(number)))
        .text("Too little memory for our builds.")
        .confidence(Confidence.HIGH)
        .sources(List.of("manual:settings"))
        .build();
  }

  /** Constraints in code. */
  @Benchmark
  public Recommendation inCode(Hosts hosts) {
    return ofCode.recommend(hosts.next());
  }

  /** Constraints of a layer. */
  @Benchmark
  public Recommendation inLayer(Hosts hosts) {
    return ofData.recommend(hosts.next());
  }

  /** Constraints of a layer of which each is about one minor release only. */
  @Benchmark
  public Recommendation inLayerForOneRelease(Hosts hosts) {
    return ofDataForOneRelease.recommend(hosts.next());
  }
}

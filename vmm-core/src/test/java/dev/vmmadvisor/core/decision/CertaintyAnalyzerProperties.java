package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.catalog.TinyCatalog;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was kept of other hosts says of a host what would be found out anew. */
class CertaintyAnalyzerProperties {

  private static final int VALUES = 3;
  private static final int HOSTS = 729; // three values of six facts

  /** In the order in which a number stands for their values. */
  private static final List<Fact> FACTS =
      List.of(
          Fact.ARCHITECTURE,
          Fact.ROSETTA_INSTALLED,
          Fact.VIRTUAL_MACHINE,
          Fact.VM_MEMORY,
          Fact.ROSETTA_ENABLED,
          Fact.TRAITS);

  private static final Catalog CATALOG = Catalogs.builtIn();
  private static final CompiledCatalog KNOWLEDGE = CompiledCatalog.of(CATALOG);
  private static final BitParallelEvaluator READER = new BitParallelEvaluator(KNOWLEDGE);
  private static final CertaintyAnalyzer OF_ALL_HOSTS = new CertaintyAnalyzer(KNOWLEDGE);

  @Provide
  Arbitrary<Host> hosts() {
    return Arbitraries.oneOf(
        HostArbitraries.partialHosts(),
        HostArbitraries.hosts(),
        HostArbitraries.boundaryHosts(CATALOG));
  }

  @Property(tries = 2000)
  void nobodyCanTellWhetherItWasKept(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Evaluation matrix = READER.evaluate(host, CustomRuleResults.NONE);
    Ranking ranking = Ranking.of(KNOWLEDGE.candidates(), goal, matrix);

    CertaintyResult known = OF_ALL_HOSTS.of(host, goal, CustomRuleResults.NONE, matrix, ranking);

    assertThat(known)
        .isEqualTo(
            new CertaintyAnalyzer(KNOWLEDGE)
                .of(host, goal, CustomRuleResults.NONE, matrix, ranking));
  }

  /** Every host of six facts in small catalogs that have a bit of everything. */
  @Property(tries = 25)
  void norInCatalogsOfManyShapes(@ForAll @IntRange(max = 10_000) int number, @ForAll Goal goal) {
    CompiledCatalog knowledge = CompiledCatalog.of(DecisionDiagramTest.catalog(number).read());
    BitParallelEvaluator reader = new BitParallelEvaluator(knowledge);
    CertaintyAnalyzer ofAllHosts = new CertaintyAnalyzer(knowledge);
    for (int combination = 0; combination < HOSTS; combination++) {
      Host host = host(combination);
      Evaluation matrix = reader.evaluate(host, CustomRuleResults.NONE);
      Ranking ranking = Ranking.of(knowledge.candidates(), goal, matrix);

      assertThat(ofAllHosts.of(host, goal, CustomRuleResults.NONE, matrix, ranking))
          .as("%s in catalog %s", host, number)
          .isEqualTo(
              new CertaintyAnalyzer(knowledge)
                  .of(host, goal, CustomRuleResults.NONE, matrix, ranking));
    }
  }

  /** With the built-in catalog, no host comes near the limit of states. */
  @Property(tries = 500)
  void theBuiltInCatalogNeedsATenthOfTheLimit(@ForAll("hosts") Host host, @ForAll Goal goal) {
    needsATenthOfTheLimit(host, goal);
  }

  @ParameterizedTest
  @EnumSource
  void soDoesAHostOfWhichNothingIsKnown(Goal goal) {
    needsATenthOfTheLimit(Host.builder().build(), goal);
  }

  private static void needsATenthOfTheLimit(Host host, Goal goal) {
    Evaluation matrix = READER.evaluate(host, CustomRuleResults.NONE);
    Ranking ranking = Ranking.of(KNOWLEDGE.candidates(), goal, matrix);
    CertaintyAnalyzer limited = new CertaintyAnalyzer(KNOWLEDGE, CertaintyAnalyzer.MAX_STATES / 10);

    CertaintyResult result = limited.of(host, goal, CustomRuleResults.NONE, matrix, ranking);

    assertThat(result.isLimited()).isFalse();
  }

  /** A result beyond the limit claims nothing; one within it is that of an unlimited analysis. */
  @Property(tries = 25)
  void aLimitedResultIsSound(
      @ForAll @IntRange(max = 10_000) int number,
      @ForAll Goal goal,
      @ForAll @IntRange(min = 1, max = 60) int limit) {
    CompiledCatalog knowledge = CompiledCatalog.of(DecisionDiagramTest.catalog(number).read());
    BitParallelEvaluator reader = new BitParallelEvaluator(knowledge);
    for (int combination = 0; combination < HOSTS; combination++) {
      Host host = host(combination);
      Evaluation matrix = reader.evaluate(host, CustomRuleResults.NONE);
      Ranking ranking = Ranking.of(knowledge.candidates(), goal, matrix);

      CertaintyResult limited =
          new CertaintyAnalyzer(knowledge, limit)
              .of(host, goal, CustomRuleResults.NONE, matrix, ranking);

      if (limited.isLimited()) {
        assertThat(limited.certainty()).isEqualTo(Certainty.DEPENDS);
      } else {
        assertThat(limited)
            .as("%s in catalog %s with a limit of %s", host, number, limit)
            .isEqualTo(
                new CertaintyAnalyzer(knowledge)
                    .of(host, goal, CustomRuleResults.NONE, matrix, ranking));
      }
    }
  }

  /** For every host of six facts, in small catalogs that also ask whether facts are known. */
  @Property(tries = 25)
  void theMissingFactsSettleTheBestAndNoneOfThemIsIdle(
      @ForAll @IntRange(max = 10_000) int number, @ForAll Goal goal) {
    Advisor advisor = askingWhetherKnown(number).advisor();
    Recommendation[] answers = new Recommendation[HOSTS];
    for (int combination = 0; combination < HOSTS; combination++) {
      answers[combination] = advisor.recommend(onRelease(host(combination)), goal);
    }
    for (int combination = 0; combination < HOSTS; combination++) {
      if (answers[combination].certainty() == Certainty.DEPENDS) {
        List<Integer> missing = places(answers[combination].missingFacts());
        assertThat(depends(answers, combination, missing))
            .as("catalog %s, host %s lacks %s", number, host(combination), missing)
            .isFalse();
        for (Integer one : missing) {
          List<Integer> others = missing.stream().filter(it -> !it.equals(one)).toList();
          assertThat(depends(answers, combination, others))
              .as("catalog %s, host %s without %s", number, host(combination), one)
              .isTrue();
        }
      }
    }
  }

  private static TinyCatalog askingWhetherKnown(int number) {
    Random random = new Random(number);
    TinyCatalog catalog = DecisionDiagramTest.catalog(number);
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      String fact = FACTS.get(random.nextInt(FACTS.size())).path();
      Vmm vmm = List.of(Vmm.values()).get(random.nextInt(Vmm.values().length));
      String known = "{'fact': '%s', 'known': true}".formatted(fact);
      switch (random.nextInt(4)) {
        case 0 -> catalog.constraint("known-" + i, "'requires': " + known, vmm);
        case 1 -> catalog.constraint("known-" + i, "'requires': {'not': %s}".formatted(known), vmm);
        case 2 -> catalog.issue("known-" + i, "'severity': 'serious', 'trigger': " + known, vmm);
        default -> catalog.claim(vmm, "known-" + i, "'when': " + known);
      }
    }
    return catalog;
  }

  private static List<Integer> places(List<MissingFact> facts) {
    return facts.stream().map(missing -> FACTS.indexOf(missing.fact())).toList();
  }

  /** Whether the best still depends on something in one way in which some facts can turn out. */
  private static boolean depends(Recommendation[] answers, int combination, List<Integer> facts) {
    return ways(combination, facts).stream()
        .anyMatch(way -> answers[way].certainty() == Certainty.DEPENDS);
  }

  /** The hosts that a host can turn out to be once some facts are known, as numbers. */
  private static List<Integer> ways(int combination, List<Integer> facts) {
    List<Integer> ways = List.of(combination);
    for (int fact : facts) {
      int step = (int) Math.pow(VALUES, fact);
      if (combination / step % VALUES == 0) {
        ways = ways.stream().flatMap(way -> Stream.of(way + step, way + 2 * step)).toList();
      }
    }
    return ways;
  }

  /** A host that a number stands for: each of six facts is unknown, or has one of two values. */
  private static Host host(int combination) {
    DockerDesktop.Builder desktop = DockerDesktop.builder();
    Host.Builder host = Host.builder();
    int rest = combination;
    host.architecture(one(rest, Architecture.ARM64, Architecture.X86_64));
    rest /= VALUES;
    host.rosettaInstalled(one(rest, true, false));
    rest /= VALUES;
    host.virtualMachine(one(rest, true, false));
    rest /= VALUES;
    desktop.memoryMiB(one(rest, 4096, 2048));
    rest /= VALUES;
    desktop.rosettaEnabled(one(rest, true, false));
    rest /= VALUES;
    Workload workload = Workload.builder().traits(one(rest, List.of("special"), List.of())).build();
    return host.dockerDesktop(desktop.build()).workload(workload).build();
  }

  private static Host onRelease(Host host) {
    DockerDesktop desktop =
        DockerDesktop.builder().from(host.dockerDesktop()).version(Version.parse("4.4.0")).build();
    return Host.builder().from(host).dockerDesktop(desktop).build();
  }

  private static <T> Optional<T> one(int number, T first, T second) {
    return switch (number % VALUES) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(first);
      default -> Optional.of(second);
    };
  }
}

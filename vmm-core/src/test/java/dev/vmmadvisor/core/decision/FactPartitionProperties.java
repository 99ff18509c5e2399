package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.testkit.jqwik.CatalogArbitraries;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is kept for a class holds for every host of it. */
class FactPartitionProperties {

  /** A catalog and hosts at the bounds of its conditions. */
  @Provide
  Arbitrary<Tuple.Tuple2<Catalog, List<Host>>> catalogsAndHosts() {
    return CatalogArbitraries.catalogs()
        .flatMap(
            catalog ->
                HostArbitraries.boundaryHosts(catalog)
                    .list()
                    .ofSize(8)
                    .map(hosts -> Tuple.of(catalog, hosts)));
  }

  @Property(tries = 25)
  void noComparisonTellsHostsOfOneClassApart(
      @ForAll("catalogsAndHosts") Tuple.Tuple2<Catalog, List<Host>> both) {
    CompiledCatalog knowledge = CompiledCatalog.of(both.get1());
    for (Fact fact : Fact.values()) {
      List<Condition.Comparison> about =
          knowledge.comparisons().stream().filter(it -> it.fact() == fact).toList();
      Optional<FactPartition> classes = FactPartition.of(fact, about);
      for (Host one : both.get2()) {
        for (Host other : both.get2()) {
          if (classes.isPresent() && classes.get().of(one) == classes.get().of(other)) {
            assertThat(truths(knowledge, fact, one))
                .as("%s of %s and of %s", fact, fact.valueIn(one), fact.valueIn(other))
                .isEqualTo(truths(knowledge, fact, other));
          }
        }
        if (classes.isPresent()) {
          assertThat(classes.get().of(one) >>> classes.get().bits()).isZero();
        }
        if (classes.isPresent() && fact != Fact.CHIP_GENERATION) {
          assertThat(classes.get().of(one) == 0).isEqualTo(fact.valueIn(one).isEmpty());
        }
      }
    }
  }

  private static List<Truth> truths(CompiledCatalog knowledge, Fact fact, Host host) {
    return IntStream.range(0, knowledge.comparisons().size())
        .filter(number -> knowledge.comparisons().get(number).fact() == fact)
        .mapToObj(number -> knowledge.truth(number, host))
        .toList();
  }

  @Property(tries = 25)
  void everyLineOfEveryCatalogTurnsOutAsIfItWereEvaluated(
      @ForAll("catalogsAndHosts") Tuple.Tuple2<Catalog, List<Host>> both) {
    CompiledCatalog knowledge = CompiledCatalog.of(both.get1());
    BitParallelEvaluator reader = new BitParallelEvaluator(knowledge);
    for (Host host : both.get2()) {
      Evaluation joined = reader.evaluate(host, CustomRuleResults.NONE);
      Evaluation evaluated = knowledge.evaluate(knowledge.truths(host, CustomRuleResults.NONE));

      for (Clause line : knowledge.clauses().inOrder()) {
        assertThat(joined.outcome(line.number()))
            .as("%s", line)
            .isEqualTo(evaluated.outcome(line.number()));
        assertThat(joined.undetermined().get(line.number()))
            .isEqualTo(evaluated.undetermined().get(line.number()));
      }
    }
  }
}

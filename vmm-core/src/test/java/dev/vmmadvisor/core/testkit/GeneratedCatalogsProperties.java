package dev.vmmadvisor.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.catalog.CatalogLinter;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.jqwik.CatalogArbitraries;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import dev.vmmadvisor.testkit.jqwik.VmmDomain;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What the generators of catalogs and hosts make, as the core sees it. */
class GeneratedCatalogsProperties {

  @Property(tries = 300)
  @Domain(VmmDomain.class)
  void theLinterHasNothingToSayOfACatalog(@ForAll Catalog catalog) {
    assertThat(CatalogLinter.check(catalog)).isEmpty();
  }

  @Provide
  Arbitrary<Tuple2<Catalog, Layer>> layered() {
    return CatalogArbitraries.catalogs()
        .flatMap(
            catalog -> CatalogArbitraries.layers(catalog).map(layer -> Tuple.of(catalog, layer)));
  }

  @Property(tries = 300)
  void aLayerFitsOnItsCatalog(@ForAll("layered") Tuple2<Catalog, Layer> both) {
    Catalog together = both.get1().withLayer(both.get2(), CatalogArbitraries.WAIVED_UNTIL);

    assertThat(together.rules()).containsAll(both.get2().rules());
    assertThat(together.waivers()).isEqualTo(both.get2().waivers());
    assertThat(together.layers()).hasSize(1);
    assertThat(CatalogLinter.check(both.get1(), both.get2(), CatalogArbitraries.AS_OF)).isEmpty();
  }

  @Provide
  Arbitrary<Layer> layersOfTheBuiltInCatalog() {
    return CatalogArbitraries.layers(Catalogs.builtIn());
  }

  @Property(tries = 100)
  void aLayerFitsOnTheBuiltInCatalog(@ForAll("layersOfTheBuiltInCatalog") Layer layer) {
    Catalog together = Catalogs.builtIn().withLayer(layer, CatalogArbitraries.AS_OF);

    assertThat(together.layers()).hasSize(1);
  }

  @Provide
  Arbitrary<Tuple2<Catalog, Host>> atBoundaries() {
    return Arbitraries.oneOf(CatalogArbitraries.catalogs(), Arbitraries.just(Catalogs.builtIn()))
        .flatMap(
            catalog -> HostArbitraries.boundaryHosts(catalog).map(host -> Tuple.of(catalog, host)));
  }

  @Property(tries = 300)
  void everyCatalogGivesAnswersAtItsBoundaries(
      @ForAll("atBoundaries") Tuple2<Catalog, Host> both, @ForAll Goal goal) {
    Recommendation advice =
        VmmAdvisor.builder().catalog(both.get1()).build().recommend(both.get2(), goal);

    assertThat(advice.candidates()).hasSize(Vmm.values().length);
    assertThat(advice.text()).isNotBlank();
  }

  @Property(tries = 100)
  void hostileHostsGetAnswers(@ForAll("hostileHosts") Host host) {
    assertThat(VmmAdvisor.recommend(host).candidates()).hasSize(Vmm.values().length);
  }

  @Provide
  Arbitrary<Host> hostileHosts() {
    return HostArbitraries.hostileHosts();
  }

  @Property(tries = 100)
  @Domain(VmmDomain.class)
  @Domain(DomainContext.Global.class)
  void hostsAndGoalsNeedNoProviderInTheDomain(@ForAll Host host, @ForAll Goal goal) {
    assertThat(VmmAdvisor.builder().build().recommend(host, goal).goal()).isEqualTo(goal);
  }

  private static List<Catalog> sample(Random random) {
    return CatalogArbitraries.catalogs().generator(1000).stream(random)
        .limit(500)
        .map(Shrinkable::value)
        .toList();
  }

  @Example
  void catalogsHaveRulesOfEveryKindAndNone(@ForAll Random random) {
    List<Catalog> catalogs = sample(random);

    for (RuleKind kind : RuleKind.values()) {
      if (kind != RuleKind.CUSTOM) {
        assertThat(catalogs)
            .as(kind.id())
            .anyMatch(catalog -> catalog.rules().stream().anyMatch(it -> it.kind() == kind));
      }
    }
    assertThat(catalogs).anyMatch(catalog -> catalog.rules().size() > 5);
  }

  @Example
  void aFailingCatalogShrinksToTheRuleThatMatters(@ForAll Random random) {
    Predicate<Catalog> fails =
        catalog -> catalog.rules().stream().anyMatch(it -> it.kind() == RuleKind.KNOWN_ISSUE);
    for (int i = 0; i < 5; i++) {
      Optional<Shrinkable<Catalog>> next =
          CatalogArbitraries.catalogs().generator(1000).stream(random)
              .filter(each -> fails.test(each.value()))
              .findFirst();
      Shrinkable<Catalog> failing = next.orElseThrow();
      while (next.isPresent()) {
        failing = next.get();
        next = failing.shrink().filter(each -> fails.test(each.value())).findFirst();
      }

      assertThat(failing.value().rules())
          .extracting(Rule::kind)
          .containsExactly(RuleKind.KNOWN_ISSUE);
    }
  }
}

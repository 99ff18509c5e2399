package dev.vmmadvisor.core.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.decide.BulkAdvisor;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written by hand and what the advisor makes of the same rules are the same. */
class ByHandProperties {

  private static final Catalog CATALOG = SmallCatalog.get();
  private static final Advisor ADVISOR = VmmAdvisor.builder().catalog(CATALOG).build();

  @Provide
  Arbitrary<Host> hosts() {
    return Arbitraries.oneOf(
        HostArbitraries.hosts(),
        HostArbitraries.completeHosts(),
        HostArbitraries.macs(),
        HostArbitraries.partialHosts(),
        HostArbitraries.boundaryHosts(CATALOG));
  }

  @Property
  void theAdvisorSaysTheSame(@ForAll("hosts") Host host) {
    assertSame(host);
  }

  @Example
  void theAdvisorSaysTheSameOfTheHostsOfTheBenchmarks() {
    Fleet.known().forEach(ByHandProperties::assertSame);
    Fleet.ofUnknownWorkload().forEach(ByHandProperties::assertSame);
  }

  @Example
  void theRulesAreRulesOfTheBuiltInCatalog() {
    assertThat(CATALOG.rules()).hasSize(29).extracting(Rule::code).isEqualTo(ByHand.codes());
  }

  @Example
  void amongTheHostsOfTheBenchmarksSomeAreHitByARuleAndNotAllHaveTheSameBest() {
    Set<String> hits = new TreeSet<>();
    Set<Optional<Vmm>> best = new HashSet<>();
    for (Host host : Fleet.known()) {
      Recommendation recommendation = ADVISOR.recommend(host);
      best.add(recommendation.best());
      for (Candidate candidate : recommendation.candidates()) {
        candidate.findings().stream()
            .filter(finding -> finding.outcome() == Outcome.VIOLATED)
            .forEach(finding -> hits.add(finding.code()));
      }
    }

    hits.add("operating-system"); // all of them are Macs
    assertThat(hits).containsExactlyInAnyOrderElementsOf(ByHand.codes());
    assertThat(best).hasSizeGreaterThan(2);
  }

  /** By hand nothing is implied, and nothing is left out of other machines than Macs. */
  private static void assertSame(Host asked) {
    Recommendation recommendation = ADVISOR.recommend(asked);
    Host host = ((BulkAdvisor) ADVISOR).effective(asked);
    boolean isMac = host.operatingSystem().filter(it -> !it.equals(Host.MACOS)).isEmpty();
    if (!isMac || host.impliedMacOsVersions().isPresent() || host.impliedReleases().isPresent()) {
      return;
    }
    ByHand.Explained byHand = ByHand.explain(host);

    assertThat(byHand.best()).isEqualTo(recommendation.best());
    assertThat(ByHand.recommend(host)).isEqualTo(recommendation.best());
    for (Candidate candidate : recommendation.candidates()) {
      assertThat(byHand.findings(candidate.vmm()).stream().map(ByHandProperties::told).toList())
          .isEqualTo(candidate.findings().stream().map(ByHandProperties::told).toList());
    }
  }

  private static List<Object> told(ByHand.Found found) {
    return told(found.code(), found.outcome(), found.severity(), found.parameters());
  }

  private static List<Object> told(Finding finding) {
    Map<String, Object> parameters = new LinkedHashMap<>(finding.parameters());
    parameters.remove("lockedRemedies"); // it has no remedies
    return told(finding.code(), finding.outcome(), finding.severity(), parameters);
  }

  private static List<Object> told(
      String code, Outcome outcome, Severity severity, Map<String, Object> parameters) {
    return List.of(code, outcome, severity, List.copyOf(parameters.entrySet())); // in their order
  }
}

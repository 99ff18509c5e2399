package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.SampleHosts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What programs ask of a host, an answer and a catalog. */
class ConveniencesTest {

  private static final Catalog CATALOG = Catalogs.builtIn();

  @Test
  void aHostNamesItsKnownFacts() {
    assertThat(Host.builder().build().knownFacts()).isEmpty();
    assertThat(Host.builder().macOsVersion("15.2").chip("Apple M3").build().knownFacts())
        .contains(Fact.MACOS_VERSION, Fact.CHIP)
        .doesNotContain(Fact.MEMORY);
  }

  @Test
  void anAnswerSaysWhetherItIsCertainAndWhatIsMissing() {
    Recommendation known = VmmAdvisor.recommend(SampleHosts.appleSilicon());
    Recommendation unknown = VmmAdvisor.recommend(Host.builder().build());

    assertThat(known.isCertain()).isTrue();
    assertThat(known.missing(Fact.ARCHITECTURE)).isEmpty();
    assertThat(unknown.isCertain()).isFalse();
    assertThat(unknown.missing(Fact.ARCHITECTURE).map(MissingFact::fact))
        .contains(Fact.ARCHITECTURE);
    assertThat(VmmJson.write(known)).doesNotContain("\n  \"certain\" :");
  }

  @Test
  void fromAFindingToItsRuleAndItsSources() {
    Finding finding =
        VmmAdvisor.recommend(SampleHosts.appleSilicon()).candidate(Vmm.QEMU).violated().get(0);

    assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(CATALOG.rule(finding.code())).map(Rule::code).contains(finding.code());
    assertThat(finding.sources()).allMatch(id -> CATALOG.source(id).isPresent());
    assertThat(CATALOG.source("none")).isEmpty();
  }

  @Test
  void theRulesOfEachKindAreThoseOfTheCatalog() {
    assertThat(List.copyOf(CATALOG.knownIssues())).isEqualTo(ofKind(RuleKind.KNOWN_ISSUE));
    assertThat(List.copyOf(CATALOG.vulnerabilities())).isEqualTo(ofKind(RuleKind.VULNERABILITY));
    assertThat(List.copyOf(CATALOG.constraints())).isEqualTo(ofKind(RuleKind.CONSTRAINT));
  }

  private static List<Rule> ofKind(RuleKind kind) {
    return CATALOG.rules().stream().filter(rule -> rule.kind() == kind).toList();
  }
}

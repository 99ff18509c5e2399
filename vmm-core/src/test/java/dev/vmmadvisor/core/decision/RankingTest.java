package dev.vmmadvisor.core.decision;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.HYPERKIT;
import static dev.vmmadvisor.api.Vmm.QEMU;
import static dev.vmmadvisor.core.catalog.TinyCatalog.host;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.TinyCatalog;
import dev.vmmadvisor.core.text.LanguageRenderer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What puts one VMM before another, in the smallest catalogs that show it. Without anything said,
 * Docker VMM comes first, as the first in the documented order.
 */
class RankingTest {

  private static final String ARM = "{'architecture': 'arm64'}";
  private static final String ON_ARM = "{'fact': 'architecture', 'equals': 'arm64'}";
  private static final String ON_INTEL = "{'fact': 'architecture', 'equals': 'x86_64'}";
  private static final String LITTLE = "{'fact': 'dockerDesktop.memoryMiB', 'below': 4096}";

  private static Recommendation recommend(TinyCatalog catalog, String host) {
    return catalog.advisor().recommend(host(host));
  }

  private static DecisionEngine decider(TinyCatalog tiny) {
    Catalog catalog = tiny.read();
    return new DecisionEngine(
        catalog, CustomRuleEvaluator.NONE, new LanguageRenderer(catalog, Locale.ENGLISH));
  }

  private static List<Vmm> order(Recommendation advice) {
    return advice.candidates().stream().map(Candidate::vmm).toList();
  }

  private static List<Criterion> decidedBy(Recommendation advice) {
    return advice.candidates().stream().map(Candidate::decidedBy).toList();
  }

  private static List<Criterion> comparedWithBest(Recommendation advice) {
    return advice.candidates().stream().map(Candidate::comparedWithBest).toList();
  }

  @Test
  void whereNothingIsSaidTheDocumentedOrderDecides() {
    Recommendation advice = recommend(new TinyCatalog(), "{}");

    assertThat(order(advice)).containsExactly(Vmm.values());
    assertThat(advice.candidates()).extracting(Candidate::rank).containsExactly(1, 2, 3, 4);
    assertThat(decidedBy(advice)).containsOnly(Criterion.ORDER);
    assertThat(advice.best()).contains(DOCKER_VMM);
    assertThat(advice.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(advice.missingFacts()).isEmpty();
  }

  @Test
  void eachCandidateComesAfterTheOneBeforeItByTheFirstCriterionOnWhichTheyDiffer() {
    TinyCatalog catalog =
        new TinyCatalog()
            .constraint("need", "'requires': " + ON_INTEL, DOCKER_VMM)
            .issue(
                "harm",
                "'severity': 'serious', 'trigger': " + ON_ARM,
                APPLE_VIRTUALIZATION_FRAMEWORK)
            .issue("unmet", "'severity': 'warning', 'unmetNeed': true, 'trigger': " + ON_ARM, QEMU)
            .deprecation("end", "'phase': 'deprecated', 'releases': '(,)'", HYPERKIT);

    Recommendation advice = recommend(catalog, ARM);

    assertThat(order(advice))
        .containsExactly(HYPERKIT, QEMU, APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM);
    assertThat(decidedBy(advice))
        .containsExactly(
            Criterion.FITNESS, Criterion.FITNESS, Criterion.HARM, Criterion.ELIGIBILITY);
    assertThat(comparedWithBest(advice))
        .containsExactly(
            Criterion.FITNESS, Criterion.FITNESS, Criterion.HARM, Criterion.ELIGIBILITY);
    assertThat(advice.candidate(DOCKER_VMM).eligibility()).isEqualTo(Eligibility.INELIGIBLE);
    assertThat(advice.candidate(HYPERKIT).eligibility()).isEqualTo(Eligibility.ELIGIBLE);
  }

  @Test
  void maturityComesBeforeSpeedAndSpeedBeforeTheDefault() {
    TinyCatalog catalog =
        new TinyCatalog()
            .deprecation("end", "'phase': 'deprecated', 'releases': '(,)'", DOCKER_VMM)
            .defaultWhen(QEMU, ON_ARM)
            .claim(HYPERKIT, "fast", "'when': " + ON_ARM);

    Recommendation advice = recommend(catalog, ARM);

    assertThat(order(advice))
        .containsExactly(HYPERKIT, QEMU, APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM);
    assertThat(decidedBy(advice))
        .containsExactly(Criterion.SPEED, Criterion.SPEED, Criterion.DEFAULT, Criterion.MATURITY);
    assertThat(comparedWithBest(advice))
        .containsExactly(Criterion.SPEED, Criterion.SPEED, Criterion.SPEED, Criterion.MATURITY);
    assertThat(advice.candidate(HYPERKIT).performance())
        .extracting(PerformanceClaim::code)
        .containsExactly("fast");
  }

  @ParameterizedTest
  @CsvSource({
    // the release of the host; a claim of releases from 4.4 on, for Apple silicon
    "4.3.0, arm64, docker-vmm",
    "4.4.0, arm64, qemu",
    "4.4.0, x86_64, docker-vmm"
  })
  void aClaimHoldsForItsReleasesAndItsHosts(String release, String architecture, String best) {
    TinyCatalog catalog =
        new TinyCatalog().claim(QEMU, "fast", "'releases': '[4.4.0,)', 'when': " + ON_ARM);

    assertThat(
            recommend(
                    catalog,
                    "{'architecture': '%s', 'dockerDesktop': {'version': '%s'}}"
                        .formatted(architecture, release))
                .best())
        .map(Vmm::toString)
        .contains(best);
  }

  @Test
  void whatIsNotKnownLeavesACandidateUndeterminedBehindThoseThatAreEligible() {
    TinyCatalog catalog =
        new TinyCatalog().constraint("need", "'requires': " + ON_ARM, DOCKER_VMM, QEMU);

    Recommendation advice = recommend(catalog, "{}");

    assertThat(order(advice))
        .containsExactly(APPLE_VIRTUALIZATION_FRAMEWORK, HYPERKIT, DOCKER_VMM, QEMU);
    assertThat(advice.candidates())
        .extracting(Candidate::eligibility)
        .containsExactly(
            Eligibility.ELIGIBLE,
            Eligibility.ELIGIBLE,
            Eligibility.UNDETERMINED,
            Eligibility.UNDETERMINED);
    assertThat(advice.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(advice.missingFacts().toString())
        .contains("arm64=docker-vmm")
        .contains("x86_64=apple-virtualization-framework");
  }

  @Test
  void whereNoneIsEligibleThereIsNoBestAndThatIsCertain() {
    TinyCatalog catalog = new TinyCatalog().constraint("need", "'requires': " + ON_INTEL);

    Recommendation advice = recommend(catalog, ARM);

    assertThat(advice.best()).isEmpty();
    assertThat(advice.certainty()).isEqualTo(Certainty.NONE);
    assertThat(advice.missingFacts()).isEmpty();
    assertThat(recommend(catalog, "{}").best()).contains(DOCKER_VMM);
  }

  @ParameterizedTest
  @CsvSource({
    "stability, {}, apple-virtualization-framework",
    "performance, {}, docker-vmm",
    "balanced, {}, apple-virtualization-framework",
    "balanced, {'dockerDesktop': {'memoryMiB': 2048}}, apple-virtualization-framework",
    "balanced, {'dockerDesktop': {'memoryMiB': 8192}}, docker-vmm"
  })
  void aBetaIsAsGoodAsTheGoalSays(String goal, String host, String best) {
    TinyCatalog catalog =
        new TinyCatalog()
            .phase(DOCKER_VMM, "new", "beta", "(,)")
            .issue("hazard", "'severity': 'serious', 'when': " + LITTLE, DOCKER_VMM);
    Recommendation advice =
        catalog.advisor().recommend(host(host), Goal.valueOf(goal.toUpperCase(Locale.ROOT)));

    assertThat(advice.best()).map(Vmm::toString).contains(best);
  }

  @Test
  void aVmmOfWhosePhaseNothingIsToldIsTakenForLegacy() {
    TinyCatalog catalog =
        new TinyCatalog()
            .phase(DOCKER_VMM, "until", "generally-available", "(,4.3.0)")
            .phase(APPLE_VIRTUALIZATION_FRAMEWORK, "old", "deprecated", "(,)")
            .phase(QEMU, "older", "legacy", "(,)")
            .phase(HYPERKIT, "try", "experimental", "(,)");

    assertThat(order(recommend(catalog, "{'dockerDesktop': {'version': '4.4.0'}}")))
        .containsExactly(HYPERKIT, DOCKER_VMM, QEMU, APPLE_VIRTUALIZATION_FRAMEWORK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"constraint", "harm", "fitness", "hazard", "deprecated", "removed"})
  void aWaivedRuleIsShownAndDecidesNothing(String what) {
    TinyCatalog catalog = new TinyCatalog().phase(DOCKER_VMM, "new", "beta", "(,)");
    switch (what) {
      case "constraint" -> catalog.constraint("rule", "'requires': " + ON_INTEL, DOCKER_VMM);
      case "harm" ->
          catalog.issue("rule", "'severity': 'serious', 'trigger': " + ON_ARM, DOCKER_VMM);
      case "fitness" ->
          catalog.issue(
              "rule", "'severity': 'warning', 'unmetNeed': true, 'trigger': " + ON_ARM, DOCKER_VMM);
      case "hazard" -> catalog.issue("rule", "'severity': 'serious'", DOCKER_VMM);
      default ->
          catalog.deprecation(
              "rule", "'phase': '%s', 'releases': '(,)'".formatted(what), DOCKER_VMM);
    }
    assertThat(recommend(catalog, ARM).best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);

    Recommendation waived = recommend(catalog.waiver("rule"), ARM);

    assertThat(waived.best()).contains(DOCKER_VMM);
    assertThat(waived.candidate(DOCKER_VMM).finding("rule"))
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.countsFor()).isEmpty();
              assertThat(finding.waiver()).map(waiver -> waiver.owner()).contains("Someone");
            });
  }

  @Test
  void aRuleBehindManyOthersCountsAsOneInFrontOfThem() {
    TinyCatalog catalog = new TinyCatalog();
    for (int i = 0; i < 130; i++) {
      catalog.constraint("need-" + i, "'requires': " + LITTLE, QEMU);
    }
    catalog
        .constraint("last", "'requires': " + ON_INTEL, DOCKER_VMM)
        .issue(
            "harm", "'severity': 'serious', 'trigger': " + ON_ARM, APPLE_VIRTUALIZATION_FRAMEWORK);

    Recommendation advice =
        recommend(catalog, "{'architecture': 'arm64', 'dockerDesktop': {'memoryMiB': 2048}}");

    assertThat(order(advice))
        .containsExactly(QEMU, HYPERKIT, APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM);
    assertThat(decidedBy(advice))
        .containsExactly(Criterion.ORDER, Criterion.ORDER, Criterion.HARM, Criterion.ELIGIBILITY);
  }

  @Test
  void oneCandidateIsTheOneThatStandsAmongAll() {
    DecisionEngine decider =
        decider(new TinyCatalog().constraint("need", "'requires': " + ON_INTEL, DOCKER_VMM));

    List<Candidate> all = decider.candidates(host(ARM), Goal.BALANCED);

    for (Candidate each : all) {
      assertThat(decider.candidate(host(ARM), Goal.BALANCED, each.vmm())).isEqualTo(each);
    }
    assertThat(all.get(3).vmm()).isEqualTo(DOCKER_VMM);
    assertThat(all.get(3).repairs()).isEmpty();
  }

  @Test
  void twoVmmsAreToldApartByOneCriterionAndOneVmmByNone() {
    DecisionEngine decider =
        decider(new TinyCatalog().constraint("need", "'requires': " + ON_INTEL, DOCKER_VMM));

    assertThat(decider.decisive(host(ARM), Goal.BALANCED, DOCKER_VMM, QEMU))
        .contains(Criterion.ELIGIBILITY);
    assertThat(decider.decisive(host(ARM), Goal.BALANCED, HYPERKIT, QEMU))
        .contains(Criterion.ORDER);
    assertThat(decider.decisive(host(ARM), Goal.BALANCED, QEMU, QEMU)).isEmpty();
  }

  @Test
  void aClaimIsOpenWhereItIsNotKnownWhetherItApplies() {
    DecisionEngine decider =
        decider(
            new TinyCatalog()
                .claim(QEMU, "on-arm", "'when': " + ON_ARM)
                .claim(QEMU, "with-little", "'when': " + LITTLE));

    assertThat(decider.openClaims(host(ARM), QEMU))
        .extracting(PerformanceClaim::code)
        .containsExactly("with-little");
    assertThat(decider.openClaims(host(ARM), HYPERKIT)).isEmpty();
  }

  @Test
  void anAnswerNamesItsCatalogAndHasTheNoticesInItsLanguage() {
    TinyCatalog catalog = new TinyCatalog();
    DecisionEngine decider = decider(catalog);
    Host host = host("{'dockerDesktop': {'version': '4.9.1'}}");

    Recommendation advice = catalog.advisor().recommend(host);

    assertThat(advice.catalog()).isEqualTo(decider.reference());
    assertThat(advice.catalog().id()).isEqualTo("tiny");
    assertThat(advice.notices()).isEqualTo(decider.notices(host)).hasSize(1);
    assertThat(advice.notices().get(0).message()).contains("4.9.1").contains("4.9.0");
    assertThat(decider.notice("vmm-not-known", "dockerDesktop.vmm", Map.of()).message())
        .isNotEmpty();
    assertThat(decider.notices(host("{}"))).isEmpty();
  }

  @Test
  void aCatalogWithoutAProfileOfAVmmIsRefused() {
    Catalog catalog = new TinyCatalog().read();
    Catalog without =
        Catalog.builder()
            .from(catalog)
            .vmms(catalog.vmms().stream().filter(it -> it.vmm() != QEMU).toList())
            .build();

    assertThatThrownBy(() -> CompiledCatalog.of(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the catalog tiny has no profile of qemu");
  }
}

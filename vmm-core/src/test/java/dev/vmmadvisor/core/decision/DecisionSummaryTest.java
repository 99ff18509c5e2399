package dev.vmmadvisor.core.decision;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.HYPERKIT;
import static dev.vmmadvisor.api.Vmm.QEMU;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.core.catalog.TinyCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a glance tells of a host, in the smallest catalogs that show it. */
class DecisionSummaryTest {

  private static final String ARM = "{'architecture': 'arm64'}";
  private static final String ON_ARM = "{'fact': 'architecture', 'equals': 'arm64'}";
  private static final String ON_INTEL = "{'fact': 'architecture', 'equals': 'x86_64'}";

  private static DecisionSummary glance(TinyCatalog catalog, String host) {
    CompiledCatalog knowledge = CompiledCatalog.of(catalog.read());
    var read = TinyCatalog.host(host);
    return new DecisionSummary(read, new Decisions(knowledge).of(read, Goal.BALANCED));
  }

  private static List<String> codes(List<Rule> rules) {
    return rules.stream().map(Rule::code).toList();
  }

  /** Docker VMM, a beta, with a rule for every criterion that rules count for, and one for none. */
  private static TinyCatalog everything() {
    return new TinyCatalog()
        .phase(DOCKER_VMM, "new", "beta", "(,)")
        .constraint("need", "'requires': " + ON_INTEL, DOCKER_VMM)
        .constraint("met", "'requires': " + ON_ARM, DOCKER_VMM)
        .constraint("wish", "'severity': 'warning', 'requires': " + ON_INTEL, DOCKER_VMM)
        .issue("harm", "'severity': 'serious', 'trigger': " + ON_ARM, DOCKER_VMM)
        .issue("hazard", "'severity': 'serious', 'when': " + ON_ARM, DOCKER_VMM)
        .issue(
            "unmet", "'severity': 'warning', 'unmetNeed': true, 'trigger': " + ON_ARM, DOCKER_VMM)
        .deprecation("end", "'phase': 'deprecated', 'releases': '(,)'", QEMU, HYPERKIT)
        .deprecation("gone", "'phase': 'removed', 'releases': '(,)'", HYPERKIT);
  }

  @Test
  void itTellsTheVmmsInTheirPlaces() {
    DecisionSummary glance = glance(everything(), ARM);

    assertThat(glance.size()).isEqualTo(4);
    assertThat(List.of(glance.vmm(0), glance.vmm(1), glance.vmm(2), glance.vmm(3)))
        .containsExactly(APPLE_VIRTUALIZATION_FRAMEWORK, QEMU, HYPERKIT, DOCKER_VMM);
    assertThat(glance.place(APPLE_VIRTUALIZATION_FRAMEWORK)).isZero();
    assertThat(glance.place(DOCKER_VMM)).isEqualTo(3);
    assertThat(glance.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(glance.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(glance.missingFacts()).isEmpty();
    assertThat(glance.behind(1)).isEqualTo(Criterion.MATURITY);
    assertThat(glance.behind(3)).isEqualTo(Criterion.ELIGIBILITY);
  }

  @Test
  void itTellsWhatSpeaksAgainstAVmmAndWhatOfThatCounts() {
    DecisionSummary glance = glance(everything(), ARM);

    assertThat(codes(glance.violated(3)))
        .containsExactly("need", "wish", "harm", "hazard", "unmet");
    assertThat(codes(glance.counting(3))).containsExactly("need", "harm", "hazard", "unmet");
    assertThat(codes(glance.counting(3, Criterion.ELIGIBILITY))).containsExactly("need");
    assertThat(codes(glance.counting(3, Criterion.HARM))).containsExactly("harm");
    assertThat(codes(glance.counting(3, Criterion.FITNESS))).containsExactly("unmet");
    assertThat(codes(glance.counting(3, Criterion.MATURITY))).containsExactly("harm", "hazard");
    assertThat(glance.counting(3, Criterion.SPEED)).isEmpty();
    assertThat(glance.counting(3, Criterion.ORDER)).isEmpty();
    assertThat(glance.violated(0)).isEmpty();
  }

  @Test
  void aVmmCouldBeEligibleByAFactIfEveryRuleThatRulesItOutReadsIt() {
    TinyCatalog catalog =
        everything()
            .constraint(
                "memory", "'requires': {'fact': 'dockerDesktop.memoryMiB', 'atLeast': 4096}", QEMU)
            .constraint(
                "either",
                "'requires': {'any': [{'fact': 'dockerDesktop.memoryMiB', 'atLeast': 8192}, "
                    + ON_INTEL
                    + "]}",
                QEMU)
            .constraint("other", "'severity': 'warning', 'requires': " + ON_INTEL, QEMU);
    DecisionSummary glance =
        glance(catalog, "{'architecture': 'arm64', 'dockerDesktop': {'memoryMiB': 2048}}");

    assertThat(glance.couldBeEligibleBy(Fact.VM_MEMORY, glance.place(QEMU))).isTrue();
    assertThat(glance.couldBeEligibleBy(Fact.ARCHITECTURE, glance.place(QEMU))).isFalse();
    assertThat(glance.couldBeEligibleBy(Fact.ARCHITECTURE, glance.place(DOCKER_VMM))).isTrue();
    assertThat(glance.couldBeEligibleBy(Fact.VM_MEMORY, glance.place(DOCKER_VMM))).isFalse();
    // what reads nothing holds whatever is different; the best is ruled out by nothing
    assertThat(glance.couldBeEligibleBy(Fact.VM_MEMORY, glance.place(HYPERKIT))).isFalse();
    assertThat(glance.couldBeEligibleBy(Fact.VM_MEMORY, 0)).isTrue();
  }

  @Test
  void forTheMaturityOfWhatIsNoBetaOnlyItsEndCounts() {
    TinyCatalog catalog =
        everything().issue("risk", "'severity': 'serious', 'when': " + ON_ARM, HYPERKIT);
    DecisionSummary glance = glance(catalog, ARM);
    int place = glance.place(HYPERKIT);

    assertThat(codes(glance.counting(place, Criterion.MATURITY))).containsExactly("end", "gone");
    assertThat(codes(glance.counting(place))).containsExactly("end", "gone", "risk");
  }

  @Test
  void aWaivedRuleIsPassedOver() {
    DecisionSummary glance = glance(everything().waiver("need").waiver("harm"), ARM);
    int place = glance.place(DOCKER_VMM);

    assertThat(codes(glance.violated(place))).containsExactly("wish", "hazard", "unmet");
    assertThat(codes(glance.counting(place))).containsExactly("hazard", "unmet");
  }

  @Test
  void whereThereIsNoBestAllAreBehindForTheirEligibility() {
    DecisionSummary glance =
        glance(new TinyCatalog().constraint("need", "'requires': " + ON_INTEL), ARM);

    assertThat(glance.best()).isEmpty();
    assertThat(glance.certainty()).isEqualTo(Certainty.NONE);
    assertThat(glance.behind(0)).isEqualTo(Criterion.ELIGIBILITY);
    assertThat(glance.behind(1)).isEqualTo(Criterion.ELIGIBILITY);
  }

  @Test
  void itTellsWhatIsMissing() {
    DecisionSummary glance =
        glance(new TinyCatalog().constraint("need", "'requires': " + ON_ARM, DOCKER_VMM), "{}");

    assertThat(glance.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(glance.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(glance.missingFacts())
        .extracting(MissingFact::fact)
        .containsExactly(Fact.ARCHITECTURE);
  }
}

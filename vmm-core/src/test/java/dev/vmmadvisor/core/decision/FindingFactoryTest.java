package dev.vmmadvisor.core.decision;

import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.QEMU;
import static dev.vmmadvisor.core.catalog.TinyCatalog.host;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.catalog.TinyCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a finding tells of a rule, of the catalog or in code, in the smallest catalogs. */
class FindingFactoryTest {

  private static final String RAISE = "{'action': 'raise-vm-memory', 'toMiB': 4096}";
  private static final String MEMORY = "{'fact': 'dockerDesktop.memoryMiB', 'atLeast': 4096}";
  private static final String ROSETTA = "{'fact': 'rosettaInstalled', 'equals': true}";

  /**
   * Docker VMM only with 4 CPUs for the Linux VM; not about hosts with two; wrong on those with
   * one.
   */
  private static final Constraint CPUS =
      Constraint.of(
          "enough-cpus",
          Set.of(DOCKER_VMM),
          Set.of(Fact.CPUS),
          (host, vmm) -> {
            Optional<Integer> cpus = host.dockerDesktop().cpus();
            if (cpus.isEmpty()) {
              return Verdict.unknown();
            }
            return switch (cpus.get()) {
              case 1 -> throw new IllegalStateException("one is none");
              case 2 -> Verdict.notApplicable();
              case 3 -> Verdict.violated("Three are few.", new Remedy.RaiseVmMemory(8192));
              default -> Verdict.satisfied();
            };
          });

  private static Finding finding(TinyCatalog catalog, String host) {
    return catalog
        .advisor()
        .recommend(host(host))
        .candidate(DOCKER_VMM)
        .finding("rule")
        .orElseThrow();
  }

  private static Recommendation withConstraint(TinyCatalog catalog, String host) {
    return withConstraint(catalog, CPUS, host);
  }

  private static Recommendation withConstraint(
      TinyCatalog catalog, Constraint constraint, String host) {
    return VmmAdvisor.builder()
        .catalog(catalog.read())
        .constraint(constraint)
        .build()
        .recommend(host(host));
  }

  private static String cpus(int count) {
    return "{'dockerDesktop': {'cpus': %d}}".formatted(count);
  }

  @ParameterizedTest
  @CsvSource({"2048, VIOLATED, SERIOUS, 1", "4096, SATISFIED, INFO, 0", ", UNKNOWN, SERIOUS, 0"})
  void aConstraintSpeaksAgainstAVmmOnlyWhereItIsNotMet(
      Integer memory, Outcome outcome, Severity severity, int remedies) {
    TinyCatalog catalog =
        new TinyCatalog()
            .constraint(
                "rule",
                "'severity': 'serious', 'requires': %s, 'remedies': [%s]".formatted(MEMORY, RAISE));

    Finding finding =
        finding(
            catalog,
            memory == null ? "{}" : "{'dockerDesktop': {'memoryMiB': %d}}".formatted(memory));

    assertThat(finding.outcome()).isEqualTo(outcome);
    assertThat(finding.severity()).isEqualTo(severity);
    assertThat(finding.remedies()).hasSize(remedies);
    assertThat(finding.kind()).isEqualTo(RuleKind.CONSTRAINT);
    assertThat(finding.vmm()).isEqualTo(DOCKER_VMM);
    assertThat(finding.sources()).containsExactly("s:1");
    assertThat(finding.facts()).containsExactly(Fact.VM_MEMORY);
    assertThat(finding.waiver()).isEmpty();
    assertThat(finding.message()).isNotEmpty();
  }

  @Test
  void aRuleThatIsNotAboutAHostSaysNothingAgainstIt() {
    Finding finding =
        finding(
            new TinyCatalog().issue("rule", "'severity': 'serious', 'when': " + ROSETTA),
            "{'rosettaInstalled': false}");

    assertThat(finding.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.parameters()).isEqualTo(Map.of("rosettaInstalled", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'fact': 'memoryMiB', 'atLeast': 8192}; {memoryMiB=16384, atLeast=8192}",
        "{'fact': 'macOsVersion', 'within': '[13,15]'}; {macOsVersion=14.1, within=[13,15]}",
        "{'fact': 'chip', 'oneOf': ['Apple M1', 'Apple M2']};"
            + " {chip=Apple M1, oneOf=[Apple M1, Apple M2]}",
        "{'fact': 'rosettaInstalled', 'equals': true}; {}",
        "{'any': [{'fact': 'macOsVersion', 'atLeast': '13'}, {'fact': 'memoryMiB', 'atLeast': 1}]};"
            + " {macOsVersion=14.1, memoryMiB=16384}"
      })
  void theParametersAreTheFactsThatAreKnownThenTheBound(String requires, String parameters) {
    Finding finding =
        finding(
            new TinyCatalog().constraint("rule", "'requires': " + requires),
            "{'chip': 'Apple M1', 'macOsVersion': '14.1', 'memoryMiB': 16384}");

    assertThat(finding.parameters()).hasToString(parameters);
  }

  @Test
  void aRuleOfOneVmmIsAFindingOfNoOther() {
    Recommendation advice =
        new TinyCatalog()
            .setting("rule", "'severity': 'warning', 'present': " + ROSETTA, QEMU)
            .advisor()
            .recommend(host("{'rosettaInstalled': true}"));

    assertThat(advice.candidates())
        .filteredOn(it -> it.finding("rule").isPresent())
        .extracting(Candidate::vmm)
        .containsExactly(QEMU);
    Finding finding = advice.candidate(QEMU).finding("rule").orElseThrow();
    assertThat(finding.kind()).isEqualTo(RuleKind.SETTING);
    assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(finding.countsFor()).isEmpty();
  }

  @Test
  void everyHostOfOneAdvisorGetsTheFindingsOfItsOwn() {
    var advisor = new TinyCatalog().constraint("rule", "'requires': " + MEMORY).advisor();
    for (int memory : new int[] {2048, 8192, 3000, 9000}) {
      Finding finding =
          advisor
              .recommend(host("{'dockerDesktop': {'memoryMiB': %d}}".formatted(memory)))
              .candidate(QEMU)
              .finding("rule")
              .orElseThrow();

      assertThat(finding.outcome()).isEqualTo(memory < 4096 ? Outcome.VIOLATED : Outcome.SATISFIED);
      assertThat(finding.parameters()).containsEntry("dockerDesktop.memoryMiB", memory);
      assertThat(finding.vmm()).isEqualTo(QEMU);
    }
  }

  // ---- constraints in code

  @ParameterizedTest
  @CsvSource({
    "1, ERROR, UNDETERMINED, apple-virtualization-framework, DEPENDS",
    "2, NOT_APPLICABLE, ELIGIBLE, docker-vmm, CERTAIN",
    "3, VIOLATED, INELIGIBLE, apple-virtualization-framework, CERTAIN",
    "4, SATISFIED, ELIGIBLE, docker-vmm, CERTAIN"
  })
  void aConstraintInCodeDecidesLikeOneOfTheCatalog(
      int cpus, Outcome outcome, Eligibility eligibility, String best, Certainty certainty) {
    Recommendation advice = withConstraint(new TinyCatalog(), cpus(cpus));

    Finding finding = advice.candidate(DOCKER_VMM).finding("enough-cpus").orElseThrow();
    assertThat(finding.outcome()).isEqualTo(outcome);
    assertThat(finding.kind()).isEqualTo(RuleKind.CUSTOM);
    assertThat(finding.countsFor()).containsExactly(Criterion.ELIGIBILITY);
    assertThat(finding.facts()).containsExactly(Fact.CPUS);
    assertThat(advice.candidate(DOCKER_VMM).eligibility()).isEqualTo(eligibility);
    assertThat(advice.best()).map(Vmm::toString).contains(best);
    assertThat(advice.certainty()).isEqualTo(certainty);
    assertThat(advice.missingFacts()).isEmpty();
    assertThat(advice.candidate(QEMU).finding("enough-cpus")).isEmpty();
  }

  @Test
  void itsWordsAreAParameterAndItsRemediesThoseOfTheFinding() {
    Finding violated =
        withConstraint(new TinyCatalog(), cpus(3))
            .candidate(DOCKER_VMM)
            .finding("enough-cpus")
            .orElseThrow();
    assertThat(violated.parameters())
        .isEqualTo(Map.of("dockerDesktop.cpus", 3, "text", "Three are few."));
    assertThat(violated.remedies()).containsExactly(new Remedy.RaiseVmMemory(8192));

    Finding wrong =
        withConstraint(new TinyCatalog(), cpus(1))
            .candidate(DOCKER_VMM)
            .finding("enough-cpus")
            .orElseThrow();
    assertThat(wrong.parameters())
        .containsOnlyKeys("dockerDesktop.cpus", "mistake")
        .hasEntrySatisfying(
            "mistake", words -> assertThat(words.toString()).contains("one is none"));

    assertThat(
            withConstraint(new TinyCatalog(), cpus(4))
                .candidate(DOCKER_VMM)
                .finding("enough-cpus")
                .orElseThrow()
                .parameters())
        .isEqualTo(Map.of("dockerDesktop.cpus", 4));
  }

  @Test
  void eachOfSeveralSaysItsOwn() {
    Remedy free = new Remedy.RaiseVmMemory(2048);
    Constraint other =
        Constraint.of(
            "other", Set.of(QEMU, DOCKER_VMM), Set.of(), (host, vmm) -> violated(vmm, free));
    Recommendation advice =
        VmmAdvisor.builder()
            .catalog(new TinyCatalog().constraint("rule", "'requires': " + ROSETTA).read())
            .constraint(CPUS)
            .constraint(other)
            .build()
            .recommend(host(cpus(3)));

    for (Vmm vmm : List.of(DOCKER_VMM, QEMU)) {
      Finding finding = advice.candidate(vmm).finding("other").orElseThrow();
      assertThat(finding.parameters()).isEqualTo(Map.of("text", "Not for " + vmm + "."));
      assertThat(finding.remedies()).containsExactly(free);
    }
    Finding few = advice.candidate(DOCKER_VMM).finding("enough-cpus").orElseThrow();
    assertThat(few.parameters()).containsEntry("text", "Three are few.");
  }

  private static Verdict violated(Vmm vmm, Remedy remedy) {
    return Verdict.violated("Not for " + vmm + ".", remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "1, apple-virtualization-framework, apple-virtualization-framework",
    "2, docker-vmm, apple-virtualization-framework",
    "3, apple-virtualization-framework, apple-virtualization-framework",
    "4, docker-vmm, apple-virtualization-framework"
  })
  void whatItSaysIsReckonedWithWhereSomethingElseIsOpen(int cpus, String with, String without) {
    TinyCatalog ofDockerVmm =
        new TinyCatalog().constraint("rule", "'requires': " + ROSETTA, DOCKER_VMM);

    Recommendation advice = withConstraint(ofDockerVmm, cpus(cpus));

    if (with.equals(without)) { // with one CPU it fails: no fact that is learned changes that
      assertThat(advice.certainty()).isEqualTo(cpus == 1 ? Certainty.DEPENDS : Certainty.CERTAIN);
      assertThat(advice.missingFacts()).isEmpty();
      assertThat(advice.best()).map(Vmm::toString).contains(with);
    } else {
      assertThat(advice.missingFacts()).hasSize(1);
      assertThat(advice.missingFacts().get(0).outcomes())
          .hasToString("{false=%s, true=%s}".formatted(without, with));
    }
  }

  @Test
  void whatItDoesNotKnowIsLeftOpenWhereSomethingElseIsOpen() {
    TinyCatalog ofTheSecond =
        new TinyCatalog()
            .constraint("rule", "'requires': " + ROSETTA, Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);

    assertThat(withConstraint(ofTheSecond, cpus(3)).missingFacts().get(0).outcomes())
        .hasToString("{false=qemu, true=apple-virtualization-framework}");
    Recommendation open = withConstraint(ofTheSecond, "{}");
    assertThat(open.missingFacts())
        .extracting(MissingFact::fact)
        .containsExactly(Fact.CPUS, Fact.ROSETTA_INSTALLED);
    assertThat(open.missingFacts().get(0).outcomes())
        .hasToString(
            "{enough-cpus satisfied for docker-vmm=docker-vmm,"
                + " enough-cpus violated for docker-vmm=qemu}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void whatItSaysIsReckonedWithWhereAFactOnlyHasToBeKnown(int cpus) {
    String need = "'requires': {'fact': 'chip', 'known': true}";
    TinyCatalog catalog = new TinyCatalog().constraint("rule", need, DOCKER_VMM);

    Recommendation advice = withConstraint(catalog, cpus(cpus));

    assertThat(advice.best()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    if (cpus == 3 || cpus == 1) {
      assertThat(advice.certainty()).isEqualTo(cpus == 1 ? Certainty.DEPENDS : Certainty.CERTAIN);
      assertThat(advice.missingFacts()).isEmpty();
    } else {
      assertThat(advice.missingFacts()).hasSize(1);
      assertThat(advice.missingFacts().get(0).outcomes()).hasToString("{known=docker-vmm}");
    }
    assertThat(withConstraint(catalog, "{}").missingFacts())
        .extracting(MissingFact::fact)
        .containsExactly(Fact.CPUS, Fact.CHIP);
  }

  @Test
  void whatItDoesNotKnowIsAMissingFactWithBothVerdicts() {
    Recommendation advice = withConstraint(new TinyCatalog(), "{}");

    assertThat(advice.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(advice.missingFacts()).hasSize(1);
    MissingFact missing = advice.missingFacts().get(0);
    assertThat(missing.fact()).isEqualTo(Fact.CPUS);
    assertThat(missing.outcomes())
        .hasToString(
            "{enough-cpus satisfied for docker-vmm=docker-vmm,"
                + " enough-cpus violated for docker-vmm=apple-virtualization-framework}");
  }

  @Test
  void aFactThatTheCatalogAndAConstraintReadHasTheOutcomesOfBoth() {
    TinyCatalog catalog =
        new TinyCatalog()
            .constraint(
                "rule", "'requires': {'fact': 'dockerDesktop.cpus', 'atLeast': 6}", DOCKER_VMM);

    Recommendation advice = withConstraint(catalog, "{}");

    assertThat(advice.missingFacts()).hasSize(1);
    assertThat(advice.missingFacts().get(0).outcomes())
        .hasToString(
            "{(,)=apple-virtualization-framework,"
                + " enough-cpus satisfied for docker-vmm=apple-virtualization-framework,"
                + " enough-cpus violated for docker-vmm=apple-virtualization-framework}");
  }

  @Test
  void whatItDoesNotKnowIsMissingOfTheHostsOfWhichItDoesNotKnowAlone() {
    var advisor =
        VmmAdvisor.builder()
            .catalog(
                new TinyCatalog().constraint("rule", "'requires': " + ROSETTA, DOCKER_VMM).read())
            .constraint(CPUS)
            .build();

    Recommendation unknown = advisor.recommend(host("{}"));
    assertThat(unknown.missingFacts())
        .extracting(MissingFact::fact)
        .containsExactly(Fact.ROSETTA_INSTALLED, Fact.CPUS);
    assertThat(unknown.missingFacts().get(0).outcomes())
        .hasToString("{false=apple-virtualization-framework, true=apple-virtualization-framework}");
    assertThat(advisor.recommend(host(cpus(4))).missingFacts())
        .extracting(MissingFact::fact)
        .containsExactly(Fact.ROSETTA_INSTALLED);
  }

  @Test
  void ofTheFactsThatAConstraintReadsThoseAreMissingThatAreNotKnown() {
    Constraint constraint =
        Constraint.of(
            "two-facts",
            Set.of(DOCKER_VMM),
            Set.of(Fact.CPUS, Fact.ARCHITECTURE),
            (host, vmm) ->
                host.architecture().isPresent() && host.dockerDesktop().cpus().isPresent()
                    ? Verdict.satisfied()
                    : Verdict.unknown());

    assertThat(
            withConstraint(new TinyCatalog(), constraint, "{'architecture': 'arm64'}")
                .missingFacts())
        .extracting(MissingFact::fact)
        .containsExactly(Fact.CPUS);
  }

  @Test
  void aFactThatHasToBeKnownDoesNotBringInWhatAConstraintReadsBesideIt() {
    Constraint constraint =
        Constraint.of(
            "two-facts",
            Set.of(QEMU),
            Set.of(Fact.CPUS, Fact.ARCHITECTURE),
            (host, vmm) -> Verdict.unknown());
    String need = "'requires': {'fact': 'dockerDesktop.cpus', 'known': true}";

    Recommendation advice =
        withConstraint(new TinyCatalog().constraint("need", need, DOCKER_VMM), constraint, "{}");

    assertThat(advice.missingFacts()).hasSize(1);
    assertThat(advice.missingFacts().get(0).fact()).isEqualTo(Fact.CPUS);
    assertThat(advice.missingFacts().get(0).outcomes()).hasToString("{known=docker-vmm}");
  }

  @Test
  void ofAListEachWordIsToldWhileTheConstraintIsStillOpen() {
    Constraint constraint =
        Constraint.of(
            "our-traits",
            Set.of(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK),
            Set.of(Fact.TRAITS),
            (host, vmm) ->
                host.workload().traits().isEmpty() ? Verdict.unknown() : Verdict.satisfied());
    String none = "'requires': {'not': {'fact': 'workload.traits', 'contains': 'special'}}";

    Recommendation advice =
        withConstraint(new TinyCatalog().constraint("rule", none, DOCKER_VMM), constraint, "{}");

    assertThat(advice.missingFacts()).hasSize(1);
    assertThat(advice.missingFacts().get(0).outcomes().toString())
        .startsWith("{not special=docker-vmm, special=qemu, our-traits satisfied for");
  }

  @Test
  void whatWasDecidedAboutOneHostIsNotTakenForAnotherThatOnlyAConstraintTellsApart() {
    var advisor =
        VmmAdvisor.builder()
            .catalog(new TinyCatalog().constraint("rule", "'requires': " + ROSETTA, QEMU).read())
            .constraint(CPUS)
            .build();

    assertThat(advisor.recommend(host(cpus(4))).best()).contains(DOCKER_VMM);
    assertThat(advisor.recommend(host(cpus(3))).best())
        .contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(advisor.recommend(host("{}")).certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(advisor.recommend(host(cpus(4))).certainty()).isEqualTo(Certainty.CERTAIN);
  }
}

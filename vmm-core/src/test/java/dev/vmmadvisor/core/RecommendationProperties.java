package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;

class RecommendationProperties {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  /**
   * Macs of which every fact is known, and no two of them contradict each other; 10.16 is no
   * version of macOS but a range of them.
   */
  @Provide
  Arbitrary<Host> completeMacs() {
    return HostArbitraries.macs()
        .filter(mac -> !mac.macOsVersion().orElseThrow().isMacOsCompatibilityVersion())
        .map(ImpliedFacts::consistent)
        .filter(ImpliedFacts::isConsistent);
  }

  @Provide
  Arbitrary<Set<Fact>> facts() {
    return Arbitraries.of(Fact.class).set();
  }

  /** The built-in catalog, in which every VMM is also said to be slower. */
  private static final Advisor WITH_SLOWER =
      VmmAdvisor.builder()
          .catalog(
              Catalog.builder()
                  .from(Catalogs.builtIn())
                  .vmms(
                      Catalogs.builtIn().vmms().stream()
                          .map(RecommendationProperties::slower)
                          .toList())
                  .build())
          .build();

  private static VmmProfile slower(VmmProfile profile) {
    return VmmProfile.builder()
        .from(profile)
        .addPerformance(
            PerformanceClaim.builder()
                .code(profile.vmm() + "-slower")
                .text("One user measured it as slower.")
                .slower(true)
                .confidence(Confidence.HIGH)
                .addSources(Catalogs.builtIn().sources().get(0).id())
                .build())
        .build();
  }

  @Property
  void aMeasurementThatAVmmIsSlowerChangesNoRanking(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Recommendation answer = ADVISOR.recommend(host, goal);
    Recommendation other = WITH_SLOWER.recommend(host, goal);

    assertThat(other.certainty()).isEqualTo(answer.certainty());
    assertThat(other.candidates())
        .extracting(Candidate::vmm, Candidate::decidedBy)
        .isEqualTo(
            answer.candidates().stream()
                .map(candidate -> Assertions.tuple(candidate.vmm(), candidate.decidedBy()))
                .toList());
  }

  @Property(tries = 100)
  void aFindingThatSpeaksAgainstAVmmHasTheAddressesOfItsSources(
      @ForAll("hosts") Host host, @ForAll Goal goal) {
    Map<String, String> urls = new HashMap<>();
    for (Source source : ADVISOR.catalog().sources()) {
      source.url().ifPresent(url -> urls.put(source.id(), url));
    }
    for (Candidate candidate : ADVISOR.recommend(host, goal).candidates()) {
      for (Finding finding : candidate.findings()) {
        boolean speaksAgainst =
            finding.outcome() == Outcome.VIOLATED || finding.outcome() == Outcome.UNKNOWN;

        assertThat(finding.urls())
            .as(finding.code())
            .containsExactlyElementsOf(
                speaksAgainst
                    ? finding.sources().stream()
                        .filter(urls::containsKey)
                        .map(urls::get)
                        .distinct()
                        .toList()
                    : List.of());
      }
    }
  }

  @Property
  void everyVmmIsACandidateOnceAndRanksRunFromOne(@ForAll("hosts") Host host, @ForAll Goal goal) {
    List<Candidate> candidates = ADVISOR.recommend(host, goal).candidates();

    assertThat(candidates).extracting(Candidate::vmm).containsExactlyInAnyOrder(Vmm.values());
    assertThat(candidates)
        .extracting(Candidate::rank)
        .isEqualTo(IntStream.rangeClosed(1, Vmm.values().length).boxed().toList());
  }

  @Property
  void everyRuleAboutAVmmGivesOneFindingInTheOrderOfTheCatalog(@ForAll("hosts") Host host) {
    for (Candidate candidate : ADVISOR.recommend(host).candidates()) {
      assertThat(candidate.findings())
          .extracting(Finding::code)
          .isEqualTo(
              ADVISOR.catalog().rules().stream()
                  .filter(rule -> rule.vmms().contains(candidate.vmm()))
                  .map(Rule::code)
                  .toList());
    }
  }

  @Property
  void eligibilityFollowsFromTheHardFindings(@ForAll("hosts") Host host) {
    for (Candidate candidate : ADVISOR.recommend(host).candidates()) {
      Set<Outcome> hard =
          candidate.findings().stream()
              .filter(finding -> finding.countsFor().contains(Criterion.ELIGIBILITY))
              .peek(finding -> assertThat(rule(finding).severity()).isEqualTo(Severity.BLOCKER))
              .map(Finding::outcome)
              .collect(Collectors.toSet());
      Eligibility expected =
          hard.contains(Outcome.VIOLATED)
              ? Eligibility.INELIGIBLE
              : hard.contains(Outcome.UNKNOWN) ? Eligibility.UNDETERMINED : Eligibility.ELIGIBLE;
      assertThat(candidate.eligibility()).isEqualTo(expected);
    }
  }

  @Property
  void theBestIsTheFirstAndNeverIneligible(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Recommendation answer = ADVISOR.recommend(host, goal);

    Candidate first = answer.candidates().get(0);
    assertThat(answer.best())
        .isEqualTo(
            first.eligibility() == Eligibility.INELIGIBLE
                ? Optional.empty()
                : Optional.of(first.vmm()));
    assertThat(answer.certainty() == Certainty.NONE).isEqualTo(answer.best().isEmpty());
    assertThat(answer.candidates()).extracting(Candidate::eligibility).isSorted();
  }

  @Property(tries = 300)
  void theSameHostGivesTheSameBytes(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Recommendation one = ADVISOR.recommend(host, goal);
    Recommendation two = VmmAdvisor.builder().build().recommend(copy(host), goal);

    assertThat(VmmJson.write(two)).isEqualTo(VmmJson.write(one));
    assertThat(two.text()).isEqualTo(one.text());
    assertThat(two).isEqualTo(one);
  }

  @Property
  void moreVmMemoryNeverMakesACandidateLessEligible(
      @ForAll("hosts") Host host, @ForAll("memory") int less, @ForAll("memory") int more) {
    Assume.that(less < more);
    Recommendation before = ADVISOR.recommend(withVmMemory(host, less));
    Recommendation after = ADVISOR.recommend(withVmMemory(host, more));

    for (Vmm vmm : Vmm.values()) {
      assertThat(after.candidate(vmm).eligibility())
          .isLessThanOrEqualTo(before.candidate(vmm).eligibility());
    }
  }

  @Provide
  Arbitrary<Integer> memory() {
    return HostArbitraries.vmMemoryMiB();
  }

  @Property
  void aHostThatIsCompletelyKnownIsNeverUndecided(
      @ForAll("completeMacs") Host host, @ForAll Goal goal) {
    Recommendation answer = ADVISOR.recommend(host, goal);

    assertThat(answer.certainty()).isNotEqualTo(Certainty.DEPENDS);
    assertThat(answer.missingFacts()).isEmpty();
    assertThat(answer.candidates())
        .flatExtracting(Candidate::findings)
        .filteredOn(finding -> finding.outcome() == Outcome.UNKNOWN)
        .allMatch(
            // no fact tells whether the precondition is met
            finding ->
                rule(finding) instanceof Vulnerability flaw && flaw.precondition().isPresent());
  }

  @Property
  void learningMoreNeverContradictsWhatWasCertain(
      @ForAll("completeMacs") Host host, @ForAll("facts") Set<Fact> hidden, @ForAll Goal goal) {
    Host partial = HiddenFacts.without(host, hidden);
    Recommendation before = ADVISOR.recommend(partial, goal);
    Recommendation after = ADVISOR.recommend(withoutDeclaredNeeds(host, partial), goal);

    if (before.certainty() != Certainty.DEPENDS) {
      assertThat(after.best()).isEqualTo(before.best());
      assertThat(after.certainty()).isEqualTo(before.certainty());
    }
  }

  @Property
  void learningMoreNeverTurnsASettledFindingIntoItsOpposite(
      @ForAll("completeMacs") Host host, @ForAll("facts") Set<Fact> hidden) {
    Recommendation before = ADVISOR.recommend(HiddenFacts.without(host, hidden));
    Recommendation after = ADVISOR.recommend(host);

    for (Vmm vmm : Vmm.values()) {
      for (Finding finding : before.candidate(vmm).findings()) {
        Outcome settled = after.candidate(vmm).finding(finding.code()).orElseThrow().outcome();
        switch (finding.outcome()) {
          case VIOLATED, NOT_APPLICABLE -> assertThat(settled).isEqualTo(finding.outcome());
          case SATISFIED -> assertThat(settled).isIn(Outcome.SATISFIED, Outcome.NOT_APPLICABLE);
          default -> assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
      }
    }
  }

  @Property
  void theMissingFactsSettleTheAnswerAndNoneOfThemIsIdle(
      @ForAll("completeMacs") Host host, @ForAll("facts") Set<Fact> hidden, @ForAll Goal goal) {
    Recommendation answer = ADVISOR.recommend(HiddenFacts.without(host, hidden), goal);
    Assume.that(answer.certainty() == Certainty.DEPENDS);
    Set<Fact> missing =
        answer.missingFacts().stream()
            .map(MissingFact::fact)
            .map(fact -> fact == Fact.CHIP_GENERATION ? Fact.CHIP : fact) // follows from it
            .collect(Collectors.toSet());

    Set<Fact> stillHidden = EnumSet.copyOf(hidden);
    stillHidden.removeAll(missing);
    Recommendation settled = ADVISOR.recommend(HiddenFacts.without(host, stillHidden), goal);

    assertThat(missing).isNotEmpty();
    assertThat(hiddenAndImplied(hidden)).containsAll(missing);
    assertThat(settled.certainty()).isNotEqualTo(Certainty.DEPENDS);
  }

  @Property
  void stabilityIsTheAppleVirtualizationFrameworkOnceItIsGenerallyAvailable(
      @ForAll("hosts") Host host) {
    Workload calm =
        Workload.builder().imageArchitectures(List.of("arm64")).databases(List.of()).build();
    Recommendation answer =
        ADVISOR.recommend(Host.builder().from(host).workload(calm).build(), Goal.STABILITY);

    Candidate framework = answer.candidate(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    if (framework.eligibility() == Eligibility.ELIGIBLE
        && framework.phase().equals(Optional.of(Phase.GENERALLY_AVAILABLE))) {
      assertThat(answer.best()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    }
  }

  @Property
  void everyPlaceIsDecidedByTheFirstCriterionThatDiffers(
      @ForAll("hosts") Host host, @ForAll Goal goal) {
    List<Candidate> candidates = ADVISOR.recommend(host, goal).candidates();

    assertThat(candidates.get(0).decidedBy()).isEqualTo(candidates.get(1).decidedBy());
    for (int i = 1; i < candidates.size(); i++) {
      boolean sameEligibility =
          candidates.get(i).eligibility() == candidates.get(i - 1).eligibility();
      assertThat(candidates.get(i).decidedBy() == Criterion.ELIGIBILITY)
          .isNotEqualTo(sameEligibility);
    }
  }

  @Property
  void everyAnswerHasWordsForEverything(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Recommendation answer = ADVISOR.recommend(host, goal);

    assertThat(answer.text().lines().findFirst().orElseThrow())
        .matches(
            "(Lower|Use|Stay with|Switch from|Upgrade|Keep|Ask|An administrator|No virtual machine"
                + " manager|Nothing is known|This host runs) .*");
    for (Vmm vmm : Vmm.values()) {
      assertThat(answer.whyNot(vmm)).isNotBlank().doesNotContain("null", "Optional", "{");
      assertThat(answer.candidate(vmm).findings())
          .allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
    }
  }

  private static Rule rule(Finding finding) {
    return ADVISOR.catalog().rule(finding.code()).orElseThrow();
  }

  private static Host copy(Host host) {
    return VmmJson.readHost(VmmJson.write(host));
  }

  private static Host withVmMemory(Host host, int memoryMiB) {
    return Host.builder()
        .from(host)
        .dockerDesktop(
            DockerDesktop.builder().from(host.dockerDesktop()).memoryMiB(memoryMiB).build())
        .build();
  }

  /**
   * A need that only counts once it is declared is not something learned: it is left undeclared.
   */
  private static Host withoutDeclaredNeeds(Host complete, Host partial) {
    Host host = complete;
    if (partial.dockerDesktop().lockedSettings().isEmpty()) { // and so is a lock
      host =
          Host.builder()
              .from(host)
              .dockerDesktop(
                  DockerDesktop.builder()
                      .from(host.dockerDesktop())
                      .lockedSettings(
                          host.dockerDesktop().lockedSettings().orElseThrow().stream()
                              .filter(setting -> !setting.equals("rosettaEnabled"))
                              .toList())
                      .build())
              .build();
    }
    if (partial.workload().traits().isPresent()) {
      return host;
    }
    List<String> traits =
        host.workload().traits().orElseThrow().stream()
            .filter(trait -> !Set.of("endpoint-security", "needs-avx", "uses-mulx").contains(trait))
            .toList();
    return Host.builder()
        .from(host)
        .workload(Workload.builder().from(host.workload()).traits(traits).build())
        .build();
  }

  private static Set<Fact> hiddenAndImplied(Set<Fact> hidden) {
    Set<Fact> facts = EnumSet.copyOf(hidden);
    facts.add(Fact.MACOS_VERSION); // 10.16 is known and yet leaves a question
    return facts;
  }
}

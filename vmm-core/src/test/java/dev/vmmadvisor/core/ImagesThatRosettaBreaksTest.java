package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** amd64 images that fail under Rosetta, and those of which nothing like that is known. */
class ImagesThatRosettaBreaksTest {

  private static final Set<String> RULES =
      Set.of("rosetta-no-avx", "rosetta-avx-disputed", "rosetta-wrong-arithmetic");
  private static final Set<String> NEEDS = Set.of("needs-avx", "uses-mulx");

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();
  private static final Advisor WITHOUT =
      VmmAdvisor.builder()
          .catalog(
              Catalog.builder()
                  .from(ADVISOR.catalog())
                  .rules(
                      ADVISOR.catalog().rules().stream()
                          .filter(rule -> !RULES.contains(rule.code()))
                          .toList())
                  .build())
          .build();

  private static Host mac(String macOs, boolean rosetta, String trait) {
    return VmmJson.readHost(
        """
        {"operatingSystem": "macos", "architecture": "arm64", "chip": "Apple M3",
         "macOsVersion": "%s", "memoryMiB": 32768,
         "dockerDesktop": {"version": "4.90.0", "vmm": "apple-virtualization-framework",
           "memoryMiB": 8192, "rosettaEnabled": %s},
         "workload": {"imageArchitectures": ["amd64"], "databases": [], "mounts": [],
           "traits": [%s]}}\
        """
            .formatted(macOs, rosetta, trait.isEmpty() ? "" : "\"" + trait + "\""));
  }

  @Example
  void anImageThatNeedsAvxLeadsAwayFromRosetta() {
    Recommendation advice = ADVISOR.recommend(mac("14.6", true, "needs-avx"));

    assertThat(advice.best()).contains(Vmm.DOCKER_VMM);
    assertThat(advice.candidates().get(0).decidedBy()).isEqualTo(Criterion.HARM);
    assertThat(advice.why()).contains("AVX", "arm64 image");
    assertThat(ADVISOR.recommend(mac("14.6", false, "needs-avx")).candidates())
        .filteredOn(candidate -> candidate.vmm() == Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
        .flatExtracting(Candidate::findings)
        .filteredOn(finding -> finding.toString().contains("rosetta-no-avx"))
        .noneMatch(finding -> finding.toString().contains("violated"));
  }

  @Example
  void aDisputedNeedIsShownAndDecidesNothing() {
    Recommendation advice = ADVISOR.recommend(mac("15.2", true, "needs-avx"));

    assertThat(advice.best()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(advice.candidate(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK).finding("rosetta-avx-disputed"))
        .hasValueSatisfying(finding -> assertThat(finding.countsFor()).isEmpty());
  }

  @Example
  void wrongArithmeticIsCuredByMacOs() {
    Recommendation before = ADVISOR.recommend(mac("26.5", true, "uses-mulx"));

    assertThat(before.best()).contains(Vmm.DOCKER_VMM);
    assertThat(before.text()).contains("macOS");
    assertThat(ADVISOR.recommend(mac("26.6.2", true, "uses-mulx")).best())
        .contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
  }

  @Provide
  Arbitrary<Host> others() {
    return HostArbitraries.hosts()
        .filter(
            host -> host.workload().traits().orElse(List.of()).stream().noneMatch(NEEDS::contains));
  }

  @Property(tries = 500)
  void forOtherImagesNothingChanges(@ForAll("others") Host host, @ForAll Goal goal) {
    for (Host each : List.of(host, withoutTraits(host))) {
      Recommendation with = ADVISOR.recommend(each, goal);
      Recommendation without = WITHOUT.recommend(each, goal);

      assertThat(with.best()).isEqualTo(without.best());
      assertThat(with.certainty()).isEqualTo(without.certainty());
      assertThat(with.missingFacts()).containsExactlyInAnyOrderElementsOf(without.missingFacts());
      assertThat(order(with)).isEqualTo(order(without));
    }
  }

  private static Host withoutTraits(Host host) {
    return Host.builder()
        .from(host)
        .workload(Workload.builder().from(host.workload()).traits(Optional.empty()).build())
        .build();
  }

  private static List<String> order(Recommendation advice) {
    return advice.candidates().stream()
        .map(it -> it.vmm() + " " + it.eligibility() + " " + it.decidedBy())
        .toList();
  }
}

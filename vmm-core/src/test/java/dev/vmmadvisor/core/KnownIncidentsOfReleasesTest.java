package dev.vmmadvisor.core;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.HYPERKIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the advisor says about Macs and releases of which an incident is known. */
class KnownIncidentsOfReleasesTest {

  private static Recommendation recommend(Host.Builder mac, DockerDesktop.Builder desktop) {
    return VmmAdvisor.recommend(mac.dockerDesktop(desktop.build()).build());
  }

  private static Host.Builder appleM4(String macOs) {
    return Host.builder()
        .architecture(Architecture.ARM64)
        .chip("Apple M4")
        .macOsVersion(Version.parse(macOs))
        .workload(
            Workload.builder()
                .imageArchitectures(List.of("arm64"))
                .databases(List.of())
                .mounts(List.of("home"))
                .traits(List.of())
                .build());
  }

  private static Host.Builder intelWithDevContainers(String macOs) {
    return Host.builder()
        .architecture(Architecture.X86_64)
        .macOsVersion(Version.parse(macOs))
        .workload(Workload.builder().traits(List.of("dev-container")).build());
  }

  private static DockerDesktop.Builder desktop(String version) {
    return DockerDesktop.builder().version(Version.parse(version)).memoryMiB(8192);
  }

  private static Finding finding(Candidate candidate, String code) {
    return candidate.finding(code).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"15.4, 4.39.0", "15.4, 4.40.0", "15.4.0, 4.40.0"})
  void theFirstBetaOfMacOs154IsFoundOnEveryVmmAndNoneIsClaimedToBeTheCure(
      String macOs, String release) {
    Recommendation answer = recommend(appleM4(macOs), desktop(release));

    assertThat(answer.candidates())
        .hasSize(4)
        .allSatisfy(
            candidate -> {
              Finding finding = finding(candidate, "macos-15-4-beta");
              assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
              assertThat(finding.remedies())
                  .noneMatch(remedy -> remedy instanceof Remedy.SwitchVmm);
              assertThat(finding.sources()).containsExactly("release-notes:4.39.0");
            });
  }

  @ParameterizedTest
  @CsvSource({"15.3.2, 4.39.0", "15.4.1, 4.39.0", "15.5, 4.40.0"})
  void otherReleasesOfMacOs15DoNotHaveTheTroubleOfThatBeta(String macOs, String release) {
    assertThat(recommend(appleM4(macOs), desktop(release)).candidates())
        .allSatisfy(
            candidate ->
                assertThat(finding(candidate, "macos-15-4-beta").outcome())
                    .isEqualTo(Outcome.NOT_APPLICABLE));
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void onMacOs13NoVmmOf449CanRunAsTheAppCannotBeInstalled(Architecture architecture) {
    Host.Builder mac =
        Host.builder().architecture(architecture).macOsVersion(Version.parse("13.7.8"));

    Recommendation answer = recommend(mac, desktop("4.49.0"));

    assertThat(answer.best()).isEmpty();
    assertThat(answer.certainty()).isEqualTo(Certainty.NONE);
    assertThat(answer.missingFacts()).isEmpty();
    assertThat(answer.candidates())
        .hasSize(4)
        .allSatisfy(
            candidate -> {
              assertThat(candidate.eligibility()).isEqualTo(Eligibility.INELIGIBLE);
              Finding finding = finding(candidate, "desktop-macos-14");
              assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
              assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
              assertThat(finding.remedies())
                  .containsExactly(new Remedy.UpgradeMacOs(Version.parse("14")));
            });
    assertThat(answer.why()).contains("macOS 14 or later", "13.7.8");
    assertThat(answer.text()).contains("macOS 14 or later", "13.7.8");
  }

  @Test
  void onMacOs13TheReleaseBefore449StillRuns() {
    assertThat(recommend(appleM4("13.7.8"), desktop("4.48.0")).best()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.41.0", "4.41.2"})
  void devContainersOnAnIntelMacFindHyperKitBetterIn441AlthoughItIsDeprecated(String release) {
    Recommendation answer =
        recommend(
            intelWithDevContainers("14.5"), desktop(release).vmm(APPLE_VIRTUALIZATION_FRAMEWORK));

    assertThat(answer.best()).contains(HYPERKIT);
    assertThat(answer.candidate(HYPERKIT).phase()).contains(Phase.DEPRECATED);
    assertThat(answer.candidate(APPLE_VIRTUALIZATION_FRAMEWORK).decidedBy())
        .isEqualTo(Criterion.HARM);
    Finding finding =
        finding(answer.candidate(APPLE_VIRTUALIZATION_FRAMEWORK), "memory-protection-keys");
    assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(finding.remedies())
        .containsExactly(
            new Remedy.UpgradeDockerDesktop(Version.parse("4.86.0")),
            new Remedy.SwitchVmm(HYPERKIT));
    assertThat(finding.message()).contains("temporary", "deprecated");
    assertThat(answer.headline())
        .isEqualTo(
            "Upgrade Docker Desktop to 4.86.0 or later first; the Apple Virtualization framework is"
                + " then the best choice.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.40.0", "4.42.0"})
  void devContainersOnAnIntelMacAreFineWithTheFrameworkBeforeAndAfter441(String release) {
    Recommendation answer =
        recommend(
            intelWithDevContainers("14.5"), desktop(release).vmm(APPLE_VIRTUALIZATION_FRAMEWORK));

    assertThat(answer.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(
            finding(answer.candidate(APPLE_VIRTUALIZATION_FRAMEWORK), "memory-protection-keys")
                .outcome())
        .isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource({"4.13.0, LEGACY, NOT_APPLICABLE", "4.14.0, DEPRECATED, VIOLATED"})
  void hyperKitIsNotDeprecatedWhileItIsTheDefault(String release, Phase phase, Outcome outcome) {
    Candidate hyperKit =
        recommend(intelWithDevContainers("12.6"), desktop(release)).candidate(HYPERKIT);

    assertThat(hyperKit.phase()).contains(phase);
    assertThat(finding(hyperKit, "hyperkit-deprecated").outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @EnumSource(Storage.class)
  void theReportOnKernel7IsShownToTheSpannerEmulatorOnlyAndAdvisesNothing(Storage storage) {
    Recommendation spanner =
        recommend(appleM4("15.5").workload(database("spanner", storage)), desktop("4.87.0"));
    Recommendation postgresql =
        recommend(appleM4("15.5").workload(database("postgresql", storage)), desktop("4.87.0"));

    for (Vmm vmm : List.of(DOCKER_VMM, APPLE_VIRTUALIZATION_FRAMEWORK)) {
      Finding finding = finding(spanner.candidate(vmm), "kernel-7-memory-corruption");
      assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
      assertThat(finding.severity()).isEqualTo(Severity.WARNING);
      assertThat(finding.remedies()).isEmpty();
      assertThat(finding.countsFor()).isEmpty();
      assertThat(finding.message())
          .startsWith("Reported, not confirmed: ")
          .contains("One user reports", "Cloud Spanner emulator")
          .doesNotContain("4.86.0");
      assertThat(finding(postgresql.candidate(vmm), "kernel-7-memory-corruption").outcome())
          .isEqualTo(Outcome.SATISFIED);
    }
    assertThat(spanner.best()).isEqualTo(postgresql.best());
    assertThat(spanner.headline()).isEqualTo(postgresql.headline());
    assertThat(
            finding(postgresql.candidate(DOCKER_VMM), "docker-vmm-database-files-grow").outcome())
        .isEqualTo(storage == Storage.BIND_MOUNT ? Outcome.VIOLATED : Outcome.SATISFIED);
  }

  private static Workload database(String engine, Storage storage) {
    return Workload.builder()
        .imageArchitectures(List.of("arm64"))
        .databases(List.of(Database.of(engine, storage)))
        .build();
  }
}

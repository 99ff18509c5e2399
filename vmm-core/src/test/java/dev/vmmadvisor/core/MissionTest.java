package dev.vmmadvisor.core;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.HYPERKIT;
import static dev.vmmadvisor.api.Vmm.QEMU;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.advice.ValueSet;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the advisor says about the Macs of Docker's manual page on VMMs. */
class MissionTest {

  private static Host.Builder mac(String macOs, DockerDesktop.Builder desktop) {
    return Host.builder()
        .architecture(Architecture.ARM64)
        .macOsVersion(Version.parse(macOs))
        .dockerDesktop(desktop.build());
  }

  private static DockerDesktop.Builder desktop(String version) {
    return DockerDesktop.builder().version(Version.parse(version));
  }

  private static Workload workload(List<String> images, Database... databases) {
    return Workload.builder()
        .imageArchitectures(images)
        .databases(Arrays.asList(databases))
        .build();
  }

  private static Host appleSilicon(int memoryMiB, Workload workload) {
    return mac("15.2", desktop("4.44.0").memoryMiB(memoryMiB)).workload(workload).build();
  }

  private static final Workload ARM64_ONLY = workload(List.of("arm64"));

  @Test
  void dockerVmmIsCertainOnAppleSiliconWithArm64ImagesAndNoDatabases() {
    Recommendation answer = VmmAdvisor.recommend(appleSilicon(8192, ARM64_ONLY));

    assertThat(answer.best()).contains(DOCKER_VMM);
    assertThat(answer.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(answer.missingFacts()).isEmpty();
    assertThat(answer.candidates().get(0).decidedBy()).isEqualTo(Criterion.SPEED);
    assertThat(answer.why()).contains("2x faster", "25x faster");
  }

  @Test
  void oneMebibyteTooLittleRulesDockerVmmOutAndTheReasonSaysWhereToRaiseIt() {
    Recommendation answer = VmmAdvisor.recommend(appleSilicon(4095, ARM64_ONLY));

    assertThat(answer.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(answer.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(answer.whyNot(DOCKER_VMM))
        .startsWith("Docker VMM cannot run here: Docker VMM needs at least 4096 MiB (4 GB)")
        .contains("Here: memory of the Linux VM 4095 MiB.")
        .endsWith("raise the memory of the Linux VM to at least 4096 MiB in Settings > Resources.");
    Finding finding = finding(answer, DOCKER_VMM, "docker-vmm-memory-minimum");
    assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
    assertThat(finding.parameters())
        .isEqualTo(Map.of("dockerDesktop.memoryMiB", 4095, "atLeast", 4096));
    assertThat(finding.remedies()).containsExactly(new Remedy.RaiseVmMemory(4096));
  }

  @Test
  void fourGigabytesAreNotFourThousandMebibytes() {
    Recommendation answer = VmmAdvisor.recommend(appleSilicon(4000, ARM64_ONLY));

    assertThat(answer.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(answer.whyNot(DOCKER_VMM)).contains("4 GB", "4096 MiB", "4000 MiB");
    assertThat(VmmAdvisor.recommend(appleSilicon(4096, ARM64_ONLY)).best()).contains(DOCKER_VMM);
  }

  @Test
  void nothingSaidAboutTheWorkloadCountsAgainstTheBetaAndTheMissingFactsAreNamed() {
    Recommendation answer = VmmAdvisor.recommend(appleSilicon(8192, Workload.unknown()));

    assertThat(answer.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(answer.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(answer.missingFacts())
        .extracting(MissingFact::fact)
        .containsExactly(Fact.IMAGE_ARCHITECTURES, Fact.DATABASES);
    assertThat(byNotation(answer.missingFacts().get(1)))
        .isEqualTo(
            Map.of(
                "not mongodb, not cassandra", "docker-vmm",
                "mongodb on bind-mount", "apple-virtualization-framework",
                "cassandra on bind-mount", "apple-virtualization-framework"));
    assertThat(answer.why()).contains("beta", "databases");
  }

  @Test
  void amd64ImagesSpeakForRosetta() {
    Recommendation answer =
        VmmAdvisor.recommend(appleSilicon(8192, workload(List.of("arm64", "amd64"))));

    assertThat(answer.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(answer.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(answer.candidate(DOCKER_VMM).decidedBy()).isEqualTo(Criterion.FITNESS);
    assertThat(answer.whyNot(DOCKER_VMM)).contains("Rosetta", "amd64", "emulation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mongodb", "cassandra"})
  void aDatabaseOnABindMountSpeaksAgainstDockerVmmAndOnANamedVolumeDoesNot(String engine) {
    Recommendation bound =
        VmmAdvisor.recommend(
            appleSilicon(
                8192, workload(List.of("arm64"), Database.of(engine, Storage.BIND_MOUNT))));
    Recommendation named =
        VmmAdvisor.recommend(
            appleSilicon(
                8192, workload(List.of("arm64"), Database.of(engine, Storage.NAMED_VOLUME))));

    assertThat(bound.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(bound.candidate(DOCKER_VMM).decidedBy()).isEqualTo(Criterion.HARM);
    assertThat(finding(bound, DOCKER_VMM, "docker-vmm-databases-on-bind-mounts").outcome())
        .isEqualTo(Outcome.VIOLATED);
    assertThat(bound.whyNot(DOCKER_VMM)).contains(engine + " on a bind mount", "named volume");
    assertThat(named.best()).contains(DOCKER_VMM);
    assertThat(named.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(finding(named, DOCKER_VMM, "docker-vmm-databases-on-bind-mounts").outcome())
        .isEqualTo(Outcome.SATISFIED);
  }

  @Test
  void aDatabaseWhoseStorageIsUnknownIsSomethingToFindOut() {
    Database unknown = Database.builder().engine("mongodb").build();
    Recommendation answer =
        VmmAdvisor.recommend(appleSilicon(8192, workload(List.of("arm64"), unknown)));

    assertThat(answer.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(answer.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(answer.missingFacts())
        .containsExactly(
            new MissingFact(
                Fact.DATABASES,
                Map.of(
                    mongoDbOn(Storage.NAMED_VOLUME), "docker-vmm",
                    mongoDbOn(Storage.BIND_MOUNT), "apple-virtualization-framework")));
  }

  @Test
  void stabilityPutsTheGenerallyAvailableBeforeTheBeta() {
    Advisor advisor = VmmAdvisor.builder().build();
    Recommendation answer = advisor.recommend(appleSilicon(8192, ARM64_ONLY), Goal.STABILITY);

    assertThat(answer.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(answer.goal()).isEqualTo(Goal.STABILITY);
    assertThat(answer.whyNot(DOCKER_VMM))
        .isEqualTo(
            "Docker VMM is in beta; the Apple Virtualization framework is generally available. The"
                + " goal stability puts what is generally available before a beta.");
  }

  @Test
  void performanceTakesABetaForGenerallyAvailable() {
    Advisor advisor = VmmAdvisor.builder().build();

    assertThat(advisor.recommend(appleSilicon(8192, Workload.unknown()), Goal.PERFORMANCE).best())
        .contains(DOCKER_VMM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.5", "13.6", "15.2", "26"})
  void anIntelMacOnHyperKitIsToldToMoveToTheAppleVirtualizationFramework(String macOs) {
    Host host =
        Host.builder()
            .architecture(Architecture.X86_64)
            .macOsVersion(Version.parse(macOs))
            .dockerDesktop(desktop("4.30.0").vmm(HYPERKIT).build())
            .build();

    Recommendation answer = VmmAdvisor.recommend(host);

    assertThat(answer.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(answer.certainty()).isEqualTo(Certainty.CERTAIN);
    Candidate hyperKit = answer.candidate(HYPERKIT);
    assertThat(hyperKit.eligibility()).isEqualTo(Eligibility.ELIGIBLE);
    assertThat(hyperKit.phase()).contains(Phase.DEPRECATED);
    assertThat(hyperKit.rank()).isEqualTo(2); // the other two are ineligible
    assertThat(answer.current().orElseThrow().findings())
        .filteredOn(finding -> finding.kind() == RuleKind.DEPRECATION)
        .extracting(Finding::code)
        .containsExactly("hyperkit-deprecated");
    assertThat(answer.plan().vmm()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(answer.headline())
        .startsWith("Upgrade Docker Desktop to 4.")
        .contains("then switch from HyperKit to the Apple Virtualization framework");
  }

  @Test
  void anIntelMacBeforeMacOs125StaysOnHyperKit() {
    Host host =
        Host.builder()
            .architecture(Architecture.X86_64)
            .macOsVersion(Version.parse("12.4"))
            .dockerDesktop(desktop("4.30.0").vmm(HYPERKIT).build())
            .build();

    Recommendation answer = VmmAdvisor.recommend(host);

    assertThat(answer.best()).contains(HYPERKIT);
    assertThat(answer.whyNot(APPLE_VIRTUALIZATION_FRAMEWORK)).contains("12.5", "12.4");
  }

  @Test
  void qemuOn4432IsDeprecatedStillEligibleAndTheLastThatIs() {
    Host host = mac("14.0", desktop("4.43.2").vmm(QEMU).memoryMiB(8192)).build();

    Recommendation answer = VmmAdvisor.recommend(host);

    Candidate qemu = answer.candidate(QEMU);
    assertThat(qemu.eligibility()).isEqualTo(Eligibility.ELIGIBLE);
    assertThat(qemu.phase()).contains(Phase.DEPRECATED);
    assertThat(answer.candidates())
        .filteredOn(candidate -> candidate.eligibility() == Eligibility.ELIGIBLE)
        .last()
        .isEqualTo(qemu);
    assertThat(finding(answer, QEMU, "qemu-deprecated").outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(finding(answer, QEMU, "qemu-removed").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void qemuOn4440IsNotEligibleAndBothStatementsAreShownWithTheirSources() {
    Host host = mac("14.0", desktop("4.44.0").vmm(QEMU).memoryMiB(8192)).build();

    Recommendation answer = VmmAdvisor.recommend(host);

    assertThat(answer.candidate(QEMU).eligibility()).isEqualTo(Eligibility.INELIGIBLE);
    assertThat(answer.candidate(QEMU).phase()).contains(Phase.REMOVED);
    assertThat(answer.current().orElseThrow().findings())
        .filteredOn(finding -> finding.kind() == RuleKind.DEPRECATION)
        .extracting(Finding::code)
        .containsExactly("qemu-deprecated", "qemu-removed");
    assertThat(finding(answer, QEMU, "qemu-deprecated").sources())
        .contains(
            "docker-manual:vmm#qemu-deprecation", "release-notes:4.37.0", "release-notes:4.41.0");
    assertThat(finding(answer, QEMU, "qemu-removed").sources())
        .containsExactly("release-notes:4.44.0");
    assertThat(answer.whyNot(QEMU)).contains("removed in Docker Desktop 4.44.0", "4.43.2");
  }

  @Test
  void anEmptyHostHasFourCandidatesAndDependsOnWhatIsNotKnown() {
    Recommendation answer = VmmAdvisor.recommend(Host.builder().build());

    assertThat(answer.candidates()).extracting(Candidate::vmm).containsOnly(Vmm.values());
    assertThat(answer.candidates()).hasSize(4);
    assertThat(answer.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(answer.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(answer.missingFacts())
        .extracting(MissingFact::fact)
        .contains(
            Fact.OPERATING_SYSTEM,
            Fact.ARCHITECTURE,
            Fact.MACOS_VERSION,
            Fact.DOCKER_DESKTOP_VERSION,
            Fact.VM_MEMORY,
            Fact.IMAGE_ARCHITECTURES,
            Fact.DATABASES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows", "linux"})
  void anotherOperatingSystemHasNoneAndTheReasonSaysSo(String operatingSystem) {
    Recommendation answer =
        VmmAdvisor.recommend(Host.builder().operatingSystem(operatingSystem).build());

    assertThat(answer.best()).isEmpty();
    assertThat(answer.certainty()).isEqualTo(Certainty.NONE);
    assertThat(answer.candidates())
        .hasSize(4)
        .allMatch(candidate -> candidate.eligibility() == Eligibility.INELIGIBLE);
    assertThat(answer.why()).contains("macOS only", operatingSystem);
    assertThat(answer.text())
        .startsWith(
            "This host runs "
                + operatingSystem
                + ", and this advice is for Docker Desktop for Mac only.\n");
  }

  @ParameterizedTest
  @EnumSource(Vmm.class)
  void rosettaUnderDockerVmmIsASettingWithoutEffect(Vmm vmm) {
    Host host = mac("15.2", desktop("4.44.0").vmm(vmm).rosettaEnabled(true)).build();

    List<String> codes =
        VmmAdvisor.recommend(host).current().orElseThrow().findings().stream()
            .map(Finding::code)
            .toList();

    assertThat(codes.contains("docker-vmm-rosetta-without-effect")).isEqualTo(vmm == DOCKER_VMM);
  }

  @Test
  void frequentFileAccessIsAmongTheReasonsForDockerVmm() {
    Workload workload =
        Workload.builder().from(ARM64_ONLY).traits(List.of("file-watching")).build();

    assertThat(VmmAdvisor.recommend(appleSilicon(8192, workload)).why())
        .contains("often", "responsive");
    assertThat(VmmAdvisor.recommend(appleSilicon(8192, ARM64_ONLY)).why())
        .doesNotContain("responsive");
  }

  @Test
  void theNumbersOfThePageAreNotClaimedForTheEngineThatReplacedIt() {
    Host host = mac("15.2", desktop("4.88.0").memoryMiB(8192)).workload(ARM64_ONLY).build();

    Recommendation answer = VmmAdvisor.recommend(host);

    assertThat(answer.best()).contains(DOCKER_VMM);
    assertThat(answer.why())
        .doesNotContain("2x", "25x")
        .contains("it gives no figure", "28.5 percent longer");
  }

  @Test
  void aHostThatDeclaresEndpointSecurityKeepsTheFrameworkThatServesIt() {
    Workload workload =
        Workload.builder().from(ARM64_ONLY).traits(List.of("endpoint-security")).build();

    Recommendation answer = VmmAdvisor.recommend(appleSilicon(8192, workload));

    assertThat(answer.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(answer.candidate(DOCKER_VMM).decidedBy()).isEqualTo(Criterion.FITNESS);
    assertThat(answer.whyNot(DOCKER_VMM)).contains("gRPC FUSE");
  }

  @Test
  void whatWasPlannedForAReleaseWhoseNotesWereNotReadIsSaidToBeUnconfirmed() {
    for (String release : List.of("4.92.0", Catalogs.builtIn().newestRelease().toString(), "5.0")) {
      Host host = mac("26", desktop(release).memoryMiB(8192)).workload(ARM64_ONLY).build();

      assertThat(VmmAdvisor.recommend(host).text().replaceAll("\n *", " "))
          .contains("this catalog cannot confirm it");
    }
    LookAhead ahead =
        VmmAdvisor.builder()
            .build()
            .lookAhead(
                mac("26", desktop("4.91.0").memoryMiB(8192)).build(),
                UpgradeTarget.macOs(Version.parse("28")));
    assertThat(ahead.text()).contains("This catalog ends at macOS 27.");
    assertThat(ahead.markdown()).contains("This catalog ends at macOS 27.");
    assertThat(VmmJson.write(ahead)).contains("macos-beyond-catalog");
  }

  @Test
  void aReleaseBeyondTheCatalogIsAnsweredAndMarked() {
    Host host = mac("26", desktop("5.0").memoryMiB(8192)).workload(ARM64_ONLY).build();

    Recommendation answer = VmmAdvisor.recommend(host);

    assertThat(answer.best()).contains(DOCKER_VMM);
    assertThat(answer.notices())
        .filteredOn(notice -> notice.code().equals("release-beyond-catalog"))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("release-beyond-catalog");
              assertThat(notice.path()).isEqualTo("dockerDesktop.version");
              assertThat(notice.message())
                  .isEqualTo(
                      "Docker Desktop 5.0 is newer than what is known: the newest release in the"
                          + " catalog is "
                          + Catalogs.builtIn().newestRelease());
            });
  }

  @Test
  void aReleaseBeforeTheCatalogIsMarkedToo() {
    Host host = mac("11.2", desktop("2.5.0")).build();

    assertThat(VmmAdvisor.recommend(host).notices())
        .extracting(notice -> notice.code())
        .containsExactly("release-before-catalog");
  }

  @Test
  void wordsThatTheCatalogDoesNotKnowBecomeNotices() {
    Workload workload =
        Workload.builder()
            .imageArchitectures(List.of("riscv64"))
            .databases(List.of(Database.of("tigris", Storage.BIND_MOUNT)))
            .mounts(List.of("home", "tape"))
            .traits(List.of("haste"))
            .build();

    assertThat(VmmAdvisor.recommend(appleSilicon(8192, workload)).notices())
        .extracting(notice -> notice.path() + " " + notice.message().replaceAll(";.*", ""))
        .containsExactlyInAnyOrder(
            "workload.imageArchitectures nothing is known about \"riscv64\"",
            "workload.databases nothing is known about \"tigris\"",
            "workload.mounts nothing is known about \"tape\"",
            "workload.traits nothing is known about \"haste\"");
  }

  @Test
  void macOs1016MeansElevenOrLater() {
    Host old = mac("10.16", desktop("4.20.0").memoryMiB(8192)).build();
    Host beforeEleven = mac("10.15", desktop("4.20.0").memoryMiB(8192)).build();

    assertThat(finding(VmmAdvisor.recommend(old), QEMU, "desktop-macos-11").outcome())
        .isEqualTo(Outcome.SATISFIED);
    assertThat(
            finding(
                    VmmAdvisor.recommend(old),
                    APPLE_VIRTUALIZATION_FRAMEWORK,
                    "apple-virtualization-framework-macos-12-5")
                .outcome())
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(finding(VmmAdvisor.recommend(beforeEleven), QEMU, "desktop-macos-11").outcome())
        .isEqualTo(Outcome.VIOLATED);
    assertThat(VmmAdvisor.recommend(old).missingFacts())
        .filteredOn(missing -> missing.fact() == Fact.MACOS_VERSION)
        .singleElement()
        .satisfies(
            missing ->
                assertThat(byNotation(missing))
                    .isEqualTo(
                        Map.of(
                            "(,12.5)", "qemu",
                            "[12.5,)", "apple-virtualization-framework")));
  }

  private static ValueSet mongoDbOn(Storage storage) {
    return new ValueSet.Databases(Optional.of("mongodb"), Set.of(storage));
  }

  private static Map<String, String> byNotation(MissingFact missing) {
    return missing.outcomes().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().notation(), Map.Entry::getValue));
  }

  private static Finding finding(Recommendation answer, Vmm vmm, String code) {
    return answer.candidate(vmm).finding(code).orElseThrow();
  }
}

package dev.vmmadvisor.core;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.FleetReport;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.SecurityStatus;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.fleet.Fleet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is advised on releases with published vulnerabilities. */
class SecurityTest {

  private static final Advisor ENGLISH = VmmAdvisor.builder().build();
  private static final Advisor CHINESE =
      VmmAdvisor.builder().locale(Locale.SIMPLIFIED_CHINESE).build();

  private static final String DATABASE =
      "{\"engine\": \"postgresql\", \"storage\": \"bind-mount\"}";

  private static Host host(String release, String vmm, String databases, String more) {
    return VmmJson.readHost(
        """
        {"architecture": "arm64", "macOsVersion": "15.2", "memoryMiB": 18432,
         "dockerDesktop": {"version": "%s", "vmm": "%s", "memoryMiB": 8192,
           "fileSharing": "virtiofs", "rosettaEnabled": false%s},
         "workload": {"imageArchitectures": ["arm64"], "databases": [%s], "mounts": [],
           "traits": []}}\
        """
            .formatted(release, vmm, more, databases));
  }

  private static Host onDockerVmm(String release, String databases) {
    return host(release, "docker-vmm", databases, "");
  }

  @ParameterizedTest
  @CsvSource({"4.86.0,", "4.86.0," + "db", "4.87.0,", "4.87.0,db"})
  void aVulnerableDockerVmmIsLeftByAnUpgrade(String release, String database) {
    Host host = onDockerVmm(release, database == null ? "" : DATABASE);
    for (Advisor advisor : List.of(ENGLISH, CHINESE)) {
      Recommendation advice = advisor.recommend(host);
      ValidationReport report = advisor.validate(host);
      LookAhead fix = advisor.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.88.0")));
      FleetReport fleet = Fleet.of(advisor).report(Stream.of(host, host));

      assertThat(advice.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
      assertThat(advice.candidate(DOCKER_VMM).decidedBy()).isEqualTo(Criterion.SECURITY);
      assertThat(advice.headline()).contains("4.88.0", "Apple Virtualization framework");
      assertThat(advice.text()).startsWith(advice.headline().substring(0, 20));
      assertThat(advice.plan().steps().get(0).remedies())
          .containsExactly(new Remedy.UpgradeDockerDesktop(Version.parse("4.88.0")));
      assertThat(advice.plan().steps().get(0).undo()).contains(release);
      assertThat(VmmJson.write(advice))
          .contains("\"cve-2026-77179\"", "\"CVE-2026-77179\"", "\"upgradeTo\" : \"4.88.0\"");
      assertThat(report.status()).isEqualTo(ValidationReport.Status.ERRORS);
      assertThat(report.errors()).extracting(it -> it.code()).containsExactly("cve-2026-77179");
      assertThat(report.headline()).contains("4.88.0");
      assertThat(fix.avoid()).isFalse();
      assertThat(fix.headline()).contains("4.88.0", release);
      assertThat(advisor.timeline(host).headline()).contains("4.88.0");
      assertThat(fleet.vulnerable()).isEqualTo(2);
      assertThat(fleet.vulnerabilities())
          .contains(new FleetReport.Affected("cve-2026-77179", List.of("CVE-2026-77179"), true, 2));
      assertThat(fleet.text()).contains("CVE-2026-77179");
      for (Answer answer : List.of(advice, report, fix, advisor.timeline(host), advice.plan())) {
        assertThat(answer.text())
            .doesNotContainIgnoringCase("stay with")
            .doesNotContainIgnoringCase("do not upgrade")
            .doesNotContainIgnoringCase("return to")
            .doesNotContainIgnoringCase("go back to");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", DATABASE})
  void fromTheFixOnDockerVmmIsTheBestAsBefore(String databases) {
    Recommendation advice = ENGLISH.recommend(onDockerVmm("4.88.0", databases));

    assertThat(advice.best()).contains(DOCKER_VMM);
    assertThat(advice.headline()).isEqualTo("Stay with Docker VMM.");
    assertThat(advice.security().isVulnerable()).isFalse();
    assertThat(advice.plan().steps()).isEmpty();
  }

  @Test
  void otherVmmsAreNotAffected() {
    Host host = host("4.87.0", "apple-virtualization-framework", "", "");
    Recommendation advice = ENGLISH.recommend(host);

    assertThat(advice.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(advice.security().isVulnerable()).isFalse();
    assertThat(ENGLISH.validate(host).errors()).isEmpty();
    assertThat(advice.candidate(DOCKER_VMM).repairs())
        .anySatisfy(
            repair ->
                assertThat(repair.remedies())
                    .containsExactly(new Remedy.UpgradeDockerDesktop(Version.parse("4.88.0"))));
  }

  @Test
  void aReleaseThatIsVulnerableWithTheVmmInUseIsToBeAvoided() {
    Host host = onDockerVmm("4.85.0", "");
    LookAhead ahead = ENGLISH.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.87.0")));

    assertThat(ahead.avoid()).isTrue();
    assertThat(ahead.security().upgradeTo()).contains(Version.parse("4.88.0"));
    assertThat(ahead.headline())
        .isEqualTo(
            "Upgrade to 4.88.0 or later instead: Docker Desktop 4.87.0 has published"
                + " vulnerabilities that later releases fix.");
  }

  @Test
  void whatAffectsEveryVmmChangesNoOrderAndIsOneLineAndOneWarning() {
    Host host = host("4.43.2", "apple-virtualization-framework", "", "");
    Recommendation advice = ENGLISH.recommend(host);
    SecurityStatus status = advice.security();

    assertThat(status.vulnerabilities()).hasSize(9).noneMatch(it -> it.dependsOnChoice());
    assertThat(status.fixedIn()).contains(Version.parse("4.90.0"));
    assertThat(advice.text())
        .containsOnlyOnce("published vulnerabilities")
        .contains(
            "Docker Desktop 4.43.2 has 9 published vulnerabilities; all are fixed in 4.90.0.");
    assertThat(advice.headline()).startsWith("Upgrade Docker Desktop to 4.8");
    assertThat(advice.candidates())
        .noneMatch(candidate -> candidate.decidedBy() == Criterion.SECURITY);
    ValidationReport report = ENGLISH.validate(host);
    assertThat(report.warnings()).noneMatch(it -> it.code().startsWith("cve-"));
    assertThat(report.security()).isEqualTo(status);
    assertThat(report.status()).isEqualTo(ValidationReport.Status.WARNINGS);
  }

  @Test
  void aPlanDoesNotPassThroughAVulnerableRelease() {
    Plan plan =
        ENGLISH
            .recommend(host("4.87.0", "apple-virtualization-framework", "", ""))
            .planTo(DOCKER_VMM);

    assertThat(plan.steps()).hasSize(2);
    assertThat(plan.steps().get(0).remedies())
        .containsExactly(new Remedy.UpgradeDockerDesktop(Version.parse("4.88.0")));
    assertThat(plan.steps().get(1).remedies()).containsExactly(new Remedy.SwitchVmm(DOCKER_VMM));
  }

  @Test
  void aMacThatCanInstallNoSafeReleaseIsToldSo() {
    Host host =
        VmmJson.readHost(
            """
            {"architecture": "x86_64", "macOsVersion": "12.7.6",
             "dockerDesktop": {"version": "4.41.2", "vmm": "apple-virtualization-framework"}}\
            """);
    Recommendation advice = ENGLISH.recommend(host);

    assertThat(advice.security().isVulnerable()).isTrue();
    assertThat(advice.security().upgradeTo()).isEmpty();
    assertThat(advice.headline())
        .startsWith("Stay with the Apple Virtualization framework. ")
        .contains(
            "No Docker Desktop release that this Mac can install is free of known"
                + " vulnerabilities.");
    for (Vmm vmm : Vmm.values()) {
      assertThat(advice.candidate(vmm).findings())
          .allSatisfy(
              finding ->
                  assertThat(finding.remedies())
                      .noneMatch(it -> it instanceof Remedy.UpgradeDockerDesktop));
    }
    assertThat(ENGLISH.validate(host).headline())
        .contains("No Docker Desktop release that this Mac can install");
    assertThat(
            ENGLISH
                .lookAhead(host, UpgradeTarget.macOs(Version.parse("15.2")))
                .text()
                .replace('\n', ' '))
        .contains("With macOS 15.2 this Mac can install Docker Desktop 4.")
        .contains(", which is free of known vulnerabilities.");
  }

  @Test
  void theReasonsOfThePresentReleaseAreSaidToBe() {
    Host host =
        VmmJson.readHost(
            """
            {"architecture": "arm64", "macOsVersion": "15.2", "memoryMiB": 16384,
             "dockerDesktop": {"version": "4.86.0", "vmm": "docker-vmm", "memoryMiB": 8192},
             "workload": {"imageArchitectures": ["arm64"], "databases": [], "mounts": [],
                          "traits": []}}\
            """);
    Recommendation advice = ENGLISH.recommend(host);

    assertThat(advice.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(advice.plan().vmm()).contains(DOCKER_VMM);
    assertThat(advice.text()).contains("Why, with Docker Desktop 4.86.0:");
  }

  @Test
  void theRemediesOfAReportAreForTheVmmOfItsFirstLine() {
    Host host =
        VmmJson.readHost(
            """
            {"architecture": "arm64", "macOsVersion": "15.2",
             "dockerDesktop": {"version": "4.70.0", "memoryMiB": 8192},
             "workload": {"traits": ["file-watching"]}}\
            """);
    ValidationReport report = ENGLISH.validate(host);
    Vmm vmm = report.security().vmm().orElseThrow();

    assertThat(report.warnings()).isNotEmpty();
    assertThat(report.warnings())
        .filteredOn(finding -> !report.onlyWith().containsKey(finding.code()))
        .allSatisfy(finding -> assertThat(finding.vmm()).isEqualTo(vmm));
  }

  @Test
  void aPreconditionThatNoFactTellsLeavesItOpen() {
    SecurityStatus status = ENGLISH.recommend(onDockerVmm("4.89.0", "")).security();

    assertThat(status.vulnerabilities()).hasSize(1).allMatch(it -> !it.certain());
    assertThat(status.isVulnerable()).isFalse();
    assertThat(ENGLISH.validate(onDockerVmm("4.89.0", "")).security()).isEqualTo(status);
  }

  @Test
  void anUnknownReleaseMayBeVulnerable() {
    Host host =
        VmmJson.readHost(
            """
            {"architecture": "arm64", "macOsVersion": "15.2",
             "dockerDesktop": {"vmm": "docker-vmm", "memoryMiB": 8192},
             "workload": {"imageArchitectures": ["arm64"], "databases": [], "mounts": [],
               "traits": []}}\
            """);
    Recommendation advice = ENGLISH.recommend(host);

    assertThat(advice.missingFacts()).isNotEmpty();
    assertThat(advice.security().vulnerabilities()).isEmpty();
    assertThat(advice.security().release()).isEmpty();
  }

  @Test
  void aLockedVmmIsNeitherSwitchedInTheHeadlineNorInAStep() {
    Recommendation advice =
        ENGLISH.recommend(host("4.87.0", "docker-vmm", "", ", \"lockedSettings\": [\"vmm\"]"));

    assertThat(advice.headline())
        .isEqualTo(
            "Upgrade Docker Desktop to 4.88.0 or later first; an administrator has locked the VMM"
                + " setting to Docker VMM.");
    assertThat(advice.plan().steps()).hasSize(1);
  }

  private static Host mac(String macOs, String release, String desktop) {
    return VmmJson.readHost(
        """
        {"operatingSystem": "macos", "architecture": "arm64", "macOsVersion": "%s",
         "memoryMiB": 18432,
         "dockerDesktop": {"version": "%s", %s},
         "workload": {"imageArchitectures": ["arm64"], "databases": [], "mounts": [],
                      "traits": []}}
        """
            .formatted(macOs, release, desktop));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.86.0", "4.87.0"})
  void aVulnerabilityOfAVmmThatCanBeInUseComesFirst(String release) {
    Host host = mac("15.2", release, "\"memoryMiB\": 8192");
    ValidationReport report = ENGLISH.validate(host);

    assertThat(ENGLISH.recommend(host).headline()).startsWith("Upgrade Docker Desktop to 4.88.0");
    assertThat(report.headline()).startsWith("Upgrade Docker Desktop to 4.88.0 or later first");
    assertThat(report.status()).isEqualTo(ValidationReport.Status.WARNINGS);
    assertThat(ENGLISH.timeline(host).headline()).contains("4.88.0");
    assertThat(report.security().vulnerabilities())
        .filteredOn(entry -> entry.code().equals("cve-2026-77179"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.certain()).isFalse());
    Host locked = mac("15.2", release, "\"memoryMiB\": 8192, \"lockedSettings\": [\"vmm\"]");
    assertThat(ENGLISH.recommend(locked).headline()).startsWith("Upgrade Docker Desktop to 4.88.0");
  }

  @Test
  void aReleaseWithAVulnerabilityOfAVmmThatCanBeInUseIsToBeAvoided() {
    Host host = mac("15.2", "4.84.0", "\"memoryMiB\": 8192");

    assertThat(
            ENGLISH.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.86.0"))).avoid())
        .isTrue();
    assertThat(ENGLISH.recommend(host).security().upgradeTo()).contains(Version.parse("4.88.0"));
  }

  @Test
  void whereNoReleaseIsSafeTheOneWithTheFewestVulnerabilitiesIsAdvised() {
    Host host = mac("13.6", "4.43.2", "\"vmm\": \"apple-virtualization-framework\"");
    Recommendation advice = ENGLISH.recommend(host);
    SecurityStatus security = advice.security();

    assertThat(security.upgradeTo()).isPresent();
    assertThat(security.fixesAll()).isFalse();
    assertThat(advice.headline())
        .startsWith("Upgrade Docker Desktop to 4.4")
        .contains("No Docker Desktop release that this Mac can install is free of");
    Host then = new Remedy.UpgradeDockerDesktop(security.upgradeTo().orElseThrow()).applyTo(host);
    SecurityStatus after = ENGLISH.recommend(then).security();
    assertThat(after.upgradeTo()).isEmpty();
    assertThat(after.vulnerabilities()).extracting(it -> it.code()).doesNotContain("cve-2025-9074");
    LookAhead between =
        ENGLISH.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.44.0")));
    assertThat(between.avoid()).isTrue();
    assertThat(
            ENGLISH
                .lookAhead(host, UpgradeTarget.dockerDesktop(security.upgradeTo().orElseThrow()))
                .headline())
        .contains("it fixes published vulnerabilities of 4.43.2");
  }

  @Test
  void aVulnerableReleaseIsNoReasonToUpgradeMacOs() {
    Host host = mac("13.6", "4.43.2", "\"vmm\": \"docker-vmm\", \"memoryMiB\": 8192");

    assertThat(
            ENGLISH.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.86.0"))).avoid())
        .isTrue();
  }

  @Test
  void theFleetSaysToUpgradeWhereTheAnswerToOneMacDoes() {
    Host host = mac("15.2", "4.87.0", "\"vmm\": \"docker-vmm\", \"memoryMiB\": 8192");
    FleetReport report = Fleet.of(ENGLISH).report(Stream.of(host));

    assertThat(report.changes())
        .extracting(change -> change.help().remedy())
        .contains(new Remedy.UpgradeDockerDesktop(Version.parse("4.88.0")))
        .noneMatch(remedy -> remedy instanceof Remedy.SwitchVmm);
    assertThat(report.text()).contains("pgrade Docker Desktop to 4.88.0");
  }

  @Test
  void nothingOlderThanTheReleaseInUseIsAnUpgrade() {
    Host host =
        VmmJson.readHost(
            """
            {"architecture": "arm64", "macOsVersion": "12.3",
             "dockerDesktop": {"version": "4.34.3", "vmm": "apple-virtualization-framework"},
             "workload": {"imageArchitectures": ["amd64"]}}
            """);

    assertThat(ENGLISH.validate(host).text()).doesNotContain("upgrade Docker Desktop to 4.16.0");
  }

  @Test
  void aLockedRemedyIsSaidToBe() {
    Host host =
        mac(
            "15.2",
            "4.92.0",
            "\"vmm\": \"docker-vmm\", \"memoryMiB\": 2048, \"lockedSettings\": [\"memoryMiB\"]");

    assertThat(ENGLISH.validate(host).text().replaceAll("\\s+", " "))
        .contains("Settings > Resources (an administrator has locked this setting)");
    Host unknown =
        mac("15.2", "4.92.0", "\"vmm\": \"docker-vmm\", \"lockedSettings\": [\"bogus\"]");
    assertThat(ENGLISH.recommend(unknown).notices())
        .anyMatch(notice -> notice.message().contains("bogus"));
  }

  @Test
  void memoryThatTheMacLacksIsLoweredFirst() {
    Host host = mac("15.2", "4.92.0", "\"vmm\": \"docker-vmm\", \"memoryMiB\": 32768");

    assertThat(ENGLISH.recommend(host).headline())
        .startsWith("Lower the memory of the Linux VM to at most 18432 MiB first");
  }
}

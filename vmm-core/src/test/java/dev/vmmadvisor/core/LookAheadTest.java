package dev.vmmadvisor.core;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.QEMU;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.LookAhead.Installs;
import dev.vmmadvisor.api.advice.LookAhead.Kind;
import dev.vmmadvisor.api.advice.Timeline;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.SampleHosts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other releases change for Macs of which every fact is known. */
@Tag("golden")
class LookAheadTest {

  private static final Workload PLAIN =
      Workload.builder()
          .imageArchitectures(List.of("arm64"))
          .databases(List.of())
          .mounts(List.of())
          .traits(List.of())
          .build();

  private static final Workload AMD64 =
      Workload.builder().from(PLAIN).imageArchitectures(List.of("arm64", "amd64")).build();

  private static Host.Builder mac(String release, Vmm vmm) {
    return Host.builder()
        .operatingSystem(Host.MACOS)
        .architecture(Architecture.ARM64)
        .chip("Apple M2")
        .macOsVersion(Version.parse("15.2"))
        .memoryMiB(32768)
        .rosettaInstalled(true)
        .virtualMachine(false)
        .dockerDesktop(desktop(release, vmm).build())
        .workload(PLAIN);
  }

  private static DockerDesktop.Builder desktop(String release, Vmm vmm) {
    return DockerDesktop.builder()
        .version(Version.parse(release))
        .vmm(vmm)
        .memoryMiB(8192)
        .cpus(8)
        .fileSharing(FileSharing.VIRTIOFS)
        .rosettaEnabled(vmm == APPLE_VIRTUALIZATION_FRAMEWORK)
        .lockedSettings(List.of());
  }

  private static LookAhead ahead(Host.Builder host, String release) {
    return VmmAdvisor.builder()
        .build()
        .lookAhead(host.build(), UpgradeTarget.dockerDesktop(Version.parse(release)));
  }

  /** The same as if no release had a vulnerability. */
  private static LookAhead withoutVulnerabilities(Host.Builder host, String release) {
    Catalog catalog = Catalogs.builtIn();
    List<Rule> rules =
        catalog.rules().stream().filter(rule -> !(rule instanceof Vulnerability)).toList();
    return VmmAdvisor.builder()
        .catalog(Catalog.builder().from(catalog).rules(rules).build())
        .build()
        .lookAhead(host.build(), UpgradeTarget.dockerDesktop(Version.parse(release)));
  }

  private static LookAhead macOsAhead(Host.Builder host, String version) {
    return VmmAdvisor.builder()
        .build()
        .lookAhead(host.build(), UpgradeTarget.macOs(Version.parse(version)));
  }

  private static String firstLine(String text) {
    return text.substring(0, text.indexOf("\n\n")).replace('\n', ' ');
  }

  private static Optional<LookAhead.Change> change(LookAhead ahead, Kind kind, String code) {
    return ahead.changes().stream()
        .filter(change -> change.kind() == kind && change.code().equals(code))
        .findFirst();
  }

  private static List<Remedy> before(LookAhead ahead) {
    return ahead.before().stream().flatMap(step -> step.remedies().stream()).toList();
  }

  @Test
  void qemuIsGoneIn444AndIsToBeLeftBefore() {
    LookAhead ahead = ahead(mac("4.43.2", QEMU), "4.44.0");

    assertThat(ahead.installs()).isEqualTo(Installs.YES);
    assertThat(change(ahead, Kind.UNAVAILABLE, "qemu-removed"))
        .hasValueSatisfying(change -> assertThat(change.vmms()).containsExactly(QEMU));
    assertThat(before(ahead))
        .containsExactly(new Remedy.SwitchVmm(ahead.bestBefore().orElseThrow()));
    assertThat(firstLine(ahead.text()))
        .isEqualTo(
            "Upgrade to 4.88.0 or later instead: Docker Desktop 4.44.0 has published"
                + " vulnerabilities that later releases fix.");
    LookAhead safe = ahead(mac("4.43.2", QEMU), "4.88.0");
    assertThat(before(safe)).isEqualTo(before(ahead));
    assertThat(firstLine(safe.text()))
        .isEqualTo(
            "Upgrade to Docker Desktop 4.88.0: it fixes published vulnerabilities of 4.43.2. Leave"
                + " QEMU before you upgrade: Docker Desktop 4.88.0 no longer has it.");
  }

  @Test
  void onMacOs13Docker449DoesNotInstallAndMacOsComesFirst() {
    LookAhead ahead = ahead(mac("4.43.2", QEMU).macOsVersion(Version.parse("13.6")), "4.49.0");

    assertThat(ahead.installs()).isEqualTo(Installs.NO);
    assertThat(ahead.bestAfter()).isEmpty();
    assertThat(before(ahead))
        .startsWith(new Remedy.UpgradeMacOs(Version.parse("14")))
        .anyMatch(remedy -> remedy instanceof Remedy.SwitchVmm);
    assertThat(firstLine(ahead.text()))
        .isEqualTo(
            "Upgrade to 4.88.0 or later instead: Docker Desktop 4.49.0 has published"
                + " vulnerabilities that later releases fix. Upgrade macOS to 14 first: Docker"
                + " Desktop 4.49.0 does not install on macOS 13.6.");
  }

  @Test
  void onAnIntelMacNoUpgradeOfMacOsIsOfferedAsItIsNotKnownToRun() {
    Host.Builder intel =
        mac("4.48.0", APPLE_VIRTUALIZATION_FRAMEWORK)
            .architecture(Architecture.X86_64)
            .chip("Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz")
            .macOsVersion(Version.parse("13.6"));

    LookAhead ahead = ahead(intel, "4.49.0");

    assertThat(ahead.installs()).isEqualTo(Installs.NO);
    assertThat(ahead.before()).isEmpty();
    assertThat(ahead.text()).startsWith("Stay below Docker Desktop 4.49.0: it does not install");
  }

  @Test
  void dockerVmmKeepsItsNameAndGetsAnotherEngineIn486() {
    Workload database =
        Workload.builder()
            .from(PLAIN)
            .databases(List.of(Database.of("postgresql", Storage.BIND_MOUNT)))
            .build();
    LookAhead ahead = ahead(mac("4.85.0", DOCKER_VMM).workload(database), "4.86.0");

    assertThat(change(ahead, Kind.ENGINE_CHANGED, "docker-vmm-own-engine"))
        .hasValueSatisfying(
            change -> {
              assertThat(change.vmms()).containsExactly(DOCKER_VMM);
              assertThat(change.message()).contains("keeps its name", "libkrun");
            });
    assertThat(change(ahead, Kind.NEW_ISSUE, "docker-vmm-slow-inbound-network")).isPresent();
    assertThat(change(ahead, Kind.NEW_ISSUE, "docker-vmm-database-files-grow")).isPresent();
    assertThat(ahead.avoid()).isTrue();
    assertThat(firstLine(ahead.text()))
        .isEqualTo(
            "Upgrade to 4.88.0 or later instead: Docker Desktop 4.86.0 has published"
                + " vulnerabilities that later releases fix.");
  }

  @Test
  void whatWasOnlyPromisedToBeFixedIsNotCertain() {
    Workload database =
        Workload.builder()
            .from(PLAIN)
            .databases(List.of(Database.of("postgresql", Storage.BIND_MOUNT)))
            .build();
    LookAhead ahead = ahead(mac("4.87.0", DOCKER_VMM).workload(database), "4.88.0");

    assertThat(change(ahead, Kind.FIXED, "docker-vmm-slow-inbound-network"))
        .hasValueSatisfying(change -> assertThat(change.certain()).isTrue());
    assertThat(change(ahead, Kind.FIXED, "docker-vmm-database-files-grow"))
        .hasValueSatisfying(
            change -> {
              assertThat(change.certain()).isFalse();
              assertThat(change.message()).contains("promised for 4.88.0");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Apple M3, 15.2, true",
    "Apple M4, 15.2, true",
    "Apple M2, 15.2, false",
    "Apple M3, 15.1, false"
  })
  void amd64ImagesOnM3AndM4AreToldToAvoid437(String chip, String macOs, boolean avoid) {
    Host.Builder host =
        mac("4.36.0", APPLE_VIRTUALIZATION_FRAMEWORK)
            .chip(chip)
            .macOsVersion(Version.parse(macOs))
            .workload(AMD64);

    assertThat(withoutVulnerabilities(host, "4.37.0").avoid()).isEqualTo(avoid);
    assertThat(withoutVulnerabilities(host, "4.37.2").avoid()).isEqualTo(avoid);
    assertThat(withoutVulnerabilities(host, "4.41.0").avoid()).isFalse();
    for (String release : List.of("4.37.0", "4.37.2", "4.41.0")) {
      assertThat(ahead(host, release).avoid()).isTrue(); // all have a vulnerability
    }
    assertThat(withoutVulnerabilities(host.workload(PLAIN), "4.37.0").avoid()).isFalse();
  }

  /** It is reported of 4.27 and documented nowhere that Rosetta is broken. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoUsesRosettaIsWarnedOf427AndNotToldToAvoidIt(boolean rosetta) {
    Host host =
        mac("4.26.1", APPLE_VIRTUALIZATION_FRAMEWORK)
            .macOsVersion(Version.parse("14.2"))
            .workload(AMD64)
            .build();
    Host.Builder changed =
        Host.builder()
            .from(host)
            .dockerDesktop(
                DockerDesktop.builder().from(host.dockerDesktop()).rosettaEnabled(rosetta).build());

    for (String release : List.of("4.27.0", "4.27.1")) {
      LookAhead ahead = withoutVulnerabilities(changed, release);
      assertThat(ahead.avoid()).isFalse();
      assertThat(change(ahead, Kind.NEW_ISSUE, "rosetta-broken-in-4-27").isPresent())
          .isEqualTo(rosetta);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void aMacWithoutRosettaIsToldToAvoid429(boolean installed, boolean avoid) {
    Host.Builder host =
        mac("4.28.0", APPLE_VIRTUALIZATION_FRAMEWORK)
            .macOsVersion(Version.parse("14.2"))
            .rosettaInstalled(installed);

    LookAhead ahead = withoutVulnerabilities(host, "4.29.0");

    assertThat(ahead.avoid()).isEqualTo(avoid);
    assertThat(change(ahead, Kind.UNAVAILABLE, "docker-desktop-needs-rosetta").isPresent())
        .isEqualTo(avoid);
    assertThat(withoutVulnerabilities(host, "4.30.0").avoid()).isFalse();
  }

  /** What is only reported of 4.87.0 tells nobody to avoid it; its vulnerability does. */
  @Test
  void onlyItsVulnerabilityTellsToAvoid487() {
    Workload databases =
        Workload.builder()
            .from(PLAIN)
            .databases(
                List.of(
                    Database.of("postgresql", Storage.NAMED_VOLUME),
                    Database.of("spanner", Storage.NAMED_VOLUME)))
            .build();
    Workload nested = Workload.builder().from(PLAIN).mounts(List.of("nested-volume")).build();

    for (Workload workload : List.of(PLAIN, databases, nested)) {
      for (Vmm vmm : List.of(DOCKER_VMM, APPLE_VIRTUALIZATION_FRAMEWORK)) {
        Host.Builder host = mac("4.86.0", vmm).workload(workload);
        assertThat(ahead(host, "4.87.0").avoid()).isEqualTo(vmm == DOCKER_VMM);
        assertThat(ahead(host, "4.88.0").avoid()).isFalse();
        assertThat(ahead(host, "4.88.0").text()).doesNotContain("Do not", "Return to");
      }
    }
    LookAhead ahead = ahead(mac("4.86.0", DOCKER_VMM).workload(nested), "4.87.0");
    assertThat(change(ahead, Kind.NEW_ISSUE, "docker-vmm-nested-volumes-detach")).isPresent();
    assertThat(firstLine(ahead.text()))
        .isEqualTo(
            "Upgrade to 4.88.0 or later instead: Docker Desktop 4.87.0 has published"
                + " vulnerabilities that later releases fix.");
  }

  @Test
  void theWayBackFromDockerVmmLeavesItFirst() {
    LookAhead ahead = ahead(mac("4.44.0", DOCKER_VMM), "4.30.0");

    assertThat(change(ahead, Kind.UNAVAILABLE, "docker-vmm-release")).isPresent();
    assertThat(change(ahead, Kind.AVAILABLE, "qemu-removed")).isPresent();
    assertThat(before(ahead)).contains(new Remedy.SwitchVmm(APPLE_VIRTUALIZATION_FRAMEWORK));
    assertThat(firstLine(ahead.text()))
        .isEqualTo(
            "Do not downgrade to Docker Desktop 4.30.0: it has published vulnerabilities. Use"
                + " 4.88.0 or later.");
  }

  @Test
  void whereTheVmmIsLockedTheUpgradeHasToWait() {
    Host host = mac("4.43.2", QEMU).build();
    Host.Builder locked =
        Host.builder()
            .from(host)
            .dockerDesktop(
                DockerDesktop.builder()
                    .from(host.dockerDesktop())
                    .lockedSettings(List.of("vmm"))
                    .build());

    LookAhead ahead = ahead(locked, "4.44.0");

    assertThat(ahead.before()).isEmpty();
    assertThat(ahead.text()).startsWith("Stay away from Docker Desktop 4.44.0 for now: QEMU");
    assertThat(ahead(locked, "4.88.0").text())
        .startsWith("Stay away from Docker Desktop 4.88.0 for now: QEMU");
  }

  @ParameterizedTest
  @CsvSource({"15.6, YES", "26.0, YES", "27.0, UNKNOWN", "13.6, YES"})
  void aMacOsInstallsWhereTheMacIsKnownToRunIt(String version, Installs installs) {
    LookAhead ahead = macOsAhead(mac("4.48.0", APPLE_VIRTUALIZATION_FRAMEWORK), version);

    assertThat(ahead.installs()).isEqualTo(installs);
  }

  @Test
  void aMacOsOnWhichTheAppDoesNotRunIsNotToBeInstalled() {
    LookAhead ahead = macOsAhead(mac("4.49.0", APPLE_VIRTUALIZATION_FRAMEWORK), "13.6");

    assertThat(ahead.installs()).isEqualTo(Installs.NO);
    assertThat(change(ahead, Kind.DOES_NOT_INSTALL, "desktop-macos-14")).isPresent();
    assertThat(firstLine(ahead.text()))
        .isEqualTo("Do not install macOS 13.6: Docker Desktop 4.49.0 does not run on it.");
  }

  @Test
  void anUpgradeOfMacOsComesAfterThatOfAReleaseWithAVulnerability() {
    LookAhead ahead = macOsAhead(mac("4.60.1", APPLE_VIRTUALIZATION_FRAMEWORK), "26.0");

    assertThat(ahead.avoid()).isFalse();
    assertThat(firstLine(ahead.text()))
        .startsWith("Upgrade Docker Desktop to 4.88.0 or later first. ")
        .doesNotContain("macOS 26.0 has published vulnerabilities");
    assertThat(ahead.text()).contains("Docker Desktop 4.60.1 has");
    assertThat(macOsAhead(mac("4.90.0", APPLE_VIRTUALIZATION_FRAMEWORK), "26.0").text())
        .doesNotContain("vulnerabilit");
  }

  @Test
  void anUpgradeOfMacOsCanMakeAReleaseBad() {
    Host.Builder host =
        mac("4.37.0", APPLE_VIRTUALIZATION_FRAMEWORK)
            .chip("Apple M3")
            .macOsVersion(Version.parse("15.1"))
            .workload(AMD64);

    assertThat(macOsAhead(host, "15.2").avoid()).isTrue();
  }

  @Test
  void whetherAReleaseInstallsIsUnknownWithoutTheMacOsVersion() {
    LookAhead ahead =
        ahead(
            mac("4.48.0", APPLE_VIRTUALIZATION_FRAMEWORK).macOsVersion(Optional.empty()), "4.49.0");

    assertThat(ahead.installs()).isEqualTo(Installs.UNKNOWN);
    assertThat(change(ahead, Kind.DOES_NOT_INSTALL, "desktop-macos-14"))
        .hasValueSatisfying(change -> assertThat(change.certain()).isFalse());
    LookAhead safe =
        ahead(
            mac("4.48.0", APPLE_VIRTUALIZATION_FRAMEWORK).macOsVersion(Optional.empty()), "4.90.0");
    assertThat(safe.installs()).isEqualTo(Installs.UNKNOWN);
    assertThat(firstLine(safe.text()))
        .isEqualTo(
            "Upgrade to Docker Desktop 4.90.0: it fixes published vulnerabilities of 4.48.0. Look"
                + " up the macOS version first: it decides whether Docker Desktop 4.90.0 installs"
                + " here.");
  }

  @Test
  void whatIsNotKnownIsToldAsPossible() {
    LookAhead ahead =
        ahead(
            mac("4.86.0", APPLE_VIRTUALIZATION_FRAMEWORK).workload(Workload.builder().build()),
            "4.87.0");

    assertThat(ahead.avoid()).isFalse();
    assertThat(change(ahead, Kind.NEW_ISSUE, "kernel-7-memory-corruption"))
        .hasValueSatisfying(
            change -> {
              assertThat(change.certain()).isFalse();
              assertThat(change.remedies()).isEmpty();
              assertThat(change.message())
                  .startsWith("Perhaps: ")
                  .contains("Not known here: databases");
            });
  }

  private static final String NEWEST = Catalogs.builtIn().newestRelease().toString();

  private static final String PLAN =
      "Docker planned to make Docker VMM generally available and the default for new installations"
          + " at the end of October 2026; this catalog cannot confirm it.";

  @Test
  void ofReleasesWhoseNotesWereNotReadOnlyThePlanIsSaid() {
    Host.Builder host = mac("4.91.0", APPLE_VIRTUALIZATION_FRAMEWORK);

    assertThat(ahead(mac("4.90.0", APPLE_VIRTUALIZATION_FRAMEWORK), "4.91.0").notices()).isEmpty();
    for (String release : List.of("4.92.0", NEWEST, "4.98.0")) {
      assertThat(ahead(host, release).notices())
          .as(release)
          .extracting(Notice::message)
          .contains(PLAN);
    }
    assertThat(VmmAdvisor.builder().build().timeline(host.build()).notices())
        .extracting(Notice::message)
        .contains(PLAN);
    assertThat(
            VmmAdvisor.builder()
                .locale(Locale.SIMPLIFIED_CHINESE)
                .build()
                .recommend(mac(NEWEST, APPLE_VIRTUALIZATION_FRAMEWORK).build())
                .text())
        .contains("Docker 曾计划在 2026 年 10 月底");
  }

  @Test
  void aMacOsThatTheCatalogDoesNotKnowIsMarkedInEveryForm() {
    LookAhead ahead = macOsAhead(mac("4.90.0", APPLE_VIRTUALIZATION_FRAMEWORK), "28.0");

    assertThat(firstLine(ahead.text()))
        .contains("Wait with macOS 28.0: nothing is known of Docker Desktop on it.");
    assertThat(ahead.notices()).extracting(Notice::code).contains("macos-beyond-catalog");
    String json = VmmJson.write(ahead);
    for (String form : List.of(ahead.text(), ahead.markdown(), json)) {
      assertThat(form.replaceAll("[ \\n]+", " "))
          .contains("This catalog ends at macOS 27", "no end of it is announced");
    }
    assertThat(
            VmmAdvisor.builder()
                .build()
                .timeline(mac("4.90.0", DOCKER_VMM).macOsVersion(Version.parse("28.0")).build())
                .text())
        .contains("This catalog ends at macOS 27");
    assertThat(macOsAhead(mac("4.90.0", APPLE_VIRTUALIZATION_FRAMEWORK), "27.1").notices())
        .isEmpty();
  }

  @Test
  void ofReleasesAfterTheNewestNothingIsClaimed() {
    LookAhead ahead = ahead(mac("4.92.0", APPLE_VIRTUALIZATION_FRAMEWORK), "5.0");

    assertThat(ahead.notices()).extracting(Notice::code).contains("release-beyond-catalog");
    assertThat(ahead.text()).startsWith("Wait with Docker Desktop 5.0: nothing is known");
  }

  @Test
  void whereNothingChangesThatIsSaid() {
    LookAhead ahead = ahead(mac("4.91.0", APPLE_VIRTUALIZATION_FRAMEWORK), "4.92.0");

    assertThat(ahead.changes()).isEmpty();
    assertThat(firstLine(ahead.text()))
        .isEqualTo("Nothing you use changes with Docker Desktop 4.92.0.");
  }

  @Test
  void noVmmOfAnotherOperatingSystemIsAdvised() {
    LookAhead ahead =
        VmmAdvisor.builder()
            .build()
            .lookAhead(SampleHosts.windows(), UpgradeTarget.dockerDesktop(Version.parse("4.92.0")));

    assertThat(ahead.installs()).isEqualTo(Installs.NO);
    assertThat(ahead.before()).isEmpty();
    assertThat(ahead.text()).startsWith("This host runs windows, and this advice is for Docker");
  }

  @Test
  void theTimelineTellsWhatIsAheadOnQemu() {
    Timeline timeline =
        VmmAdvisor.builder()
            .build()
            .timeline(mac("4.36.0", QEMU).macOsVersion(Version.parse("13.6")).build());

    assertThat(timeline.releases())
        .extracting(release -> release.target().version().toString())
        .contains("4.37.0", "4.38.0", "4.44.0", "4.49.0");
    assertThat(firstLine(timeline.text()))
        .startsWith("Leave QEMU before you upgrade: Docker Desktop 4.44.0 no longer has it.")
        .contains("Upgrade macOS to 14 before Docker Desktop 4.49.0", "Leave out Docker Desktop");
    assertThat(timeline.text()).contains("Docker Desktop 4.38.0: leave it out");
  }

  @Test
  void nothingIsAheadOfTheNewestRelease() {
    Advisor advisor = VmmAdvisor.builder().build();
    for (String release : List.of(advisor.catalog().newestRelease().toString(), "5.0")) {
      Timeline timeline = advisor.timeline(mac(release, DOCKER_VMM).build());

      assertThat(timeline.releases()).isEmpty();
      assertThat(timeline.text()).startsWith("Nothing to do: no release after");
    }
  }

  @ParameterizedTest
  @CsvSource({"en, ''", "zh-CN, .zh-CN"})
  void pagesAreAsExpected(String language, String suffix) {
    Advisor advisor = VmmAdvisor.builder().locale(Locale.forLanguageTag(language)).build();
    Host old = mac("4.43.2", QEMU).macOsVersion(Version.parse("13.6")).build();
    Host beta = mac("4.85.0", DOCKER_VMM).build();

    Golden.assertMatches(
        "look-ahead/qemu-4.49.0" + suffix + ".txt",
        advisor.lookAhead(old, UpgradeTarget.dockerDesktop(Version.parse("4.49.0"))).text());
    Golden.assertMatches(
        "look-ahead/docker-vmm-4.86.0" + suffix + ".txt",
        advisor.lookAhead(beta, UpgradeTarget.dockerDesktop(Version.parse("4.86.0"))).text());
    Golden.assertMatches(
        "look-ahead/docker-vmm-4.86.0" + suffix + ".md",
        advisor.lookAhead(beta, UpgradeTarget.dockerDesktop(Version.parse("4.86.0"))).markdown());
    Golden.assertMatches("look-ahead/timeline" + suffix + ".txt", advisor.timeline(beta).text());
  }
}

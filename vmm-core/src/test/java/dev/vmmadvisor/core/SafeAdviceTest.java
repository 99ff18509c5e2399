package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Goes through every rule and every release: no remedy, plan step or look-ahead leads to a release
 * with a vulnerability that a later release fixes, unless no release that installs is free of one,
 * and then the answer says so.
 *
 * <p>What is safe is computed here from the catalog alone, by plain comparison of versions.
 */
class SafeAdviceTest {

  private static final Catalog CATALOG = Catalogs.builtIn();
  private static final Advisor ADVISOR = VmmAdvisor.builder().build();

  private final Set<String> violated = new HashSet<>();
  private final List<String> unsafe = new ArrayList<>();
  private int checked;

  /** The vulnerabilities that certainly affect a release under a VMM and that are fixed later. */
  private static boolean isVulnerable(Version release, Vmm vmm) {
    return CATALOG.rules().stream()
        .filter(Vulnerability.class::isInstance)
        .map(Vulnerability.class::cast)
        .filter(flaw -> flaw.fixedIn().isPresent() && flaw.precondition().isEmpty())
        .filter(flaw -> flaw.confidence() != Confidence.LOW)
        .anyMatch(flaw -> flaw.vmms().contains(vmm) && flaw.releases().contains(release));
  }

  /** Whether a release installs on a macOS, as far as the macOS is known. */
  private static boolean installs(Version release, Host host) {
    Version macOs = host.macOsVersion().orElse(null);
    return macOs == null
        || CATALOG.rules().stream()
            .filter(rule -> rule instanceof ConstraintRule && rule.releases().contains(release))
            .filter(rule -> rule.vmms().containsAll(Arrays.asList(Vmm.values())))
            .map(rule -> ((ConstraintRule) rule).requires())
            .filter(it -> it instanceof Condition.Within && isAboutMacOs(it))
            .allMatch(it -> ((Condition.Within) it).range().contains(macOs));
  }

  private static boolean isAboutMacOs(Condition condition) {
    return ((Condition.Within) condition).fact() == Fact.MACOS_VERSION;
  }

  private static boolean isAnySafe(Host host, Vmm vmm) {
    Version present = host.dockerDesktop().version().orElse(Version.parse("0"));
    return CATALOG.releases().stream()
        .map(Release::version)
        .filter(release -> release.compareTo(present) >= 0)
        .anyMatch(release -> installs(release, host) && !isVulnerable(release, vmm));
  }

  private void check(Remedy remedy, Vmm vmm, Host host, String where) {
    checked++;
    if (remedy instanceof Remedy.UpgradeDockerDesktop upgrade) {
      if (!installs(upgrade.to(), host)) {
        unsafe.add(where + ": " + upgrade + " does not install on " + host.macOsVersion());
      } else if (isVulnerable(upgrade.to(), vmm) && isAnySafe(host, vmm)) {
        unsafe.add(where + ": " + upgrade + " is vulnerable with " + vmm);
      }
    } else if (remedy instanceof Remedy.AvoidRelease avoid) {
      Version release = host.dockerDesktop().version().orElse(null);
      if (release != null && avoid.releases().contains(release)) {
        unsafe.add(where + ": a downgrade, " + avoid);
      }
    } else if (remedy instanceof Remedy.SwitchVmm change) {
      Version release = host.dockerDesktop().version().orElse(null);
      boolean exposes =
          release != null && isVulnerable(release, change.vmm()) && !isVulnerable(release, vmm);
      if (exposes) {
        unsafe.add(where + ": " + change + " exposes " + release);
      }
    }
  }

  private void check(Host host) {
    Recommendation advice = ADVISOR.recommend(host, Goal.BALANCED);
    Vmm used =
        host.dockerDesktop().vmm().or(advice::best).orElse(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    for (Candidate candidate : advice.candidates()) {
      for (Finding finding : candidate.findings()) {
        if (finding.outcome() == Outcome.VIOLATED) {
          violated.add(finding.code());
        }
        for (Remedy remedy : finding.remedies()) {
          check(remedy, candidate.vmm(), host, host + " " + finding.code());
        }
      }
      for (Repair repair : candidate.repairs()) {
        for (Remedy remedy : repair.remedies()) {
          Host then = repair.applyTo(host);
          checkEnd(remedy, candidate.vmm(), then, host + " repair of " + candidate.vmm());
        }
      }
      checkSteps(advice.planTo(candidate.vmm()).steps(), used, host, "plan to " + candidate.vmm());
    }
    checkSteps(advice.plan().steps(), used, host, "plan");
    boolean vulnerable =
        host.dockerDesktop().version().filter(it -> isVulnerable(it, used)).isPresent();
    assertThat(advice.security().isVulnerable()).as(host.toString()).isEqualTo(vulnerable);
    if (vulnerable && !isAnySafe(host, used)) {
      assertThat(advice.security().fixesAll()).isFalse();
      // then the release that is advised has fewer of them
      advice
          .security()
          .upgradeTo()
          .ifPresent(
              to ->
                  assertThat(
                          ADVISOR
                              .recommend(new Remedy.UpgradeDockerDesktop(to).applyTo(host))
                              .security()
                              .vulnerabilities())
                      .hasSizeLessThan(advice.security().vulnerabilities().size()));
      assertThat(advice.text().replace('\n', ' '))
          .contains(
              "No Docker Desktop release that this Mac can install is free of known"
                  + " vulnerabilities.");
    }
  }

  /** A repair that changes macOS as well is judged by the host after it. */
  private void checkEnd(Remedy remedy, Vmm vmm, Host then, String where) {
    if (remedy instanceof Remedy.UpgradeDockerDesktop) {
      check(remedy, vmm, then, where);
    }
  }

  private void checkSteps(List<Step> steps, Vmm used, Host host, String where) {
    Host state = host;
    Vmm vmm = used;
    for (Step step : steps) {
      state = step.applyTo(state);
      vmm = state.dockerDesktop().vmm().orElse(vmm);
      Version release = state.dockerDesktop().version().orElse(null);
      for (Remedy remedy : step.remedies()) {
        if (remedy instanceof Remedy.UpgradeDockerDesktop upgrade) {
          checked++;
          if (!installs(upgrade.to(), state)
              || (isVulnerable(upgrade.to(), vmm) && isAnySafe(state, vmm))) {
            unsafe.add(host + " " + where + ": " + step.remedies());
          }
        }
        if (remedy instanceof Remedy.SwitchVmm change && release != null) {
          // of a release that cannot be on this macOS nothing is asked
          boolean exposes =
              installs(release, host)
                  && isVulnerable(release, change.vmm())
                  && !isVulnerable(release, used)
                  && release.equals(host.dockerDesktop().version().orElse(null))
                  && isAnySafe(state, change.vmm());
          if (exposes) {
            unsafe.add(host + " " + where + ": " + step.remedies());
          }
        }
      }
    }
  }

  /** Half of the hosts, the other half with the next release. */
  private static List<Host> hosts(Version release, int number) {
    List<Host> hosts = new ArrayList<>();
    int next = number;
    for (Architecture architecture : Architecture.values()) {
      for (String macOs : new String[] {"", "12.4", "13.6", "15.4"}) {
        for (Vmm vmm : Vmm.values()) {
          hosts.add(host(release, architecture, macOs, vmm, next % 2 == 0));
          next++;
        }
        next++;
      }
    }
    return hosts;
  }

  private static Host host(
      Version release, Architecture architecture, String macOs, Vmm vmm, boolean busy) {
    Host.Builder host =
        Host.builder()
            .architecture(architecture)
            .dockerDesktop(
                DockerDesktop.builder()
                    .version(release)
                    .vmm(vmm)
                    .memoryMiB(busy ? 40_960 : 2_048)
                    .fileSharing(busy ? FileSharing.OSXFS : FileSharing.VIRTIOFS)
                    .rosettaEnabled(busy)
                    .build())
            .workload(
                busy
                    ? Workload.builder()
                        .imageArchitectures(List.of("amd64"))
                        .databases(
                            List.of(
                                Database.of("mongodb", Storage.BIND_MOUNT),
                                Database.of("postgresql", Storage.BIND_MOUNT),
                                Database.of("spanner", Storage.NAMED_VOLUME)))
                        .mounts(List.of("external-disk", "nested-volume"))
                        .traits(List.of("file-watching", "dev-container", "large-bind-mounts"))
                        .build()
                    : Workload.unknown());
    if (!macOs.isEmpty()) {
      host.macOsVersion(Version.parse(macOs));
    }
    return architecture == Architecture.ARM64 ? host.chip("Apple M4").build() : host.build();
  }

  @Test
  void nothingLeadsToAReleaseWithAVulnerabilityThatIsFixedLater() {
    int number = 0;
    for (Release release : CATALOG.releases()) {
      for (Host host : hosts(release.version(), number)) {
        check(host);
      }
      number++;
    }

    assertThat(unsafe).isEmpty();
    assertThat(checked).isGreaterThan(10_000);
    // nearly every rule with a remedy is met on the way
    assertThat(
            CATALOG.rules().stream()
                .filter(rule -> !rule.remedies().isEmpty())
                .filter(
                    rule -> !(rule instanceof Vulnerability flaw) || flaw.precondition().isEmpty())
                .map(Rule::code))
        .filteredOn(code -> !violated.contains(code))
        .hasSizeLessThan(15);
  }

  @Test
  void lookAheadAvoidsWhatIsVulnerableUnlessNothingElseInstalls() {
    for (String macOs : List.of("12.7", "15.4")) {
      for (Vmm vmm : List.of(Vmm.DOCKER_VMM, Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)) {
        Host host = host(Version.parse("4.35.0"), Architecture.ARM64, macOs, vmm, false);
        for (LookAhead ahead : ADVISOR.timeline(host).releases()) {
          Version release = ahead.target().version();
          Host then = ahead.target().applyTo(host);
          Vmm used = ahead.security().vmm().orElse(vmm);
          boolean vulnerable = isVulnerable(release, used);
          if (ahead.installs() == LookAhead.Installs.NO) {
            continue; // nothing runs there
          }
          assertThat(ahead.security().isVulnerable()).as(release.toString()).isEqualTo(vulnerable);
          if (vulnerable) {
            assertThat(ahead.avoid())
                .as(macOs + " " + vmm + " " + release)
                .isEqualTo(ahead.security().upgradeTo().isPresent() || isToAvoid(ahead));
            assertThat(ahead.security().fixesAll()).isEqualTo(isAnySafe(then, used));
          }
          Optional<Version> safe =
              ahead.security().upgradeTo().filter(it -> ahead.security().fixesAll());
          safe.ifPresent(it -> assertThat(isVulnerable(it, used)).isFalse());
        }
      }
    }
  }

  /** Whether it is documented of something that the release changes that it is to be avoided. */
  private static boolean isToAvoid(LookAhead ahead) {
    return ahead.changes().stream()
        .map(change -> CATALOG.rule(change.code()).orElseThrow())
        .filter(rule -> rule.confidence() == Confidence.HIGH)
        .flatMap(rule -> rule.remedies().stream())
        .anyMatch(
            remedy ->
                remedy instanceof Remedy.AvoidRelease avoid
                    && avoid.releases().contains(ahead.target().version()));
  }

  @Test
  void noRuleOfTheCatalogNamesAnOpenRangeToAvoid() {
    assertThat(CATALOG.rules())
        .flatExtracting(Rule::remedies)
        .filteredOn(Remedy.AvoidRelease.class::isInstance)
        .extracting(it -> ((Remedy.AvoidRelease) it).releases())
        .allMatch(range -> range.upper().isPresent() && !range.equals(VersionRange.ALL));
  }
}

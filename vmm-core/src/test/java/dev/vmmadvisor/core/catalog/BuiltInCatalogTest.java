package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.Guide;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuiltInCatalogTest {

  private static final Catalog CATALOG = BuiltInCatalog.get();

  private static Set<String> cited() {
    Set<String> cited = new TreeSet<>();
    for (Rule rule : CATALOG.rules()) {
      cited.addAll(rule.sources());
    }
    CATALOG.macOsSupport().forEach(support -> cited.addAll(support.sources()));
    for (Guide guide : CATALOG.guides()) {
      cited.addAll(guide.sources());
    }
    for (VmmProfile profile : CATALOG.vmms()) {
      cited.addAll(profile.sources());
      for (Lifecycle lifecycle : profile.lifecycle()) {
        cited.addAll(lifecycle.sources());
      }
      for (PerformanceClaim claim : profile.performance()) {
        cited.addAll(claim.sources());
      }
      profile.engines().forEach(engine -> cited.addAll(engine.sources()));
    }
    for (FileSharingProfile profile : CATALOG.fileSharing()) {
      cited.addAll(profile.sources());
      profile.lifecycle().forEach(lifecycle -> cited.addAll(lifecycle.sources()));
    }
    CATALOG.macOsSupport().forEach(support -> cited.addAll(support.sources()));
    CATALOG.messages().forEach(message -> cited.addAll(message.sources()));
    CATALOG.statements().forEach(statement -> cited.addAll(statement.sources()));
    CATALOG.disagreements().forEach(disagreement -> cited.addAll(disagreement.sources()));
    return cited;
  }

  @Test
  void everyStatementOfTheMissionsPageIsCited() {
    Set<String> cited = cited();

    List<String> missing =
        IntStream.rangeClosed(1, 16)
            .mapToObj(number -> "mission:S" + number)
            .filter(id -> !cited.contains(id))
            .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void everySourceIsCitedBySomething() {
    assertThat(CATALOG.sources())
        .extracting(Source::id)
        .containsExactlyInAnyOrderElementsOf(cited());
  }

  @Test
  void thereIsOneProfileForEachVmm() {
    assertThat(CATALOG.vmms()).extracting(VmmProfile::vmm).containsExactlyInAnyOrder(Vmm.values());
  }

  @Test
  void itSaysWhatItIsAndHowNewItIs() {
    assertThat(CATALOG.id()).isEqualTo("docker-desktop-mac");
    List<Release> releases = CATALOG.releases();
    assertThat(CATALOG.asOf())
        .as("its sources were read when the newest release was out, or later")
        .isAfterOrEqualTo(releases.get(releases.size() - 1).date());
    assertThat(CATALOG.newestRelease()).isGreaterThanOrEqualTo(Version.parse("4.92.0"));
  }

  @Test
  void messagesNeverMixQemuTheVmmWithUserModeEmulation() {
    for (Rule rule : CATALOG.rules()) {
      if (rule.text().contains("emulation")) {
        assertThat(rule.text()).as(rule.code()).contains("user-mode emulation");
      }
      if (rule.text().contains("QEMU")) {
        assertThat(rule.text())
            .as(rule.code())
            .containsAnyOf("as a VMM", "virtual machine manager");
      }
    }
  }

  @Test
  void theReleasesAscendAndEndWithTheNewest() {
    List<Release> releases = CATALOG.releases();

    assertThat(releases).hasSizeGreaterThanOrEqualTo(110);
    assertThat(releases).extracting(Release::version).isSorted().doesNotHaveDuplicates();
    assertThat(releases).extracting(Release::date).isSorted();
    assertThat(releases.get(0).version()).isEqualTo(CATALOG.oldestRelease());
    assertThat(releases.get(releases.size() - 1).version()).isEqualTo(CATALOG.newestRelease());
  }

  @Test
  void everyIssueThatIsFixedIsThereUpToTheReleaseBeforeTheFixAndGoneWithIt() {
    List<Version> releases = CATALOG.releases().stream().map(Release::version).toList();
    for (Rule rule : CATALOG.rules()) {
      if (rule instanceof KnownIssue issue && issue.fixedIn().isPresent()) {
        int fixed = releases.indexOf(issue.fixedIn().get());

        assertThat(fixed).as(issue.code() + " is fixed in a known release").isPositive();
        assertThat(issue.releases().contains(releases.get(fixed - 1))).as(issue.code()).isTrue();
        assertThat(issue.releases().contains(releases.get(fixed))).as(issue.code()).isFalse();
      }
    }
  }

  @Test
  void everyIssueIsOneIntervalOfReleases() {
    for (Rule rule : CATALOG.rules()) {
      List<Boolean> holds =
          CATALOG.releases().stream()
              .map(release -> rule.releases().contains(release.version()))
              .toList();
      long turns =
          IntStream.range(1, holds.size())
              .filter(i -> !holds.get(i).equals(holds.get(i - 1)))
              .count();

      assertThat(holds).as(rule.code() + " holds in a known release").contains(true);
      assertThat(turns).as(rule.code()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void everyVmmAndEveryFileSharingHasOnePhaseInEveryRelease() {
    for (Release release : CATALOG.releases()) {
      for (VmmProfile profile : CATALOG.vmms()) {
        assertThat(phases(profile.lifecycle(), release.version()))
            .as(profile.vmm() + " in " + release.version())
            .hasSize(1);
      }
      for (FileSharingProfile profile : CATALOG.fileSharing()) {
        assertThat(phases(profile.lifecycle(), release.version()))
            .as(profile.fileSharing() + " in " + release.version())
            .hasSize(1);
      }
    }
  }

  private static List<Lifecycle> phases(List<Lifecycle> lifecycle, Version release) {
    return lifecycle.stream().filter(phase -> phase.releases().contains(release)).toList();
  }

  @Test
  void dockerVmmHasOneEngineInEveryRelease() {
    for (Release release : CATALOG.releases()) {
      assertThat(CATALOG.vmm(Vmm.DOCKER_VMM).orElseThrow().engines())
          .filteredOn(engine -> engine.releases().contains(release.version()))
          .extracting(Engine::code)
          .containsExactly(
              release.version().compareTo(Version.parse("4.86.0")) < 0
                  ? "docker-vmm-libkrun"
                  : "docker-vmm-own-engine");
    }
  }

  @Test
  void whatIsSeriousAndCountsIsDocumentedOrConfirmedIndependently() {
    for (Rule rule : CATALOG.rules()) {
      if (rule.severity().compareTo(Severity.SERIOUS) >= 0
          && rule.confidence() == Confidence.HIGH) {
        boolean documented =
            rule.sources().stream()
                .anyMatch(id -> !id.startsWith("issue:") && !id.startsWith("observation:"));
        long projects =
            rule.sources().stream()
                .map(id -> id.substring(0, id.lastIndexOf('#') + 1))
                .distinct()
                .count();
        assertThat(documented || projects >= 3).as(rule.code()).isTrue();
      }
    }
  }
}

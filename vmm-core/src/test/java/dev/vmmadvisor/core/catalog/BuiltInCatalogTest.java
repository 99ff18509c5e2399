package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.SettingsLocation;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    for (SettingsLocation guide : CATALOG.guides()) {
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

    assertThat(cited)
        .contains(
            "docker-manual:vmm#choice",
            "docker-manual:vmm#selecting",
            "docker-manual:vmm#docker-vmm",
            "docker-manual:vmm#cold-cache",
            "docker-manual:vmm#warm-cache",
            "docker-manual:vmm#file-access",
            "docker-manual:vmm#memory",
            "docker-manual:vmm#rosetta",
            "docker-manual:vmm#databases",
            "docker-manual:vmm#apple-virtualization-framework",
            "docker-manual:vmm#qemu",
            "docker-manual:vmm#qemu-deprecation",
            "docker-manual:vmm#qemu-alternatives",
            "docker-manual:vmm#qemu-emulation",
            "docker-manual:vmm#hyperkit-deprecation",
            "docker-manual:vmm#hyperkit");
  }

  @Test
  void everySourceHasAWellFormedAddressUnlessItHasNone() {
    Map<String, String> names = new HashMap<>();
    for (Source source : CATALOG.sources()) {
      source
          .url()
          .ifPresent(
              url -> {
                URI address = URI.create(url);
                assertThat(address.getScheme()).as(source.id()).isEqualTo("https");
                assertThat(address.getHost()).as(source.id()).contains(".");
                assertThat(url).as(source.id()).doesNotContain(" ");
              });
      // one spelling for one document
      String other =
          names.putIfAbsent(source.document().toLowerCase(Locale.ROOT), source.document());
      assertThat(source.document()).isEqualTo(other == null ? source.document() : other);
    }
    assertThat(CATALOG.sources())
        .filteredOn(source -> source.url().isEmpty())
        .extracting(Source::id)
        .containsExactlyInAnyOrder(
            // reviews that reprint a list of Apple's, of which no single one is the source
            "apple:macos-26",
            // readings of installations and feeds by third parties, without a page to cite
            "observation:package-install",
            "observation:set-precedence",
            "observation:set-sparse",
            "observation:process-names",
            "observation:set-switch",
            "observation:fs-unixsock-3p",
            "release-feed:2026-10");
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
    assertThat(CATALOG.newestRelease()).isEqualTo(releases.get(releases.size() - 1).version());
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

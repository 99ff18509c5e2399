package dev.vmmadvisor.core.decision;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Statement;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the built-in catalog cannot say anything about. */
class CatalogCoverageTest {

  /** The built-in catalog without its statements, which are notices of their own. */
  private static final Catalog CATALOG =
      Catalog.builder().from(Catalogs.builtIn()).statements(List.of()).build();

  private static List<Notice> notices(Host host) {
    return new CatalogCoverage(CATALOG).of(host);
  }

  private static Host release(Version version) {
    return Host.builder().dockerDesktop(DockerDesktop.builder().version(version).build()).build();
  }

  @Test
  void theOldestAndTheNewestReleaseAreKnown() {
    assertThat(notices(release(CATALOG.oldestRelease()))).isEmpty();
    assertThat(notices(release(CATALOG.newestRelease()))).isEmpty();
    assertThat(notices(Host.builder().build())).isEmpty();
  }

  @Test
  void aStatementThatIsANoticeIsOneForTheHostsForWhichItHolds() {
    Statement ofReleases =
        new Statement(
            "plan",
            "docker-vmm",
            VersionRange.parse("[4.92.0,)"),
            VersionRange.ALL,
            true,
            "It was planned.",
            Confidence.MEDIUM,
            List.of("s:1"));
    Statement ofMacOs =
        new Statement(
            "end",
            "macos",
            VersionRange.ALL,
            VersionRange.parse("[28,)"),
            true,
            "It ends there.",
            Confidence.MEDIUM,
            List.of("s:1"));
    CatalogCoverage notices =
        new CatalogCoverage(
            Catalog.builder().from(CATALOG).addStatements(ofReleases, ofMacOs).build());
    Host macOs = Host.builder().macOsVersion(Version.parse("28.1")).build();

    assertThat(notices.of(Host.builder().build())).isEmpty();
    assertThat(notices.of(release(Version.parse("4.91.0")))).isEmpty();
    assertThat(notices.of(release(Version.parse("4.92.0"))))
        .containsExactly(new Notice("plan", "dockerDesktop.version", "It was planned."));
    assertThat(notices.of(macOs))
        .containsExactly(new Notice("end", "macOsVersion", "It ends there."));
    assertThat(notices.of(Host.builder().from(macOs).operatingSystem("linux").build())).isEmpty();
  }

  @Test
  void ofVeryManyNoticesTheRestIsCounted() {
    List<String> words = IntStream.range(0, 3_000).mapToObj(i -> "never" + i).toList();
    String fields =
        IntStream.range(0, 1_500).mapToObj(i -> "\"f" + i + "\": 1").collect(joining(", "));
    Host read = VmmJson.readHost("{" + fields + "}");
    Host host =
        Host.builder()
            .from(read)
            .dockerDesktop(DockerDesktop.builder().version(Version.parse("999.0.0")).build())
            .workload(Workload.builder().traits(words).build())
            .build();

    assertThat(read.notices()).hasSize(1_001).last().isEqualTo(more(500));
    assertThat(notices(host)).hasSize(1_002).last().isEqualTo(more(3_500));
    assertThat(notices(host))
        .extracting(Notice::code)
        .containsOnlyOnce("release-beyond-catalog", "more-notices")
        .doesNotContain("unknown-word");
    assertThat(notices(Host.builder().workload(host.workload()).build()))
        .hasSize(1_001)
        .last()
        .isEqualTo(more(2_000));
  }

  private static Notice more(int number) {
    return new Notice(
        "more-notices",
        "",
        Map.of("number", number),
        "the first 1000 notices are here; left out: " + number);
  }

  @Test
  void aLongWordIsCut() {
    Host host =
        Host.builder()
            .workload(Workload.builder().traits(List.of("x".repeat(90_000))).build())
            .build();

    assertThat(notices(host))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.parameters()).containsEntry("word", "x".repeat(60) + "...");
              assertThat(notice.message()).hasSizeLessThan(2_000);
            });
  }

  @Test
  void theNewestReleaseIsKnownWhateverElseIsNot() {
    for (Version release : List.of(CATALOG.oldestRelease(), CATALOG.newestRelease())) {
      Host host =
          Host.builder()
              .from(release(release))
              .workload(Workload.builder().traits(List.of("never-heard-of")).build())
              .build();

      assertThat(notices(host)).extracting(Notice::code).containsExactly("unknown-word");
    }
  }

  @Test
  void whatIsOlderOrNewerIsNotKnown() {
    Version older = Version.parse("3.1.9");
    Version newer = Version.parse(CATALOG.newestRelease() + ".1");

    assertThat(notices(release(older)))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("release-before-catalog");
              assertThat(notice.parameters())
                  .isEqualTo(Map.of("version", older, "oldest", CATALOG.oldestRelease()));
            });
    assertThat(notices(release(newer)))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("release-beyond-catalog");
              assertThat(notice.parameters())
                  .isEqualTo(Map.of("version", newer, "newest", CATALOG.newestRelease()));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "operatingSystem, macos, beos",
    "workload.imageArchitectures, amd64, sparc",
    "workload.mounts, home, tape",
    "workload.traits, file-watching, gaming",
    "workload.databases, mongodb, tigris"
  })
  void aWordThatTheCatalogDoesNotNameIsToldWithItsPathAndThoseItKnows(
      String path, String known, String unknown) {
    assertThat(notices(host(path, known))).isEmpty();
    assertThat(notices(host(path, unknown)))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("unknown-word");
              assertThat(notice.path()).isEqualTo(path);
              assertThat(notice.parameters()).containsEntry("word", unknown);
              assertThat(notice.message()).contains("\"" + unknown + "\"").contains(known);
            });
  }

  private static Host host(String path, String word) {
    Workload.Builder workload = Workload.builder();
    switch (path) {
      case "workload.imageArchitectures" -> workload.imageArchitectures(List.of(word));
      case "workload.mounts" -> workload.mounts(List.of(word));
      case "workload.traits" -> workload.traits(List.of(word));
      case "workload.databases" ->
          workload.databases(List.of(Database.of(word, Storage.BIND_MOUNT)));
      default -> {
        return Host.builder().operatingSystem(word).build();
      }
    }
    return Host.builder().workload(workload.build()).build();
  }
}

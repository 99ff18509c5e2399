package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.LookAhead.Installs;
import dev.vmmadvisor.api.advice.LookAhead.Kind;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.advice.Timeline;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.answer.LookAheadValue;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every look-ahead and every timeline. */
class LookAheadProperties {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();
  private static final Advisor CHINESE =
      VmmAdvisor.builder().locale(Locale.SIMPLIFIED_CHINESE).build();
  private static final Catalog CATALOG = ADVISOR.catalog();

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Provide
  Arbitrary<Host> macs() {
    return HostArbitraries.macs();
  }

  @Provide
  Arbitrary<UpgradeTarget> targets() {
    return Arbitraries.oneOf(
        HostArbitraries.dockerDesktopVersions().map(UpgradeTarget::dockerDesktop),
        HostArbitraries.macOsVersions()
            .filter(version -> !version.isMacOsCompatibilityVersion()) // which none can install
            .map(UpgradeTarget::macOs));
  }

  @Property(tries = 200)
  void whatAHostHasAlreadyChangesNothing(@ForAll("hosts") Host host) {
    host.dockerDesktop()
        .version()
        .ifPresent(
            release ->
                assertThat(ADVISOR.lookAhead(host, UpgradeTarget.dockerDesktop(release)).changes())
                    .isEmpty());
    host.macOsVersion()
        .ifPresent(
            version ->
                assertThat(ADVISOR.lookAhead(host, UpgradeTarget.macOs(version)).changes())
                    .isEmpty());
  }

  @Property(tries = 200)
  void theWayBackIsTheMirrorOfTheWay(
      @ForAll("hosts") Host any, @ForAll("targets") UpgradeTarget target) {
    Host host = ImpliedFacts.known(any); // as what is in use implies more than what could be
    Version present =
        target.fact() == Fact.MACOS_VERSION
            ? host.macOsVersion().orElseThrow()
            : host.dockerDesktop().version().orElseThrow();
    LookAhead way = ADVISOR.lookAhead(host, target);
    LookAhead back =
        ADVISOR.lookAhead(target.applyTo(host), new UpgradeTarget(target.fact(), present));

    assertThat(told(back, Kind.FIXED)).isEqualTo(told(way, Kind.NEW_ISSUE));
    assertThat(told(back, Kind.NEW_ISSUE)).isEqualTo(told(way, Kind.FIXED));
    assertThat(told(back, Kind.AVAILABLE)).isEqualTo(told(way, Kind.UNAVAILABLE));
    assertThat(told(back, Kind.UNAVAILABLE)).isEqualTo(told(way, Kind.AVAILABLE));
    assertThat(way.bestAfter()).isEqualTo(back.bestBefore());
  }

  private static Set<String> told(LookAhead ahead, Kind kind) {
    return ahead.changes().stream()
        .filter(change -> change.kind() == kind)
        .map(change -> change.code() + " " + change.vmms())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Property(tries = 200)
  void everyChangeIsOfTheCatalogAndToldOnce(
      @ForAll("hosts") Host host, @ForAll("targets") UpgradeTarget target) {
    LookAhead ahead = ADVISOR.lookAhead(host, target);

    assertThat(ahead.changes()).extracting(LookAhead.Change::kind).isSorted();
    assertThat(ahead.changes())
        .extracting(change -> change.kind() + " " + change.code())
        .doesNotHaveDuplicates();
    assertThat(ahead.changes())
        .allSatisfy(
            change -> {
              assertThat(codes()).contains(change.code());
              assertThat(change.vmms()).isNotEmpty().isSorted();
              assertThat(change.message()).isNotBlank();
              assertThat(change.sources()).isNotEmpty();
            });
  }

  private static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    CATALOG.rules().forEach(rule -> codes.add(rule.code()));
    CATALOG
        .vmms()
        .forEach(
            profile -> {
              profile.engines().forEach(engine -> codes.add(engine.code()));
              profile.lifecycle().forEach(entry -> codes.add(entry.code()));
            });
    return codes;
  }

  @Property(tries = 200)
  void nothingIsToldOfAVmmThatCanRunNeitherBeforeNorAfter(
      @ForAll("macs") Host host, @ForAll("targets") UpgradeTarget target) {
    Set<Vmm> foreign =
        host.architecture().orElseThrow().id().equals("arm64")
            ? Set.of(Vmm.HYPERKIT)
            : Set.of(Vmm.DOCKER_VMM, Vmm.QEMU);

    assertThat(ADVISOR.lookAhead(host, target).changes())
        .filteredOn(change -> change.kind() != Kind.DOES_NOT_INSTALL)
        .allSatisfy(change -> assertThat(change.vmms()).doesNotContainAnyElementsOf(foreign));
  }

  @Property(tries = 200)
  void whatIsCertainOfVmmsIsWhatTheRecommendationsSay(
      @ForAll("macs") Host any, @ForAll("targets") UpgradeTarget target) {
    Host host = ImpliedFacts.known(any);
    LookAhead ahead = ADVISOR.lookAhead(host, target);
    Host then = target.applyTo(host);

    assertThat(ahead.bestBefore()).isEqualTo(ADVISOR.recommend(host).best());
    assertThat(ahead.bestAfter()).isEqualTo(ADVISOR.recommend(then).best());
    for (LookAhead.Change change : ahead.changes()) {
      for (Vmm vmm : change.vmms()) {
        Candidate after = ADVISOR.recommend(then).candidate(vmm);
        if (change.certain() && change.kind() == Kind.UNAVAILABLE) {
          assertThat(after.eligibility()).isEqualTo(Eligibility.INELIGIBLE);
        } else if (change.certain() && change.kind() == Kind.NEW_ISSUE) {
          assertThat(after.finding(change.code()).orElseThrow().outcome())
              .isEqualTo(Outcome.VIOLATED);
        } else if (change.certain() && change.kind() == Kind.FIXED) {
          assertThat(after.finding(change.code()).orElseThrow().outcome())
              .isIn(Outcome.SATISFIED, Outcome.NOT_APPLICABLE);
        }
      }
    }
  }

  @Property(tries = 200)
  void whereATargetDoesNotInstallNoVmmIsAdvised(
      @ForAll("hosts") Host host, @ForAll("targets") UpgradeTarget target) {
    LookAhead ahead = ADVISOR.lookAhead(host, target);

    if (ahead.installs() == Installs.NO) {
      assertThat(ahead.bestAfter()).isEmpty();
    }
    if (ahead.installs() == Installs.YES) {
      assertThat(ahead.changes()).noneMatch(change -> change.kind() == Kind.DOES_NOT_INSTALL);
    }
  }

  @Property(tries = 200)
  void whatIsToBeAvoidedHasASeriousReason(
      @ForAll("hosts") Host host, @ForAll("targets") UpgradeTarget target) {
    LookAhead ahead = ADVISOR.lookAhead(host, target);
    Optional<Version> release = target.applyTo(host).dockerDesktop().version();

    boolean vulnerable =
        target.fact() == Fact.DOCKER_DESKTOP_VERSION && ahead.security().upgradeTo().isPresent();
    if (vulnerable) {
      assertThat(ahead.avoid()).isTrue();
      // with an unknown VMM it is enough that one of those that can run is vulnerable
      assertThat(
              ahead.security().isVulnerable()
                  || (host.dockerDesktop().vmm().isEmpty()
                      && !ahead.security().vulnerabilities().isEmpty()))
          .isTrue();
    } else if (ahead.avoid()) {
      assertThat(ahead.changes())
          .anySatisfy(
              change -> {
                assertThat(change.severity()).isGreaterThanOrEqualTo(Severity.SERIOUS);
                Rule rule = CATALOG.rule(change.code()).orElseThrow();
                assertThat(rule.confidence()).isEqualTo(Confidence.HIGH);
                assertThat(rule.remedies())
                    .anyMatch(
                        remedy ->
                            remedy instanceof Remedy.AvoidRelease avoid
                                && avoid.releases().contains(release.orElseThrow()));
              });
    }
  }

  @Property(tries = 200)
  void whatIsToBeDoneBeforeLeavesAVmmThatTheTargetHas(
      @ForAll("macs") Host host, @ForAll("targets") UpgradeTarget target) {
    LookAhead ahead = ADVISOR.lookAhead(host, target);
    Host prepared = host;
    for (Step step : ahead.before()) {
      prepared = step.applyTo(prepared);
    }
    LookAhead then = ADVISOR.lookAhead(prepared, target);
    if (!ahead.before().isEmpty()) {
      assertThat(then.installs()).isNotEqualTo(Installs.NO);
    }
    if (!prepared.dockerDesktop().vmm().equals(host.dockerDesktop().vmm())) {
      Vmm vmm = prepared.dockerDesktop().vmm().orElseThrow();

      assertThat(then.changes())
          .noneMatch(
              change ->
                  change.kind() == Kind.UNAVAILABLE
                      && change.certain()
                      && change.vmms().contains(vmm));
    }
    assertThat(ahead.before().stream().flatMap(step -> step.remedies().stream()))
        .noneMatch(remedy -> remedy instanceof Remedy.UpgradeDockerDesktop);
  }

  @Property(tries = 30)
  void aTimelineIsInOrderAndEachReleaseIsComparedWithTheOneBefore(@ForAll("hosts") Host any) {
    Host host = ImpliedFacts.known(any);
    Timeline timeline = ADVISOR.timeline(host);
    List<Version> releases =
        timeline.releases().stream().map(ahead -> ahead.target().version()).toList();

    assertThat(releases).isSorted().doesNotHaveDuplicates();
    host.dockerDesktop()
        .version()
        .ifPresent(
            present -> assertThat(releases).allMatch(release -> release.compareTo(present) > 0));
    for (LookAhead ahead : timeline.releases()) {
      assertThat(ahead.changes()).isNotEmpty();
      assertThat(withoutNotices(ahead))
          .isEqualTo(withoutNotices(ADVISOR.lookAhead(ahead.host(), ahead.target())));
      assertThat(ahead.host().dockerDesktop().vmm()).isEqualTo(host.dockerDesktop().vmm());
    }
    assertThat(ADVISOR.timeline(host)).isEqualTo(timeline);
    assertThat(ADVISOR.timeline(host).text()).isEqualTo(timeline.text());
  }

  /** Without what is noticed of the host, which the release before may contradict. */
  private static LookAhead withoutNotices(LookAhead ahead) {
    return LookAheadValue.builder().from(ahead).notices(List.of()).build();
  }

  @Property(tries = 200)
  void everyLanguageTellsTheSame(
      @ForAll("hosts") Host host, @ForAll("targets") UpgradeTarget target)
      throws JsonProcessingException {
    assertAlike(ADVISOR.lookAhead(host, target), CHINESE.lookAhead(host, target));
  }

  @Property(tries = 20)
  void everyLanguageHasTheSameTimeline(@ForAll("hosts") Host host) throws JsonProcessingException {
    assertAlike(ADVISOR.timeline(host), CHINESE.timeline(host));
  }

  private static void assertAlike(Answer english, Answer chinese) throws JsonProcessingException {
    assertThat(withoutTexts(chinese)).isEqualTo(withoutTexts(english));
    assertThat(english.text().codePoints().noneMatch(LookAheadProperties::isChinese)).isTrue();
    assertThat(chinese.text().codePoints().anyMatch(LookAheadProperties::isChinese)).isTrue();
    assertThat(english.text() + chinese.text())
        .doesNotContain("null", "Optional")
        .doesNotContainPattern("\\{\\w*\\}");
    assertThat(english.markdown()).startsWith("# ");
    assertThat(headings(chinese)).isEqualTo(headings(english));
  }

  private static long headings(Answer answer) {
    return answer.markdown().lines().filter(line -> line.startsWith("#")).count();
  }

  private static boolean isChinese(int character) {
    return character >= 0x4E00 && character <= 0x9FFF;
  }

  private static JsonNode withoutTexts(Answer answer) throws JsonProcessingException {
    JsonNode document = new ObjectMapper().readTree(VmmJson.write(answer));
    for (String field : List.of("message", "instruction", "undo", "atRisk")) {
      for (JsonNode parent : document.findParents(field)) {
        ((ObjectNode) parent).put(field, "");
      }
    }
    return document;
  }

  @Property(tries = 200)
  void everyLookAheadIsValidBySchema(
      @ForAll("hosts") Host host, @ForAll("targets") UpgradeTarget target) {
    assertThat(SchemaFile.LOOK_AHEAD.problems(VmmJson.write(ADVISOR.lookAhead(host, target))))
        .isEmpty();
  }

  @Property(tries = 10)
  void everyTimelineIsValidBySchema(@ForAll("hosts") Host host) {
    assertThat(SchemaFile.TIMELINE.problems(VmmJson.write(ADVISOR.timeline(host)))).isEmpty();
  }
}

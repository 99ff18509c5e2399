package dev.vmmadvisor.core.plan;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.HYPERKIT;
import static dev.vmmadvisor.api.Vmm.QEMU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.LookAhead.Installs;
import dev.vmmadvisor.api.advice.LookAhead.Kind;
import dev.vmmadvisor.api.advice.Timeline;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.catalog.TinyCatalog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another release changes, in the smallest catalogs that show it. */
class UpgradeAnalyzerTest {

  private static final String FROM_2 = "'releases': '[4.2.0,)'";
  private static final String ONLY_2 = "'releases': '[4.2.0,4.3.0)'";
  private static final String UNTIL_2 = "'releases': '(,4.2.0)'";
  private static final String ON_INTEL = "{'fact': 'architecture', 'equals': 'x86_64'}";
  private static final String MEMORY = "{'fact': 'dockerDesktop.memoryMiB', 'atLeast': 4096}";
  private static final String CHIP = "{'fact': 'chipGeneration', 'atLeast': 2}";
  private static final String MACOS_15 = "{'fact': 'macOsVersion', 'atLeast': '15'}";
  private static final String BLOCKER = ", 'severity': 'blocker'";
  private static final String SERIOUS = ", 'severity': 'serious'";
  private static final String AVOID_2 =
      ", 'remedies': [{'action': 'avoid-release', 'releases': '[4.2.0,4.3.0)'}]";

  /** An arm64 Mac with macOS 14, of which no more is known than what is said. */
  private static Host.Builder mac(String release, Vmm vmm) {
    return mac(DockerDesktop.builder().version(Version.parse(release)).vmm(vmm));
  }

  private static Host.Builder mac(DockerDesktop.Builder desktop) {
    return Host.builder()
        .operatingSystem(Host.MACOS)
        .architecture(Architecture.ARM64)
        .macOsVersion(Version.parse("14"))
        .dockerDesktop(desktop.build());
  }

  private static LookAhead ahead(Advisor advisor, Host.Builder host, String release) {
    return advisor.lookAhead(host.build(), UpgradeTarget.dockerDesktop(Version.parse(release)));
  }

  private static LookAhead ahead(TinyCatalog catalog, Host.Builder host, String release) {
    return ahead(catalog.advisor(), host, release);
  }

  /** What 4.2.0 changes for a Mac on 4.1.0 with Docker VMM. */
  private static LookAhead ahead(TinyCatalog catalog) {
    return ahead(catalog, mac("4.1.0", DOCKER_VMM), "4.2.0");
  }

  private static List<Remedy> before(LookAhead ahead) {
    return ahead.before().stream().flatMap(step -> step.remedies().stream()).toList();
  }

  private static TinyCatalog catalog() {
    return new TinyCatalog();
  }

  // What the app requires, and what a VMM does

  @Test
  void whatTheAppRequiresOfMacOsIsNotHeldAgainstItsVmms() {
    LookAhead ahead = ahead(catalog().constraint("macos", FROM_2 + ", 'requires': " + MACOS_15));

    assertThat(ahead.installs()).isEqualTo(Installs.NO);
    assertThat(ahead.changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::code)
        .containsExactly(tuple(Kind.DOES_NOT_INSTALL, "macos"));
  }

  @Test
  void thatAReleaseInstallsAgainIsNoChangeToAnyVmm() {
    TinyCatalog catalog = catalog().constraint("macos", ONLY_2 + ", 'requires': " + MACOS_15);

    LookAhead ahead = ahead(catalog, mac("4.2.0", DOCKER_VMM), "4.3.0");

    assertThat(ahead.installs()).isEqualTo(Installs.YES);
    assertThat(ahead.changes()).isEmpty();
  }

  @Test
  void whatOneVmmRequiresOfMacOsDoesNotKeepTheAppFromInstalling() {
    LookAhead ahead =
        ahead(catalog().constraint("macos", FROM_2 + ", 'requires': " + MACOS_15, DOCKER_VMM));

    assertThat(ahead.installs()).isEqualTo(Installs.YES);
    assertThat(ahead.changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::vmms)
        .containsExactly(tuple(Kind.UNAVAILABLE, List.of(DOCKER_VMM)));
    assertThat(ahead.bestAfter()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
  }

  @Test
  void anIssueOfEveryVmmOnAMacOsDoesNotKeepTheAppFromInstalling() {
    LookAhead ahead =
        ahead(
            catalog()
                .issue(
                    "macos",
                    FROM_2 + ", 'trigger': {'fact': 'macOsVersion', 'below': '15'}" + BLOCKER));

    assertThat(ahead.installs()).isEqualTo(Installs.YES);
    assertThat(ahead.changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::vmms)
        .containsExactly(tuple(Kind.UNAVAILABLE, List.of(Vmm.values())));
  }

  @Test
  void aConstraintOfEveryVmmThatRulesNothingOutIsAnIssueLikeAnyOther() {
    TinyCatalog catalog =
        catalog().constraint("macos", ONLY_2 + ", 'requires': " + MACOS_15 + SERIOUS);

    assertThat(ahead(catalog).installs()).isEqualTo(Installs.YES);
    assertThat(ahead(catalog).changes())
        .extracting(LookAhead.Change::kind)
        .containsExactly(Kind.NEW_ISSUE);
    assertThat(ahead(catalog, mac("4.2.0", DOCKER_VMM), "4.3.0").changes())
        .extracting(LookAhead.Change::kind)
        .containsExactly(Kind.FIXED);
  }

  @Test
  void whatEveryVmmRequiresOfTheMacKeepsTheAppFromInstallingAndIsToldOfEachVmm() {
    LookAhead ahead = ahead(catalog().constraint("intel", FROM_2 + ", 'requires': " + ON_INTEL));

    assertThat(ahead.installs()).isEqualTo(Installs.NO);
    assertThat(ahead.changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::vmms)
        .containsExactly(tuple(Kind.UNAVAILABLE, List.of(Vmm.values())));
    assertThat(ahead.bestAfter()).isEmpty();
  }

  @Test
  void whatEveryVmmRequiresAndIsNotKnownLeavesTheAppToInstall() {
    LookAhead ahead = ahead(catalog().constraint("memory", FROM_2 + ", 'requires': " + MEMORY));

    assertThat(ahead.installs()).isEqualTo(Installs.YES);
    assertThat(ahead.changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::certain)
        .containsExactly(tuple(Kind.UNAVAILABLE, false));
  }

  // What ends and what begins

  @Test
  void aVmmThatNeedsWhatIsNotKnownIsPerhapsUnavailable() {
    TinyCatalog catalog =
        catalog().constraint("memory", ONLY_2 + ", 'requires': " + MEMORY, DOCKER_VMM);

    assertThat(ahead(catalog).changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::severity, LookAhead.Change::certain)
        .containsExactly(tuple(Kind.UNAVAILABLE, Severity.BLOCKER, false));
    assertThat(ahead(catalog, mac("4.2.0", DOCKER_VMM), "4.3.0").changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::severity, LookAhead.Change::certain)
        .containsExactly(tuple(Kind.AVAILABLE, Severity.INFO, false));
  }

  @Test
  void aVmmOfWhichItIsOpenWhetherItRunsDoesNotGetMoreOpen() {
    TinyCatalog catalog =
        catalog()
            .constraint("chip", "'requires': " + CHIP, DOCKER_VMM)
            .constraint("memory", FROM_2 + ", 'requires': " + MEMORY, DOCKER_VMM);

    assertThat(ahead(catalog).changes()).isEmpty();
  }

  @Test
  void anIssueThatMayRuleOutAVmmOfWhichThatIsOpenIsToldAsAnIssue() {
    TinyCatalog catalog =
        catalog()
            .constraint("chip", "'requires': " + CHIP, DOCKER_VMM)
            .issue("memory", FROM_2 + ", 'trigger': " + MEMORY + BLOCKER, DOCKER_VMM);

    assertThat(ahead(catalog).changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::certain)
        .containsExactly(tuple(Kind.NEW_ISSUE, false));
  }

  @Test
  void aConstraintInCodeThatFailsLeavesItOpenWhetherAVmmRuns() {
    Constraint failing =
        Constraint.of(
            "failing",
            Set.of(DOCKER_VMM),
            Set.of(Fact.ARCHITECTURE),
            (host, vmm) -> {
              throw new IllegalStateException("It fails.");
            });
    TinyCatalog catalog =
        catalog().constraint("memory", FROM_2 + ", 'requires': " + MEMORY, DOCKER_VMM);
    Advisor advisor = VmmAdvisor.builder().catalog(catalog.read()).constraint(failing).build();

    assertThat(ahead(advisor, mac("4.1.0", DOCKER_VMM), "4.2.0").changes()).isEmpty();
    assertThat(ahead(catalog).changes()).hasSize(1);
  }

  /** A constraint in code that 4.2.0 and later do not meet; what is not known it cannot tell. */
  private static Advisor untilWeTried2(Severity severity) {
    Constraint constraint =
        new Constraint() {
          @Override
          public String code() {
            return "not-tried";
          }

          @Override
          public Set<Vmm> vmms() {
            return Set.of(DOCKER_VMM);
          }

          @Override
          public Set<Fact> facts() {
            return Set.of(Fact.DOCKER_DESKTOP_VERSION);
          }

          @Override
          public Severity severity() {
            return severity;
          }

          @Override
          public Verdict evaluate(Host host, Vmm vmm) {
            return host.dockerDesktop().version().stream()
                    .anyMatch(version -> version.compareTo(Version.parse("4.2.0")) >= 0)
                ? Verdict.violated("We have not tried it yet.")
                : Verdict.satisfied();
          }
        };
    return VmmAdvisor.builder().catalog(catalog().read()).constraint(constraint).build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "BLOCKER; 4.1.0; 4.2.0; UNAVAILABLE; Docker VMM can no longer be used. We have not tried",
        "BLOCKER; 4.2.0; 4.1.0; AVAILABLE; What stood in the way: We have not tried it yet.",
        "WARNING; 4.1.0; 4.2.0; NEW_ISSUE; We have not tried it yet.",
        "WARNING; 4.2.0; 4.1.0; FIXED; We have not tried it yet."
      })
  void whatAConstraintInCodeChangesIsToldInItsOwnWords(
      Severity severity, String from, String to, Kind kind, String words) {
    LookAhead ahead = ahead(untilWeTried2(severity), mac(from, DOCKER_VMM), to);

    assertThat(ahead.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(kind);
              assertThat(change.code()).isEqualTo("not-tried");
              assertThat(change.vmms()).containsExactly(DOCKER_VMM);
              assertThat(change.certain()).isTrue();
              assertThat(change.message()).contains(words);
            });
  }

  @Test
  void aVmmThatIsStillRuledOutIsNotToldToBeAvailable() {
    TinyCatalog catalog =
        catalog()
            .constraint("intel", "'requires': " + ON_INTEL, DOCKER_VMM)
            .constraint("macos", UNTIL_2 + ", 'requires': " + MACOS_15, DOCKER_VMM);

    assertThat(ahead(catalog).changes()).isEmpty();
  }

  @Test
  void aVmmThatBecomesPossibleIsNotToldToBeUnavailableForWhatIsNowOpen() {
    TinyCatalog catalog =
        catalog()
            .constraint("intel", UNTIL_2 + ", 'requires': " + ON_INTEL, DOCKER_VMM)
            .constraint("memory", FROM_2 + ", 'requires': " + MEMORY, DOCKER_VMM);

    assertThat(ahead(catalog).changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::code)
        .containsExactly(tuple(Kind.AVAILABLE, "intel"));
  }

  @Test
  void onlyWhatRulesAVmmOutIsToldAndNotWhatIsOpenBesides() {
    TinyCatalog catalog =
        catalog()
            .constraint("intel", FROM_2 + ", 'requires': " + ON_INTEL, DOCKER_VMM)
            .constraint("memory", FROM_2 + ", 'requires': " + MEMORY, DOCKER_VMM);

    assertThat(ahead(catalog).changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::code)
        .containsExactly(tuple(Kind.UNAVAILABLE, "intel"));
  }

  @Test
  void onlyThatAVmmEndsIsToldAndNotWhatGoesWrongWithItBesides() {
    TinyCatalog catalog =
        catalog()
            .constraint("intel", ONLY_2 + ", 'requires': " + ON_INTEL, DOCKER_VMM)
            .issue("slow", FROM_2 + SERIOUS, DOCKER_VMM)
            .issue("crash", ONLY_2 + SERIOUS, DOCKER_VMM)
            .phase(DOCKER_VMM, "early", "beta", "(,4.2.0)")
            .phase(DOCKER_VMM, "ready", "generally-available", "[4.2.0,4.3.0)")
            .phase(DOCKER_VMM, "old", "legacy", "[4.3.0,)")
            .engine(DOCKER_VMM, "one", "(,4.2.0)")
            .engine(DOCKER_VMM, "two", "[4.2.0,4.3.0)")
            .engine(DOCKER_VMM, "three", "[4.3.0,)");

    assertThat(ahead(catalog).changes())
        .extracting(LookAhead.Change::kind)
        .containsExactly(Kind.UNAVAILABLE);
    assertThat(ahead(catalog, mac("4.2.0", DOCKER_VMM), "4.3.0").changes())
        .extracting(LookAhead.Change::kind)
        .containsExactly(Kind.AVAILABLE);
  }

  @Test
  void ofAVmmThatIsRuledOutAnywayNothingIsTold() {
    TinyCatalog catalog =
        catalog()
            .constraint("intel", "'requires': " + ON_INTEL, DOCKER_VMM)
            .issue("slow", FROM_2 + SERIOUS, DOCKER_VMM)
            .phase(DOCKER_VMM, "early", "beta", "(,4.2.0)")
            .phase(DOCKER_VMM, "ready", "generally-available", "[4.2.0,)")
            .engine(DOCKER_VMM, "one", "(,4.2.0)")
            .engine(DOCKER_VMM, "two", "[4.2.0,)");

    assertThat(ahead(catalog).changes()).isEmpty();
  }

  @Test
  void aDeprecationIsToldWhenItBeginsAndNotWhenItEnds() {
    TinyCatalog catalog =
        catalog().deprecation("going", ONLY_2 + ", 'phase': 'deprecated'", DOCKER_VMM);

    assertThat(ahead(catalog).changes())
        .extracting(LookAhead.Change::kind)
        .containsExactly(Kind.DEPRECATED);
    assertThat(ahead(catalog, mac("4.2.0", DOCKER_VMM), "4.3.0").changes())
        .extracting(LookAhead.Change::kind)
        .doesNotContain(Kind.DEPRECATED, Kind.FIXED);
  }

  @Test
  void aSettingIsToldWhenItLosesItsEffectAndNotWhenItGetsIt() {
    TinyCatalog catalog =
        catalog()
            .setting(
                "rosetta",
                ONLY_2 + ", 'present': {'fact': 'dockerDesktop.rosettaEnabled', 'equals': true}");
    DockerDesktop.Builder desktop = DockerDesktop.builder().vmm(DOCKER_VMM).rosettaEnabled(true);

    assertThat(ahead(catalog, mac(desktop.version(Version.parse("4.1.0"))), "4.2.0").changes())
        .extracting(LookAhead.Change::kind)
        .containsExactly(Kind.SETTING);
    assertThat(ahead(catalog, mac(desktop.version(Version.parse("4.2.0"))), "4.3.0").changes())
        .isEmpty();
  }

  // How sure it is

  @Test
  void anIssueThatMayHitIsToldUnlessItCountsOnlyWhereDeclared() {
    String trigger = FROM_2 + ", 'trigger': {'fact': 'workload.traits', 'contains': 'builds'}";

    assertThat(ahead(catalog().issue("open", trigger, DOCKER_VMM)).changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::certain)
        .containsExactly(tuple(Kind.NEW_ISSUE, false));
    assertThat(
            ahead(catalog().issue("need", trigger + ", 'declaredOnly': true", DOCKER_VMM))
                .changes())
        .isEmpty();
  }

  @Test
  void aConstraintThatMayNotBeMetIsToldAsPerhapsAnIssue() {
    assertThat(
            ahead(
                    catalog()
                        .constraint(
                            "memory", FROM_2 + ", 'requires': " + MEMORY + SERIOUS, DOCKER_VMM))
                .changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::certain)
        .containsExactly(tuple(Kind.NEW_ISSUE, false));
  }

  @Test
  void whatMayHaveBeenWrongBeforeIsNotCertainlyNew() {
    Advisor advisor = catalog().issue("fifteen", "'trigger': " + MACOS_15, DOCKER_VMM).advisor();
    UpgradeTarget target = UpgradeTarget.macOs(Version.parse("15"));

    assertThat(advisor.lookAhead(mac("4.1.0", DOCKER_VMM).build(), target).changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::certain)
        .containsExactly(tuple(Kind.NEW_ISSUE, true));
    assertThat(
            advisor
                .lookAhead(mac("4.1.0", DOCKER_VMM).macOsVersion(Optional.empty()).build(), target)
                .changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::certain)
        .containsExactly(tuple(Kind.NEW_ISSUE, false));
  }

  @Test
  void aFixIsCertainUnlessItIsOnlyPromised() {
    String promised = ", 'fixedIn': '4.2.0', 'fixConfirmed': false";

    assertThat(fix("").certain()).isTrue();
    assertThat(fix(", 'fixedIn': '4.2.0'").certain()).isTrue();
    assertThat(fix(promised).certain()).isFalse();
    assertThat(fix(", 'fixConfirmed': false").certain()).isTrue();
  }

  private static LookAhead.Change fix(String fields) {
    LookAhead ahead = ahead(catalog().issue("crash", UNTIL_2 + fields, DOCKER_VMM));

    assertThat(ahead.changes()).extracting(LookAhead.Change::kind).containsExactly(Kind.FIXED);
    return ahead.changes().get(0);
  }

  @Test
  void anIssueThatBeginsIsCertainAlsoIfItsFixIsOnlyPromised() {
    TinyCatalog catalog =
        catalog().issue("crash", ONLY_2 + ", 'fixedIn': '4.3.0', 'fixConfirmed': false");

    assertThat(ahead(catalog).changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::certain)
        .containsExactly(tuple(Kind.NEW_ISSUE, true));
  }

  // Engines and phases

  @Test
  void anotherEngineIsToldOnlyWhereBothAreKnown() {
    TinyCatalog catalog =
        catalog()
            .engine(DOCKER_VMM, "one", "[4.2.0,4.3.0)")
            .engine(DOCKER_VMM, "two", "[4.3.0,4.5.0)");

    assertThat(ahead(catalog).changes()).isEmpty();
    assertThat(ahead(catalog, mac("4.2.0", DOCKER_VMM), "4.3.0").changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::code)
        .containsExactly(tuple(Kind.ENGINE_CHANGED, "two"));
    assertThat(ahead(catalog, mac("4.3.0", DOCKER_VMM), "4.4.0").changes()).isEmpty();
    assertThat(ahead(catalog, mac("4.4.0", DOCKER_VMM), "4.5.0").changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "4.2.0, 4.3.0, try",
    "4.3.0, 4.4.0, early-again",
    "4.3.0, 4.2.0, early",
    "4.4.0, 4.3.0, try"
  })
  void anotherPhaseIsToldByTheEntryThatBeginsIt(String from, String to, String code) {
    LookAhead ahead = ahead(phases(), mac(from, DOCKER_VMM), to);

    assertThat(ahead.changes())
        .extracting(LookAhead.Change::kind, LookAhead.Change::code, LookAhead.Change::vmms)
        .containsExactly(tuple(Kind.PHASE_CHANGED, code, List.of(DOCKER_VMM)));
  }

  @ParameterizedTest
  @CsvSource({"4.1.0, 4.2.0", "4.4.0, 4.5.0", "4.4.0, 4.1.0", "4.2.0, 4.4.0"})
  void noPhaseIsToldWhereOneIsNotKnownOrItIsTheSame(String from, String to) {
    assertThat(ahead(phases(), mac(from, DOCKER_VMM), to).changes()).isEmpty();
  }

  private static TinyCatalog phases() {
    return catalog()
        .phase(DOCKER_VMM, "early", "beta", "[4.2.0,4.3.0)")
        .phase(DOCKER_VMM, "try", "experimental", "[4.3.0,4.4.0)")
        .phase(DOCKER_VMM, "early-again", "beta", "[4.4.0,4.5.0)");
  }

  // Whether to leave it out

  @ParameterizedTest
  @CsvSource({
    "serious, 4.2.0, docker-vmm, true",
    "serious, 4.3.0, docker-vmm, false",
    "warning, 4.2.0, docker-vmm, false",
    "serious, 4.2.0, qemu, false"
  })
  void aReleaseIsToBeLeftOutForASeriousIssueOfTheVmmInUse(
      String severity, String release, String vmm, boolean avoid) {
    TinyCatalog catalog =
        catalog()
            .issue(
                "crash", FROM_2 + ", 'severity': '%s'".formatted(severity) + AVOID_2, DOCKER_VMM);
    Vmm inUse = vmm.equals("qemu") ? QEMU : DOCKER_VMM;

    LookAhead ahead = ahead(catalog, mac("4.1.0", inUse), release);

    assertThat(ahead.changes()).hasSize(1);
    assertThat(ahead.avoid()).isEqualTo(avoid);
  }

  @Test
  void aWaivedIssueKeepsNobodyFromARelease() {
    TinyCatalog catalog = catalog().issue("crash", FROM_2 + SERIOUS + AVOID_2, DOCKER_VMM);

    assertThat(ahead(catalog).avoid()).isTrue();
    assertThat(ahead(catalog.waiver("crash")).avoid()).isFalse();
  }

  @Test
  void whereTheVmmInUseEndsTheIssuesOfTheBestOneCount() {
    TinyCatalog catalog =
        catalog()
            .constraint("intel", FROM_2 + ", 'requires': " + ON_INTEL, QEMU)
            .issue("crash", FROM_2 + SERIOUS + AVOID_2, DOCKER_VMM)
            .issue("slow", FROM_2 + SERIOUS + AVOID_2, APPLE_VIRTUALIZATION_FRAMEWORK);

    assertThat(ahead(catalog, mac("4.1.0", QEMU), "4.2.0").avoid()).isTrue();
    assertThat(ahead(catalog, mac("4.1.0", HYPERKIT), "4.2.0").avoid()).isFalse();
  }

  @Test
  void whereTheVmmInUseIsNotKnownTheIssuesOfTheBestOneCount() {
    TinyCatalog catalog = catalog().issue("crash", FROM_2 + SERIOUS + AVOID_2, DOCKER_VMM);
    Host.Builder host = mac(DockerDesktop.builder().version(Version.parse("4.1.0")));

    assertThat(ahead(catalog, host, "4.2.0").avoid()).isTrue();
    assertThat(ahead(catalog, host, "4.2.0").before()).isEmpty();
  }

  // What to do before

  private static TinyCatalog withoutDockerVmmFrom2() {
    return catalog().constraint("intel", FROM_2 + ", 'requires': " + ON_INTEL, DOCKER_VMM);
  }

  @Test
  void aVmmThatEndsIsLeftForTheBestThatStays() {
    LookAhead ahead = ahead(withoutDockerVmmFrom2());

    assertThat(before(ahead)).containsExactly(new Remedy.SwitchVmm(APPLE_VIRTUALIZATION_FRAMEWORK));
  }

  @Test
  void aVmmThatStaysIsNotLeftAlsoIfItIsNotTheBest() {
    assertThat(ahead(withoutDockerVmmFrom2(), mac("4.1.0", HYPERKIT), "4.2.0").before()).isEmpty();
  }

  @Test
  void aVmmThatIsRuledOutAlreadyIsNotToBeLeftBefore() {
    TinyCatalog catalog =
        withoutDockerVmmFrom2().constraint("never", "'requires': " + ON_INTEL, QEMU);

    assertThat(ahead(catalog, mac("4.1.0", QEMU), "4.2.0").before()).isEmpty();
  }

  @Test
  void nobodyIsSentToAVmmThatThePresentReleaseDoesNotHave() {
    String upgrade = ", 'remedies': [{'action': 'upgrade-docker-desktop', 'to': '4.2.0'}]";
    TinyCatalog catalog =
        catalog()
            .constraint("intel", FROM_2 + ", 'requires': " + ON_INTEL, QEMU)
            .constraint(
                "too-early",
                "'requires': {'fact': 'dockerDesktop.version', 'atLeast': '4.2.0'}" + upgrade,
                DOCKER_VMM,
                APPLE_VIRTUALIZATION_FRAMEWORK,
                HYPERKIT);

    LookAhead ahead = ahead(catalog, mac("4.1.0", QEMU), "4.2.0");

    assertThat(ahead.bestAfter()).contains(DOCKER_VMM);
    assertThat(ahead.before()).isEmpty();
  }

  private static TinyCatalog macOs15From2(String remedies) {
    return catalog()
        .macOs("arm64", "[11,16)")
        .constraint("macos", FROM_2 + ", 'requires': " + MACOS_15 + ", 'remedies': " + remedies);
  }

  @Test
  void macOsIsUpgradedFirstWhateverElseWouldHelp() {
    LookAhead ahead =
        ahead(
            macOs15From2(
                "[{'action': 'avoid-release', 'releases': '[4.2.0,)'},"
                    + " {'action': 'upgrade-macos', 'to': '15'}]"));

    assertThat(before(ahead)).containsExactly(new Remedy.UpgradeMacOs(Version.parse("15")));
  }

  @Test
  void macOsIsNotUpgradedForAReleaseThatDoesNotInstallThenEither() {
    TinyCatalog catalog = macOs15From2("[{'action': 'upgrade-macos', 'to': '15'}]");

    assertThat(ahead(catalog).before()).hasSize(1);
    assertThat(ahead(catalog.constraint("intel", FROM_2 + ", 'requires': " + ON_INTEL)).before())
        .isEmpty();
  }

  // All that is ahead

  @Test
  void withoutAReleaseEachIsComparedWithTheOneBefore() {
    TinyCatalog catalog =
        catalog()
            .releases()
            .issue("old", "'releases': '(,4.2.0)'", DOCKER_VMM)
            .issue("crash", "'releases': '[4.5.0,)'", DOCKER_VMM);
    Host host = mac(DockerDesktop.builder().vmm(DOCKER_VMM)).build();

    Timeline timeline = catalog.advisor().timeline(host);

    assertThat(timeline.releases())
        .extracting(release -> release.target().version(), LookAhead::bestBefore)
        .containsExactly(
            tuple(Version.parse("4.2.0"), Optional.of(DOCKER_VMM)),
            tuple(Version.parse("4.5.0"), Optional.of(DOCKER_VMM)));
    assertThat(timeline.releases())
        .flatExtracting(LookAhead::changes)
        .extracting(LookAhead.Change::code, LookAhead.Change::certain)
        .containsExactly(tuple("old", true), tuple("crash", true));
  }

  @Test
  void whereNoReleaseIsListedNothingIsAhead() {
    Advisor advisor = catalog().issue("crash", FROM_2, DOCKER_VMM).advisor();

    assertThat(advisor.timeline(mac("4.1.0", DOCKER_VMM).build()).releases()).isEmpty();
    assertThat(advisor.timeline(mac(DockerDesktop.builder()).build()).releases()).isEmpty();
  }
}

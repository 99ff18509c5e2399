package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.advice.ValueSet;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.fleet.Fleet;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What facts imply counts as known, and says nothing that the host does not. */
class ImpliedFactsProperties {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();
  private static final Advisor WITHOUT =
      VmmAdvisor.builder().catalog(withoutImplications()).build();

  /** The built-in catalog, of which no constraint is proved by use. */
  private static Catalog withoutImplications() {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : Catalogs.builtIn().rules()) {
      rules.add(
          rule instanceof ConstraintRule constraint
              ? ConstraintRule.builder().from(constraint).impliedByUse(false).build()
              : rule);
    }
    return Catalog.builder().from(Catalogs.builtIn()).rules(rules).build();
  }

  @Provide
  Arbitrary<Host> hosts() {
    return Arbitraries.oneOf(HostArbitraries.hosts(), HostArbitraries.partialHosts());
  }

  /** Macs without contradictions, of which some facts are hidden. */
  @Provide
  Arbitrary<Host> partialMacs() {
    Arbitrary<Set<Fact>> hidden = Arbitraries.of(Fact.class).set();
    return HostArbitraries.macs()
        .filter(mac -> !mac.macOsVersion().orElseThrow().isMacOsCompatibilityVersion())
        .map(ImpliedFacts::consistent)
        .filter(ImpliedFacts::isConsistent)
        .flatMap(mac -> hidden.map(facts -> HiddenFacts.without(mac, facts)));
  }

  @Property(tries = 200)
  void addingAnImpliedFactChangesNothing(@ForAll("partialMacs") Host host, @ForAll Goal goal)
      throws JsonProcessingException {
    Host told =
        Host.builder().from(host).architecture(ImpliedFacts.effective(host).architecture()).build();

    assertSame(ADVISOR.recommend(host, goal), ADVISOR.recommend(told, goal));
    assertSame(ADVISOR.recommend(host, goal).plan(), ADVISOR.recommend(told, goal).plan());
    assertSame(ADVISOR.validate(host), ADVISOR.validate(told));
    assertSame(ADVISOR.explain(host, Vmm.QEMU), ADVISOR.explain(told, Vmm.QEMU));
    assertSame(ADVISOR.diagnose(host, "rosetta error:"), ADVISOR.diagnose(told, "rosetta error:"));
    UpgradeTarget target = UpgradeTarget.dockerDesktop(Version.parse("4.44.0"));
    assertSame(ADVISOR.lookAhead(host, target), ADVISOR.lookAhead(told, target));
    assertThat(Fleet.of(ADVISOR).tally().add(host)).isEqualTo(Fleet.of(ADVISOR).tally().add(told));
  }

  /** The documents without the host, and the texts. */
  private static void assertSame(Answer one, Answer other) throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode before = (ObjectNode) json.readTree(VmmJson.write(one));
    ObjectNode after = (ObjectNode) json.readTree(VmmJson.write(other));
    before.remove("host");
    after.remove("host");
    assertThat(after).isEqualTo(before);
    assertThat(other.text()).isEqualTo(one.text());
  }

  @Property(tries = 200)
  void anAnswerThatWasCertainStaysTheSame(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Recommendation without = WITHOUT.recommend(host, goal);
    Recommendation with = ADVISOR.recommend(host, goal);

    if (without.certainty() != Certainty.DEPENDS) {
      assertThat(with.best()).isEqualTo(without.best());
      assertThat(with.certainty()).isEqualTo(without.certainty());
    }
    assertThat(facts(without)).containsAll(facts(with));
  }

  private static Set<Fact> facts(Recommendation answer) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    answer.missingFacts().forEach(missing -> facts.add(missing.fact()));
    return facts;
  }

  @Property(tries = 150)
  void theAnswerIsAboutTheHostThatWasAskedAbout(@ForAll("hosts") Host host) {
    assertThat(ADVISOR.recommend(host).host()).isSameAs(host);
    assertThat(ADVISOR.recommend(host).plan().host()).isEqualTo(host);
    assertThat(ADVISOR.validate(host).host()).isSameAs(host);
    assertThat(ADVISOR.timeline(host).host()).isSameAs(host);
    UpgradeTarget target = UpgradeTarget.dockerDesktop(Version.parse("4.44.0"));
    assertThat(ADVISOR.lookAhead(host, target).host()).isSameAs(host);
    assertThat(ADVISOR.diagnose(host, "").host()).isSameAs(host);
  }

  /** What is missing leads where the advisor goes once it is told. */
  @Property(tries = 1000)
  void anOutcomeIsWhatANewRecommendationGives(@ForAll("partialMacs") Host mac, @ForAll Goal goal) {
    // a macOS version tells the operating system as well, which is another fact
    Host host = Host.builder().from(mac).operatingSystem(Host.MACOS).build();
    for (MissingFact missing : ADVISOR.recommend(host, goal).missingFacts()) {
      for (Map.Entry<ValueSet, String> each : missing.outcomes().entrySet()) {
        Optional<Host> told = with(host, missing.fact(), each.getKey());
        if (told.isPresent()) {
          assertThat(ImpliedFacts.isConsistent(told.get())).as("%s", each.getKey()).isTrue();
          assertThat(ADVISOR.recommend(told.get(), goal).best().map(Vmm::id).orElse("none"))
              .as("%s is %s", missing.fact(), each.getKey())
              .isEqualTo(each.getValue());
        }
      }
    }
  }

  /** A host of which one more fact is known, if it is one that can be implied or implies. */
  private static Optional<Host> with(Host host, Fact fact, ValueSet values) {
    Host.Builder told = Host.builder().from(host);
    if (values instanceof ValueSet.Word word && fact == Fact.ARCHITECTURE) {
      return Optional.of(
          told.architecture(word.word().equals("arm64") ? Architecture.ARM64 : Architecture.X86_64)
              .build());
    }
    if (values instanceof ValueSet.Numbers numbers && fact == Fact.CHIP_GENERATION) {
      int generation = numbers.below().map(below -> below - 1).orElse(numbers.atLeast().orElse(1));
      return Optional.of(told.chip("Apple M" + generation).build());
    }
    if (values instanceof ValueSet.Versions versions && fact == Fact.MACOS_VERSION) {
      return Optional.of(told.macOsVersion(within(versions.range())).build());
    }
    if (values instanceof ValueSet.Versions versions && fact == Fact.DOCKER_DESKTOP_VERSION) {
      return Optional.of(
          told.dockerDesktop(
                  DockerDesktop.builder()
                      .from(host.dockerDesktop())
                      .version(within(versions.range()))
                      .build())
              .build());
    }
    return Optional.empty();
  }

  private static Version within(VersionRange range) {
    if (range.lower().isPresent() && range.lowerInclusive()) {
      return range.lower().get();
    }
    return range.lower().isPresent()
        ? Version.parse(range.lower().get() + ".0.1")
        : Version.parse("0");
  }

  @Property(tries = 150)
  void aVersionIsAskedForOnlyWhereItCanBe(@ForAll("partialMacs") Host host) {
    Host effective = ImpliedFacts.effective(host);
    for (MissingFact missing : ADVISOR.recommend(host).missingFacts()) {
      Optional<VersionRange> implied =
          missing.fact() == Fact.MACOS_VERSION
              ? effective.impliedMacOsVersions()
              : missing.fact() == Fact.DOCKER_DESKTOP_VERSION
                  ? effective.impliedReleases()
                  : Optional.empty();
      for (ValueSet values : missing.outcomes().keySet()) {
        if (implied.isPresent() && values instanceof ValueSet.Versions versions) {
          assertThat(implied.get().contains(within(versions.range())))
              .as("%s of %s", versions, implied.get())
              .isTrue();
        }
      }
    }
  }

  @Example
  void aReleaseInUseImpliesItsMacOs() {
    Host host =
        VmmJson.readHost(
            "{\"architecture\": \"arm64\", \"operatingSystem\": \"macos\", \"dockerDesktop\":"
                + " {\"version\": \"4.57.0\"}}");
    Recommendation advice = ADVISOR.recommend(host);

    assertThat(ImpliedFacts.effective(host).impliedMacOsVersions())
        .contains(VersionRange.parse("[14,)"));
    assertThat(facts(advice)).doesNotContain(Fact.MACOS_VERSION);
    assertThat(facts(WITHOUT.recommend(host))).contains(Fact.MACOS_VERSION);
  }

  @Example
  void aChangedHostImpliesNothing() {
    Host host =
        VmmJson.readHost(
            "{\"operatingSystem\": \"macos\", \"architecture\": \"arm64\", \"dockerDesktop\":"
                + " {\"version\": \"4.43.0\", \"vmm\": \"apple-virtualization-framework\"}}");
    LookAhead ahead = ADVISOR.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.57.0")));

    assertThat(ahead.installs()).isEqualTo(LookAhead.Installs.UNKNOWN);
    assertThat(ADVISOR.recommend(host).candidate(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK).eligibility())
        .isEqualTo(
            ADVISOR
                .recommend(Host.builder().from(host).macOsVersion(Version.parse("13.3")).build())
                .candidate(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
                .eligibility());
  }

  @Example
  void whatIsInUseImpliesTheArchitecture() {
    for (String[] each :
        new String[][] {
          {"{\"chip\": \"Apple M3\"}", "arm64"},
          {"{\"chip\": \"Intel Core i7\"}", "x86_64"},
          {"{\"dockerDesktop\": {\"vmm\": \"docker-vmm\"}}", "arm64"},
          {"{\"dockerDesktop\": {\"vmm\": \"qemu\"}}", "arm64"},
          {"{\"dockerDesktop\": {\"vmm\": \"hyperkit\"}}", "x86_64"},
        }) {
      assertThat(ImpliedFacts.effective(VmmJson.readHost(each[0])).architecture())
          .hasToString("Optional[" + each[1] + "]");
    }
    Host windows =
        VmmJson.readHost(
            "{\"operatingSystem\": \"windows\", \"dockerDesktop\": {\"vmm\": \"docker-vmm\"}}");
    assertThat(ImpliedFacts.effective(windows)).isSameAs(windows);
  }

  @Example
  void contradictingFactsAreNamed() {
    for (String[] each :
        new String[][] {
          {
            "{\"chip\": \"Apple M3\", \"architecture\": \"x86_64\"}",
            "{architecture=x86_64, chip=Apple M3}"
          },
          {
            "{\"architecture\": \"arm64\", \"dockerDesktop\": {\"vmm\": \"hyperkit\"}}",
            "{architecture=arm64, dockerDesktop.vmm=hyperkit}"
          },
          {
            "{\"macOsVersion\": \"12.7\", \"dockerDesktop\": {\"version\": \"4.57.0\"}}",
            "{macOsVersion=12.7, dockerDesktop.version=4.57.0}"
          },
          {
            "{\"macOsVersion\": \"11\", \"dockerDesktop\": {\"vmm\": \"docker-vmm\"}}",
            "{macOsVersion=11, dockerDesktop.vmm=docker-vmm}"
          }
        }) {
      Host host = VmmJson.readHost(each[0]);
      for (Answer answer :
          List.of(
              ADVISOR.recommend(host),
              ADVISOR.validate(host),
              ADVISOR.timeline(host),
              ADVISOR.explain(host, Vmm.QEMU),
              ADVISOR.diagnose(host, ""))) {
        assertThat(answer.text().replaceAll("\\s+", " "))
            .contains("contradict each other: at least one of them is wrong");
      }
      assertThat(ADVISOR.recommend(host).notices())
          .filteredOn(notice -> notice.code().equals("contradicting-facts"))
          .singleElement()
          .satisfies(notice -> assertThat(notice.parameters()).hasToString(each[1]));
    }
  }
}

package dev.vmmadvisor.core.decision;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.core.catalog.TinyCatalog.host;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.ValueSet;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.catalog.TinyCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sure the best candidate is, and what it depends on, in the smallest catalogs. */
class CertaintyAnalyzerTest {

  private static final String ON_ARM = "{'fact': 'architecture', 'equals': 'arm64'}";
  private static final String ROSETTA = "{'fact': 'rosettaInstalled', 'equals': true}";
  private static final String CHIP_KNOWN = "{'fact': 'chip', 'known': true}";

  private static List<Fact> missing(Recommendation advice) {
    return advice.missingFacts().stream().map(MissingFact::fact).toList();
  }

  @Test
  void whatOnlyHasToBeKnownCanBeFoundOut() {
    // what is known already, and what decides nothing, is not asked for
    TinyCatalog one =
        new TinyCatalog()
            .constraint("need", "'requires': " + CHIP_KNOWN, DOCKER_VMM)
            .constraint("met", "'requires': " + ON_ARM, DOCKER_VMM)
            .constraint("wish", "'severity': 'warning', 'requires': " + ROSETTA, DOCKER_VMM);
    Recommendation advice = one.advisor().recommend(host("{'architecture': 'arm64'}"));

    assertThat(advice.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(advice.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(missing(advice)).containsExactly(Fact.CHIP);
    assertThat(advice.missingFacts().get(0).outcomes()).hasToString("{known=docker-vmm}");
    assertThat(
            one.advisor()
                .recommend(host("{'architecture': 'arm64', 'chip': 'Apple M1'}"))
                .certainty())
        .isEqualTo(Certainty.CERTAIN);
  }

  @Test
  void whatAReleaseLeadsToHasNothingToDoWithTheVersionOfMacOs() {
    Recommendation advice =
        new TinyCatalog()
            .constraint(
                "need",
                "'requires': {'fact': 'dockerDesktop.version', 'atLeast': '4.4.0'}",
                DOCKER_VMM)
            .advisor()
            .recommend(host("{'macOsVersion': '14.1'}"));

    assertThat(advice.missingFacts().get(0).outcomes())
        .hasToString("{(,4.4.0)=apple-virtualization-framework, [4.4.0,)=docker-vmm}");
  }

  @Test
  void noneIsEligibleAsLongAsSomethingIsNotKnown() {
    Advisor advisor = new TinyCatalog().constraint("need", "'requires': " + CHIP_KNOWN).advisor();
    Recommendation advice = advisor.recommend(host("{}"));

    assertThat(advice.best()).isEmpty();
    assertThat(advice.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(missing(advice)).containsExactly(Fact.CHIP);
    assertThat(advisor.recommend(host("{'chip': 'Apple M1'}")).best()).contains(DOCKER_VMM);
  }

  @Test
  void whatIsNotKnownOfARuleThatDecidesNothingIsNotMissing() {
    Recommendation advice =
        new TinyCatalog()
            .constraint("wish", "'severity': 'warning', 'requires': " + CHIP_KNOWN, DOCKER_VMM)
            .issue("flaw", "'severity': 'warning', 'trigger': " + ROSETTA, DOCKER_VMM)
            .setting("set", "'present': " + ROSETTA)
            .advisor()
            .recommend(host("{}"));

    assertThat(advice.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(advice.missingFacts()).isEmpty();
  }

  @Test
  void itIsNoneWhereEveryWayLeadsToNone() {
    // whatever Rosetta is: one of the two is violated
    TinyCatalog catalog =
        new TinyCatalog()
            .constraint("with", "'requires': " + ROSETTA)
            .constraint("without", "'requires': {'not': %s}".formatted(ROSETTA));

    Recommendation advice = catalog.advisor().recommend(host("{}"));

    assertThat(advice.best()).contains(DOCKER_VMM);
    assertThat(advice.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(missing(advice)).containsExactly(Fact.ROSETTA_INSTALLED);
    assertThat(advice.missingFacts().get(0).outcomes()).hasToString("{false=none, true=none}");
  }

  @Test
  void theOnlyOneThatIsLeftMayTurnOutIneligibleAsWell() {
    String first = "{'fact': 'dockerDesktop.vmm', 'equals': 'docker-vmm'}";
    TinyCatalog catalog =
        new TinyCatalog()
            .constraint("one", "'requires': " + ROSETTA, DOCKER_VMM)
            .constraint(
                "others",
                "'requires': " + first,
                APPLE_VIRTUALIZATION_FRAMEWORK,
                Vmm.QEMU,
                Vmm.HYPERKIT);

    Recommendation advice = catalog.advisor().recommend(host("{'dockerDesktop': {'vmm': 'qemu'}}"));

    assertThat(advice.best()).contains(DOCKER_VMM);
    assertThat(advice.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(advice.missingFacts().get(0).outcomes())
        .hasToString("{false=none, true=docker-vmm}");
  }

  @Test
  void noneIsEligibleAndEvenWhenAllIsKnownOneMayBeOrNone() {
    Advisor advisor =
        new TinyCatalog()
            .constraint("need", "'requires': " + CHIP_KNOWN)
            .constraint("other", "'requires': " + ROSETTA)
            .advisor();

    Recommendation advice = advisor.recommend(host("{}"));

    assertThat(advice.best()).isEmpty();
    assertThat(advice.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(missing(advice)).contains(Fact.ROSETTA_INSTALLED);
    // whatever the chip is: Rosetta is not there
    Recommendation without = advisor.recommend(host("{'rosettaInstalled': false}"));
    assertThat(without.certainty()).isEqualTo(Certainty.NONE);
    assertThat(without.missingFacts()).isEmpty();
  }

  @Test
  void whatHasToBeKnownIsMissingBesideWhatTurnsTheBest() {
    String traits = "'requires': {'not': {'fact': 'workload.traits', 'contains': '%s'}}";
    Recommendation advice =
        new TinyCatalog()
            .constraint("need", "'requires': " + CHIP_KNOWN, DOCKER_VMM)
            .constraint("one", traits.formatted("special"), DOCKER_VMM)
            .constraint("other", traits.formatted("another"), Vmm.QEMU)
            .constraint("last", "'requires': {'fact': 'virtualMachine', 'known': true}", Vmm.QEMU)
            .advisor()
            .recommend(host("{}"));

    assertThat(missing(advice)).containsExactlyInAnyOrder(Fact.CHIP, Fact.TRAITS);
    assertThat(advice.missingFacts())
        .filteredOn(missing -> missing.fact() == Fact.TRAITS)
        .singleElement()
        .satisfies(
            missing ->
                assertThat(missing.outcomes())
                    .hasToString(
                        "{not special=apple-virtualization-framework,"
                            + " special=apple-virtualization-framework}"));
  }

  @Test
  void whereEveryAnswerRulesTheSameOutItIsMissingAllTheSame() {
    // with Rosetta or without, the framework harms; only which of the two rules says so is open
    String harm = "'severity': 'serious', 'trigger': %s";
    Advisor advisor =
        new TinyCatalog()
            .constraint("one", "'requires': " + ON_ARM, DOCKER_VMM)
            .issue("with", harm.formatted(ROSETTA), APPLE_VIRTUALIZATION_FRAMEWORK)
            .issue(
                "without",
                harm.formatted("{'not': %s}".formatted(ROSETTA)),
                APPLE_VIRTUALIZATION_FRAMEWORK)
            .advisor();

    Recommendation advice = advisor.recommend(host("{}"));

    assertThat(missing(advice))
        .containsExactlyInAnyOrder(Fact.ARCHITECTURE, Fact.ROSETTA_INSTALLED);
    assertThat(advisor.recommend(host("{'architecture': 'x86_64'}")).certainty())
        .isEqualTo(Certainty.DEPENDS);
    assertThat(advisor.recommend(host("{'architecture': 'arm64'}")).certainty())
        .isEqualTo(Certainty.CERTAIN);
  }

  @Test
  void whatCannotTurnTheBestIsNotMissing() {
    Recommendation advice =
        new TinyCatalog()
            .constraint("one", "'requires': " + ROSETTA, DOCKER_VMM)
            .constraint("other", "'requires': " + ON_ARM, Vmm.QEMU)
            .advisor()
            .recommend(host("{}"));

    assertThat(missing(advice)).containsExactly(Fact.ROSETTA_INSTALLED);
  }

  @Test
  void ofAListEachWordIsToldWithAllElseAsItIsKnown() {
    TinyCatalog catalog =
        new TinyCatalog()
            .constraint(
                "one",
                "'requires': {'not': {'fact': 'workload.traits', 'contains': 'special'}}",
                DOCKER_VMM)
            .constraint(
                "other",
                "'requires': {'not': %s}".formatted(ROSETTA),
                APPLE_VIRTUALIZATION_FRAMEWORK);

    Recommendation advice = catalog.advisor().recommend(host("{}"));

    // whether the framework is eligible is still open then, so QEMU comes before it
    assertThat(advice.missingFacts())
        .filteredOn(it -> it.fact() == Fact.TRAITS)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.outcomes()).hasToString("{not special=docker-vmm, special=qemu}");
              assertThat(it.outcomes()).containsKey(new ValueSet.Element("special", false));
            });
  }

  @Test
  void theFactThatSettlesTheMostComesFirst() {
    TinyCatalog catalog =
        new TinyCatalog()
            .constraint(
                "either", "'requires': {'any': [%s, %s]}".formatted(ON_ARM, ROSETTA), DOCKER_VMM)
            .constraint("one", "'requires': " + ROSETTA, DOCKER_VMM)
            .constraint("other", "'requires': " + ON_ARM, APPLE_VIRTUALIZATION_FRAMEWORK);

    Recommendation advice = catalog.advisor().recommend(host("{}"));

    assertThat(missing(advice)).containsExactly(Fact.ROSETTA_INSTALLED, Fact.ARCHITECTURE);
    assertThat(advice.missingFacts().get(0).outcomes())
        .hasToString("{false=qemu, true=docker-vmm}");
  }

  @Test
  void aNeedThatCountsOnlyOnceItIsDeclaredLeavesNothingOpen() {
    String need = "{'fact': 'workload.traits', 'contains': 'special'}";
    TinyCatalog declared =
        new TinyCatalog()
            .issue(
                "unmet",
                "'severity': 'warning', 'unmetNeed': true, 'declaredOnly': true, 'trigger': "
                    + need,
                DOCKER_VMM);

    assertThat(declared.advisor().recommend(host("{}")).certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(declared.advisor().recommend(host("{'workload': {'traits': ['special']}}")).best())
        .contains(APPLE_VIRTUALIZATION_FRAMEWORK);

    // another rule asks for the same, whether it is declared or not
    Recommendation asked =
        declared
            .constraint("not", "'requires': {'not': %s}".formatted(need), DOCKER_VMM)
            .advisor()
            .recommend(host("{}"));
    assertThat(asked.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(missing(asked)).containsExactly(Fact.TRAITS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"constraint", "harm", "fitness", "phase", "hazard", "claim", "default", "end"})
  void everyThingThatTheRankingLooksAtCanMakeItDepend(String what) {
    TinyCatalog catalog = new TinyCatalog();
    String both = "{'all': [%s, %s]}".formatted(ON_ARM, ROSETTA);
    switch (what) {
      case "constraint" ->
          catalog.constraint("rule", "'requires': {'not': %s}".formatted(both), DOCKER_VMM);
      case "harm" -> catalog.issue("rule", "'severity': 'serious', 'trigger': " + both, DOCKER_VMM);
      case "fitness" ->
          catalog.issue(
              "rule", "'severity': 'warning', 'unmetNeed': true, 'trigger': " + both, DOCKER_VMM);
      case "hazard" ->
          catalog
              .phase(DOCKER_VMM, "new", "beta", "(,)")
              .issue("rule", "'severity': 'serious', 'when': " + both, DOCKER_VMM);
      case "phase" -> catalog.phase(DOCKER_VMM, "new", "generally-available", "[4.5.0,)");
      case "claim" -> catalog.claim(APPLE_VIRTUALIZATION_FRAMEWORK, "fast", "'when': " + both);
      case "default" -> catalog.defaultWhen(APPLE_VIRTUALIZATION_FRAMEWORK, both);
      default ->
          catalog.deprecation("rule", "'phase': 'deprecated', 'releases': '[4.5.0,)'", DOCKER_VMM);
    }
    List<Fact> facts =
        switch (what) {
          case "phase", "end" -> List.of(Fact.DOCKER_DESKTOP_VERSION);
          default -> List.of(Fact.ARCHITECTURE, Fact.ROSETTA_INSTALLED);
        };

    assertThat(missing(catalog.advisor().recommend(host("{}")))).isEqualTo(facts);
  }

  @Test
  void hostsOfOneAdvisorAreAsSureAsHostsOfTheirOwn() {
    TinyCatalog catalog =
        new TinyCatalog()
            .phase(DOCKER_VMM, "new", "beta", "(,)")
            .constraint(
                "need", "'requires': {'any': [%s, %s]}".formatted(ON_ARM, ROSETTA), DOCKER_VMM)
            .constraint(
                "memory",
                "'requires': {'fact': 'memoryMiB', 'atLeast': 8192}",
                APPLE_VIRTUALIZATION_FRAMEWORK)
            .issue(
                "hazard",
                "'severity': 'serious', 'trigger': {'fact': 'workload.databases', 'contains':"
                    + " {'storage': 'bind-mount'}}",
                DOCKER_VMM)
            .setting(
                "mongo",
                "'present': {'fact': 'workload.databases', 'contains': {'engines': ['mongodb']}}");
    CompiledCatalog knowledge = CompiledCatalog.of(catalog.read());
    Decisions shared = new Decisions(knowledge);
    List<Host> hosts = new ArrayList<>();
    for (String architecture : List.of("", "'architecture': 'x86_64', ")) {
      for (String memory : List.of("", "'memoryMiB': 4096, ")) {
        for (String databases :
            List.of(
                "'rosettaInstalled': false",
                "'workload': {'databases': [{'engine': 'mongodb'}]}",
                "'workload': {'databases': [{'engine': 'redis'}]}",
                "'workload': {'databases': [{'engine': 'redis', 'storage': 'bind-mount'}]}")) {
          hosts.add(host("{" + architecture + memory + databases + "}"));
        }
      }
    }

    for (int round = 0; round < 2; round++) {
      for (Host host : hosts) {
        for (Goal goal : Goal.values()) {
          Decision one = shared.of(host, goal);
          Decision own = new Decisions(knowledge).of(host, goal);

          assertThat(one.ranking().best()).isEqualTo(own.ranking().best());
          assertThat(one.certainty(host)).isEqualTo(own.certainty(host));
        }
      }
    }
  }

  @Test
  void anyDatabaseIsEveryOneThatAnyRuleNamesAndEveryOther() {
    TinyCatalog catalog =
        new TinyCatalog()
            .constraint(
                "none-here",
                "'requires': {'not': {'fact': 'workload.databases', 'contains':"
                    + " {'storage': 'bind-mount'}}}",
                DOCKER_VMM)
            .constraint(
                "required", "'severity': 'info', 'requires': " + database("one"), Vmm.values())
            .issue("trigger", "'severity': 'info', 'trigger': " + database("two"))
            .issue("when", "'severity': 'info', 'when': " + database("three"))
            .setting("present", "'present': " + database("four"))
            .claim(DOCKER_VMM, "fast", "'when': " + database("five"))
            .defaultWhen(DOCKER_VMM, database("six"));

    Recommendation advice = catalog.advisor().recommend(host("{}"));

    assertThat(missing(advice)).containsExactly(Fact.DATABASES);
    assertThat(advice.missingFacts().get(0).outcomes().toString())
        .contains("one on bind-mount=", "two on bind-mount=", "three on bind-mount=")
        .contains("four on bind-mount=", "five on bind-mount=", "six on bind-mount=")
        .contains("another database on bind-mount=");
  }

  private static String database(String engine) {
    return "{'fact': 'workload.databases', 'contains': {'engines': ['%s']}}".formatted(engine);
  }

  @Test
  void conditionsThatAreHardToJudgeAreAnsweredUpToALimit() {
    Random random = new Random(1);
    List<String> clauses = new ArrayList<>();
    for (int clause = 0; clause < 210; clause++) {
      List<String> literals = new ArrayList<>();
      for (int literal = 0; literal < 3; literal++) {
        String contains =
            "{'fact': 'workload.traits', 'contains': 'zt-" + random.nextInt(50) + "'}";
        literals.add(random.nextBoolean() ? "{'not': " + contains + "}" : contains);
      }
      clauses.add("{'any': [" + String.join(", ", literals) + "]}");
    }
    String hard = "'requires': {'not': {'all': [" + String.join(", ", clauses) + "]}}";
    TinyCatalog catalog = new TinyCatalog().constraint("hard", hard, DOCKER_VMM);

    Recommendation advice = catalog.advisor().recommend(host("{}"));

    assertThat(advice.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(missing(advice)).isSubsetOf(Fact.TRAITS);
    assertThat(advice.notices())
        .extracting(Notice::code)
        .containsExactly(DecisionEngine.UNDETERMINED_BY_LIMIT);
    // nothing is left from one host to the next
    Advisor warm = catalog.advisor();
    warm.recommend(host("{'workload': {'traits': []}}"));
    assertThat(warm.recommend(host("{}"))).hasToString(advice.toString());
    assertThat(warm.recommend(host("{}"))).hasToString(advice.toString());
  }
}

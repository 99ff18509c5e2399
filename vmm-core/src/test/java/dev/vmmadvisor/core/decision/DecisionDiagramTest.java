package dev.vmmadvisor.core.decision;

import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.HYPERKIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.TinyCatalog;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The decision diagram of a host of which nothing is known, against every way in which it can turn
 * out, in small catalogs that have a bit of everything.
 */
class DecisionDiagramTest {

  private static final List<String> FACTS =
      List.of(
          "{'fact': 'architecture', 'equals': 'arm64'}",
          "{'fact': 'rosettaInstalled', 'equals': true}",
          "{'fact': 'virtualMachine', 'equals': true}",
          "{'fact': 'dockerDesktop.memoryMiB', 'atLeast': 4096}",
          "{'fact': 'dockerDesktop.rosettaEnabled', 'equals': true}",
          "{'fact': 'workload.traits', 'contains': 'special'}");

  private static final List<Vmm> VMMS = List.of(Vmm.values());

  private static final Host UNKNOWN = Host.builder().build();

  /** A catalog that a number stands for: each of its entries reads one to three facts. */
  static TinyCatalog catalog(int number) {
    Random random = new Random(number);
    TinyCatalog catalog = new TinyCatalog();
    for (int i = 0; i < 5; i++) {
      Vmm vmm = VMMS.get(random.nextInt(VMMS.size()));
      String code = "entry-" + i;
      String when = condition(random);
      switch (random.nextInt(6)) {
        case 0 -> catalog.constraint(code, "'requires': " + when, vmm);
        case 1 -> catalog.issue(code, "'severity': 'serious', 'trigger': " + when, vmm);
        case 2 ->
            catalog.issue(
                code, "'severity': 'warning', 'unmetNeed': true, 'trigger': " + when, vmm);
        case 3 -> catalog.claim(vmm, code, "'when': " + when);
        case 4 -> catalog.defaultWhen(vmm, when);
        default ->
            catalog
                .phase(vmm, code + "-early", random.nextBoolean() ? "beta" : "legacy", "(,4.5.0)")
                .phase(vmm, code + "-late", "generally-available", "[4.5.0,)")
                .issue(code, "'severity': 'serious', 'when': " + when, vmm);
      }
    }
    return catalog;
  }

  private static String condition(Random random) {
    int first = random.nextInt(FACTS.size());
    String one = FACTS.get(first);
    String other = FACTS.get((first + 1 + random.nextInt(FACTS.size() - 1)) % FACTS.size());
    return switch (random.nextInt(4)) {
      case 0 -> one;
      case 1 -> "{'not': %s}".formatted(one);
      case 2 -> "{'all': [%s, {'not': %s}]}".formatted(one, other);
      default -> "{'any': [%s, %s]}".formatted(one, other);
    };
  }

  @ParameterizedTest
  @EnumSource(Goal.class)
  void itTellsWhatEveryWayLeadsTo(Goal goal) {
    for (int number = 0; number < 60; number++) {
      CompiledCatalog knowledge = CompiledCatalog.of(catalog(number).read());
      Ways all = new Ways(knowledge, UNKNOWN, goal, Set.of());
      DecisionDiagram outlook = all.outlook();

      assertThat(outlook.isDetermined()).isEqualTo(new HashSet<>(all.bests()).size() == 1);
      assertThat(outlook.determinedBest())
          .isEqualTo(outlook.isDetermined() ? all.bests().get(0) : Optional.empty());
      assertThat(outlook.essentialVariables()).as("catalog %s", number).isEqualTo(all.decisive());
      for (DecisionVariable question : all.questions()) {
        assertThat(outlook.averageOutcomesAfter(question))
            .as("%s of catalog %s", question, number)
            .isEqualTo(all.openAfter(question));
      }
    }
  }

  @Test
  void whatStaysUndeclaredTurnsNothingWhereAnotherRuleAsksForIt() {
    TinyCatalog catalog =
        new TinyCatalog()
            .issue(
                "need",
                "'severity': 'warning', 'unmetNeed': true, 'declaredOnly': true, 'trigger': "
                    + FACTS.get(2),
                DOCKER_VMM)
            .constraint("other", "'requires': {'not': %s}".formatted(FACTS.get(2)), HYPERKIT)
            .constraint("rosetta", "'requires': " + FACTS.get(4), DOCKER_VMM);

    assertThat(catalog.advisor().recommend(UNKNOWN).missingFacts())
        .extracting(MissingFact::fact)
        .containsExactly(Fact.ROSETTA_ENABLED);
  }
}

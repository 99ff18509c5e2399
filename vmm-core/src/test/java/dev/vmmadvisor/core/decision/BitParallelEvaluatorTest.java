package dev.vmmadvisor.core.decision;

import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.core.catalog.TinyCatalog.host;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.TinyCatalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How rules of every shape turn out where the facts of a host are read one by one. */
class BitParallelEvaluatorTest {

  private static final String ON_ARM = "{'fact': 'architecture', 'equals': 'arm64'}";
  private static final String ROSETTA = "{'fact': 'rosettaInstalled', 'equals': true}";
  private static final String MEMORY = "{'fact': 'memoryMiB', 'atLeast': 8192}";
  private static final String MONGO =
      "{'fact': 'workload.databases', 'contains': {'engines': ['mongodb'],"
          + " 'storage': 'bind-mount'}}";

  private static String all(String... parts) {
    return "{'all': [" + String.join(", ", parts) + "]}";
  }

  private static String any(String... parts) {
    return "{'any': [" + String.join(", ", parts) + "]}";
  }

  private static String not(String part) {
    return "{'not': " + part + "}";
  }

  /** Rules that read no fact, one, several that all count, and several of which one is enough. */
  private static TinyCatalog shapes(int before) {
    TinyCatalog catalog = new TinyCatalog();
    for (int i = 0; i < before; i++) {
      catalog.constraint("need-" + i, "'requires': " + any(ROSETTA, MEMORY), DOCKER_VMM);
    }
    return catalog
        .constraint("one", "'requires': " + ON_ARM)
        .constraint("both", "'requires': " + all(ON_ARM, ROSETTA))
        .constraint("either", "'requires': " + any(ON_ARM, ROSETTA))
        .constraint("neither", "'requires': " + not(any(ON_ARM, MONGO)))
        .constraint("scoped", "'when': %s, 'requires': %s".formatted(MEMORY, ROSETTA))
        .constraint(
            "loosely-scoped",
            "'releases': '[4.3.0,)', 'when': %s, 'requires': %s"
                .formatted(any(ON_ARM, MEMORY), any(MEMORY, MONGO)))
        .constraint("databases", "'requires': " + all(not(MONGO), any(MONGO, ON_ARM)))
        .issue("always", "'severity': 'serious'")
        .issue("never", "'severity': 'serious', 'trigger': {'not': {'all': []}}")
        .issue("hit", "'severity': 'serious', 'when': %s, 'trigger': %s".formatted(ON_ARM, MONGO))
        .issue(
            "declared",
            "'severity': 'serious', 'declaredOnly': true, 'unmetNeed': true, 'trigger': " + MONGO)
        .setting("set", "'present': " + any(ROSETTA, MEMORY))
        .deprecation("end", "'phase': 'deprecated', 'releases': '[4.3.0,4.5.0)'")
        .claim(DOCKER_VMM, "fast", "'releases': '[4.3.0,)', 'when': " + any(ROSETTA, MEMORY))
        .defaultWhen(DOCKER_VMM, any(all(ROSETTA, MEMORY), not(ON_ARM)));
  }

  /** Every combination of a few values of the facts that the rules read; each may be unknown. */
  private static List<Host> hosts() {
    List<String> texts = List.of("");
    for (List<String> values :
        List.of(
            List.of("", "'architecture': 'arm64', ", "'architecture': 'x86_64', "),
            List.of("", "'rosettaInstalled': true, ", "'rosettaInstalled': false, "),
            List.of("", "'memoryMiB': 4096, ", "'memoryMiB': 8192, "),
            List.of(
                "",
                "'dockerDesktop': {'version': '4.2.0'}, ",
                "'dockerDesktop': {'version': '4.3.0'}, ",
                "'dockerDesktop': {'version': '4.5.0'}, "),
            List.of(
                "",
                "'workload': {'databases': []}, ",
                "'workload': {'databases': [{'engine': 'mongodb'}]}, ",
                "'workload': {'databases': [{'engine': 'mongodb', 'storage': 'bind-mount'}]}, "))) {
      List<String> more = new ArrayList<>();
      texts.forEach(text -> values.forEach(value -> more.add(text + value)));
      texts = more;
    }
    return texts.stream().map(text -> host("{" + text.replaceFirst(", $", "") + "}")).toList();
  }

  /** As many rules before as fill no word of the matrix, one word, and two. */
  @ParameterizedTest
  @ValueSource(ints = {0, 60, 130})
  void everyRuleTurnsOutAsIfItWereEvaluatedByItself(int before) {
    CompiledCatalog knowledge = CompiledCatalog.of(shapes(before).read());
    BitParallelEvaluator reader = new BitParallelEvaluator(knowledge);

    for (Host host : hosts()) {
      Evaluation joined = reader.evaluate(host, CustomRuleResults.NONE);
      Evaluation evaluated = knowledge.evaluate(knowledge.truths(host, CustomRuleResults.NONE));

      assertThat(turns(knowledge, joined)).as("%s", host).isEqualTo(turns(knowledge, evaluated));
    }
  }

  private static List<String> turns(CompiledCatalog knowledge, Evaluation matrix) {
    return knowledge.clauses().inOrder().stream()
        .map(Clause::number)
        .map(
            line ->
                line
                    + " "
                    + matrix.outcome(line)
                    + (matrix.undetermined().get(line) ? " open" : ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; one UNKNOWN, both UNKNOWN, either UNKNOWN, neither UNKNOWN, scoped UNKNOWN",
        "{'architecture': 'arm64'};"
            + " one SATISFIED, both UNKNOWN, either SATISFIED, neither VIOLATED, scoped UNKNOWN",
        "{'architecture': 'x86_64', 'rosettaInstalled': false};"
            + " one VIOLATED, both VIOLATED, either VIOLATED, neither UNKNOWN, scoped UNKNOWN",
        "{'rosettaInstalled': true, 'memoryMiB': 4096, 'workload': {'databases': []}};"
            + " one UNKNOWN, both UNKNOWN, either SATISFIED, neither UNKNOWN,"
            + " scoped NOT_APPLICABLE",
        "{'architecture': 'x86_64', 'rosettaInstalled': false, 'memoryMiB': 8192,"
            + " 'workload': {'databases': []}};"
            + " one VIOLATED, both VIOLATED, either VIOLATED, neither SATISFIED, scoped VIOLATED"
      })
  void whatIsKnownSettlesARuleAsFarAsItCan(String host, String outcomes) {
    var candidate = shapes(0).advisor().recommend(host(host)).candidate(DOCKER_VMM);

    for (String each : outcomes.split(", *", -1)) {
      String[] words = each.trim().split(" ", 2);
      assertThat(candidate.finding(words[0]).orElseThrow().outcome())
          .as(each)
          .isEqualTo(Outcome.valueOf(words[1]));
    }
  }

  @Test
  void hostsAreToldApartHoweverManyWordsTheCatalogNames() {
    TinyCatalog catalog = new TinyCatalog();
    for (int i = 0; i < 15; i++) {
      catalog.constraint(
          "no-trait-" + i,
          "'requires': {'not': {'fact': 'workload.traits', 'contains': 'trait-%d'}}".formatted(i),
          DOCKER_VMM);
    }
    CompiledCatalog knowledge = CompiledCatalog.of(catalog.read());
    BitParallelEvaluator reader = new BitParallelEvaluator(knowledge);

    for (int i = 0; i < 15; i++) {
      for (String traits : List.of("", "'trait-%d'".formatted(i))) {
        Evaluation matrix =
            reader.evaluate(
                host("{'workload': {'traits': [%s]}}".formatted(traits)), CustomRuleResults.NONE);
        for (int line = 0; line < 15; line++) {
          assertThat(matrix.outcome(line) == Outcome.VIOLATED)
              .isEqualTo(line == i && !traits.isEmpty());
        }
      }
    }
  }

  /** More engines than the class of a host's databases has bits for. */
  private static TinyCatalog manyEngines() {
    TinyCatalog catalog = new TinyCatalog();
    for (int i = 0; i < 20; i++) {
      catalog.constraint(
          "no-engine-" + i,
          "'requires': {'not': {'fact': 'workload.databases', 'contains': {'engines': ['engine-%d'],"
                  .formatted(i)
              + " 'storage': 'bind-mount'}}}",
          DOCKER_VMM);
    }
    return catalog;
  }

  @Test
  void hostsAreToldApartByTheirDatabasesHoweverManyEnginesTheCatalogNames() {
    var advisor = manyEngines().advisor();
    String databases = "{'workload': {'databases': [{'engine': '%s'%s}]}}";
    String bound = ", 'storage': 'bind-mount'";

    assertThat(advisor.recommend(host(databases.formatted("engine-3", bound))).best())
        .isNotEqualTo(advisor.recommend(host(databases.formatted("redis", bound))).best());
    assertThat(advisor.recommend(host(databases.formatted("redis", ""))).missingFacts()).isEmpty();
    assertThat(
            advisor.recommend(host(databases.formatted("engine-3", ""))).missingFacts().toString())
        .contains("engine-3")
        .doesNotContain("engine-4");
    assertThat(
            advisor.recommend(host(databases.formatted("engine-4", ""))).missingFacts().toString())
        .contains("engine-4")
        .doesNotContain("engine-3");
  }
}

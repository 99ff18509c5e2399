package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is a fault of a catalog and what is none, told apart by one change to a sound catalog. Parts
 * of documents are written in single quotes.
 */
class CatalogFaultsTest {

  private static final String SOUND = Documents.resource("sound.json");
  private static final LocalDate TODAY = LocalDate.parse("2026-09-21");
  private static final String ENTRY = "'text': '%s', 'confidence': 'high', 'sources': ['s:1']}";
  private static final String NO_HOST =
      "{'all': [{'fact': 'architecture', 'equals': 'arm64'},"
          + " {'fact': 'architecture', 'equals': 'x86_64'}]}";
  private static final String NO_HOST_AND_NO_WORD =
      "{'all': [{'fact': 'workload.traits', 'contains': 'watching'},"
          + " {'fact': 'architecture', 'equals': 'arm64'},"
          + " {'fact': 'architecture', 'equals': 'x86_64'}]}";
  private static final String NO_WORD =
      "'watching' is not among the words of 'workload.traits' that are known";
  private static final String HYPERKIT = "{'vmm': 'hyperkit', ";
  private static final String ABOUT_CHIPS = "{'fact': 'chipGeneration', 'known': true}";
  private static final String WARM = "'factor': 25, 'circumstances': ['warm']";
  private static final String COLD = "'factor': 2, 'circumstances': ['cold']";
  private static final String PLAN = "'releases': '[4.36.0,)', 'text': 'A plan.'";
  private static final String SLOW_REMEDY = "{'action': 'upgrade-docker-desktop', 'to': '4.36.0'}";

  private static final String WATCHING =
      "'trigger': {'fact': 'workload.traits', 'contains': 'file-watching'},";
  private static final String DATABASES =
      "'trigger': {'fact': 'workload.databases', 'contains': {'engines': ['mongodb', 'cassandra'],"
          + " 'storage': 'bind-mount'}},";
  private static final String STILL_HOLDS =
      "$.knownIssues[2].remedies[0].engines: does not help: the rule still holds on named volumes";

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  /** The sound catalog with parts in the place of others: each part, then what replaces it. */
  private static String document(String... replacements) {
    String document = SOUND;
    for (int i = 0; i < replacements.length; i += 2) {
      String changed = document.replace(json(replacements[i]), json(replacements[i + 1]));
      assertThat(changed).as("with %s", replacements[i + 1]).isNotEqualTo(document);
      document = changed;
    }
    return document;
  }

  private static String entry(String fields, String text) {
    return "{" + fields + ", " + ENTRY.formatted(text);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultIsFoundAndNothingElse(String part, String broken, List<String> problems) {
    assertThat(Documents.problems(document(part, broken)))
        .containsExactlyElementsOf(problems.stream().map(CatalogFaultsTest::json).toList());
  }

  private static Arguments fault(String part, String broken, String... problems) {
    return Arguments.of(part, broken, List.of(problems));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            HYPERKIT,
            HYPERKIT + "'defaultWhen': " + NO_HOST + ", ",
            "$.vmms[3].defaultWhen: is true of no host"),
        fault(
            HYPERKIT,
            HYPERKIT + "'defaultWhen': " + NO_HOST_AND_NO_WORD + ", ",
            "$.vmms[3].defaultWhen: " + NO_WORD),
        fault(
            WARM,
            WARM + ", 'when': " + NO_HOST,
            "$.vmms[0].performance[1].when: is true of no host"),
        fault(
            WARM,
            WARM + ", 'slower': true",
            "$.vmms[0].performance[1].factor: a claim that a VMM is slower has no factor"),
        fault(ABOUT_CHIPS, NO_HOST_AND_NO_WORD, "$.constraints[4].when: " + NO_WORD),
        fault(
            ABOUT_CHIPS,
            "{'all': [{'any': []}]}",
            "$.constraints[4].when: an empty 'any' is never true"),
        fault(
            ABOUT_CHIPS,
            "{'any': [{'any': []}]}",
            "$.constraints[4].when: an empty 'any' is never true"),
        fault(
            "'contains': {'engines': ['mongodb', 'cassandra']",
            "'contains': {'engines': ['mongodb', 'mongo']",
            "$.knownIssues[2].trigger: 'mongo' is not among the words of 'workload.databases'"
                + " that are known"),
        fault(", 'storage': 'bind-mount'}", "}", STILL_HOLDS),
        fault("'storage': 'bind-mount'", "'storage': 'named-volume'", STILL_HOLDS),
        fault(
            "'present': {'fact': 'dockerDesktop.rosettaEnabled', 'equals': true}",
            "'present': " + NO_HOST_AND_NO_WORD,
            "$.settings[0].present: " + NO_WORD),
        fault(
            "'releases': '[4.37.0,)', 'fixedIn'",
            "'releases': '(4.36.0,4.37.0)', 'fixedIn'",
            "$.knownIssues[1].releases: '(4.36.0,4.37.0)' holds no release that is known"),
        fault(
            PLAN,
            PLAN.replace("[4.36.0,)", "[4.36.1,4.36.2)"),
            "$.statements[0].releases: '4.36.1' is no release that is listed",
            "$.statements[0].releases: '4.36.2' is no release that is listed"),
        fault(
            PLAN,
            PLAN.replace("[4.36.0,)", "[4.36.1,4.37.0)"),
            "$.statements[0].releases: '4.36.1' is no release that is listed"),
        fault(
            PLAN,
            PLAN.replace("[4.36.0,)", "(4.36.0,4.36.1)"),
            "$.statements[0].releases: '4.36.1' is no release that is listed"),
        fault(
            "'oldestRelease': '4.34.0'",
            "'oldestRelease': '4.35.0'",
            "$.releases[0].version: '4.34.0' is below the oldest release"),
        fault(
            ABOUT_CHIPS,
            "{'fact': 'dockerDesktop.version', 'atLeast': '4.36.5'}",
            "$.constraints[4].when: '4.36.5' is no release that is listed"),
        fault(
            "'avoid-release', 'releases': '[4.36.0,4.37.0)'",
            "'avoid-release', 'releases': '[4.36.0,4.36.5)'",
            "$.constraints[1].remedies[1].releases: '4.36.5' is no release that is listed"),
        fault(
            "'fixedIn': '4.36.0'",
            "'fixedIn': '4.36.1', 'fixConfirmed': false",
            "$.knownIssues[0].fixedIn: '4.36.1' is no release that is listed"),
        fault(
            "'fixedIn': '4.36.0'",
            "'fixedIn': '4.38.0'",
            "$.knownIssues[0].fixedIn: '4.38.0' is no release that is listed"),
        fault(
            "'statements': [",
            "'statements': ["
                + entry("'code': 'old', 'subject': 'rosetta', 'releases': '(,4.34.0)'", "Old.")
                + ", ",
            "$.statements[0].releases: '(,4.34.0)' holds no release that is known"),
        fault(
            "'entries': ['beta', 'qemu']",
            "'entries': ['beta', 'qemu'], 'releases': '(4.36.0,4.37.0)'",
            "$.disagreements[0].releases: '(4.36.0,4.37.0)' holds no release that is known"),
        fault(
            "'text': 'Fast.', 'lifecycle': []",
            "'text': 'Fast.', 'lifecycle': ["
                + entry("'code': 'is-there', 'phase': 'generally-available'", "There.")
                + ", "
                + entry("'code': 'is-old', 'phase': 'legacy'", "Old.")
                + "]",
            "$.fileSharing[0].lifecycle[1]: 'is-old' and 'is-there' are phases for the same"
                + " releases; accepted: that a disagreement names both"),
        fault(
            "'present': {'fact': 'dockerDesktop.rosettaEnabled', 'equals': true}",
            "'present': " + NO_HOST,
            "$.settings[0].present: the rule can never fire: this is true of no host it is about"),
        fault(
            "'present': {'fact': 'dockerDesktop.rosettaEnabled', 'equals': true}",
            "'present': {'fact': 'dockerDesktop.rosettaEnabled', 'equals': false}",
            "$.settings[0].remedies[0].on: does not help: the rule still holds with Rosetta off"),
        fault(
            "'knownIssues': [",
            "'knownIssues': ["
                + entry("'code': 'one', 'vmms': ['qemu']", "It fails.")
                + ", "
                + entry("'code': 'two', 'vmms': ['qemu']", "It fails.")
                + ", ",
            "$.knownIssues[1]: is needless: 'one' fires wherever it does, with the same severity"
                + " and text"),
        fault(
            "'knownIssues': [",
            "'knownIssues': ["
                + entry("'code': 'one', 'vmms': ['qemu']", "It fails.")
                + ", "
                + entry("'code': 'two', 'vmms': ['qemu'], 'trigger': " + NO_HOST, "It fails.")
                + ", ",
            "$.knownIssues[1].trigger: the rule can never fire: this is true of no host it is"
                + " about"));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void whatIsNoFaultIsNotTold(String part, String other) {
    assertThat(Documents.problems(document(part, other))).isEmpty();
  }

  static Stream<Arguments> sound() {
    return Stream.of(
        // claims that do not contradict each other
        Arguments.of(WARM, "'circumstances': ['cold']"),
        Arguments.of(COLD, "'circumstances': ['warm']"),
        Arguments.of(WARM, "'factor': 2, 'circumstances': ['cold']"),
        Arguments.of(WARM, "'factor': 25, 'comparedWith': 'qemu', 'circumstances': ['cold']"),
        // whether something is known, and conditions of one fact beside each other
        Arguments.of(
            WATCHING,
            "'trigger': {'all': [{'fact': 'workload.traits', 'contains': 'file-watching'}, {'fact':"
                + " 'workload.traits', 'known': true}, {'fact': 'macOsVersion', 'known': true},"
                + " {'fact': 'macOsVersion', 'below': '15'}, {'fact': 'dockerDesktop.vmm',"
                + " 'equals': 'qemu'}, {'fact': 'workload.databases', 'known': true}, {'not':"
                + " {'fact': 'workload.databases', 'contains': {'storage': 'bind-mount'}}}]},"),
        Arguments.of(
            WATCHING,
            "'trigger': {'all': [{'fact': 'chip', 'known': false},"
                + " {'not': {'fact': 'chipGeneration', 'known': true}}]},"),
        Arguments.of(
            DATABASES,
            "'trigger': {'all': [{'fact': 'workload.databases', 'contains': {'engines':"
                + " ['mongodb'], 'storage': 'bind-mount'}}, {'not': {'fact': 'workload.databases',"
                + " 'contains': {'engines': ['mongodb'], 'storage': 'named-volume'}}}]},"),
        Arguments.of(
            "'code': 'memory', 'vmms': ['docker-vmm'],",
            "'code': 'memory', 'vmms': ['docker-vmm'],"
                + " 'when': {'fact': 'dockerDesktop.memoryMiB', 'known': true},"),
        // what no host can meet stands in the way of no other requirement
        Arguments.of(
            "'constraints': [",
            "'constraints': ["
                + entry("'code': 'never', 'vmms': ['docker-vmm'], 'requires': " + NO_HOST, "Never.")
                + ", "),
        Arguments.of("{'fact': 'chipGeneration', 'atLeast': 2}", NO_HOST),
        // requirements that cannot be met together, of which one does not rule anything out
        Arguments.of(
            "'constraints': [",
            "'constraints': ["
                + entry(
                    "'code': 'old-macos', 'vmms': ['docker-vmm'], 'severity': 'serious',"
                        + " 'requires': {'fact': 'macOsVersion', 'below': '12'}",
                    "It wants an old macOS.")
                + ", "),
        // remedies of what a rule does not read: how they help is in its text
        Arguments.of(SLOW_REMEDY, "{'action': 'upgrade-macos', 'to': '13'}"),
        Arguments.of(SLOW_REMEDY, "{'action': 'select-file-sharing', 'fileSharing': 'virtiofs'}"),
        Arguments.of(SLOW_REMEDY, "{'action': 'switch-rosetta', 'on': false}"),
        Arguments.of(
            SLOW_REMEDY, "{'action': 'move-database-to-named-volume', 'engines': ['mongodb']}"));
  }

  @Test
  void claimsForDifferentReleasesDoNotContradictEachOther() {
    String first = COLD + ", 'releases': '(,4.36.0)'";
    String second = WARM.replace("warm", "cold") + ", 'releases': '[%s,)'";

    assertThat(Documents.problems(document(COLD, first, WARM, second.formatted("4.36.0"))))
        .isEmpty();
    assertThat(Documents.problems(document(COLD, first, WARM, second.formatted("4.35.0"))))
        .hasSize(1);
  }

  @Test
  void aVmmThatIsGoneMayBeSaidToBeGoneAgain() {
    String document =
        document(
            "'phase': 'legacy', 'releases': '(,4.37.0)'",
            "'phase': 'legacy', 'releases': '(,4.36.0)'",
            "'code': 'qemu-gone', 'phase': 'removed', 'releases': '[4.37.0,)'",
            "'code': 'qemu-gone', 'phase': 'removed', 'releases': '[4.36.0,4.37.0)', "
                + ENTRY.formatted("Gone.")
                + ", {'code': 'qemu-still-gone', 'phase': 'removed', 'releases': '[4.37.0,)'");

    assertThat(Documents.problems(document)).isEmpty();
  }

  @Test
  void lifeAfterRemovalIsFoundInWhicheverOrderItIsTold() {
    String document =
        document(
            "'phase': 'legacy', 'releases': '(,4.37.0)'",
            "'phase': 'removed', 'releases': '(,4.36.0)'",
            "'phase': 'removed', 'releases': '[4.37.0,)'",
            "'phase': 'legacy', 'releases': '[4.36.0,)'");

    assertThat(Documents.problems(document))
        .singleElement()
        .asString()
        .contains("let it be there after it has been removed");
  }

  @Test
  void aCatalogOfOneReleaseIsSound() {
    String document =
        """
        {'id': 'one', 'version': '1', 'asOf': '2026-09-21',
         'oldestRelease': '4.1.0', 'newestRelease': '4.1.0',
         'releases': [{'version': '4.1.0', 'date': '2025-01-01'}],
         'sources': [{'id': 's:1', 'kind': 'manual', 'document': 'Manual', 'read': '2026-09-21'}],
         'vmms': [{'vmm': 'docker-vmm', 'text': 'A VMM.', 'sources': ['s:1'], 'lifecycle': []},
                  {'vmm': 'qemu', 'text': 'A VMM.', 'sources': ['s:1'], 'lifecycle': []},
                  {'vmm': 'hyperkit', 'text': 'A VMM.', 'sources': ['s:1'], 'lifecycle': []},
                  {'vmm': 'apple-virtualization-framework', 'text': 'A VMM.',
                   'sources': ['s:1'], 'lifecycle': []}]}
        """;

    assertThat(Documents.problems(json(document))).isEmpty();
  }

  @Test
  void aReleaseThatIsListedTwiceIsFound() {
    String release = "{'version': '4.36.0', 'date': '2024-11-18'}";

    assertThat(Documents.problems(document(release, release + ", " + release)))
        .containsExactly(
            json("$.releases[3].version: '4.36.0' does not come after the one before it"));
  }

  // Layers: only what they bring along is told

  private static final String LAYER = "{'id': 'ours', 'version': '1'%s}";

  private static List<String> layerProblems(String below, String fields) throws IOException {
    return CatalogLinter.checkLayer(
            Documents.catalog(below), Documents.stream(json(LAYER.formatted(fields))), TODAY)
        .stream()
        .map(problem -> problem.path() + ": " + problem.message())
        .toList();
  }

  @Test
  void faultsOfTheCatalogBelowAreNotToldOfALayer() throws IOException {
    String below =
        document(
            HYPERKIT,
            HYPERKIT + "'defaultWhen': " + NO_HOST + ", ",
            "'requires': {'fact': 'macOsVersion', 'atLeast': '13'}",
            "'requires': {'fact': 'dockerDesktop.memoryMiB', 'below': 1024}",
            "'remedies': [{'action': 'upgrade-macos', 'to': '13'}]",
            "'remedies': []",
            "'phase': 'beta', 'releases': '[4.35.0,)'",
            "'phase': 'beta', 'releases': '(,)'",
            "'knownIssues': [",
            "'knownIssues': ["
                + entry("'code': 'one', 'vmms': ['qemu']", "It fails.")
                + ", "
                + entry("'code': 'two', 'vmms': ['qemu']", "It fails.")
                + ", ");

    assertThat(Documents.problems(below)).hasSize(4);
    assertThat(layerProblems(below, "")).isEmpty();
  }

  @Test
  void aRuleOfALayerThatContradictsTheCatalogIsTold() throws IOException {
    String memory =
        "'code': '%s', 'vmms': ['docker-vmm'],"
            + " 'requires': {'fact': 'dockerDesktop.memoryMiB', 'atLeast': 40000}";
    String cannot =
        " require of 'docker-vmm' what no host can satisfy together; accepted: that a"
            + " disagreement names both";

    assertThat(
            layerProblems(
                SOUND, ", 'constraints': [" + entry(memory.formatted("much"), "Much.") + "]"))
        .containsExactly(json("$.constraints[0]: 'much' and 'memory-cap'" + cannot));
    assertThat(
            layerProblems(
                SOUND,
                ", 'overrides': ['memory'], 'constraints': ["
                    + entry(memory.formatted("memory"), "Much.")
                    + "]"))
        .containsExactly(json("$.constraints[0]: 'memory' and 'memory-cap'" + cannot));
  }

  @Test
  void faultsOfTheProfilesOfALayerAreTold() throws IOException {
    assertThat(
            layerProblems(
                SOUND,
                ", 'overrides': ['hyperkit'], 'vmms': [{'vmm': 'hyperkit', 'text': 'Ours.',"
                    + " 'sources': ['s:1'], 'lifecycle': [], 'defaultWhen': "
                    + NO_HOST
                    + "}]"))
        .containsExactly("$.vmms[0].defaultWhen: is true of no host");
  }

  @Test
  void daysOfALayerThatAreNoneAreTold() throws IOException {
    assertThat(
            layerProblems(
                SOUND,
                ", 'asOf': '2026-02-30',"
                    + " 'sources': [{'id': 's:9', 'kind': 'manual', 'document': 'Ours',"
                    + " 'read': '2026-02-31'}],"
                    + " 'releases': [{'version': '4.38.0', 'date': '2026-02-32'}]"))
        .containsExactlyInAnyOrder(
            json(
                "$.asOf: '2026-02-30' is not accepted; accepted: a day of the calendar, such as"
                    + " '2026-09-21'"),
            json(
                "$.sources[0].read: '2026-02-31' is not accepted; accepted: a day of the calendar,"
                    + " such as '2026-09-21'"),
            json(
                "$.releases[0].date: '2026-02-32' is not accepted; accepted: a day of the calendar,"
                    + " such as '2026-09-21'"));
  }

  @Test
  void entriesOfALayerThatHoldForNoReleaseAreTold() throws IOException {
    assertThat(
            layerProblems(
                SOUND,
                ", 'statements': ["
                    + entry(
                        "'code': 'ours', 'subject': 'rosetta', 'releases': '(4.36.0,4.37.0)'",
                        "Ours.")
                    + "]"))
        .containsExactly(
            json("$.statements[0].releases: '(4.36.0,4.37.0)' holds no release that is known"));
  }

  @Test
  void ofMoreThanAThousandProblemsThatIsSaidOnce() throws IOException {
    StringBuilder statements = new StringBuilder();
    for (int i = 0; i < 1100; i++) {
      statements
          .append(i == 0 ? "" : ", ")
          .append(
              entry(
                  "'code': 'ours-%d', 'subject': 'rosetta', 'releases': '(4.36.0,4.37.0)'"
                      .formatted(i),
                  "Ours."));
    }

    List<Problem> problems =
        CatalogLinter.checkLayer(
            Documents.catalog(SOUND),
            Documents.stream(json(LAYER.formatted(", 'statements': [" + statements + "]"))),
            TODAY);

    assertThat(problems).hasSize(1001);
    assertThat(problems)
        .extracting(Problem::message)
        .containsOnlyOnce("there are more than 1000 problems");
  }
}

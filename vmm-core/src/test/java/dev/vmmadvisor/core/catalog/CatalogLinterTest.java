package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogLinterTest {

  @Test
  void aSignatureIsNotTooGeneral() {
    Catalog builtIn = Catalogs.builtIn();
    for (String generic : builtIn.genericFragments()) {
      Catalog catalog =
          Catalog.builder()
              .from(builtIn)
              .addMessages(
                  LogMessage.builder()
                      .code("general")
                      .addSignatures(generic.toUpperCase(Locale.ROOT))
                      .text("It is general.")
                      .confidence(Confidence.LOW)
                      .addSources("docker-manual:vmm#choice")
                      .build())
              .build();

      assertThat(CatalogLinter.check(catalog))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.path())
                    .isEqualTo("$.messages[" + builtIn.messages().size() + "].signatures[0]");
                assertThat(problem.message()).contains("is too general");
              });
    }
  }

  @Test
  void aMessageHasToBeRecognisedAndNotToContradictItself() {
    LogMessage.Builder message =
        LogMessage.builder()
            .code("odd")
            .vmm(Vmm.QEMU)
            .addNotVmms(Vmm.QEMU)
            .text("It is odd.")
            .confidence(Confidence.LOW)
            .addSources("docker-manual:vmm#choice");

    assertThat(
            CatalogLinter.check(
                Catalog.builder()
                    .from(Catalogs.builtIn())
                    .messages(List.of(message.build()))
                    .build()))
        .extracting(Problem::message)
        .containsExactly(
            "nothing recognises it; accepted: at least one signature",
            "\"qemu\" is the one that ran");
    assertThat(
            CatalogLinter.check(
                Catalog.builder()
                    .from(Catalogs.builtIn())
                    .messages(
                        List.of(message.notVmms(List.of()).addTogether("only one here").build()))
                    .build()))
        .extracting(Problem::path)
        .containsExactly("$.messages[0].together");
  }

  private static final String SOUND = Documents.resource("sound.json");
  private static final String NAMED = "; accepted: that a disagreement names both";
  private static final String NEVER = "the rule can never fire: this is true of no host ";

  @Test
  void theBuiltInCatalogIsClean() {
    assertThat(CatalogLinter.check(Catalogs.builtIn())).isEmpty();
  }

  @Test
  void soundCatalogIsClean() {
    assertThat(Documents.problems(SOUND)).isEmpty();
    assertThat(
            Documents.problems(
                SOUND
                    .replace("\"text\": \"It needs macOS 13.\"", "\"impliedByUse\": true, $0")
                    .replace("$0", "\"text\": \"It needs macOS 13.\"")))
        .isEmpty();
  }

  @Test
  void elevenPlantedFaultsAreFoundAndNothingElse() throws IOException {
    List<Problem> problems =
        CatalogLinter.checkCatalog(Documents.stream(Documents.resource("eleven-faults.json")));

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "line 20: $.vmms: there is no profile of \"hyperkit\"",
            "line 25: $.vmms[0].lifecycle[1]: \"beta\" and \"experiment\" are phases for the same"
                + " releases"
                + NAMED,
            "line 33: $.vmms[0].performance[1]: \"warm\" and \"cold\" claim different factors"
                + " under the same circumstances"
                + NAMED,
            "line 54: $.constraints[0].remedies[0].toMiB: does not help: the rule still holds"
                + " with 2048 MiB",
            "line 77: $.constraints[4]: \"macos-new\" and \"macos\" require of \"docker-vmm\" what"
                + " no host can satisfy together"
                + NAMED,
            "line 94: $.deprecations[0].remedies[0].vmm: does not help: the rule is about"
                + " \"qemu\", too",
            "line 99: $.knownIssues[0].fixedIn: \"4.35.0\" lies in the releases of the issue,"
                + " \"[4.35.0,4.36.0)\"; accepted: a release after them, or \"fixConfirmed\":"
                + " false",
            "line 102: $.knownIssues[0].remedies[0].to: does not help: the rule still holds in"
                + " 4.35.0",
            "line 109: $.knownIssues[2]: is needless: \"databases\" fires wherever it does, with"
                + " the same severity and text",
            "line 125: $.knownIssues[4].when: " + NEVER + "in its releases",
            "line 140: $.statements[0].releases: \"4.36.1\" is no release that is listed");
  }

  @Test
  void theSameFaultsAreFoundWithoutTheDocument() {
    Catalog catalog = Documents.catalog(Documents.resource("eleven-faults.json"));

    assertThat(CatalogLinter.check(catalog)).hasSize(11).allMatch(problem -> problem.line() == 1);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultIsFound(String part, String broken, String problem) {
    String document = SOUND.replace(part, broken);

    assertThat(document).isNotEqualTo(SOUND);
    assertThat(Documents.problems(document)).containsExactly(problem);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            "\"read\": \"2026-09-21\"",
            "\"read\": \"2026-13-01\"",
            "$.sources[0].read: \"2026-13-01\" is not accepted; accepted: a day of the calendar,"
                + " such as \"2026-09-21\""),
        Arguments.of(
            "\"date\": \"2024-08-29\"",
            "\"date\": \"2023-02-29\"",
            "$.releases[0].date: \"2023-02-29\" is not accepted; accepted: a day of the calendar,"
                + " such as \"2026-09-21\""),
        Arguments.of(
            "\"version\": \"4.36.0\", \"date\": \"2024-11-18\"},",
            "\"version\": \"4.36.0\", \"date\": \"2024-11-18\"}, {\"version\": \"4.34.1\","
                + " \"date\": \"2024-09-05\"},",
            "$.releases[3].version: \"4.34.1\" does not come after the one before it"),
        Arguments.of(
            "\"version\": \"4.37.0\", \"date\": \"2024-12-12\"}",
            "\"version\": \"4.37.0\", \"date\": \"2024-12-12\"}, {\"version\": \"4.38.0\","
                + " \"date\": \"2025-01-30\"}",
            "$.releases[4].version: \"4.38.0\" is above the newest release"),
        Arguments.of(
            "\"upgrade-docker-desktop\", \"to\": \"4.35.0\"",
            "\"upgrade-docker-desktop\", \"to\": \"4.35.5\"",
            "$.constraints[2].remedies[0].to: \"4.35.5\" is no release that is listed"),
        Arguments.of(
            "\"atLeast\": \"4.35.0\"",
            "\"atLeast\": \"4.34.5\"",
            "$.constraints[2].requires: \"4.34.5\" is no release that is listed"),
        Arguments.of(
            "\"fixedIn\": \"4.36.0\"",
            "\"fixedIn\": \"4.36.1\"",
            "$.knownIssues[0].fixedIn: \"4.36.1\" is no release that is listed"),
        Arguments.of(
            "\"place\": \"Settings\"",
            "\"place\": \"Settings\", \"releases\": \"(4.35.0,4.36.0)\"",
            "$.guides[0].releases: this name is duplicated in its object"),
        Arguments.of(
            "\"releases\": \"[4.35.0,)\", \"place\"",
            "\"releases\": \"(4.35.0,4.36.0)\", \"place\"",
            "$.guides[0].releases: \"(4.35.0,4.36.0)\" holds no release that is known"),
        Arguments.of(
            "{\"vmm\": \"hyperkit\"",
            "{\"vmm\": \"qemu\", \"text\": \"Q.\", \"sources\": [\"s:1\"], \"lifecycle\": []},"
                + " {\"vmm\": \"hyperkit\"",
            "$.vmms[3].vmm: there is another profile of \"qemu\""),
        Arguments.of(
            "{\"vmm\": \"hyperkit\"",
            "{\"vmm\": \"hyperkit\", \"logNames\": [\"one\", \"two\", \"One\"]",
            "$.vmms[3].logNames[2]: \"One\" is already a name of \"hyperkit\""),
        Arguments.of(
            "\"fileSharing\": \"osxfs\", \"text\"",
            "\"fileSharing\": \"virtiofs\", \"text\"",
            "$.fileSharing[1].fileSharing: there is another profile of \"virtiofs\""),
        Arguments.of(
            "\"releases\": \"[4.36.0,)\", \"text\": \"The second.\"",
            "\"text\": \"The second.\"",
            "$.vmms[0].engines[1]: \"second-engine\" and \"first-engine\" are engines for the same"
                + " releases"
                + NAMED),
        Arguments.of(
            "[\"beta\", \"qemu\"]",
            "[\"beta\", \"gamma\"]",
            "$.disagreements[0].entries: \"gamma\" is the code of no entry and no virtual machine"
                + " manager"),
        Arguments.of(
            "{\"fact\": \"workload.traits\", \"contains\": \"file-watching\"},\n      \"text\":"
                + " \"Watching files is slow.\"",
            "{\"fact\": \"workload.traits\", \"contains\": \"watching\"},\n      \"text\":"
                + " \"Watching files is slow.\"",
            "$.knownIssues[0].trigger: \"watching\" is not among the words of"
                + " \"workload.traits\" that are known"),
        Arguments.of(
            "{\"fact\": \"chipGeneration\", \"known\": true}",
            "{\"any\": []}",
            "$.constraints[4].when: an empty \"any\" is never true"),
        Arguments.of(
            "{\"fact\": \"chipGeneration\", \"known\": true}",
            "{\"not\": {\"all\": []}}",
            "$.constraints[4].when: an empty \"all\" is always true"),
        Arguments.of(
            "{\"fact\": \"chipGeneration\", \"known\": true}",
            "{\"fact\": \"chipGeneration\", \"atLeast\": 3}",
            "$.constraints[4].requires: the rule can never fire: no host it is about can violate"
                + " this"),
        Arguments.of(
            "{\"fact\": \"chipGeneration\", \"known\": true}",
            "{\"fact\": \"chip\", \"known\": false}",
            "$.constraints[4].requires: the rule can never fire: no host it is about can violate"
                + " this"),
        Arguments.of(
            "{\"fact\": \"chipGeneration\", \"known\": true}",
            "{\"fact\": \"dockerDesktop.version\", \"below\": \"4.34.0\"}",
            "$.constraints[4].when: " + NEVER + "in its releases"),
        Arguments.of(
            "{\"fact\": \"dockerDesktop.fileSharing\", \"equals\": \"osxfs\"}",
            "{\"all\": [{\"fact\": \"dockerDesktop.fileSharing\", \"equals\": \"osxfs\"},"
                + " {\"fact\": \"dockerDesktop.fileSharing\", \"oneOf\": [\"virtiofs\","
                + " \"grpc-fuse\"]}]}",
            "$.knownIssues[3].trigger: " + NEVER + "it is about"),
        Arguments.of(
            "\"text\": \"It needs 4096 MiB.\"",
            "\"impliedByUse\": true, \"text\": \"It needs 4096 MiB.\"",
            "$.constraints[0].impliedByUse: nothing can be implied; accepted: that \"requires\" is"
                + " a comparison, or all of some comparisons, of the architecture, the macOS"
                + " version or the Docker Desktop version"),
        Arguments.of(
            "\"code\": \"macos\", \"vmms\": [\"docker-vmm\"],",
            "\"code\": \"macos\", \"vmms\": [\"docker-vmm\", \"apple-virtualization-framework\","
                + " \"qemu\", \"hyperkit\"], \"impliedByUse\": true,",
            "$.constraints[3].impliedByUse: nothing is in use that could imply it; accepted: that"
                + " \"releases\" or some of the VMMs are named"),
        Arguments.of(
            "\"code\": \"macos\", \"vmms\": [\"docker-vmm\"],",
            "\"code\": \"macos\", \"vmms\": [\"docker-vmm\"], \"impliedByUse\": true, \"when\":"
                + " {\"fact\": \"chip\", \"known\": true},",
            "$.constraints[3].when: what is implied cannot depend on whether a fact is known;"
                + " accepted: \"impliedByUse\" without it"),
        Arguments.of(
            "\"toMiB\": 28672",
            "\"toMiB\": 28673",
            "$.constraints[1].remedies[0].toMiB: does not help: the rule still holds with 28673"
                + " MiB"),
        Arguments.of(
            "{\"action\": \"upgrade-docker-desktop\", \"to\": \"4.36.0\"}",
            "{\"action\": \"raise-vm-memory\", \"toMiB\": 4096}",
            "$.knownIssues[0].remedies[0]: does not help: the rule does not read"
                + " \"dockerDesktop.memoryMiB\""),
        Arguments.of(
            "\"avoid-release\", \"releases\": \"[4.36.0,4.37.0)\"",
            "\"avoid-release\", \"releases\": \"[4.35.0,4.36.0)\"",
            "$.constraints[1].remedies[1].releases: \"[4.35.0,4.36.0)\" does not hold every"
                + " release in which the rule can fire"),
        Arguments.of(
            "\"avoid-release\", \"releases\": \"[4.36.0,4.37.0)\"",
            "\"avoid-release\", \"releases\": \"(,)\"",
            "$.constraints[1].remedies[1].releases: \"(,)\" leaves no release to go to"),
        Arguments.of(
            "\"upgrade-macos\", \"to\": \"13\"",
            "\"upgrade-macos\", \"to\": \"12\"",
            "$.constraints[3].remedies[0].to: does not help: the rule still holds on macOS 12"),
        Arguments.of(
            "\"fileSharing\": \"virtiofs\"}",
            "\"fileSharing\": \"osxfs\"}",
            "$.knownIssues[3].remedies[0].fileSharing: does not help: the rule still holds with"
                + " \"osxfs\""),
        Arguments.of(
            "\"on\": false",
            "\"on\": true",
            "$.settings[0].remedies[0].on: does not help: the rule still holds with Rosetta on"),
        Arguments.of(
            "\"move-database-to-named-volume\", \"engines\": [\"mongodb\", \"cassandra\"]",
            "\"move-database-to-named-volume\", \"engines\": [\"mysql\"]",
            "$.knownIssues[2].remedies[0].engines: does not help: the rule still holds on named"
                + " volumes"),
        Arguments.of(
            "\"move-database-to-named-volume\", \"engines\": [\"mongodb\", \"cassandra\"]",
            "\"move-database-to-named-volume\", \"engines\": []",
            "$.knownIssues[2].remedies[0].engines: names no database engine"),
        Arguments.of(
            "\"replacements\": [\"docker-vmm\"]",
            "\"replacements\": [\"qemu\"]",
            "$.deprecations[0].replacements: names a virtual machine manager that is to be left"));
  }

  @Test
  void oldestReleaseAboveTheNewestIsFound() {
    String document =
        SOUND
            .replace("\"oldestRelease\": \"4.34.0\"", "\"oldestRelease\": \"4.37.0\"")
            .replace("\"newestRelease\": \"4.37.0\"", "\"newestRelease\": \"4.34.0\"");

    assertThat(Documents.problems(document))
        .contains("$.oldestRelease: \"4.37.0\" is above the newest release, \"4.34.0\"");
  }

  @Test
  void disagreementThatNamesBothMakesAContradictionFine() {
    String document =
        SOUND.replace("[4.34.0,4.36.0)\", \"text\": \"The first.", "(,)\", \"text\": \"The first.");

    assertThat(Documents.problems(document)).hasSize(1);
    assertThat(
            Documents.problems(
                document.replace("[\"beta\", \"qemu\"]", "[\"first-engine\", \"second-engine\"]")))
        .isEmpty();
  }

  @Test
  void movingSomeEnginesHelpsWhereAnyEngineIsMeant() {
    String document =
        SOUND.replace("\"engines\": [\"mongodb\", \"cassandra\"], \"storage\"", "\"storage\"");

    assertThat(document).isNotEqualTo(SOUND);
    assertThat(Documents.problems(document)).isEmpty();
  }

  @Test
  void lifeAfterRemovalIsFound() {
    String document =
        SOUND
            .replace("\"releases\": \"(,4.37.0)\"", "\"releases\": \"[4.36.0,)\"")
            .replace(
                "\"phase\": \"removed\", \"releases\": \"[4.37.0,)\"",
                "\"phase\": \"removed\", \"releases\": \"(,4.36.0)\"");

    assertThat(Documents.problems(document))
        .containsExactly(
            "$.vmms[2].lifecycle[1]: \"qemu-gone\" and \"qemu-legacy\" let it be there after it"
                + " has been removed"
                + NAMED);
  }

  @Test
  void problemsOfReadingAreToldAloneWithTheirPaths() {
    String document =
        SOUND
            .replace("\"asOf\": \"2026-09-21\"", "\"asOf\": \"2026-02-30\"")
            .replace("\"subject\": \"rosetta\", ", "");

    assertThat(Documents.problems(document))
        .containsExactly(
            "$.asOf: \"2026-02-30\" is not accepted; accepted: a day of the calendar, such as"
                + " \"2026-09-21\"",
            "$.statements[0].subject: is missing");
  }

  @Test
  void withoutAListOfReleasesEveryReleaseIsKnown() {
    int start = SOUND.indexOf("  \"releases\": [\n");
    int end = SOUND.indexOf("  \"sources\": [\n");
    String document =
        (SOUND.substring(0, start) + SOUND.substring(end))
            .replace(
                "\"[4.36.0,)\", \"text\": \"A plan.\"", "\"[4.36.1,)\", \"text\": \"A plan.\"");

    assertThat(Documents.problems(document)).isEmpty();
    assertThat(
            Documents.problems(
                document.replace(
                    "\"[4.36.1,)\", \"text\": \"A plan.\"",
                    "\"(,4.34.0)\", \"text\": \"A plan.\"")))
        .containsExactly("$.statements[0].releases: \"(,4.34.0)\" holds no release that is known");
  }

  @Test
  void tooManyConditionsAreToldInsteadOfCheckedForever() {
    Catalog catalog = Documents.catalog(SOUND);
    List<Condition> words =
        Stream.iterate(0, i -> i + 1)
            .limit(20_000)
            .<Condition>map(i -> new Condition.Contains(Fact.MOUNTS, List.of("m" + i)))
            .toList();
    Catalog tooLong =
        Catalog.builder()
            .from(catalog)
            .addRules(
                ConstraintRule.builder()
                    .from((ConstraintRule) catalog.rules().get(0))
                    .code("long")
                    .requires(new Condition.Any(words))
                    .remedies(List.of())
                    .build())
            .build();

    assertThat(CatalogLinter.check(tooLong))
        .extracting(Problem::message)
        .containsExactly("its conditions are too many or too long to check all of them");
  }
}

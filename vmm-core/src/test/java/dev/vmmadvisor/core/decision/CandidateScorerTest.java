package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The phase of Docker VMM in small catalogs, its places, and what rules count for. */
class CandidateScorerTest {

  private static final String KNOWN = "{\"dockerDesktop\": {\"version\": \"4.4.0\"}}";
  private static final String UNKNOWN = "{}";

  /** Docker VMM on a host; phases are like "beta (,4.6)", rules are deprecations. */
  private static CandidateScorer standing(String phases, String deprecations, String host)
      throws IOException {
    CompiledCatalog knowledge = knowledge(phases, deprecations, "");
    Evaluation matrix =
        knowledge.evaluate(knowledge.truths(VmmJson.readHost(host), CustomRuleResults.NONE));
    return new CandidateScorer(knowledge.candidates().get(0), matrix);
  }

  private static int maturity(CandidateScorer standing, CandidateScorer.Assumption view) {
    return (standing.rankingKey(Goal.BALANCED, view) >>> 12) & 15;
  }

  @ParameterizedTest
  @CsvSource({
    "beta (;), legacy (;), legacy",
    "legacy (;), beta (;), legacy",
    "beta (;4.3), legacy (;), legacy",
    "legacy (;4.3), beta (;), beta",
    "legacy (;4.3), beta (;4.3), ''"
  })
  void ofPhasesThatHoldAtOnceTheLatestIsTold(String one, String other, String phase)
      throws IOException {
    assertThat(standing(one.replace(';', ',') + ";" + other.replace(';', ','), "", KNOWN).phase())
        .map(Phase::id)
        .isEqualTo(Optional.of(phase).filter(id -> !id.isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"removed (,);deprecated (,)", "deprecated (,);removed (,)"})
  void removedIsLaterThanDeprecatedWhicheverIsTheFirstRule(String deprecations) throws IOException {
    assertThat(standing("beta (,)", deprecations, KNOWN).phase()).contains(Phase.REMOVED);
  }

  @Test
  void aRuleThatMayHoldLeavesThePhaseUnknownAndOneThatDoesNotLeavesItAsItIs() throws IOException {
    assertThat(standing("beta (,)", "deprecated [4.5,)", UNKNOWN).phase()).isEmpty();
    assertThat(standing("beta (,)", "deprecated [4.5,)", KNOWN).phase()).contains(Phase.BETA);
    assertThat(standing("beta (,)", "deprecated [4.3,)", KNOWN).phase()).contains(Phase.DEPRECATED);
    assertThat(standing("beta [4.5,)", "", UNKNOWN).phase()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // certain and open phases: as known, at best, at worst
    "deprecated [4.3;), '', 4, 3, 4",
    "experimental [4.3;), '', 2, 2, 3",
    "legacy (;), '', 3, 3, 3",
    "removed (;), deprecated [4.5;), 5, 5, 5",
    "removed [4.3;), deprecated [4.5;), 5, 3, 5",
    "experimental (;), deprecated [4.5;), 2, 2, 4",
    "experimental (;), removed [4.5;), 2, 2, 5",
    "experimental (;), removed (;), 5, 5, 5",
    "experimental (;), deprecated (;), 4, 4, 4"
  })
  void whatIsOpenReadsAsTheViewSays(
      String phase, String deprecation, int known, int best, int worst) throws IOException {
    CandidateScorer standing =
        standing(phase.replace(';', ','), deprecation.replace(';', ','), UNKNOWN);

    assertThat(
            Arrays.stream(CandidateScorer.Assumption.values())
                .map(view -> maturity(standing, view))
                .toList())
        .isEqualTo(List.of(known, best, worst));
  }

  @ParameterizedTest
  @CsvSource({
    "blocker, false, high, 'eligibility'",
    "serious, false, high, 'maturity'",
    "serious, true, high, 'harm,maturity'",
    "serious, true, medium, ''",
    "warning, true, high, ''"
  })
  void anIssueCountsForWhatItsSeverityTriggerAndConfidenceSay(
      String severity, boolean trigger, String confidence, String criteria) throws IOException {
    String issue =
        """
        {"code": "issue", "vmms": ["docker-vmm"], "severity": "%s", %s "confidence": "%s",
         "text": "Something.", "sources": ["s:1"]}
        """
            .formatted(
                severity,
                trigger ? "\"trigger\": {\"fact\": \"rosettaInstalled\", \"equals\": true}," : "",
                confidence);
    CompiledRule rule = knowledge("beta (,)", "", issue).candidates().get(0).rules().get(0);

    assertThat(rule.countsFor().stream().map(Criterion::toString).collect(Collectors.joining(",")))
        .isEqualTo(criteria);
    assertThat(rule.isRanked()).isEqualTo(!criteria.isEmpty());
    assertThat(rule.facts()).isEqualTo(trigger ? List.of(Fact.ROSETTA_INSTALLED) : List.of());
  }

  @Test
  void aRuleReadsTheFactsOfItsReleasesItsScopeAndItsTrigger() throws IOException {
    String issue =
        """
        {"code": "issue", "vmms": ["docker-vmm"], "severity": "serious", "releases": "[4.3.0,)",
         "when": {"fact": "architecture", "equals": "arm64"},
         "trigger": {"fact": "workload.traits", "contains": "need"}, "declaredOnly": true,
         "unmetNeed": true, "confidence": "high", "text": "Something.", "sources": ["s:1"]}
        """;
    CompiledRule rule = knowledge("beta (,)", "", issue).candidates().get(0).rules().get(0);

    assertThat(rule.facts())
        .containsExactly(Fact.ARCHITECTURE, Fact.DOCKER_DESKTOP_VERSION, Fact.TRAITS);
    assertThat(rule.clause().declaredOnly()).isTrue();
    assertThat(rule.clause().requires()).isFalse();
    assertThat(rule.countsFor())
        .containsExactly(Criterion.HARM, Criterion.FITNESS, Criterion.MATURITY);
  }

  @Test
  void aDeprecationCountsForTheMaturity() throws IOException {
    for (String phase : List.of("deprecated", "removed")) {
      CompiledRule rule =
          knowledge("beta (,)", phase + " (,)", "").candidates().get(0).rules().get(0);

      assertThat(rule.countsFor()).contains(Criterion.MATURITY);
      assertThat(rule.isRanked()).isTrue();
    }
  }

  private static String entries(String key, String texts) {
    return texts.isEmpty()
        ? ""
        : Arrays.stream(texts.split(";", -1))
            .map(
                text ->
                    """
                    {"code": "%s", "phase": "%s", "releases": "%s", %s
                     "text": "Text.", "confidence": "high", "sources": ["s:1"]}
                    """
                        .formatted(
                            key + text.hashCode(),
                            text.split(" ", 2)[0],
                            text.split(" ", 2)[1],
                            key.equals("rule")
                                ? "\"vmms\": [\"docker-vmm\"], \"replacements\": [],"
                                : ""))
            .collect(Collectors.joining(","));
  }

  private static CompiledCatalog knowledge(String phases, String deprecations, String issues)
      throws IOException {
    String json =
        """
        {"id": "small", "version": "1", "asOf": "2026-09-21",
         "oldestRelease": "4.1.0", "newestRelease": "4.9.0",
         "sources": [{"id": "s:1", "kind": "manual", "document": "Manual", "read": "2026-09-21"}],
         "vmms": [
           {"vmm": "docker-vmm", "text": "A VMM.", "sources": ["s:1"], "lifecycle": [%s]},
           {"vmm": "apple-virtualization-framework", "text": "A VMM.", "sources": ["s:1"],
            "lifecycle": []},
           {"vmm": "qemu", "text": "A VMM.", "sources": ["s:1"], "lifecycle": []},
           {"vmm": "hyperkit", "text": "A VMM.", "sources": ["s:1"], "lifecycle": []}],
         "deprecations": [%s], "knownIssues": [%s]}
        """
            .formatted(entries("phase", phases), entries("rule", deprecations), issues);
    return CompiledCatalog.of(
        Catalogs.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
  }
}

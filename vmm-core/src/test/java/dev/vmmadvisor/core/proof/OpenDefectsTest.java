package dev.vmmadvisor.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * What generated catalogs have shown to be against the documents, each in its smallest form. The
 * built-in catalog has none of these. {@link GeneratedCatalogs} keeps clear of them until they are
 * mended.
 */
class OpenDefectsTest {

  private static final String ALWAYS = "\"releases\": \"(,)\"";

  @Test
  @Disabled(
      "A VMM in two phases at once has a worst place that is not its best although nothing is"
          + " open; the search for what is open then runs past the last question")
  void overlappingPhasesAreAnsweredAndNotThrown() throws IOException {
    Advisor advisor =
        advisor(phase("one", "beta", ALWAYS) + "," + phase("two", "legacy", ALWAYS), "[]");

    assertThatCode(() -> advisor.recommend(Host.builder().build())).doesNotThrowAnyException();
  }

  @Test
  @Disabled(
      "An issue that counts only once it is declared is never held open, not even where the need"
          + " is declared and only the release is unknown")
  void aDeclaredNeedInAnUnknownReleaseKeepsTheAnswerOpen() throws IOException {
    Advisor advisor =
        advisor(phase("one", "generally-available", ALWAYS), "[" + need("warning") + "]");
    String host = "{\"workload\": {\"traits\": [\"need\"]}, \"dockerDesktop\": {%s}}";

    Recommendation old = advisor.recommend(host(host.formatted("\"version\": \"4.1.0\"")));
    Recommendation young = advisor.recommend(host(host.formatted("\"version\": \"4.4.0\"")));
    Recommendation open = advisor.recommend(host(host.formatted("")));

    assertThat(old.best()).isNotEqualTo(young.best());
    assertThat(open.certainty()).isEqualTo(Certainty.DEPENDS);
  }

  @Test
  @Disabled(
      "A blocker that counts only once it is declared leaves eligibility open, and no question asks"
          + " for what would settle it")
  void anUndeclaredNeedThatIsABlockerIsAnsweredAndNotThrown() throws IOException {
    Advisor advisor =
        advisor(phase("one", "generally-available", ALWAYS), "[" + need("blocker") + "]");

    assertThatCode(() -> advisor.recommend(host("{\"dockerDesktop\": {\"version\": \"4.4.0\"}}")))
        .doesNotThrowAnyException();
  }

  @Test
  @Disabled("A chip that has no generation is known; nothing more can be learned of it")
  void aKnownChipWithoutGenerationLeavesNothingOpen() throws IOException {
    String issue =
        issue(
            "generation-unknown",
            "serious",
            "\"trigger\": {\"fact\": \"chipGeneration\", \"known\": false}");
    Advisor advisor = advisor(phase("one", "generally-available", ALWAYS), "[" + issue + "]");

    Recommendation answer = advisor.recommend(host("{\"chip\": \"Intel Core i7\"}"));

    assertThat(answer.certainty()).isEqualTo(Certainty.CERTAIN);
  }

  private static Host host(String json) {
    return VmmJson.readHost(json);
  }

  private static String need(String severity) {
    return issue(
        "need",
        severity,
        "\"releases\": \"[4.3.0,)\", \"unmetNeed\": true, \"declaredOnly\": true,"
            + " \"trigger\": {\"fact\": \"workload.traits\", \"contains\": \"need\"}");
  }

  private static String issue(String code, String severity, String more) {
    return """
    {"code": "%s", "vmms": ["docker-vmm"], "severity": "%s", %s,
     "text": "Something.", "confidence": "high", "sources": ["s:1"]}
    """
        .formatted(code, severity, more);
  }

  private static String phase(String code, String phase, String releases) {
    return """
    {"code": "%s", "phase": "%s", %s,
     "text": "A phase.", "confidence": "high", "sources": ["s:1"]}
    """
        .formatted(code, phase, releases);
  }

  /** A catalog in which Docker VMM has some phases, the others one, and there are some issues. */
  private static Advisor advisor(String phases, String issues) throws IOException {
    StringBuilder others = new StringBuilder();
    for (String vmm : new String[] {"apple-virtualization-framework", "qemu", "hyperkit"}) {
      others
          .append(", {\"vmm\": \"")
          .append(vmm)
          .append("\", \"text\": \"A VMM.\", \"sources\": [\"s:1\"], \"lifecycle\": [")
          .append(phase(vmm + "-available", "generally-available", ALWAYS))
          .append("]}");
    }
    String json =
        """
        {"id": "small", "version": "1", "asOf": "2026-09-21",
         "oldestRelease": "4.1.0", "newestRelease": "4.9.0",
         "sources": [{"id": "s:1", "kind": "manual", "document": "Manual", "read": "2026-09-21"}],
         "vmms": [{"vmm": "docker-vmm", "text": "A VMM.", "sources": ["s:1"],
                   "lifecycle": [%s]} %s],
         "knownIssues": %s}
        """
            .formatted(phases, others, issues);
    return VmmAdvisor.builder()
        .catalog(Catalogs.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
        .build();
  }
}

package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.SampleHosts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed for the sample hosts, as text and as JSON. */
@Tag("golden")
class GoldenTest {

  static Stream<String> samples() {
    return SampleHosts.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theTextIsAsExpected(String sample) {
    Golden.assertMatches("recommendation/" + sample + ".txt", answer(sample).text());
  }

  /** One complete document; of the others, what decides. */
  @Test
  void theDocumentIsAsExpected() {
    Golden.assertMatches(
        "recommendation/apple-silicon-with-amd64-images.json",
        VmmJson.write(answer("apple-silicon-with-amd64-images")) + "\n");
  }

  @Test
  void theDecisionsAreAsExpected() {
    StringBuilder decisions = new StringBuilder();
    samples().forEach(sample -> decisions.append(decision(sample)).append('\n'));

    Golden.assertMatches("recommendation/decisions.txt", decisions.toString());
  }

  private static String decision(String sample) {
    Recommendation answer = answer(sample);
    StringBuilder decision = new StringBuilder(sample + ": ");
    decision.append(answer.best().map(Vmm::id).orElse("none"));
    decision.append(", ").append(answer.certainty()).append('\n');
    for (Candidate candidate : answer.candidates()) {
      decision.append("  ").append(candidate.vmm()).append(", ").append(candidate.eligibility());
      decision.append(", decided by ").append(candidate.decidedBy()).append('\n');
      for (Outcome outcome : List.of(Outcome.VIOLATED, Outcome.UNKNOWN)) {
        String codes =
            candidate.findings().stream()
                .filter(finding -> finding.outcome() == outcome)
                .map(Finding::code)
                .collect(Collectors.joining("\n      "));
        if (!codes.isEmpty()) {
          decision.append("    ").append(outcome).append("\n      ").append(codes).append('\n');
        }
      }
    }
    return decision.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"apple-silicon", "apple-silicon-with-amd64-images", "unknown"})
  void otherFormsAreAsExpected(String sample) {
    Recommendation chinese =
        VmmAdvisor.builder()
            .locale(Locale.SIMPLIFIED_CHINESE)
            .build()
            .recommend(Objects.requireNonNull(SampleHosts.all().get(sample)));

    Golden.assertMatches("recommendation/" + sample + ".md", answer(sample).markdown());
    Golden.assertMatches("recommendation/" + sample + ".zh-CN.txt", chinese.text());
    Golden.assertMatches("recommendation/" + sample + ".zh-CN.md", chinese.markdown());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aTextIsAScreenful(String sample) {
    assertThat(answer(sample).text().lines().count())
        .isLessThanOrEqualTo(sample.equals("unknown") ? 64 : 48);
  }

  private static Recommendation answer(String sample) {
    return VmmAdvisor.recommend(Objects.requireNonNull(SampleHosts.all().get(sample)));
  }
}

package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.SampleHosts;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed for the sample hosts, as text and as JSON. */
class GoldenTest {

  static Stream<String> samples() {
    return SampleHosts.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theTextIsAsExpected(String sample) {
    Golden.assertMatches("recommendation/" + sample + ".txt", answer(sample).text());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theDocumentIsAsExpected(String sample) {
    Golden.assertMatches(
        "recommendation/" + sample + ".json", VmmJson.write(answer(sample)) + "\n");
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

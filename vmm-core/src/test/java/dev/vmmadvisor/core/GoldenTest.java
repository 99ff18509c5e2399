package dev.vmmadvisor.core;

import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed for the sample hosts, as text and as JSON. */
class GoldenTest {

  static Stream<String> samples() {
    return SampleHosts.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theTextIsAsExpected(String sample) throws IOException {
    Golden.assertMatches("recommendation/" + sample + ".txt", answer(sample).text());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theDocumentIsAsExpected(String sample) throws IOException {
    Golden.assertMatches(
        "recommendation/" + sample + ".json", VmmJson.write(answer(sample)) + "\n");
  }

  private static Recommendation answer(String sample) {
    return VmmAdvisor.recommend(Objects.requireNonNull(SampleHosts.all().get(sample)));
  }
}

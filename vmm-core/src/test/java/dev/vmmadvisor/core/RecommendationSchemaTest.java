package dev.vmmadvisor.core;

import static dev.vmmadvisor.core.SchemaFile.ids;
import static dev.vmmadvisor.core.SchemaFile.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.SampleHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema of answers beside the answers. */
class RecommendationSchemaTest {

  @ParameterizedTest
  @MethodSource("sampleNames")
  void everyAnswerToASampleHostIsValid(String name) {
    Host host = Objects.requireNonNull(SampleHosts.all().get(name));

    for (Goal goal : Goal.values()) {
      String document = VmmJson.write(VmmAdvisor.builder().build().recommend(host, goal));
      assertThat(SchemaFile.RECOMMENDATION.problems(document)).as(goal.id()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"best\":\"docker-vmm\",' | ''",
        "'\"best\":\"docker-vmm\"' | '\"best\":\"none\"'",
        "'\"certainty\":\"certain\"' | '\"certainty\":\"none\"'",
        "'\"goal\":\"balanced\",' | ''",
        "'\"rank\":1' | '\"rank\":0'",
        "'\"phase\":\"beta\"' | '\"phase\":null'",
        "'\"outcome\":\"satisfied\"' | '\"outcome\":\"true\"'",
        "'\"facts\":[\"operatingSystem\"]' | '\"facts\":[\"colour\"]'",
        "'\"repairs\":[],' | ''",
        "'\"possible\":true' | '\"possible\":\"yes\"'",
        "'\"cost\":\"restart\"' | '\"cost\":1'",
        "'\"atRisk\"' | '\"risk\"'",
        "'\"notices\":[]' | '\"notices\":[{\"message\":\"odd\"}]'",
        "'\"notices\":[]' | '\"notices\":[{\"code\":\"a\",\"message\":\"b\"}]'",
      })
  void schemaRefusesBrokenAnswers(String part, String broken) {
    String answer = VmmJson.writeLine(VmmAdvisor.recommend(SampleHosts.appleSilicon()));
    String document = answer.replace(part, broken);

    assertThat(document).isNotEqualTo(answer);
    assertThat(SchemaFile.RECOMMENDATION.problems(document)).isNotEmpty();
  }

  @Test
  void enumsOfTheRecommendationSchemaAreThoseOfTheLibrary() {
    JsonNode answer = SchemaFile.RECOMMENDATION.node();
    List<String> vmmsOrNone = new ArrayList<>(ids(Vmm.values()));
    vmmsOrNone.add(MissingFact.NONE);

    assertThat(words(answer.at("/$defs/vmm/enum"))).isEqualTo(ids(Vmm.values()));
    assertThat(words(answer.at("/$defs/fact/enum"))).isEqualTo(ids(Fact.values()));
    assertThat(words(answer.at("/properties/certainty/enum"))).isEqualTo(ids(Certainty.values()));
    assertThat(words(answer.at("/properties/goal/enum"))).isEqualTo(ids(Goal.values()));
    assertThat(words(answer.at("/$defs/candidate/properties/eligibility/enum")))
        .isEqualTo(ids(Eligibility.values()));
    assertThat(words(answer.at("/$defs/candidate/properties/decidedBy/enum")))
        .isEqualTo(ids(Criterion.values()));
    assertThat(words(answer.at("/$defs/candidate/properties/phase/enum")))
        .isEqualTo(ids(Phase.values()));
    assertThat(words(answer.at("/$defs/finding/properties/kind/enum")))
        .isEqualTo(ids(RuleKind.values()));
    assertThat(words(answer.at("/$defs/finding/properties/outcome/enum")))
        .isEqualTo(ids(Outcome.values()));
    assertThat(words(answer.at("/$defs/finding/properties/severity/enum")))
        .isEqualTo(ids(Severity.values()));
    assertThat(words(answer.at("/$defs/cost/enum"))).isEqualTo(ids(Cost.values()));
    assertThat(words(answer.at("/$defs/obstacle/properties/reason/enum")))
        .isEqualTo(ids(Obstacle.Reason.values()));
    assertThat(words(answer.at("/$defs/missingFact/properties/outcomes/additionalProperties/enum")))
        .isEqualTo(vmmsOrNone);
  }

  static Stream<String> sampleNames() {
    return SampleHosts.all().keySet().stream();
  }
}

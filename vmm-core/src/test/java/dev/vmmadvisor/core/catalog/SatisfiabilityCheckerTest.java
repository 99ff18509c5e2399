package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SatisfiabilityCheckerTest {

  private static SatisfiabilityChecker hosts() {
    return new SatisfiabilityChecker(
        Documents.catalog(Documents.resource("sound.json")), 1_000_000);
  }

  private static Condition condition(String json) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode catalog = (ObjectNode) mapper.readTree(Documents.resource("sound.json"));
    ((ObjectNode) catalog.at("/constraints/0")).set("requires", mapper.readTree(json));
    return ((ConstraintRule) Documents.catalog(catalog.toString()).rules().get(0)).requires();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"all\": []}",
        "{\"fact\": \"memoryMiB\", \"equals\": 8192}",
        "{\"fact\": \"memoryMiB\", \"below\": 2}",
        "{\"fact\": \"macOsVersion\", \"within\": \"(13,13.0.0.2)\"}",
        "{\"fact\": \"macOsVersion\", \"below\": \"0.0.0.1\"}",
        "{\"fact\": \"dockerDesktop.version\", \"within\": \"[4.34.5,4.35.0]\"}",
        "{\"fact\": \"dockerDesktop.version\", \"atLeast\": \"9\"}",
        "{\"fact\": \"dockerDesktop.version\", \"within\": \"(4.37.0,4.37.1)\"}",
        "{\"not\": {\"fact\": \"operatingSystem\", \"oneOf\": [\"macos\", \"windows\"]}}",
        "{\"all\": [{\"fact\": \"workload.mounts\", \"contains\": \"home\"},"
            + " {\"not\": {\"fact\": \"workload.mounts\", \"contains\": \"usb\"}}]}",
        "{\"all\": [{\"fact\": \"workload.databases\", \"contains\": {\"storage\":"
            + " \"bind-mount\"}}, {\"fact\": \"workload.databases\", \"contains\": {\"storage\":"
            + " \"named-volume\"}}, {\"not\": {\"fact\": \"workload.databases\", \"contains\":"
            + " {\"engines\": [\"mongodb\"]}}}]}",
        "{\"all\": [{\"fact\": \"chip\", \"equals\": \"Apple M4 Max\"},"
            + " {\"fact\": \"chipGeneration\", \"equals\": 4}]}",
        "{\"fact\": \"chipGeneration\", \"known\": false}",
        "{\"all\": [{\"fact\": \"chip\", \"known\": true},"
            + " {\"fact\": \"chipGeneration\", \"known\": false}]}",
        "{\"all\": [{\"fact\": \"cpus\", \"known\": false}]}",
        "{\"all\": [{\"fact\": \"chip\", \"known\": true},"
            + " {\"not\": {\"fact\": \"chipGeneration\", \"atLeast\": 1}}]}",
      })
  void possibleConditionIsPossible(String json) throws IOException {
    assertThat(hosts().isPossible(condition(json.replace("\"cpus\"", "\"dockerDesktop.cpus\""))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"any\": []}",
        "{\"fact\": \"memoryMiB\", \"below\": 1}",
        "{\"fact\": \"memoryMiB\", \"atLeast\": 16777217}",
        "{\"fact\": \"memoryMiB\", \"atLeast\": 8193, \"below\": 8193}",
        "{\"fact\": \"macOsVersion\", \"within\": \"(13,13.0.0.1)\"}",
        "{\"fact\": \"dockerDesktop.version\", \"within\": \"(4.34.0,4.35.0)\"}",
        "{\"fact\": \"dockerDesktop.version\", \"below\": \"4.34.0\"}",
        "{\"not\": {\"fact\": \"architecture\", \"oneOf\": [\"arm64\", \"x86_64\"]}}",
        "{\"all\": [{\"fact\": \"workload.databases\", \"contains\": {\"engines\": [\"mongodb\"],"
            + " \"storage\": \"bind-mount\"}}, {\"not\": {\"fact\": \"workload.databases\","
            + " \"contains\": {}}}]}",
        "{\"all\": [{\"fact\": \"chip\", \"equals\": \"Apple M4 Max\"},"
            + " {\"fact\": \"chipGeneration\", \"atLeast\": 5}]}",
        "{\"all\": [{\"fact\": \"chip\", \"known\": false},"
            + " {\"fact\": \"chipGeneration\", \"atLeast\": 5}]}",
        "{\"all\": [{\"fact\": \"virtualMachine\", \"known\": false},"
            + " {\"fact\": \"virtualMachine\", \"equals\": true}]}",
        "{\"all\": [{\"fact\": \"chip\", \"known\": false},"
            + " {\"fact\": \"chipGeneration\", \"known\": true}]}",
      })
  void impossibleConditionIsNot(String json) throws IOException {
    assertThat(hosts().isPossible(condition(json))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "13, 13.0.0.1",
    "4.44.0.9, 4.44.0.10",
    "1.2.3.999999999, 1.2.4",
    "1.999999999.999999999.999999999, 2",
    "999999999.999999999.999999999.999999999, 999999999.999999999.999999999.999999999",
  })
  void nextVersionIsTheLowestAbove(String version, String next) {
    assertThat(Variable.next(Version.parse(version))).isEqualTo(Version.parse(next));
  }

  @Test
  void withoutStepsLeftEverythingIsPossible() throws IOException {
    SatisfiabilityChecker hosts =
        new SatisfiabilityChecker(Documents.catalog(Documents.resource("sound.json")), 1);

    assertThat(hosts.isExhausted()).isFalse();
    assertThat(hosts.isPossible(condition("{\"fact\": \"memoryMiB\", \"below\": 1}"))).isTrue();
    assertThat(hosts.isExhausted()).isTrue();
  }
}

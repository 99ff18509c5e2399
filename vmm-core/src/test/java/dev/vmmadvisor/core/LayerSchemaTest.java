package dev.vmmadvisor.core;

import static dev.vmmadvisor.core.SchemaFile.ids;
import static dev.vmmadvisor.core.SchemaFile.names;
import static dev.vmmadvisor.core.SchemaFile.text;
import static dev.vmmadvisor.core.SchemaFile.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.SourceKind;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of layers beside what reading them takes. */
class LayerSchemaTest {

  private static final String LAYER =
      """
      {
        "id": "sample",
        "version": "1",
        "asOf": "2026-09-21",
        "overrides": ["qemu", "qemu-deprecated"],
        "words": {"workload.traits": ["compiling"]},
        "sources": [{"id": "x:1", "kind": "issue", "document": "A report", "read": "2026-09-20"}],
        "vmms": [{"vmm": "qemu", "text": "Old.", "sources": ["x:1"], "lifecycle": []}],
        "releases": [{"version": "99.0.0", "date": "2026-10-01"}],
        "constraints": [{"code": "cpus", "vmms": ["docker-vmm"],
          "requires": {"fact": "dockerDesktop.cpus", "atLeast": 2},
          "text": "It needs two.", "confidence": "low", "sources": ["x:1"]}],
        "deprecations": [{"code": "qemu-deprecated", "vmms": ["qemu"], "phase": "deprecated",
          "replacements": [], "text": "Old.", "confidence": "low", "sources": ["x:1"]}],
        "knownIssues": [{"code": "crash", "vmms": ["docker-vmm"], "fixedIn": "99.0.0",
          "fixConfirmed": false, "workaround": "Restart it.", "signatures": ["panic:"],
          "text": "It crashes.", "confidence": "low", "sources": ["x:1"]}],
        "settings": [{"code": "few", "vmms": ["docker-vmm"],
          "present": {"fact": "dockerDesktop.cpus", "below": 2},
          "text": "One is few.", "confidence": "low", "sources": ["x:1"]}],
        "statements": [{"code": "hint", "subject": "docker-vmm", "text": "A hint.",
          "confidence": "low", "sources": ["x:1"]}],
        "waivers": [{"code": "qemu-no-rosetta", "reason": "Arm only.", "owner": "build team",
          "expires": "2027-01-31"}],
        "forbidden": [{"vmm": "hyperkit", "reason": "No Intel here."}],
        "severities": [{"code": "docker-vmm-no-rosetta", "severity": "info", "reason": "Arm only."}]
      }
      """;

  @Test
  void schemaAndReaderAcceptTheLayerThatTheBadOnesAreMadeFrom() throws IOException {
    Layer layer = readLayer(LAYER);

    assertThat(SchemaFile.LAYER.problems(LAYER)).isEmpty();
    assertThat(layer.rules()).hasSize(4);
    assertThat(Catalogs.builtIn().withLayer(layer, LocalDate.of(2026, 9, 21)).layers())
        .containsExactly("sample 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme.json"})
  void layersOfTheTestsAreValid(String name) throws IOException {
    String document = text(LayerSchemaTest.class, "catalog/" + name);

    assertThat(SchemaFile.LAYER.problems(document)).isEmpty();
    assertThat(readLayer(document).id()).isEqualTo("acme");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"id\": \"sample\",' | ''",
        "'\"version\": \"1\"' | '\"version\": 1'",
        "'\"overrides\"' | '\"override\"'",
        "'\"expires\": \"2027-01-31\"' | '\"expires\": \"soon\"'",
        "'\"owner\": \"build team\",' | ''",
        "'\"reason\": \"No Intel here.\"' | '\"reason\": \"\"'",
        "'\"vmm\": \"hyperkit\"' | '\"vmm\": \"intel\"'",
        "'\"severity\": \"info\"' | '\"severity\": \"none\"'",
        "'\"phase\": \"deprecated\",' | '\"phase\": \"deprecated\", \"severity\": \"info\",'",
        "'\"date\": \"2026-10-01\"' | '\"date\": 20261001'",
        "'\"subject\": \"docker-vmm\",' | ''",
        "'\"signatures\": [\"panic:\"]' | '\"signatures\": \"panic:\"'",
        "'\"fixConfirmed\": false' | '\"fixConfirmed\": \"no\"'",
        "'\"workaround\": \"Restart it.\"' | '\"workaround\": [\"Restart it.\"]'",
        "'\"fixedIn\": \"99.0.0\"' | '\"fixedIn\": \"next\"'",
      })
  void schemaAndReaderRefuseTheSameLayers(String part, String broken) {
    String document = LAYER.replace(part, broken);

    assertThat(document).isNotEqualTo(LAYER);
    assertThatThrownBy(() -> readLayer(document)).isInstanceOf(DocumentException.class);
    assertThat(SchemaFile.LAYER.problems(document)).isNotEmpty();
  }

  @Test
  void answerWithAWaiverIsValid() throws IOException {
    Catalog catalog = Catalogs.builtIn().withLayer(readLayer(LAYER), LocalDate.of(2026, 9, 21));
    String answer =
        VmmJson.write(
            VmmAdvisor.builder()
                .catalog(catalog)
                .build()
                .recommend(SampleHosts.appleSilicon(), Goal.BALANCED));

    assertThat(answer).contains("\"waiver\"", "\"owner\" : \"build team\"");
    assertThat(SchemaFile.RECOMMENDATION.problems(answer)).isEmpty();
    assertThat(SchemaFile.RECOMMENDATION.problems(answer.replace("\"expires\"", "\"until\"")))
        .isNotEmpty();
  }

  @Test
  void fieldsOfAWaiverAreThoseOfTheLibrary() {
    List<String> fields =
        Arrays.stream(Waiver.class.getRecordComponents()).map(it -> it.getName()).toList();

    assertThat(names(SchemaFile.LAYER.node().at("/$defs/waiver/properties"))).isEqualTo(fields);
    assertThat(
            names(
                SchemaFile.RECOMMENDATION.node().at("/$defs/finding/properties/waiver/properties")))
        .isEqualTo(fields);
  }

  @Test
  void whatLayersAndCatalogsShareIsTheSameInBothSchemas() {
    JsonNode layer = SchemaFile.LAYER.node().path("$defs");
    JsonNode catalog = SchemaFile.CATALOG.node().path("$defs");

    for (String name : names(layer)) {
      if (catalog.has(name) && !name.equals("citations")) {
        assertThat(layer.path(name)).as(name).isEqualTo(catalog.path(name));
      }
    }
    assertThat(names(layer)).contains("waiver", "forbiddenVmm", "severityChange", "condition");
  }

  @Test
  void enumsOfTheLayerSchemaAreThoseOfTheLibrary() {
    JsonNode layer = SchemaFile.LAYER.node();

    assertThat(words(layer.at("/$defs/vmm/enum"))).isEqualTo(ids(Vmm.values()));
    assertThat(words(layer.at("/$defs/confidence/enum"))).isEqualTo(ids(Confidence.values()));
    assertThat(words(layer.at("/$defs/lifecycle/properties/phase/enum")))
        .isEqualTo(ids(Phase.values()));
    assertThat(words(layer.at("/$defs/source/properties/kind/enum")))
        .isEqualTo(ids(SourceKind.values()));
    assertThat(words(layer.at("/$defs/severityChange/properties/severity/enum")))
        .isEqualTo(ids(Severity.values()));
  }

  private static Layer readLayer(String document) throws IOException {
    return Catalogs.readLayer(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
  }
}

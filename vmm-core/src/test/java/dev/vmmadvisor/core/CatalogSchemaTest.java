package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.SourceKind;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of catalogs and layers beside what reading them takes. */
class CatalogSchemaTest {

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
        "releases": [{"version": "4.93.0", "date": "2026-10-01"}],
        "constraints": [{"code": "cpus", "vmms": ["docker-vmm"],
          "requires": {"fact": "dockerDesktop.cpus", "atLeast": 2},
          "text": "It needs two.", "confidence": "low", "sources": ["x:1"]}],
        "deprecations": [{"code": "qemu-deprecated", "vmms": ["qemu"], "phase": "deprecated",
          "replacements": [], "text": "Old.", "confidence": "low", "sources": ["x:1"]}],
        "knownIssues": [{"code": "crash", "vmms": ["docker-vmm"], "fixedIn": "4.93.0",
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
    assertThat(Catalogs.builtIn().withLayer(layer, "2026-09-21").layers())
        .containsExactly("sample 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme.json"})
  void layersOfTheTestsAreValid(String name) throws IOException {
    String document = resource("catalog/" + name);

    assertThat(SchemaFile.LAYER.problems(document)).isEmpty();
    assertThat(readLayer(document).id()).isEqualTo("acme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sound.json", "twelve-faults.json"})
  void catalogsOfTheTestsAreValid(String name) throws IOException {
    assertThat(SchemaFile.CATALOG.problems(resource("catalog/" + name))).isEmpty();
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
        "'\"fixedIn\": \"4.93.0\"' | '\"fixedIn\": \"next\"'",
      })
  void schemaAndReaderRefuseTheSameLayers(String part, String broken) {
    String document = LAYER.replace(part, broken);

    assertThat(document).isNotEqualTo(LAYER);
    assertThatThrownBy(() -> readLayer(document)).isInstanceOf(DocumentException.class);
    assertThat(SchemaFile.LAYER.problems(document)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"name\": \"first\", ' | ''",
        "'\"code\": \"experiment\", ' | ''",
        "'\"fileSharing\": \"osxfs\", \"text\"' | '\"fileSharing\": \"nfs\", \"text\"'",
        "'\"date\": \"2024-10-24\"' | '\"date\": \"October\"'",
        "'\"entries\": [\"beta\", \"qemu\"]' | '\"entries\": [\"Beta\"]'",
        "'\"subject\": \"rosetta\"' | '\"subject\": \"The Rosetta\"'",
        "'\"known\": true' | '\"known\": \"yes\"'",
        "'\"toMiB\": 28672' | '\"toMiB\": 0'",
        "'\"action\": \"avoid-release\", \"releases\"' | '\"action\": \"avoid-release\", \"to\"'",
        "'\"phase\": \"deprecated\"' | '\"severity\": \"info\", \"phase\": \"deprecated\"'",
      })
  void schemaAndReaderRefuseTheSameCatalogs(String part, String broken) throws IOException {
    String sound = resource("catalog/sound.json");
    String document = sound.replace(part, broken);

    assertThat(document).isNotEqualTo(sound);
    assertThatThrownBy(() -> Catalogs.read(stream(document))).isInstanceOf(DocumentException.class);
    assertThat(SchemaFile.CATALOG.problems(document)).isNotEmpty();
  }

  @Test
  void answerWithAWaiverIsValid() throws IOException {
    Catalog catalog = Catalogs.builtIn().withLayer(readLayer(LAYER), "2026-09-21");
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
    assertThat(
            words(
                SchemaFile.CATALOG
                    .node()
                    .at("/$defs/fileSharingProfile/properties/fileSharing/enum")))
        .isEqualTo(ids(FileSharing.values()));
  }

  @Test
  void everyFactCanBeKnownOrNotInTheCatalogSchema() {
    Set<String> facts = new TreeSet<>();
    for (JsonNode comparison : SchemaFile.CATALOG.node().at("/$defs").findParents("known")) {
      JsonNode fact = comparison.path("fact");
      facts.addAll(words(fact.path("enum")));
      if (fact.has("const")) {
        facts.add(fact.path("const").asText());
      }
    }

    assertThat(facts).containsExactlyInAnyOrderElementsOf(ids(Fact.values()));
  }

  private static Layer readLayer(String document) throws IOException {
    return Catalogs.readLayer(stream(document));
  }

  private static InputStream stream(String document) {
    return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = CatalogSchemaTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static List<String> ids(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::toString).toList();
  }
}

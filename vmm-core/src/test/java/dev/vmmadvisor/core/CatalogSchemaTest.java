package dev.vmmadvisor.core;

import static dev.vmmadvisor.core.SchemaFile.ids;
import static dev.vmmadvisor.core.SchemaFile.names;
import static dev.vmmadvisor.core.SchemaFile.text;
import static dev.vmmadvisor.core.SchemaFile.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.SourceKind;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of catalogs beside what reading them takes. */
class CatalogSchemaTest {

  private static final String CATALOG =
      """
      {
        "id": "sample",
        "version": "1",
        "asOf": "2026-09-21",
        "oldestRelease": "4.0.0",
        "newestRelease": "4.92.0",
        "words": {"workload.databases": ["mongodb"]},
        "sources": [{"id": "s:1", "kind": "manual", "document": "The manual", "read": "2026-09-20"}],
        "vmms": [
          {"vmm": "docker-vmm", "text": "Docker's own.", "sources": ["s:1"],
           "lifecycle": [{"code": "beta", "phase": "beta", "releases": "[4.35.0,)", "text": "A beta.",
                          "confidence": "high", "sources": ["s:1"]}],
           "performance": [{"code": "fast", "text": "It is fast.", "factor": 2,
                            "confidence": "high", "sources": ["s:1"]}]}
        ],
        "constraints": [
          {"code": "enough-memory", "vmms": ["docker-vmm"],
           "requires": {"fact": "dockerDesktop.memoryMiB", "atLeast": 4096},
           "text": "It needs 4096 MiB.", "confidence": "high", "sources": ["s:1"],
           "remedies": [{"action": "raise-vm-memory", "toMiB": 4096}]}
        ],
        "deprecations": [
          {"code": "old", "vmms": ["qemu"], "phase": "deprecated", "replacements": ["docker-vmm"],
           "text": "It is old.", "confidence": "high", "sources": ["s:1"]}
        ],
        "guides": [{"action": "switch-vmm", "place": "Settings", "button": "Apply", "confidence": "high",
                    "sources": ["s:1"]}]
      }
      """;

  private static final String CONDITION =
      "{\"fact\": \"dockerDesktop.memoryMiB\", \"atLeast\": 4096}";

  @Test
  void builtInCatalogIsValid() throws IOException {
    String document = text(Catalogs.class, "docker-desktop-mac.json");

    assertThat(SchemaFile.CATALOG.problems(document)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sound.json", "eleven-faults.json"})
  void catalogsOfTheTestsAreValid(String name) throws IOException {
    assertThat(SchemaFile.CATALOG.problems(text(CatalogSchemaTest.class, "catalog/" + name)))
        .isEmpty();
  }

  @Test
  void schemaAndReaderAcceptTheCatalogThatTheBadOnesAreMadeFrom() throws IOException {
    assertThat(readCatalog(CATALOG).id()).isEqualTo("sample");
    assertThat(SchemaFile.CATALOG.problems(CATALOG)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void schemaAndReaderRefuseTheSameCatalogs(String part, String broken) {
    String document = CATALOG.replace(part, broken);

    assertThat(document).isNotEqualTo(CATALOG);
    assertThatThrownBy(() -> readCatalog(document)).isInstanceOf(DocumentException.class);
    assertThat(SchemaFile.CATALOG.problems(document)).isNotEmpty();
  }

  static Stream<Arguments> breakages() {
    return Stream.of(
        Arguments.of("\"id\": \"sample\",", ""),
        Arguments.of("\"id\": \"sample\"", "\"id\": \"The sample\""),
        Arguments.of("\"version\": \"1\"", "\"version\": \" \""),
        Arguments.of("2026-09-21", "21 September 2026"),
        Arguments.of("\"4.0.0\"", "\"four\""),
        Arguments.of("\"newestRelease\"", "\"latestRelease\""),
        Arguments.of("\"workload.databases\"", "\"workload.colours\""),
        Arguments.of("[\"mongodb\"]", "[\"Mongo DB\"]"),
        Arguments.of("\"kind\": \"manual\"", "\"kind\": \"hearsay\""),
        Arguments.of("\"document\": \"The manual\", ", ""),
        Arguments.of("\"vmm\": \"docker-vmm\", \"text\"", "\"vmm\": \"docker\", \"text\""),
        Arguments.of("\"text\": \"Docker's own.\", \"sources\": [\"s:1\"]", "\"text\": \"\""),
        Arguments.of("\"phase\": \"beta\"", "\"phase\": \"gamma\""),
        Arguments.of("[4.35.0,)", "4.35.0 and later"),
        Arguments.of("[4.35.0,)", "[4.35.0;)"),
        Arguments.of("\"factor\": 2", "\"factor\": 1"),
        Arguments.of("\"factor\": 2", "\"factor\": 2.5"),
        Arguments.of("\"factor\": 2", "\"speed\": 2"),
        Arguments.of("\"vmms\": [\"docker-vmm\"]", "\"vmms\": []"),
        Arguments.of("\"code\": \"enough-memory\"", "\"code\": \"Enough memory\""),
        Arguments.of("\"requires\": " + CONDITION + ",", ""),
        Arguments.of("\"toMiB\": 4096", "\"toMiB\": 0"),
        Arguments.of("\"toMiB\": 4096", "\"on\": true"),
        Arguments.of("\"raise-vm-memory\"", "\"buy-memory\""),
        Arguments.of("\"phase\": \"deprecated\"", "\"phase\": \"legacy\""),
        Arguments.of("\"replacements\": [\"docker-vmm\"],", ""),
        Arguments.of("\"confidence\": \"high\"", "\"confidence\": \"certain\""),
        Arguments.of("\"sources\": [\"s:1\"]}]}", "\"sources\": []}]}"),
        Arguments.of("\"action\": \"switch-vmm\"", "\"action\": \"Switch\""),
        Arguments.of("\"guides\"", "\"guide\""));
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
  void schemaAndReaderRefuseWhatBreaksASoundCatalog(String part, String broken) throws IOException {
    String sound = text(CatalogSchemaTest.class, "catalog/sound.json");
    String document = sound.replace(part, broken);

    assertThat(document).isNotEqualTo(sound);
    assertThatThrownBy(() -> readCatalog(document)).isInstanceOf(DocumentException.class);
    assertThat(SchemaFile.CATALOG.problems(document)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"all\": []}",
        "{\"any\": [{\"all\": []}, {\"not\": {\"fact\": \"virtualMachine\", \"equals\": true}}]}",
        "{\"fact\": \"memoryMiB\", \"atLeast\": 4096, \"below\": 8192}",
        "{\"fact\": \"memoryMiB\", \"equals\": 4096}",
        "{\"fact\": \"chipGeneration\", \"atLeast\": 4}",
        "{\"fact\": \"chip\", \"known\": false}",
        "{\"fact\": \"workload.databases\", \"known\": true}",
        "{\"fact\": \"macOsVersion\", \"within\": \"[12.5,26)\"}",
        "{\"fact\": \"dockerDesktop.version\", \"equals\": \"4.44\"}",
        "{\"fact\": \"architecture\", \"oneOf\": [\"arm64\", \"x86_64\"]}",
        "{\"fact\": \"chip\", \"equals\": \"Apple M1\"}",
        "{\"fact\": \"dockerDesktop.lockedSettings\", \"contains\": \"fileSharing\"}",
        "{\"fact\": \"workload.traits\", \"contains\": [\"file-watching\"]}",
        "{\"fact\": \"workload.databases\", \"contains\": {}}",
        "{\"fact\": \"workload.databases\", \"contains\": {\"engines\": [\"mongodb\"],"
            + " \"storage\": \"bind-mount\"}}",
      })
  void schemaAndReaderAcceptTheSameConditions(String condition) throws IOException {
    String document = CATALOG.replace(CONDITION, condition);

    assertThat(readCatalog(document).rules()).hasSize(2);
    assertThat(SchemaFile.CATALOG.problems(document)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "{}",
        "[]",
        "{\"all\": {}}",
        "{\"all\": [null]}",
        "{\"all\": [], \"any\": []}",
        "{\"all\": [], \"fact\": \"virtualMachine\", \"equals\": true}",
        "{\"not\": null}",
        "{\"not\": {\"not\": {}}}",
        "{\"xor\": []}",
        "{\"fact\": \"virtualMachine\"}",
        "{\"equals\": true}",
        "{\"fact\": \"colour\", \"equals\": \"silver\"}",
        "{\"fact\": \"virtualMachine\", \"equals\": \"true\"}",
        "{\"fact\": \"virtualMachine\", \"is\": true}",
        "{\"fact\": \"memoryMiB\", \"atLeast\": \"4096\"}",
        "{\"fact\": \"chipGeneration\", \"equals\": \"M4\"}",
        "{\"fact\": \"virtualMachine\", \"known\": 1}",
        "{\"fact\": \"memoryMiB\", \"atLeast\": 4294967296}",
        "{\"fact\": \"macOsVersion\", \"atLeast\": 12.5}",
        "{\"fact\": \"macOsVersion\", \"below\": \"0.0\"}",
        "{\"fact\": \"macOsVersion\", \"within\": \"12.5\"}",
        "{\"fact\": \"architecture\", \"equals\": \"arm\"}",
        "{\"fact\": \"architecture\", \"oneOf\": []}",
        "{\"fact\": \"architecture\", \"oneOf\": \"arm64\"}",
        "{\"fact\": \"workload.imageArchitectures\", \"contains\": \"aarch64\"}",
        "{\"fact\": \"workload.mounts\", \"contains\": []}",
        "{\"fact\": \"workload.mounts\", \"equals\": \"home\"}",
        "{\"fact\": \"workload.databases\", \"contains\": \"mongodb\"}",
        "{\"fact\": \"workload.databases\", \"contains\": {\"engine\": \"mongodb\"}}",
        "{\"fact\": \"workload.databases\", \"contains\": {\"storage\": \"tmpfs\"}}",
      })
  void schemaAndReaderRefuseTheSameConditions(String condition) {
    String document = CATALOG.replace(CONDITION, condition);

    assertThatThrownBy(() -> readCatalog(document)).isInstanceOf(DocumentException.class);
    assertThat(SchemaFile.CATALOG.problems(document)).isNotEmpty();
  }

  @Test
  void enumsOfTheCatalogSchemaAreThoseOfTheLibrary() {
    JsonNode catalog = SchemaFile.CATALOG.node();

    assertThat(words(catalog.at("/$defs/vmm/enum"))).isEqualTo(ids(Vmm.values()));
    assertThat(words(catalog.at("/$defs/confidence/enum"))).isEqualTo(ids(Confidence.values()));
    assertThat(words(catalog.at("/$defs/source/properties/kind/enum")))
        .isEqualTo(ids(SourceKind.values()));
    assertThat(words(catalog.at("/$defs/lifecycle/properties/phase/enum")))
        .isEqualTo(ids(Phase.values()));
    assertThat(words(catalog.at("/$defs/fileSharingProfile/properties/fileSharing/enum")))
        .isEqualTo(ids(FileSharing.values()));
    for (String kind : List.of("constraint", "knownIssue", "setting")) {
      assertThat(words(catalog.at("/$defs/" + kind + "/properties/severity/enum")))
          .isEqualTo(ids(Severity.values()));
    }
    assertThat(
            words(
                catalog.at(
                    "/$defs/databaseComparison/properties/contains/properties/storage/enum")))
        .isEqualTo(ids(Storage.values()));
  }

  @Test
  void everyFactCanBeComparedInTheCatalogSchema() {
    List<String> facts = new ArrayList<>();
    for (JsonNode fact : SchemaFile.CATALOG.node().at("/$defs").findValues("fact")) {
      if (fact.has("const")) {
        facts.add(fact.path("const").asText());
      }
      facts.addAll(words(fact.path("enum")));
    }

    assertThat(facts).containsExactlyInAnyOrderElementsOf(ids(Fact.values()));
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

  @Test
  void factsWithWordsInTheCatalogSchemaAreThoseMadeOfWords() {
    List<String> facts =
        Arrays.stream(Fact.values())
            .filter(
                fact ->
                    switch (fact.type()) {
                      case WORD, WORDS, DATABASES -> true;
                      case BOOLEAN, NUMBER, VERSION -> false;
                    })
            .map(Fact::path)
            .toList();

    assertThat(names(SchemaFile.CATALOG.node().at("/properties/words/properties")))
        .containsExactlyInAnyOrderElementsOf(facts);
  }

  private static Catalog readCatalog(String document) throws IOException {
    return VmmJson.readCatalog(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
  }
}

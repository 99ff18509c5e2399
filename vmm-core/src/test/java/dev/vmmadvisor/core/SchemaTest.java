package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.SourceKind;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

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

  @ParameterizedTest
  @MethodSource("schemas")
  void everySchemaIsValidItself(SchemaFile schema) {
    assertThat(schema.ownProblems()).isEmpty();
    assertThat(schema.node().path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyFieldIsDescribed(SchemaFile schema) {
    List<String> undescribed = new ArrayList<>();
    collectUndescribed("", schema.node(), schema.node(), undescribed);

    assertThat(undescribed).isEmpty();
  }

  @Test
  void builtInCatalogIsValid() throws IOException {
    try (InputStream stream = Catalogs.class.getResourceAsStream("docker-desktop-mac.json")) {
      String document =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);

      assertThat(SchemaFile.CATALOG.problems(document)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("sampleNames")
  void everySampleHostIsValid(String name) throws IOException {
    try (InputStream stream = SampleHosts.class.getResourceAsStream("hosts/" + name + ".json")) {
      String document =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);

      assertThat(SchemaFile.HOST.problems(document)).isEmpty();
    }
  }

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
        "'\"notices\":[]' | '\"notices\":[{\"message\":\"odd\"}]'",
        "'\"notices\":[]' | '\"notices\":[{\"code\":\"a\",\"message\":\"b\"}]'",
      })
  void schemaRefusesBrokenAnswers(String part, String broken) {
    String answer = VmmJson.writeLine(VmmAdvisor.recommend(SampleHosts.appleSilicon()));
    String document = answer.replace(part, broken);

    assertThat(document).isNotEqualTo(answer);
    assertThat(SchemaFile.RECOMMENDATION.problems(document)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"colour\": \"silver\", \"dockerDesktop\": {\"colour\": 1}, \"workload\": {\"x\": []}}",
        "{\"chip\": null, \"architecture\": null, \"memoryMiB\": null, \"virtualMachine\": null}",
        "{\"dockerDesktop\": null, \"workload\": null}",
        "{\"dockerDesktop\": {\"vmm\": null, \"lockedSettings\": null, \"fileSharing\": null}}",
        "{\"dockerDesktop\": {\"version\": \"4.44.0 (201307)\", \"cpus\": 4096}}",
        "{\"memoryMiB\": 16777216, \"macOsVersion\": \"10.16\", \"operatingSystem\": \"windows\"}",
        "{\"workload\": {\"databases\": [{\"engine\": \"mongodb\", \"storage\": null}]}}",
        "{\"workload\": {\"imageArchitectures\": [\"arm/v7\", \"s390x\"], \"mounts\": [\"a-1\"]}}",
      })
  void schemaAndReaderAcceptTheSameHosts(String document) {
    assertThat(VmmJson.readHost(document)).isNotNull();
    assertThat(SchemaFile.HOST.problems(document)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "\"arm64\"",
        "{\"operatingSystem\": \"macOS\"}",
        "{\"operatingSystem\": true}",
        "{\"operatingSystem\": \"macos\\n\"}",
        "{\"architecture\": \"aarch64\"}",
        "{\"architecture\": \"ARM64\"}",
        "{\"chip\": \" \"}",
        "{\"macOsVersion\": 15.2}",
        "{\"macOsVersion\": \"15.2-beta\"}",
        "{\"macOsVersion\": \"15.\"}",
        "{\"macOsVersion\": \"1.2.3.4.5\"}",
        "{\"macOsVersion\": \"1234567890\"}",
        "{\"memoryMiB\": 0}",
        "{\"memoryMiB\": 16777217}",
        "{\"memoryMiB\": 99999999999999999999}",
        "{\"memoryMiB\": \"8192\"}",
        "{\"memoryMiB\": 8192.5}",
        "{\"rosettaInstalled\": \"true\"}",
        "{\"virtualMachine\": 0}",
        "{\"dockerDesktop\": []}",
        "{\"dockerDesktop\": {\"version\": \"latest\"}}",
        "{\"dockerDesktop\": {\"version\": \"4.44.0 ()\"}}",
        "{\"dockerDesktop\": {\"vmm\": \"virtualbox\"}}",
        "{\"dockerDesktop\": {\"memoryMiB\": -1}}",
        "{\"dockerDesktop\": {\"cpus\": 4097}}",
        "{\"dockerDesktop\": {\"fileSharing\": \"gRPC FUSE\"}}",
        "{\"dockerDesktop\": {\"rosettaEnabled\": 1}}",
        "{\"dockerDesktop\": {\"lockedSettings\": \"fileSharing\"}}",
        "{\"dockerDesktop\": {\"lockedSettings\": [\"1st\"]}}",
        "{\"workload\": \"none\"}",
        "{\"workload\": {\"imageArchitectures\": [\"aarch64\"]}}",
        "{\"workload\": {\"imageArchitectures\": [\"x86_64\"]}}",
        "{\"workload\": {\"imageArchitectures\": [null]}}",
        "{\"workload\": {\"databases\": [\"mongodb\"]}}",
        "{\"workload\": {\"databases\": [{}]}}",
        "{\"workload\": {\"databases\": [{\"engine\": null}]}}",
        "{\"workload\": {\"databases\": [{\"engine\": \"MongoDB\"}]}}",
        "{\"workload\": {\"databases\": [{\"engine\": \"mongodb\", \"storage\": \"tmpfs\"}]}}",
        "{\"workload\": {\"mounts\": [\"home folder\"]}}",
        "{\"workload\": {\"traits\": [\"-\"]}}",
        "{\"workload\": {\"traits\": {\"file-watching\": true}}}",
      })
  void schemaAndReaderRefuseTheSameHosts(String document) {
    assertThatThrownBy(() -> VmmJson.readHost(document)).isInstanceOf(DocumentException.class);
    assertThat(SchemaFile.HOST.problems(document)).isNotEmpty();
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
  void enumsOfTheHostSchemaAreThoseOfTheLibrary() {
    JsonNode host = SchemaFile.HOST.node();

    assertThat(words(host.at("/properties/architecture/enum")))
        .isEqualTo(idsOrNull(Architecture.values()));
    assertThat(words(host.at("/$defs/dockerDesktop/properties/vmm/enum")))
        .isEqualTo(idsOrNull(Vmm.values()));
    assertThat(words(host.at("/$defs/dockerDesktop/properties/fileSharing/enum")))
        .isEqualTo(idsOrNull(FileSharing.values()));
    assertThat(words(host.at("/$defs/database/properties/storage/enum")))
        .isEqualTo(idsOrNull(Storage.values()));
  }

  @Test
  void fieldsOfTheHostSchemaAreTheFacts() {
    List<String> paths = new ArrayList<>();
    for (String name : names(SchemaFile.HOST.node().path("properties"))) {
      JsonNode part = SchemaFile.HOST.node().at("/$defs/" + name);
      if (part.isMissingNode()) {
        paths.add(name);
      } else {
        names(part.path("properties")).forEach(field -> paths.add(name + "." + field));
      }
    }

    List<String> facts = new ArrayList<>(ids(Fact.values()));
    facts.remove(Fact.CHIP_GENERATION.path()); // follows from the chip
    assertThat(paths).isEqualTo(facts);
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
    assertThat(words(answer.at("/$defs/missingFact/properties/outcomes/additionalProperties/enum")))
        .isEqualTo(vmmsOrNone);
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

  static Stream<SchemaFile> schemas() {
    return SchemaFile.all();
  }

  static Stream<String> sampleNames() {
    return SampleHosts.all().keySet().stream();
  }

  private static Catalog readCatalog(String document) throws IOException {
    return VmmJson.readCatalog(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
  }

  /** Every field has a description, its own or that of what it refers to, unless it is fixed. */
  private static void collectUndescribed(
      String path, JsonNode schema, JsonNode root, List<String> undescribed) {
    boolean isComparison = schema.path("properties").has("fact") && path.contains("Comparison");
    for (String name : names(schema.path("properties"))) {
      JsonNode field = schema.path("properties").path(name);
      JsonNode target = root.at(field.path("$ref").asText("").replace("#", ""));
      boolean described = field.isBoolean() || field.has("description") || field.has("const");
      if (!described && !isComparison && !(field.has("$ref") && target.has("description"))) {
        undescribed.add(path + "/properties/" + name);
      }
    }
    schema
        .properties()
        .forEach(
            child -> {
              if (child.getValue().isContainerNode() && !child.getKey().equals("if")) {
                collectUndescribed(
                    path + "/" + child.getKey(), child.getValue(), root, undescribed);
              }
            });
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

  private static List<String> idsOrNull(Enum<?>[] constants) {
    List<String> ids = new ArrayList<>(ids(constants));
    ids.add("null");
    return ids;
  }
}

package dev.vmmadvisor.core;

import static dev.vmmadvisor.core.SchemaFile.ids;
import static dev.vmmadvisor.core.SchemaFile.names;
import static dev.vmmadvisor.core.SchemaFile.text;
import static dev.vmmadvisor.core.SchemaFile.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of hosts beside what reading them takes. */
class HostSchemaTest {

  @ParameterizedTest
  @MethodSource("sampleNames")
  void everySampleHostIsValid(String name) throws IOException {
    String document = text(SampleHosts.class, "hosts/" + name + ".json");

    assertThat(SchemaFile.HOST.problems(document)).isEmpty();
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

  static Stream<String> sampleNames() {
    return SampleHosts.all().keySet().stream();
  }

  private static List<String> idsOrNull(Enum<?>[] constants) {
    List<String> ids = new ArrayList<>(ids(constants));
    ids.add("null");
    return ids;
  }
}

package dev.vmmadvisor.core;

import static dev.vmmadvisor.core.SchemaFile.ids;
import static dev.vmmadvisor.core.SchemaFile.names;
import static dev.vmmadvisor.core.SchemaFile.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.testkit.FakeMac;
import dev.vmmadvisor.testkit.SampleHosts;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema of detections beside the detections. */
class DetectionSchemaTest {

  @TempDir private Path folder;

  static Stream<FakeMac.Builder> macs() {
    return Stream.of(
        FakeMac.intel(),
        FakeMac.m1With8Gb(),
        FakeMac.m4().stopped(),
        FakeMac.freshInstall(),
        FakeMac.sparseSettings(),
        FakeMac.lockedFleetMac(),
        FakeMac.jvmUnderRosetta(),
        FakeMac.macInVirtualMachine(),
        FakeMac.unreadableSettings());
  }

  @ParameterizedTest
  @MethodSource("macs")
  void everyDetectionOfAFakeMacIsValid(FakeMac.Builder builder) throws IOException {
    FakeMac mac = builder.createIn(folder);

    String document =
        VmmJson.write(HostDetector.of(mac.root(), mac.commands()).withHome(mac.home()).detection());

    assertThat(SchemaFile.DETECTION.problems(document)).isEmpty();
  }

  @Test
  void whatNothingIsKnownOfAndWhatIsNoMacAreValid() {
    assertThat(SchemaFile.DETECTION.problems(VmmJson.write(HostDetector.combine(List.of()))))
        .isEmpty();
    assertThat(SchemaFile.DETECTION.problems(VmmJson.write(HostDetector.detect()))).isEmpty();
  }

  /** The host in a detection is a Host document, and each value stands as it does there. */
  @Property(tries = 200)
  void everyHostIsValidWithEvidenceOfEveryFact(@ForAll("hosts") Host host) {
    List<Evidence> evidence = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      if (fact != Fact.CHIP_GENERATION) {
        fact.valueIn(host)
            .ifPresent(
                value ->
                    evidence.add(
                        new Evidence(
                            fact,
                            value,
                            new Origin(Origin.Kind.GIVEN, "a test", ""),
                            Confidence.LOW)));
      }
    }

    String document =
        VmmJson.write(HostDetector.combine(List.of(new Reading(evidence, List.of()))));

    assertThat(SchemaFile.DETECTION.problems(document)).isEmpty();
  }

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"host\":{' | '\"mac\":{'",
        "'\"architecture\":\"arm64\"' | '\"architecture\":null'",
        "'\"memoryMiB\":18432' | '\"memoryMiB\":\"18432\"'",
        "'\"requestedVmm\":\"a' | '\"requestedVmm\":\"b'",
        "'\"runningVmm\":\"a' | '\"runningVmm\":\"b'",
        "'\"dockerDesktopRunning\":true' | '\"dockerDesktopRunning\":\"yes\"'",
        "'\"fact\":\"architecture\"' | '\"fact\":\"colour\"'",
        "'\"fact\":\"architecture\"' | '\"fact\":\"memoryMiB\"'",
        "'\"value\":18432' | '\"value\":\"18432\"'",
        "'\"value\":18432' | '\"value\":0'",
        "'\"value\":18432,' | ''",
        "'\"value\":[]' | '\"value\":[1]'",
        "'\"kind\":\"command\"' | '\"kind\":\"rumour\"'",
        "'\"place\":\"sysctl\",' | ''",
        "'\"confidence\":\"high\"' | '\"confidence\":\"certain\"'",
        "'\"running\":true' | '\"running\":1'",
        "'\"notices\":[]' | '\"notices\":[{\"message\":\"odd\"}]'",
        "'\"notices\":[]' | '\"notice\":[]'",
      })
  void schemaRefusesBrokenDetections(String part, String broken) throws IOException {
    FakeMac mac = FakeMac.of(SampleHosts.appleSilicon()).createIn(folder);
    Detection detection =
        HostDetector.of(mac.root(), mac.commands()).withHome(mac.home()).detection();
    String document = onOneLine(detection);

    assertThat(SchemaFile.DETECTION.problems(document)).isEmpty();
    assertThat(document).contains(part);
    assertThat(SchemaFile.DETECTION.problems(document.replace(part, broken))).isNotEmpty();
  }

  @Test
  void enumsOfTheDetectionSchemaAreThoseOfTheLibrary() {
    JsonNode schema = SchemaFile.DETECTION.node();
    List<String> facts = new ArrayList<>(ids(Fact.values()));
    facts.remove(Fact.CHIP_GENERATION.path()); // follows from the chip

    assertThat(words(schema.at("/$defs/vmm/enum"))).isEqualTo(ids(Vmm.values()));
    assertThat(words(schema.at("/$defs/evidence/properties/fact/enum"))).isEqualTo(facts);
    assertThat(words(schema.at("/$defs/evidence/properties/confidence/enum")))
        .isEqualTo(ids(Confidence.values()));
    assertThat(words(schema.at("/$defs/origin/properties/kind/enum")))
        .isEqualTo(ids(Origin.Kind.values()));
  }

  @Test
  void hostOfTheDetectionSchemaHasTheFieldsOfTheHostSchema() {
    JsonNode host = SchemaFile.HOST.node();
    JsonNode detection = SchemaFile.DETECTION.node();

    assertThat(names(detection.at("/$defs/host/properties")))
        .isEqualTo(names(host.path("properties")));
    for (String part : List.of("dockerDesktop", "workload", "database")) {
      String fields = "/$defs/" + part + "/properties";
      assertThat(names(detection.at(fields))).isEqualTo(names(host.at(fields)));
    }
  }

  @Test
  void workloadsAreThereToo() throws IOException {
    Reading compose =
        new Reading(
            List.of(
                new Evidence(
                    Fact.DATABASES,
                    List.of(Database.of("mongodb", Storage.BIND_MOUNT)),
                    new Origin(Origin.Kind.WORKLOAD, "compose.yaml", "services.db"),
                    Confidence.MEDIUM)),
            List.of());

    String document = onOneLine(HostDetector.combine(List.of(compose)));

    assertThat(document)
        .contains("\"value\":[{\"engine\":\"mongodb\",\"storage\":\"bind-mount\"}]");
    assertThat(SchemaFile.DETECTION.problems(document)).isEmpty();
    assertThat(SchemaFile.DETECTION.problems(document.replace("\"mongodb\"", "7"))).isNotEmpty();
  }

  private static String onOneLine(Detection detection) throws IOException {
    return new ObjectMapper().readTree(VmmJson.write(detection)).toString();
  }
}

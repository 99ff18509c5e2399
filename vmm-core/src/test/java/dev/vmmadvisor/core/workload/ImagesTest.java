package dev.vmmadvisor.core.workload;

import static dev.vmmadvisor.core.workload.Readings.MONGODB;
import static dev.vmmadvisor.core.workload.Readings.architectures;
import static dev.vmmadvisor.core.workload.Readings.codes;
import static dev.vmmadvisor.core.workload.Readings.confidence;
import static dev.vmmadvisor.core.workload.Readings.databases;
import static dev.vmmadvisor.core.workload.Readings.mounts;
import static dev.vmmadvisor.core.workload.Readings.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ImagesTest {

  @Test
  void namesTellDatabasesOfUnknownStorage() {
    Reading reading = Images.read(List.of("mongo:7", "nginx", "gvenzl/oracle-xe"), "docker ps");

    assertThat(databases(reading))
        .contains(List.of(MONGODB, Database.builder().engine("oracle").build()));
    assertThat(confidence(reading, Fact.DATABASES)).contains(Confidence.HIGH);
    assertThat(reading.evidence(Fact.DATABASES).orElseThrow().origin())
        .hasToString("docker ps, mongo:7, gvenzl/oracle-xe");
    assertThat(architectures(reading)).contains(List.of("amd64"));
    assertThat(mounts(reading)).isEmpty();
    assertThat(codes(reading)).containsExactly("image-architectures-unknown");
  }

  @Test
  void amd64ImagesThatNeedMoreThanRosettaAreKnown() {
    ComposeOptions amd64 =
        Readings.MAC.withVariables(Map.of("DOCKER_DEFAULT_PLATFORM", "linux/amd64"));

    assertThat(traits("mongo:7", amd64)).contains(List.of("needs-avx"));
    assertThat(traits("mongo", amd64)).contains(List.of("needs-avx"));
    assertThat(traits("mongo:4.4", amd64)).isEmpty();
    assertThat(traits("tensorflow/serving:2.18.0", amd64)).contains(List.of("needs-avx"));
    assertThat(traits("almalinux:10", amd64)).contains(List.of("uses-mulx"));
    assertThat(traits("almalinux:9", amd64)).isEmpty();
    assertThat(traits("nginx", amd64)).isEmpty();
    assertThat(traits("mongo:7", Readings.MAC)).isEmpty();
    assertThat(notice(Images.read(List.of("mongo:7"), "x", amd64), "image-needs-more-than-rosetta"))
        .satisfies(
            it ->
                assertThat(it.parameters())
                    .isEqualTo(
                        Map.of("names", List.of("mongo:7"), "traits", List.of("needs-avx"))));
  }

  private static Optional<Object> traits(String image, ComposeOptions options) {
    return Images.read(List.of(image), "docker ps", options)
        .evidence(Fact.TRAITS)
        .map(evidence -> evidence.value());
  }

  @Test
  void noImagesAreNoDatabases() {
    Reading reading = Images.read(List.of(), "docker ps");

    assertThat(databases(reading)).contains(List.of());
    assertThat(architectures(reading)).contains(List.of());
    assertThat(mounts(reading)).isEmpty();
  }

  @Test
  void whatIsNoNameIsANotice() {
    Reading reading = Images.read(List.of("a b", "mongo"), "docker ps");

    assertThat(databases(reading)).contains(List.of(MONGODB));
    assertThat(confidence(reading, Fact.DATABASES)).contains(Confidence.MEDIUM);
    assertThat(notice(reading, "image-unreadable").path()).isEqualTo("$[0]");
    assertThat(notice(reading, "image-unreadable").parameters()).isEqualTo(Map.of("value", "a b"));
  }

  @Test
  void withTheArchitectureOfTheMacOfficialImagesHaveOne() {
    assertThat(architectures(Images.read(List.of("mongo", "percona"), "x", Readings.MAC)))
        .contains(List.of("amd64", "arm64"));
  }

  @Property(tries = 300)
  void anyTextsGiveAReading(@ForAll List<String> texts) {
    Reading reading = Images.read(texts, "any");

    assertThat(mounts(reading)).isEmpty();
    assertThat(reading.notices()).allSatisfy(each -> assertThat(each.message()).isNotBlank());
  }
}

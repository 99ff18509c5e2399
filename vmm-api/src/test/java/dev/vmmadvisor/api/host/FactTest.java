package dev.vmmadvisor.api.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.json.VmmJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FactTest {

  private static final Host COMPLETE =
      Host.builder()
          .operatingSystem("macos")
          .architecture(Architecture.ARM64)
          .chip("Apple M3 Pro")
          .macOsVersion(Version.parse("15.2"))
          .memoryMiB(18432)
          .rosettaInstalled(true)
          .virtualMachine(false)
          .dockerDesktop(
              DockerDesktop.builder()
                  .version(Version.parse("4.44.0"))
                  .vmm(Vmm.QEMU)
                  .memoryMiB(8192)
                  .cpus(8)
                  .fileSharing(FileSharing.GRPC_FUSE)
                  .rosettaEnabled(false)
                  .lockedSettings(List.of("vmm"))
                  .build())
          .workload(
              Workload.builder()
                  .imageArchitectures(List.of("arm64", "amd64"))
                  .databases(List.of(Database.of("mongodb", Storage.NAMED_VOLUME)))
                  .mounts(List.of("home"))
                  .traits(List.of())
                  .build())
          .build();

  @Test
  void pathsAreUnique() {
    assertThat(Arrays.stream(Fact.values()).map(Fact::path)).doesNotHaveDuplicates();
  }

  @Test
  void labelsAreUnique() {
    assertThat(Arrays.stream(Fact.values()).map(Fact::label)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void factIsShownAsItsPath(Fact fact) {
    assertThat(fact).hasToString(fact.path());
  }

  @ParameterizedTest
  @CsvSource({
    "Apple M1, 1",
    "Apple M3 Pro, 3",
    "M4, 4",
    "Apple M4 Max (Virtual), 4",
    "Apple M10 Ultra, 10",
    "Apple A18 Pro,",
    "Apple M,",
    "Intel(R) Core(TM) m3-7Y32 CPU @ 1.10GHz,",
    "Intel Core M3,",
    "VirtualApple @ 2.50GHz,",
  })
  void chipGenerationFollowsFromTheNameOfAnAppleChip(String chip, @Nullable Integer generation) {
    Host host = Host.builder().chip(chip).build();

    assertThat(host.chipGeneration()).isEqualTo(Optional.ofNullable(generation));
    assertThat(Fact.CHIP_GENERATION.valueIn(host)).isEqualTo(Optional.ofNullable(generation));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHIP_GENERATION")
  void pathLeadsToTheValueInTheDocument(Fact fact) throws JsonProcessingException {
    JsonNode document = new JsonMapper().readTree(VmmJson.write(COMPLETE));

    JsonNode value = document.at("/" + fact.path().replace('.', '/'));

    assertThat(plain(value)).hasToString(plain(fact.valueIn(COMPLETE).orElseThrow()).toString());
  }

  @Test
  void documentHasNoFieldThatIsNoFact() throws JsonProcessingException {
    List<String> paths = new ArrayList<>();
    new JsonMapper()
        .readTree(VmmJson.write(COMPLETE))
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isObject()) {
                field
                    .getValue()
                    .fieldNames()
                    .forEachRemaining(n -> paths.add(field.getKey() + "." + n));
              } else {
                paths.add(field.getKey());
              }
            });

    assertThat(paths)
        .containsExactlyElementsOf(
            Arrays.stream(Fact.values())
                .filter(fact -> fact != Fact.CHIP_GENERATION) // follows from the chip
                .map(Fact::path)
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void valueHasTheTypeOfTheFact(Fact fact) {
    Class<?> type =
        switch (fact.type()) {
          case WORD -> String.class;
          case BOOLEAN -> Boolean.class;
          case NUMBER -> Integer.class;
          case VERSION -> Version.class;
          case WORDS, DATABASES -> List.class;
        };

    assertThat(fact.valueIn(COMPLETE).orElseThrow()).isInstanceOf(type);
  }

  @ParameterizedTest
  @EnumSource
  void everyValueOfAHostIsAccepted(Fact fact) {
    Object value = fact.valueIn(COMPLETE).orElseThrow();
    List<?> elements = value instanceof List<?> list ? list : List.of(value);

    assertThat(elements)
        .allMatch(e -> fact.accepts(e instanceof Database database ? database.engine() : e));
  }

  @ParameterizedTest
  @EnumSource
  void valueOfAnotherTypeIsNotAccepted(Fact fact) {
    assertThat(fact.accepts(new Object())).isFalse();
    assertThat(fact.accepts(1.5)).isFalse();
    assertThat(fact.accepts(4096L)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsKnownOfAnEmptyHost(Fact fact) {
    assertThat(fact.valueIn(Host.builder().build())).isEmpty();
  }

  @Test
  void operatingSystemFollowsFromTheMacOsVersion() {
    Host host = Host.builder().macOsVersion(Version.parse("15.2")).build();

    assertThat(Fact.OPERATING_SYSTEM.valueIn(host).map(Object::toString)).hasValue("macos");
    assertThat(host.operatingSystem()).isEmpty();
  }

  @Test
  void operatingSystemThatIsKnownStands() {
    Host host =
        Host.builder().operatingSystem("windows").macOsVersion(Version.parse("15.2")).build();

    assertThat(Fact.OPERATING_SYSTEM.valueIn(host).map(Object::toString)).hasValue("windows");
  }

  private static Object plain(Object value) {
    if (value instanceof JsonNode node) {
      return node.isTextual() ? node.textValue() : node;
    }
    return value instanceof List<?> list
        ? list.stream().map(FactTest::element).toList().toString().replace(", ", ",")
        : value;
  }

  private static String element(Object element) {
    return element instanceof Database database
        ? "{\"engine\":\""
            + database.engine()
            + "\",\"storage\":\""
            + database.storage().orElseThrow()
            + "\"}"
        : "\"" + element + "\"";
  }
}

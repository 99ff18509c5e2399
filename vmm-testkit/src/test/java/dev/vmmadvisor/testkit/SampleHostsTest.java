package dev.vmmadvisor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleHostsTest {

  static Set<String> names() {
    return SampleHosts.all().keySet();
  }

  static Stream<Host> completeSamples() {
    return Stream.of(
        SampleHosts.appleSilicon(),
        SampleHosts.appleSiliconWithAmd64Images(),
        SampleHosts.appleSiliconWithMongoDbOnBindMount(),
        SampleHosts.appleSiliconOnQemu(),
        SampleHosts.intelOnHyperKit());
  }

  @Test
  void everySampleHasItsNameInOrder() {
    assertThat(SampleHosts.all())
        .containsExactly(
            Map.entry("apple-silicon", SampleHosts.appleSilicon()),
            Map.entry("apple-silicon-with-amd64-images", SampleHosts.appleSiliconWithAmd64Images()),
            Map.entry(
                "apple-silicon-with-mongodb-on-bind-mount",
                SampleHosts.appleSiliconWithMongoDbOnBindMount()),
            Map.entry("apple-silicon-on-qemu", SampleHosts.appleSiliconOnQemu()),
            Map.entry("intel-on-hyperkit", SampleHosts.intelOnHyperKit()),
            Map.entry("windows", SampleHosts.windows()),
            Map.entry("unknown", SampleHosts.unknown()));
  }

  @Test
  void everyMethodThatReturnsAHostIsAmongAll() throws ReflectiveOperationException {
    for (Method method : SampleHosts.class.getDeclaredMethods()) {
      if (method.getReturnType() == Host.class && Modifier.isPublic(method.getModifiers())) {
        assertThat(SampleHosts.all().values())
            .as(method.getName())
            .contains((Host) Objects.requireNonNull(method.invoke(null)));
      }
    }
  }

  @Test
  void samplesDiffer() {
    assertThat(SampleHosts.all().values()).doesNotHaveDuplicates();
  }

  @Test
  void allCannotBeModified() {
    assertThatThrownBy(() -> SampleHosts.all().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @MethodSource("names")
  void documentAndSampleAreTheSame(String name) throws IOException {
    Host host = Objects.requireNonNull(SampleHosts.all().get(name));
    String document = document(name);

    assertThat(VmmJson.write(host) + "\n").isEqualTo(document);
    assertThat(VmmJson.readHost(document)).isEqualTo(host);
    assertThat(VmmJson.readHost(document).notices()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("completeSamples")
  void everyFactOfAMacIsKnown(Host mac) {
    assertThat(Fact.values())
        .filteredOn(fact -> fact != Fact.CHIP_GENERATION) // an Intel chip has none
        .allSatisfy(fact -> assertThat(fact.valueIn(mac)).isPresent());
  }

  @Test
  void nothingIsKnownOfTheUnknownHost() {
    assertThat(Arrays.stream(Fact.values()).flatMap(f -> f.valueIn(SampleHosts.unknown()).stream()))
        .isEmpty();
  }

  private static String document(String name) throws IOException {
    try (InputStream document = SampleHosts.class.getResourceAsStream("hosts/" + name + ".json")) {
      return new String(
          Objects.requireNonNull(document, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

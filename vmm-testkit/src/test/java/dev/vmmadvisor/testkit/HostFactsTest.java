package dev.vmmadvisor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostFactsTest {

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Property(tries = 200)
  void aFactThatIsSetHasItsValueAndNoOtherChanges(@ForAll("hosts") Host host, @ForAll Fact fact) {
    for (Object value : BoundaryValues.general().values(fact)) {
      Host changed = HostFacts.with(host, fact, value);

      assertThat(fact.valueIn(changed).orElseThrow()).isEqualTo(value);
      Fact stored = fact == Fact.CHIP_GENERATION ? Fact.CHIP : fact;
      assertThat(HostFacts.without(changed, stored)).isEqualTo(HostFacts.without(host, stored));
    }
  }

  @Property(tries = 200)
  void aFactThatIsTakenAwayIsUnknown(@ForAll("hosts") Host host, @ForAll Fact fact) {
    Host changed = HostFacts.without(host, fact);

    assertThat(HostFacts.known(changed)).doesNotContain(fact);
    assertThat(HostFacts.known(host)).containsAll(HostFacts.known(changed));
  }

  @Example
  void aHostOfWhichEveryFactIsTakenAwayIsUnknown() {
    Host host = SampleHosts.appleSilicon();
    for (Fact fact : HostFacts.known(host)) {
      host = HostFacts.without(host, fact);
    }

    assertThat(host).isEqualTo(SampleHosts.unknown());
  }

  @Example
  void aValueThatTheFactDoesNotAcceptIsAnError() {
    assertThatThrownBy(() -> HostFacts.with(SampleHosts.unknown(), Fact.VM_MEMORY, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "dockerDesktop.memoryMiB: 0 is not accepted; accepted: a whole number of MiB from 1 to"
                + " 16777216");
    assertThatThrownBy(() -> HostFacts.with(SampleHosts.unknown(), Fact.MOUNTS, "home"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("workload.mounts: home is not accepted");
    assertThatThrownBy(() -> HostFacts.with(SampleHosts.unknown(), Fact.DATABASES, List.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Catalog catalog(Condition condition) {
    return Catalog.builder()
        .id("one-rule")
        .version("1")
        .asOf(LocalDate.of(2026, 9, 21))
        .oldestRelease(Version.parse("4.1.0"))
        .newestRelease(Version.parse("4.9.0"))
        .addRules(
            ConstraintRule.builder()
                .code("needs-it")
                .addVmms(Vmm.QEMU)
                .requires(condition)
                .text("It needs it.")
                .confidence(Confidence.HIGH)
                .addSources("s:1")
                .build())
        .build();
  }

  private static List<String> values(Condition.Comparison condition) {
    return BoundaryValues.of(catalog(condition)).values(condition.fact()).stream()
        .map(Object::toString)
        .toList();
  }

  @Example
  void numbersStandAtABoundaryAndBesideIt() {
    assertThat(values(new Condition.AtLeast(Fact.VM_MEMORY, 5000)))
        .containsExactly("4999", "5000", "5001");
    assertThat(values(new Condition.AtLeast(Fact.VM_MEMORY, 1))).containsExactly("1", "2");
  }

  @Example
  void versionsStandAtABoundaryAndBesideIt() {
    assertThat(
            values(
                new Condition.Within(
                    Fact.DOCKER_DESKTOP_VERSION, VersionRange.parse("[4.35.1,4.44.0)"))))
        .containsExactly("4.35.0.999", "4.35.1", "4.35.1.1", "4.43.999", "4.44.0", "4.44.0.1");
    assertThat(values(new Condition.Within(Fact.MACOS_VERSION, VersionRange.parse("[13,)"))))
        .as("a macOS can hide behind 10.16")
        .containsExactly("12.999", "13", "13.0.0.1", "10.16");
  }

  @Property(tries = 200)
  void neighboursOfAVersionAreBelowAndAboveIt(@ForAll("versions") Version version) {
    List<Object> values =
        BoundaryValues.of(
                catalog(
                    new Condition.Within(
                        Fact.DOCKER_DESKTOP_VERSION, VersionRange.atLeast(version))))
            .values(Fact.DOCKER_DESKTOP_VERSION);

    assertThat(values).hasSize(3);
    assertThat((Version) values.get(0)).isLessThan(version);
    assertThat((Version) values.get(2)).isGreaterThan(version);
  }

  @Provide
  Arbitrary<Version> versions() {
    return HostArbitraries.dockerDesktopVersions();
  }

  @Example
  void wordsHaveOneThatNobodyKnowsBesideThem() {
    assertThat(values(new Condition.Contains(Fact.TRAITS, List.of("heavy"))))
        .containsExactly("[]", "[heavy]", "[something-else]");
    assertThat(values(new Condition.OneOf(Fact.FILE_SHARING, List.of("osxfs"))))
        .containsExactly("virtiofs", "grpc-fuse", "osxfs");
    assertThat(values(new Condition.RunsDatabase(List.of("mysql"), List.of())))
        .hasSize(8)
        .first()
        .isEqualTo("[]");
  }

  @Example
  void aFactThatTheCatalogDoesNotReadHasTheGeneralValues() {
    assertThat(
            BoundaryValues.of(catalog(new Condition.AtLeast(Fact.CPUS, 3))).values(Fact.VM_MEMORY))
        .isEqualTo(BoundaryValues.general().values(Fact.VM_MEMORY))
        .contains(4095, 4096, 4097);
  }
}

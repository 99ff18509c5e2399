package dev.vmmadvisor.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

class HostArbitrariesProperties {

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Provide
  Arbitrary<Host> completeHosts() {
    return HostArbitraries.completeHosts();
  }

  @Provide
  Arbitrary<Host> macs() {
    return HostArbitraries.macs();
  }

  @Property
  void hostsSurviveTheirDocument(@ForAll("hosts") Host host) {
    Host read = VmmJson.readHost(VmmJson.write(host));

    assertThat(read).isEqualTo(host);
    assertThat(read.notices()).isEmpty();
  }

  @Property
  void everyFactOfACompleteHostIsKnown(@ForAll("completeHosts") Host host) {
    assertThat(Fact.values())
        .filteredOn(fact -> fact != Fact.CHIP_GENERATION) // an Intel chip has none
        .allSatisfy(fact -> assertThat(fact.valueIn(host)).isPresent());
    assertThat(host.operatingSystem()).isPresent();
    assertThat(host.workload().databases().orElseThrow())
        .extracting(Database::storage)
        .doesNotContain(Optional.empty());
  }

  @Property
  void completeHostsDoNotContradictThemselves(@ForAll("completeHosts") Host host) {
    boolean arm = host.architecture().orElseThrow() == Architecture.ARM64;
    String chip = host.chip().orElseThrow();
    Vmm vmm = host.dockerDesktop().vmm().orElseThrow();

    assertThat(chip).startsWith(arm ? "Apple " : "Intel(R) ");
    assertThat(vmm).isNotIn(arm ? List.of(Vmm.HYPERKIT) : List.of(Vmm.DOCKER_VMM, Vmm.QEMU));
    assertThat(host.dockerDesktop().memoryMiB().orElseThrow())
        .isLessThanOrEqualTo(host.memoryMiB().orElseThrow());
    if (arm) {
      assertThat(host.macOsVersion().orElseThrow()).isNotEqualTo(Version.parse("10.15.7"));
    } else {
      assertThat(host.rosettaInstalled()).hasValue(false);
      assertThat(host.dockerDesktop().rosettaEnabled()).hasValue(false);
    }
  }

  @Property
  void everyMacRunsMacOs(@ForAll("macs") Host mac) {
    assertThat(mac.operatingSystem()).hasValue(Host.MACOS);
  }

  @Example
  void hostsHaveEveryFactKnownAndUnknown(@ForAll Random random) {
    List<Host> hosts = sample(HostArbitraries.hosts(), random);

    for (Fact fact : Fact.values()) {
      assertThat(hosts).as("known: " + fact).anyMatch(host -> fact.valueIn(host).isPresent());
      assertThat(hosts).as("unknown: " + fact).anyMatch(host -> fact.valueIn(host).isEmpty());
    }
  }

  @Example
  void hostsHaveBothEndsOfWhatCanBeKnown(@ForAll Random random) {
    List<Host> hosts = sample(HostArbitraries.hosts(), random);

    assertThat(hosts).contains(Host.builder().build());
    assertThat(hosts)
        .anyMatch(
            host ->
                Arrays.stream(Fact.values())
                    .allMatch(
                        fact -> fact == Fact.CHIP_GENERATION || fact.valueIn(host).isPresent()));
  }

  @Example
  void hostsHaveEmptyListsAndListsWithElements(@ForAll Random random) {
    List<Host> hosts = sample(HostArbitraries.hosts(), random);

    for (Fact fact : Fact.values()) {
      if (fact.type() == Fact.Type.WORDS || fact.type() == Fact.Type.DATABASES) {
        assertThat(hosts)
            .as("no elements: " + fact)
            .anyMatch(host -> fact.valueIn(host).filter(List.of()::equals).isPresent());
        assertThat(hosts)
            .as("elements: " + fact)
            .anyMatch(host -> fact.valueIn(host).filter(v -> !v.equals(List.of())).isPresent());
      }
    }
  }

  @Example
  void everyVmmAndBothArchitecturesAreInUseOnMacs(@ForAll Random random) {
    List<Host> macs = sample(HostArbitraries.macs(), random);

    for (Vmm vmm : Vmm.values()) {
      assertThat(macs).as(vmm.id()).anyMatch(mac -> mac.dockerDesktop().vmm().orElseThrow() == vmm);
    }
    for (Architecture architecture : Architecture.values()) {
      assertThat(macs)
          .as(architecture.id())
          .anyMatch(mac -> mac.architecture().orElseThrow() == architecture);
    }
  }

  @Example
  void factsStandAtTheirBoundaries(@ForAll Random random) {
    assertThat(sample(HostArbitraries.vmMemoryMiB(), random))
        .contains(1, 2048, 4095, 4096, 4097, 8192, 28672, 16777216)
        .allMatch(Fact.VM_MEMORY::accepts);
    assertThat(sample(HostArbitraries.dockerDesktopVersions(), random))
        .extracting(Version::toString)
        .contains("4.34.3", "4.35.0", "4.43.2", "4.44.0", "4.92.0", "5.0");
    assertThat(sample(HostArbitraries.macOsVersions(), random))
        .extracting(Version::toString)
        .contains("10.15.7", "10.16", "12.4", "12.5", "26.0");
  }

  @Example
  void hostsShrinkToTheOneOfWhichNothingIsKnown(@ForAll Random random) {
    RandomGenerator<Host> generator = HostArbitraries.hosts().generator(1000);
    for (int i = 0; i < 20; i++) {
      assertThat(smallest(generator.next(random))).isEqualTo(Host.builder().build());
    }
  }

  private static <T> T smallest(Shrinkable<T> start) {
    Shrinkable<T> shrinkable = start;
    Optional<Shrinkable<T>> next = shrinkable.shrink().findFirst();
    while (next.isPresent()) {
      shrinkable = next.get();
      next = shrinkable.shrink().findFirst();
    }
    return shrinkable.value();
  }

  private static <T> List<T> sample(Arbitrary<T> arbitrary, Random random) {
    return arbitrary.generator(1000).stream(random).limit(1000).map(Shrinkable::value).toList();
  }
}

package dev.vmmadvisor.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.HostFacts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

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

  // ---- shrinking: what is left of a failing host is what matters

  private static <T> T smallestThat(Arbitrary<T> arbitrary, Random random, Predicate<T> fails) {
    Shrinkable<T> failing =
        arbitrary.generator(1000).stream(random)
            .limit(5000)
            .filter(each -> fails.test(each.value()))
            .findFirst()
            .orElseThrow();
    Optional<Shrinkable<T>> next = Optional.of(failing);
    while (next.isPresent()) {
      failing = next.get();
      next = failing.shrink().filter(each -> fails.test(each.value())).findFirst();
    }
    return failing.value();
  }

  private static boolean hasTooLittle(Host host) {
    return host.dockerDesktop().memoryMiB().filter(memory -> memory < 4096).isPresent();
  }

  @Example
  void aFailingHostShrinksToTheFactThatMatters(@ForAll Random random) {
    for (Arbitrary<Host> hosts :
        List.of(HostArbitraries.hosts(), HostArbitraries.partialHosts(), boundaryHosts())) {
      for (int i = 0; i < 10; i++) {
        Host host = smallestThat(hosts, random, HostArbitrariesProperties::hasTooLittle);

        assertThat(HostFacts.known(host)).containsExactly(Fact.VM_MEMORY);
      }
    }
  }

  @Example
  void aFailingPairShrinksToTheFactThatMatters(@ForAll Random random) {
    for (int i = 0; i < 10; i++) {
      Refinement pair =
          smallestThat(
              HostArbitraries.refinements(),
              random,
              it -> hasTooLittle(it.refined()) && !hasTooLittle(it.partial()));

      assertThat(HostFacts.known(pair.partial())).isEmpty();
      assertThat(HostFacts.known(pair.refined())).containsExactly(Fact.VM_MEMORY);
    }
  }

  // ---- partial, refined, at boundaries, hostile

  @Property
  void ofThePartialHostNothingIsKnownThatTheRefinedOneDoesNotHave(
      @ForAll("refinements") Refinement pair) {
    Host host = pair.refined();
    for (Fact fact : HostFacts.known(pair.refined())) {
      if (!HostFacts.known(pair.partial()).contains(fact)) {
        host = HostFacts.without(host, fact);
      }
    }

    assertThat(host).isEqualTo(pair.partial());
  }

  @Provide
  Arbitrary<Refinement> refinements() {
    return HostArbitraries.refinements();
  }

  private static Arbitrary<Host> boundaryHosts() {
    return HostArbitraries.boundaryHosts(
        Catalog.builder()
            .id("one-rule")
            .version("1")
            .asOf(LocalDate.of(2026, 9, 21))
            .oldestRelease(Version.parse("4.1.0"))
            .newestRelease(Version.parse("4.9.0"))
            .addRules(
                ConstraintRule.builder()
                    .code("needs-memory")
                    .addVmms(Vmm.QEMU)
                    .releases(VersionRange.parse("[4.5.0,)"))
                    .requires(new Condition.AtLeast(Fact.VM_MEMORY, 3000))
                    .text("It needs memory.")
                    .confidence(Confidence.HIGH)
                    .addSources("s:1")
                    .build())
            .build());
  }

  @Example
  void boundaryHostsStandAtTheBoundariesOfTheirCatalog(@ForAll Random random) {
    List<Host> hosts = sample(boundaryHosts(), random);

    assertThat(hosts)
        .extracting(host -> host.dockerDesktop().memoryMiB())
        .containsOnly(Optional.empty(), Optional.of(2999), Optional.of(3000), Optional.of(3001));
    assertThat(hosts)
        .extracting(host -> host.dockerDesktop().version().map(Version::toString).orElse(""))
        .containsOnly("", "4.4.999", "4.5.0", "4.5.0.1");
    assertThat(hosts).anyMatch(host -> host.chipGeneration().isPresent());
  }

  @Property(tries = 300)
  void hostileHostsSurviveTheirDocument(@ForAll("hostileHosts") Host host) {
    assertThat(VmmJson.readHost(VmmJson.writeLine(host))).isEqualTo(host);
  }

  @Provide
  Arbitrary<Host> hostileHosts() {
    return HostArbitraries.hostileHosts();
  }

  @Property(tries = 2000)
  void hostileDocumentsAreReadOrRefused(@ForAll("hostileDocuments") String text) {
    try {
      VmmJson.readHost(text);
    } catch (DocumentException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  @Example
  void someHostileDocumentsAreReadAndSomeRefused(@ForAll Random random) {
    List<Boolean> read =
        sample(HostArbitraries.hostileDocuments(), random).stream()
            .map(
                text -> {
                  try {
                    return VmmJson.readHost(text).notices().isEmpty();
                  } catch (DocumentException e) {
                    return false;
                  }
                })
            .toList();

    assertThat(read).contains(true, false);
  }

  @Provide
  Arbitrary<String> hostileDocuments() {
    return HostArbitraries.hostileDocuments();
  }

  @Property(tries = 50)
  @Domain(VmmDomain.class)
  @Domain(DomainContext.Global.class)
  void theDomainProvidesWhatParametersTake(
      @ForAll Host host,
      @ForAll Refinement refinement,
      @ForAll Catalog catalog,
      @ForAll Version version,
      @ForAll Goal goal) {
    assertThat(List.of(host, refinement.partial(), refinement.refined())).doesNotContainNull();
    assertThat(catalog.vmms()).hasSize(Vmm.values().length);
    assertThat(version.toString()).isNotEmpty();
    assertThat(goal.id()).isNotEmpty();
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

package dev.vmmadvisor.testkit.jqwik;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.testkit.BoundaryValues;
import dev.vmmadvisor.testkit.HostFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generators of hosts and of single facts.
 *
 * <p>The values include those at which answers change, their neighbours, and words that no catalog
 * defines. Failing hosts shrink towards fewer known facts, smaller numbers and older releases.
 *
 * {@snippet :
 * class AdviceProperties {
 *   @Property
 *   void everyMacGetsAdvice(@ForAll("macs") Host host) {
 *     assertThat(advisor.recommend(host).best()).isPresent();
 *   }
 *
 *   @Provide
 *   Arbitrary<Host> macs() {
 *     return HostArbitraries.macs();
 *   }
 * }
 * }
 */
public final class HostArbitraries {

  private static final List<Version> DOCKER_DESKTOP_VERSIONS =
      versions(
          "4.11.1", "4.12.0", "4.13.1", "4.14.0", "4.16.0", "4.24.2", "4.25.0", "4.34.3", "4.35.0",
          "4.36.0", "4.37.0", "4.41.2", "4.42.0", "4.43.2", "4.44.0", "4.48.0", "4.49.0", "4.79.0",
          "4.80.0", "4.85.0", "4.86.0", "4.92.0", "5.0");

  private static final List<Version> MACOS_VERSIONS =
      versions(
          "10.15.7", "10.16", "11.0", "11.1", "12.0", "12.4", "12.5", "12.7.1", "13.0", "13.2",
          "13.3", "14.0", "14.1", "15.2", "26.0");

  private static final Version LAST_BEFORE_APPLE_SILICON = Version.parse("10.15.7");

  private static final List<String> APPLE_CHIPS =
      List.of("Apple M1", "Apple M1 Max", "Apple M2", "Apple M3", "Apple M3 Pro", "Apple M4 Max");

  private static final List<String> INTEL_CHIPS =
      List.of(
          "Intel(R) Core(TM) i5-8210Y CPU @ 1.60GHz",
          "Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz",
          "Intel(R) Xeon(R) W-3245 CPU @ 3.20GHz");

  private static final int MAX_MEMORY = 16777216;

  /** The facts that a Host document contains. */
  private static final List<Fact> FACTS =
      Stream.of(Fact.values()).filter(fact -> fact != Fact.CHIP_GENERATION).toList();

  private HostArbitraries() {}

  /**
   * {@return arbitrary hosts: each fact is known or unknown, and facts may contradict each other}
   *
   * <p>They include the host without known facts and hosts with all facts known.
   */
  public static Arbitrary<Host> hosts() {
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(Host.builder().build())),
            Tuple.of(15, mixedHosts()),
            Tuple.of(4, partlyKnown(completeHosts(), 20)))
        .withoutEdgeCases(); // the values are edge cases already
  }

  /**
   * {@return hosts with all facts known and without contradictions}
   *
   * <p>Apple chips have the architecture arm64 and Intel chips x86_64. The VMM in use exists for
   * the architecture. The Linux VM has at max the memory of the Mac. An Intel Mac has Rosetta
   * neither installed nor switched on. Some hosts have an operating system other than macOS; they
   * also have a macOS version, as all facts are known.
   */
  public static Arbitrary<Host> completeHosts() {
    return Combinators.combine(
            macs(),
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(Host.MACOS)),
                Tuple.of(1, Arbitraries.of("linux", "windows"))))
        .as((mac, system) -> Host.builder().from(mac).operatingSystem(system).build())
        .withoutEdgeCases();
  }

  /** {@return {@link #completeHosts()} whose operating system is macOS} */
  public static Arbitrary<Host> macs() {
    return Arbitraries.oneOf(
            macs(Architecture.ARM64, APPLE_CHIPS, Vmm.DOCKER_VMM, Vmm.QEMU),
            macs(Architecture.X86_64, INTEL_CHIPS, Vmm.HYPERKIT))
        .withoutEdgeCases();
  }

  /**
   * {@return hosts with some facts unknown; the known facts do not contradict each other, as in
   * {@link #completeHosts()}}
   */
  public static Arbitrary<Host> partialHosts() {
    return partlyKnown(completeHosts(), 3).withoutEdgeCases();
  }

  /**
   * {@return pairs of hosts; the second has all known facts of the first, and may have more}
   *
   * <p>They shrink towards hosts that differ in one fact.
   */
  public static Arbitrary<Refinement> refinements() {
    return Combinators.combine(hosts(), retained(2))
        .as((host, known) -> new Refinement(retain(host, known), host))
        .withoutEdgeCases();
  }

  /**
   * {@return hosts whose facts are at the boundaries of a catalog, just below or above them, or
   * unknown; facts may contradict each other}
   *
   * @param catalog any catalog
   */
  public static Arbitrary<Host> boundaryHosts(Catalog catalog) {
    Objects.requireNonNull(catalog, "catalog");
    BoundaryValues values = BoundaryValues.of(catalog);
    List<Arbitrary<Optional<Object>>> facts = new ArrayList<>();
    for (Fact fact : FACTS) {
      facts.add(Arbitraries.of(values.values(fact)).optional(0.8));
    }
    Arbitrary<Optional<Object>> generation =
        Arbitraries.of(values.values(Fact.CHIP_GENERATION)).optional(0.5);
    return Combinators.combine(facts)
        .as(HostArbitraries::host)
        .flatMap(
            host ->
                generation.map(
                    known ->
                        known
                            .map(number -> HostFacts.with(host, Fact.CHIP_GENERATION, number))
                            .orElse(host)))
        .withoutEdgeCases();
  }

  /**
   * {@return hosts with extreme accepted values: unusual characters in the chip, the largest
   * numbers, versions that do not exist, long words, and long lists with duplicates}
   */
  public static Arbitrary<Host> hostileHosts() {
    return Builders.withBuilder(Host::builder)
        .use(optional(longWords()))
        .in(Host.Builder::operatingSystem)
        .use(optional(Arbitraries.of(Architecture.class)))
        .in(Host.Builder::architecture)
        .use(optional(Arbitraries.strings().ofMaxLength(200).filter(text -> !text.isBlank())))
        .in(Host.Builder::chip)
        .use(optional(strangeVersions()))
        .in(Host.Builder::macOsVersion)
        .use(optional(Arbitraries.of(1, MAX_MEMORY)))
        .in(Host.Builder::memoryMiB)
        .use(
            Builders.withBuilder(DockerDesktop::builder)
                .use(optional(strangeVersions()))
                .in(DockerDesktop.Builder::version)
                .use(optional(Arbitraries.of(1, MAX_MEMORY)))
                .in(DockerDesktop.Builder::memoryMiB)
                .use(optional(Arbitraries.of(1, 4096)))
                .in(DockerDesktop.Builder::cpus)
                .build(DockerDesktop.Builder::build))
        .in(Host.Builder::dockerDesktop)
        .use(
            Builders.withBuilder(Workload::builder)
                .use(optional(longWords().list().ofMaxSize(50)))
                .in(Workload.Builder::mounts)
                .use(optional(longWords().list().ofMaxSize(50)))
                .in(Workload.Builder::traits)
                .use(
                    optional(
                        Combinators.combine(longWords(), optional(Arbitraries.of(Storage.class)))
                            .as(
                                (engine, where) ->
                                    Database.builder().engine(engine).storage(where).build())
                            .list()
                            .ofMaxSize(50)))
                .in(Workload.Builder::databases)
                .build(Workload.Builder::build))
        .in(Host.Builder::workload)
        .build(Host.Builder::build)
        .withoutEdgeCases();
  }

  /**
   * {@return invalid and unusual Host documents: with unexpected values, truncated, deeply nested,
   * with duplicate names, and texts that are not JSON}
   *
   * <p>Reading one returns a host or throws a {@link dev.vmmadvisor.api.json.DocumentException}.
   */
  public static Arbitrary<String> hostileDocuments() {
    return HostileDocuments.texts();
  }

  /** {@return releases of Docker Desktop at which answers change, and their neighbours} */
  public static Arbitrary<Version> dockerDesktopVersions() {
    return Arbitraries.of(DOCKER_DESKTOP_VERSIONS);
  }

  /**
   * {@return versions of macOS at which answers change, and their neighbours; including {@code
   * 10.16}, which later versions report to old programs}
   */
  public static Arbitrary<Version> macOsVersions() {
    return Arbitraries.of(MACOS_VERSIONS);
  }

  /** {@return the memory of a Linux VM in MiB, from 1 to 16777216, often at a boundary} */
  public static Arbitrary<Integer> vmMemoryMiB() {
    return memoryUpTo(MAX_MEMORY);
  }

  /**
   * Returns hosts in which one of {@code oneIn} facts is unknown on average; shrinks to fewer known
   * facts.
   */
  private static Arbitrary<Host> partlyKnown(Arbitrary<Host> hosts, int oneIn) {
    return Combinators.combine(hosts, retained(oneIn)).as(HostArbitraries::retain);
  }

  /** Returns for each fact whether it stays known. */
  private static Arbitrary<List<Boolean>> retained(int oneIn) {
    List<Boolean> choice = new ArrayList<>(Collections.nCopies(oneIn, true));
    choice.set(0, false); // the first value is the shrinking target
    List<Arbitrary<Boolean>> facts = Collections.nCopies(FACTS.size(), Arbitraries.of(choice));
    return Combinators.combine(facts).as(known -> known);
  }

  private static Host retain(Host host, List<Boolean> known) {
    Host retained = host;
    for (int i = 0; i < FACTS.size(); i++) {
      retained = known.get(i) ? retained : HostFacts.without(retained, FACTS.get(i));
    }
    return retained;
  }

  private static Host host(List<Optional<Object>> values) {
    Host host = Host.builder().build();
    for (int i = 0; i < FACTS.size(); i++) {
      Fact fact = FACTS.get(i);
      Host before = host;
      host = values.get(i).map(value -> HostFacts.with(before, fact, value)).orElse(before);
    }
    return host;
  }

  private static Arbitrary<String> longWords() {
    return Arbitraries.oneOf(
        words(), Arbitraries.of("a".repeat(1000), "0", "a-".repeat(500) + "a"));
  }

  private static Arbitrary<Version> strangeVersions() {
    return Arbitraries.of(0, 1, 10, 16, 999_999_999)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join(".", parts.stream().map(String::valueOf).toList()))
        .map(Version::parse);
  }

  private static Arbitrary<Host> mixedHosts() {
    return Builders.withBuilder(Host::builder)
        .use(optional(operatingSystems()))
        .in(Host.Builder::operatingSystem)
        .use(optional(Arbitraries.of(Architecture.class)))
        .in(Host.Builder::architecture)
        .use(optional(chips()))
        .in(Host.Builder::chip)
        .use(optional(macOsVersions()))
        .in(Host.Builder::macOsVersion)
        .use(optional(memoryUpTo(MAX_MEMORY)))
        .in(Host.Builder::memoryMiB)
        .use(optional(yesOrNo()))
        .in(Host.Builder::rosettaInstalled)
        .use(optional(yesOrNo()))
        .in(Host.Builder::virtualMachine)
        .use(mixedDockerDesktops())
        .in(Host.Builder::dockerDesktop)
        .use(mixedWorkloads())
        .in(Host.Builder::workload)
        .build(Host.Builder::build);
  }

  private static Arbitrary<DockerDesktop> mixedDockerDesktops() {
    return Builders.withBuilder(DockerDesktop::builder)
        .use(optional(dockerDesktopVersions()))
        .in(DockerDesktop.Builder::version)
        .use(optional(Arbitraries.of(Vmm.class)))
        .in(DockerDesktop.Builder::vmm)
        .use(optional(vmMemoryMiB()))
        .in(DockerDesktop.Builder::memoryMiB)
        .use(optional(cpus()))
        .in(DockerDesktop.Builder::cpus)
        .use(optional(Arbitraries.of(FileSharing.class)))
        .in(DockerDesktop.Builder::fileSharing)
        .use(optional(yesOrNo()))
        .in(DockerDesktop.Builder::rosettaEnabled)
        .use(optional(lockedSettings()))
        .in(DockerDesktop.Builder::lockedSettings)
        .build(DockerDesktop.Builder::build);
  }

  private static Arbitrary<Workload> mixedWorkloads() {
    return Builders.withBuilder(Workload::builder)
        .use(optional(imageArchitectures()))
        .in(Workload.Builder::imageArchitectures)
        .use(optional(databases(optional(Arbitraries.of(Storage.class)))))
        .in(Workload.Builder::databases)
        .use(optional(mounts()))
        .in(Workload.Builder::mounts)
        .use(optional(traits()))
        .in(Workload.Builder::traits)
        .build(Workload.Builder::build);
  }

  private static Arbitrary<Host> macs(
      Architecture architecture, List<String> chips, Vmm... vmmsBesideApples) {
    boolean arm = architecture == Architecture.ARM64;
    List<Vmm> vmms =
        Stream.concat(Stream.of(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK), Stream.of(vmmsBesideApples))
            .toList();
    Arbitrary<Version> macOsVersions =
        arm
            ? Arbitraries.of(
                MACOS_VERSIONS.stream().filter(v -> !v.equals(LAST_BEFORE_APPLE_SILICON)).toList())
            : macOsVersions();
    Arbitrary<Boolean> rosetta = arm ? yesOrNo() : Arbitraries.just(false);
    return Arbitraries.of(8192, 16384, 18432, 32768, 65536, 131072)
        .flatMap(
            memory ->
                Builders.withBuilder(
                        () ->
                            Host.builder()
                                .operatingSystem(Host.MACOS)
                                .architecture(architecture)
                                .memoryMiB(memory))
                    .use(Arbitraries.of(chips))
                    .in(Host.Builder::chip)
                    .use(macOsVersions)
                    .in(Host.Builder::macOsVersion)
                    .use(rosetta)
                    .in(Host.Builder::rosettaInstalled)
                    .use(yesOrNo())
                    .in(Host.Builder::virtualMachine)
                    .use(completeDockerDesktops(memory, vmms, rosetta))
                    .in(Host.Builder::dockerDesktop)
                    .use(completeWorkloads())
                    .in(Host.Builder::workload)
                    .build(Host.Builder::build));
  }

  private static Arbitrary<DockerDesktop> completeDockerDesktops(
      int maxMemory, List<Vmm> vmms, Arbitrary<Boolean> rosetta) {
    return Builders.withBuilder(DockerDesktop::builder)
        .use(dockerDesktopVersions())
        .in(DockerDesktop.Builder::version)
        .use(Arbitraries.of(vmms))
        .in(DockerDesktop.Builder::vmm)
        .use(memoryUpTo(maxMemory))
        .in(DockerDesktop.Builder::memoryMiB)
        .use(cpus())
        .in(DockerDesktop.Builder::cpus)
        .use(Arbitraries.of(FileSharing.class))
        .in(DockerDesktop.Builder::fileSharing)
        .use(rosetta)
        .in(DockerDesktop.Builder::rosettaEnabled)
        .use(lockedSettings())
        .in(DockerDesktop.Builder::lockedSettings)
        .build(DockerDesktop.Builder::build);
  }

  private static Arbitrary<Workload> completeWorkloads() {
    return Builders.withBuilder(Workload::builder)
        .use(imageArchitectures())
        .in(Workload.Builder::imageArchitectures)
        .use(databases(Arbitraries.of(Storage.class).map(Optional::of)))
        .in(Workload.Builder::databases)
        .use(mounts())
        .in(Workload.Builder::mounts)
        .use(traits())
        .in(Workload.Builder::traits)
        .build(Workload.Builder::build);
  }

  private static Arbitrary<String> operatingSystems() {
    return Arbitraries.frequencyOf(
        Tuple.of(7, Arbitraries.just(Host.MACOS)),
        Tuple.of(2, Arbitraries.of("linux", "windows")),
        Tuple.of(1, words()));
  }

  private static Arbitrary<String> chips() {
    return Arbitraries.oneOf(
        Arbitraries.of(APPLE_CHIPS),
        Arbitraries.of(INTEL_CHIPS),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(text -> !text.isBlank()));
  }

  private static Arbitrary<Integer> memoryUpTo(int max) {
    List<Integer> boundaries =
        Stream.of(1, 2047, 2048, 4095, 4096, 4097, 8191, 8192, 16384, 28672, MAX_MEMORY)
            .filter(memory -> memory <= max)
            .toList();
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of(boundaries)),
        Tuple.of(1, Arbitraries.integers().between(1, max)));
  }

  private static Arbitrary<Integer> cpus() {
    return Arbitraries.of(1, 2, 4, 8, 12, 4096);
  }

  private static Arbitrary<Boolean> yesOrNo() {
    return Arbitraries.of(false, true);
  }

  private static Arbitrary<List<String>> lockedSettings() {
    return Arbitraries.of("fileSharing", "rosettaEnabled", "vmm", "memoryMiB", "version", "proxy")
        .list()
        .uniqueElements()
        .ofMaxSize(3);
  }

  private static Arbitrary<List<String>> imageArchitectures() {
    return Arbitraries.of("arm64", "amd64", "arm/v7", "riscv64")
        .list()
        .uniqueElements()
        .ofMaxSize(3);
  }

  private static Arbitrary<List<Database>> databases(Arbitrary<Optional<Storage>> storage) {
    return Combinators.combine(
            knownOrOther("mongodb", "cassandra", "mysql", "postgresql", "elasticsearch"), storage)
        .as((engine, where) -> Database.builder().engine(engine).storage(where).build())
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<List<String>> mounts() {
    return knownOrOther("home", "external-disk", "network-share", "nested-volume")
        .list()
        .uniqueElements()
        .ofMaxSize(3);
  }

  private static Arbitrary<List<String>> traits() {
    return knownOrOther(
            "file-watching", "large-bind-mounts", "dev-container", "host-security-tools")
        .list()
        .uniqueElements()
        .ofMaxSize(3);
  }

  private static Arbitrary<String> knownOrOther(String... known) {
    return Arbitraries.frequencyOf(Tuple.of(8, Arbitraries.of(known)), Tuple.of(1, words()));
  }

  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .numeric()
        .ofMinLength(1)
        .ofMaxLength(6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> String.join("-", parts));
  }

  private static <T> Arbitrary<Optional<T>> optional(Arbitrary<T> fact) {
    return fact.optional(0.7);
  }

  private static List<Version> versions(String... versions) {
    return Stream.of(versions).map(Version::parse).toList();
  }
}

package dev.vmmadvisor.core.benchmarks;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Macs of a company, made up: all different, the same ones each time. Nine in ten have Apple
 * silicon; the releases are spread over two years, the workloads over what developers run.
 */
public final class Fleet {

  /** How many hosts a fleet has. */
  public static final int SIZE = 4096;

  private static final long SEED = 20_260_921;
  private static final int MINORS_WITHOUT_FIX = 3;

  private static final List<String> SUFFIXES = List.of("", " Pro", " Max");
  private static final List<String> INTEL_CHIPS =
      List.of(
          "Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz", "Intel(R) Core(TM) i5-1038NG7 CPU @ 2.00GHz");
  private static final List<Version> MACOS =
      Stream.of(
              "11.7.10", "12.4", "12.7.6", "13.2.1", "13.6.9", "13.7.8", "14.5", "14.6.1", "14.7.2",
              "15.1", "15.2", "15.3.1", "15.4", "15.5", "15.6.1", "15.7", "26.0", "26.0.1", "26.1")
          .map(Version::parse)
          .toList();
  private static final List<Version> RELEASES =
      IntStream.rangeClosed(30, 92)
          .boxed()
          .flatMap(
              minor ->
                  IntStream.range(0, minor % MINORS_WITHOUT_FIX == 0 ? 2 : 1)
                      .mapToObj(fix -> Version.parse("4." + minor + "." + fix)))
          .toList();
  private static final List<String> ENGINES =
      List.of(
          "postgresql",
          "redis",
          "mysql",
          "mongodb",
          "elasticsearch",
          "mariadb",
          "cassandra",
          "sqlserver");
  private static final List<String> TRAITS =
      List.of("file-watching", "large-bind-mounts", "dev-container", "endpoint-security");
  private static final List<String> FARTHER_MOUNTS =
      List.of("external-disk", "network-share", "nested-volume");

  private final Random random = new Random(SEED);

  private Fleet() {}

  /** {@return {@value #SIZE} different hosts of which every fact is known} */
  public static List<Host> known() {
    return of(true);
  }

  /** {@return {@value #SIZE} different hosts of whose workload nothing is known} */
  public static List<Host> ofUnknownWorkload() {
    return of(false);
  }

  /** {@return hosts without end of which every fact is known; some may be alike} */
  public static Stream<Host> endless() {
    Fleet fleet = new Fleet();
    return Stream.generate(() -> fleet.next(true));
  }

  private static List<Host> of(boolean workload) {
    Fleet fleet = new Fleet();
    Set<Host> hosts = new LinkedHashSet<>();
    while (hosts.size() < SIZE) {
      hosts.add(fleet.next(workload));
    }
    return List.copyOf(hosts);
  }

  private Host next(boolean workload) {
    boolean arm = random.nextInt(10) != 0;
    int memory = 8192 << random.nextInt(4);
    Host.Builder host =
        Host.builder()
            .operatingSystem(Host.MACOS)
            .architecture(arm ? Architecture.ARM64 : Architecture.X86_64)
            .chip(arm ? "Apple M" + (1 + random.nextInt(5)) + one(SUFFIXES) : one(INTEL_CHIPS))
            .macOsVersion(one(MACOS))
            .memoryMiB(memory)
            .rosettaInstalled(arm && random.nextBoolean())
            .virtualMachine(random.nextInt(50) == 0)
            .dockerDesktop(dockerDesktop(arm, memory));
    return (workload ? host.workload(workload()) : host).build();
  }

  private DockerDesktop dockerDesktop(boolean arm, int memory) {
    boolean framework = random.nextInt(4) != 0;
    Vmm other = arm ? (random.nextInt(4) == 0 ? Vmm.QEMU : Vmm.DOCKER_VMM) : Vmm.HYPERKIT;
    return DockerDesktop.builder()
        .version(one(RELEASES))
        .vmm(framework ? Vmm.APPLE_VIRTUALIZATION_FRAMEWORK : other)
        .memoryMiB(2048 + 512 * random.nextInt(memory / 1024 - 3))
        .cpus(2 + random.nextInt(11))
        .fileSharing(random.nextInt(5) == 0 ? FileSharing.GRPC_FUSE : FileSharing.VIRTIOFS)
        .rosettaEnabled(arm && random.nextBoolean())
        .lockedSettings(random.nextInt(8) == 0 ? List.of("fileSharing") : List.of())
        .build();
  }

  private Workload workload() {
    List<Database> databases = new ArrayList<>();
    for (String engine : some(ENGINES, 6)) {
      databases.add(
          Database.of(engine, random.nextInt(4) == 0 ? Storage.BIND_MOUNT : Storage.NAMED_VOLUME));
    }
    List<String> mounts = new ArrayList<>(random.nextInt(6) == 0 ? List.of() : List.of("home"));
    mounts.addAll(some(FARTHER_MOUNTS, 12));
    return Workload.builder()
        .imageArchitectures(random.nextInt(3) == 0 ? List.of("arm64", "amd64") : List.of("arm64"))
        .databases(databases)
        .mounts(mounts)
        .traits(some(TRAITS, 5))
        .build();
  }

  /** Each word of some with a chance of one in so many. */
  private List<String> some(List<String> words, int inSoMany) {
    List<String> some = new ArrayList<>();
    for (String word : words) {
      if (random.nextInt(inSoMany) == 0) {
        some.add(word);
      }
    }
    return some;
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}

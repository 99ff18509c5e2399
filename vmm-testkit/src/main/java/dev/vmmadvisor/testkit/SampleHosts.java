package dev.vmmadvisor.testkit;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named sample hosts for tests.
 *
 * <p>The document of each host is also a resource of this package, such as {@code
 * hosts/apple-silicon.json}, named as in {@link #all()}.
 *
 * <p>Samples may be added in a later release; the facts of existing samples do not change.
 *
 * {@snippet :
 * Host mac = SampleHosts.appleSilicon();
 * Host withLittleMemory = HostFacts.with(mac, Fact.VM_MEMORY, 2048);
 * Host withoutMemory = HostFacts.without(mac, Fact.VM_MEMORY);
 * for (Host host : SampleHosts.all().values()) {
 *   System.out.println(advisor.recommend(host).best());
 * }
 * }
 */
public final class SampleHosts {

  private static final Map<String, Host> ALL = byName();

  private SampleHosts() {}

  /**
   * {@return a Mac with an M3 Pro on Docker Desktop 4.44.0 with the Apple Virtualization framework;
   * all facts are known; it runs only arm64 images, no databases, and has no special mounts or
   * traits}
   */
  public static Host appleSilicon() {
    return Host.builder()
        .operatingSystem(Host.MACOS)
        .architecture(Architecture.ARM64)
        .chip("Apple M3 Pro")
        .macOsVersion(Version.parse("15.2"))
        .memoryMiB(18432)
        .rosettaInstalled(true)
        .virtualMachine(false)
        .dockerDesktop(
            DockerDesktop.builder()
                .version(Version.parse("4.44.0"))
                .vmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
                .memoryMiB(8192)
                .cpus(8)
                .fileSharing(FileSharing.VIRTIOFS)
                .rosettaEnabled(true)
                .lockedSettings(List.of())
                .build())
        .workload(
            Workload.builder()
                .imageArchitectures(List.of("arm64"))
                .databases(List.of())
                .mounts(List.of())
                .traits(List.of())
                .build())
        .build();
  }

  /** {@return {@link #appleSilicon()} with amd64 images in addition to arm64 images} */
  public static Host appleSiliconWithAmd64Images() {
    Host host = appleSilicon();
    return Host.builder()
        .from(host)
        .workload(
            Workload.builder()
                .from(host.workload())
                .imageArchitectures(List.of("arm64", "amd64"))
                .build())
        .build();
  }

  /**
   * {@return {@link #appleSilicon()} with a MongoDB whose files are on a bind mount in the home
   * folder}
   */
  public static Host appleSiliconWithMongoDbOnBindMount() {
    Host host = appleSilicon();
    return Host.builder()
        .from(host)
        .workload(
            Workload.builder()
                .from(host.workload())
                .databases(List.of(Database.of("mongodb", Storage.BIND_MOUNT)))
                .mounts(List.of("home"))
                .build())
        .build();
  }

  /**
   * {@return {@link #appleSilicon()} with QEMU on Docker Desktop 4.43.2, the last release that
   * offers it}
   */
  public static Host appleSiliconOnQemu() {
    Host host = appleSilicon();
    return Host.builder()
        .from(host)
        .dockerDesktop(
            DockerDesktop.builder()
                .from(host.dockerDesktop())
                .version(Version.parse("4.43.2"))
                .vmm(Vmm.QEMU)
                .fileSharing(FileSharing.GRPC_FUSE)
                .rosettaEnabled(false)
                .build())
        .build();
  }

  /** {@return an Intel Mac with HyperKit on Docker Desktop 4.44.0; all facts are known} */
  public static Host intelOnHyperKit() {
    return Host.builder()
        .operatingSystem(Host.MACOS)
        .architecture(Architecture.X86_64)
        .chip("Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz")
        .macOsVersion(Version.parse("13.6"))
        .memoryMiB(16384)
        .rosettaInstalled(false)
        .virtualMachine(false)
        .dockerDesktop(
            DockerDesktop.builder()
                .version(Version.parse("4.44.0"))
                .vmm(Vmm.HYPERKIT)
                .memoryMiB(6144)
                .cpus(6)
                .fileSharing(FileSharing.GRPC_FUSE)
                .rosettaEnabled(false)
                .lockedSettings(List.of())
                .build())
        .workload(
            Workload.builder()
                .imageArchitectures(List.of("amd64"))
                .databases(List.of())
                .mounts(List.of())
                .traits(List.of())
                .build())
        .build();
  }

  /** {@return a Windows PC with Docker Desktop 4.44.0} */
  public static Host windows() {
    return Host.builder()
        .operatingSystem("windows")
        .architecture(Architecture.X86_64)
        .memoryMiB(32768)
        .dockerDesktop(DockerDesktop.builder().version(Version.parse("4.44.0")).build())
        .build();
  }

  /** {@return a host whose facts are all unknown} */
  public static Host unknown() {
    return Host.builder().build();
  }

  /**
   * {@return all samples by name, such as {@code apple-silicon}, in the order of their methods;
   * unmodifiable}
   */
  public static Map<String, Host> all() {
    return ALL;
  }

  private static Map<String, Host> byName() {
    Map<String, Host> hosts = new LinkedHashMap<>();
    hosts.put("apple-silicon", appleSilicon());
    hosts.put("apple-silicon-with-amd64-images", appleSiliconWithAmd64Images());
    hosts.put("apple-silicon-with-mongodb-on-bind-mount", appleSiliconWithMongoDbOnBindMount());
    hosts.put("apple-silicon-on-qemu", appleSiliconOnQemu());
    hosts.put("intel-on-hyperkit", intelOnHyperKit());
    hosts.put("windows", windows());
    hosts.put("unknown", unknown());
    return Collections.unmodifiableMap(hosts);
  }
}

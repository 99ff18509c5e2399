package dev.vmmadvisor.core.benchmarks;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Twenty-nine rules written out in straight lines, as somebody would who needs just these, knows
 * them beforehand and wants it quick: plain ifs, arrays of the exact size, no lambdas and nothing
 * kept between hosts.
 *
 * <p>It says of a host, known in whole or in part, which VMM is the best for the balanced goal, how
 * each rule turns out for each VMM, and the parameters. It does not say how certain that is, which
 * facts are missing, by which criterion a place is decided or what would help.
 */
public final class ByHand {

  // three-valued: and is the lower of two, or is the higher
  private static final int NO = 0;
  private static final int MAYBE = 1;
  private static final int YES = 2;

  private static final Version[] RELEASES =
      versions(
          "4.12.0", "4.14.0", "4.25.0", "4.35.0", "4.36.0", "4.37.0", "4.38.0", "4.39.0", "4.40.0",
          "4.41.0", "4.42.0", "4.44.0", "4.49.0", "4.86.0", "4.87.0", "4.88.0", "4.90.0");
  private static final int R_4_12 = 1;
  private static final int R_4_14 = 2;
  private static final int R_4_25 = 3;
  private static final int R_4_35 = 4;
  private static final int R_4_36 = 5;
  private static final int R_4_37 = 6;
  private static final int R_4_38 = 7;
  private static final int R_4_39 = 8;
  private static final int R_4_40 = 9;
  private static final int R_4_41 = 10;
  private static final int R_4_42 = 11;
  private static final int R_4_44 = 12;
  private static final int R_4_49 = 13;
  private static final int R_4_86 = 14;
  private static final int R_4_87 = 15;
  private static final int R_4_88 = 16;
  private static final int R_4_90 = 17;

  private static final Version[] MACOS = versions("12", "12.5", "13.3", "14", "15.2");
  private static final int M_12 = 1;
  private static final int M_12_5 = 2;
  private static final int M_13_3 = 3;
  private static final int M_14 = 4;
  private static final int M_15_2 = 5;

  /** Stands for a version that is not known. */
  private static final int UNKNOWN = -1;

  private static final int LEAST_VM_MEMORY = 4096;

  private static final String OS = "operatingSystem";
  private static final String ARCHITECTURE = "architecture";
  private static final String CHIP_GENERATION = "chipGeneration";
  private static final String MACOS_VERSION = "macOsVersion";
  private static final String VIRTUAL_MACHINE = "virtualMachine";
  private static final String RELEASE = "dockerDesktop.version";
  private static final String VM_MEMORY = "dockerDesktop.memoryMiB";
  private static final String ROSETTA = "dockerDesktop.rosettaEnabled";
  private static final String IMAGES = "workload.imageArchitectures";
  private static final String DATABASES = "workload.databases";
  private static final String MOUNTS = "workload.mounts";
  private static final String TRAITS = "workload.traits";
  private static final String ONE_OF = "oneOf";
  private static final String WITHIN = "within";

  private static final Entry[] ENTRIES = {
    new Entry("operating-system", Severity.BLOCKER, OS, ONE_OF),
    new Entry("docker-vmm-architecture", Severity.BLOCKER, ARCHITECTURE, ONE_OF),
    new Entry("docker-vmm-release", Severity.BLOCKER, RELEASE, WITHIN),
    new Entry("docker-vmm-macos-minimum", Severity.BLOCKER, MACOS_VERSION, WITHIN),
    new Entry("docker-vmm-memory-minimum", Severity.BLOCKER, VM_MEMORY, "atLeast"),
    new Entry(
        "apple-virtualization-framework-macos-12-5",
        Severity.BLOCKER,
        MACOS_VERSION,
        RELEASE,
        WITHIN),
    new Entry("qemu-architecture", Severity.BLOCKER, ARCHITECTURE, ONE_OF),
    new Entry("hyperkit-architecture", Severity.BLOCKER, ARCHITECTURE, ONE_OF),
    new Entry("desktop-macos-12", Severity.BLOCKER, MACOS_VERSION, RELEASE, WITHIN),
    new Entry("desktop-macos-13-3", Severity.BLOCKER, MACOS_VERSION, RELEASE, WITHIN),
    new Entry("desktop-macos-14", Severity.BLOCKER, MACOS_VERSION, RELEASE, WITHIN),
    new Entry("qemu-deprecated", Severity.WARNING, RELEASE),
    new Entry("qemu-removed", Severity.BLOCKER, RELEASE),
    new Entry("hyperkit-deprecated", Severity.WARNING, RELEASE),
    new Entry("docker-vmm-databases-on-bind-mounts", Severity.SERIOUS, RELEASE, DATABASES),
    new Entry("docker-vmm-no-rosetta", Severity.WARNING, ARCHITECTURE, RELEASE, IMAGES),
    new Entry("qemu-no-rosetta", Severity.WARNING, ARCHITECTURE, IMAGES),
    new Entry("docker-vmm-no-grpc-fuse", Severity.WARNING, RELEASE, TRAITS),
    new Entry("docker-vmm-does-not-start-4-35", Severity.SERIOUS, RELEASE),
    new Entry("docker-vmm-databases-do-not-start", Severity.SERIOUS, RELEASE, DATABASES),
    new Entry("docker-vmm-external-disks", Severity.SERIOUS, RELEASE, MOUNTS),
    new Entry("docker-vmm-stale-directories", Severity.SERIOUS, RELEASE, TRAITS),
    new Entry("docker-vmm-disk-corruption", Severity.SERIOUS, RELEASE),
    new Entry("docker-vmm-database-files-grow", Severity.WARNING, RELEASE, DATABASES),
    new Entry("docker-vmm-nested-volumes-detach", Severity.WARNING, RELEASE, MOUNTS),
    new Entry("docker-vmm-loses-network", Severity.INFO, RELEASE),
    new Entry(
        "rosetta-illegal-instruction",
        Severity.SERIOUS,
        ARCHITECTURE,
        CHIP_GENERATION,
        MACOS_VERSION,
        RELEASE,
        ROSETTA,
        IMAGES),
    new Entry(
        "java-illegal-instruction-on-m4",
        Severity.SERIOUS,
        ARCHITECTURE,
        CHIP_GENERATION,
        MACOS_VERSION,
        RELEASE),
    new Entry("mac-in-a-virtual-machine", Severity.SERIOUS, VIRTUAL_MACHINE),
  };

  private static final int OPERATING_SYSTEM = 0;
  private static final int DOCKER_VMM_ARCHITECTURE = 1;
  private static final int DOCKER_VMM_RELEASE = 2;
  private static final int DOCKER_VMM_MACOS = 3;
  private static final int DOCKER_VMM_MEMORY = 4;
  private static final int FRAMEWORK_MACOS = 5;
  private static final int QEMU_ARCHITECTURE = 6;
  private static final int HYPERKIT_ARCHITECTURE = 7;
  private static final int DESKTOP_MACOS_12 = 8;
  private static final int DESKTOP_MACOS_13_3 = 9;
  private static final int DESKTOP_MACOS_14 = 10;
  private static final int QEMU_DEPRECATED = 11;
  private static final int QEMU_REMOVED = 12;
  private static final int HYPERKIT_DEPRECATED = 13;
  private static final int DATABASES_ON_BIND_MOUNTS = 14;
  private static final int DOCKER_VMM_NO_ROSETTA = 15;
  private static final int QEMU_NO_ROSETTA = 16;
  private static final int NO_GRPC_FUSE = 17;
  private static final int DOES_NOT_START = 18;
  private static final int DATABASES_DO_NOT_START = 19;
  private static final int EXTERNAL_DISKS = 20;
  private static final int STALE_DIRECTORIES = 21;
  private static final int DISK_CORRUPTION = 22;
  private static final int DATABASE_FILES_GROW = 23;
  private static final int NESTED_VOLUMES = 24;
  private static final int LOSES_NETWORK = 25;
  private static final int ROSETTA_ILLEGAL_INSTRUCTION = 26;
  private static final int JAVA_ON_M4 = 27;
  private static final int IN_A_VIRTUAL_MACHINE = 28;

  private static final List<String> MACS = List.of("macos");
  private static final List<String> APPLE_SILICON = List.of("arm64");
  private static final List<String> INTEL = List.of("x86_64");

  private ByHand() {}

  /**
   * What there is to say about a rule whatever the host is.
   *
   * @param code its code
   * @param severity how much it matters
   * @param names the names of the parameters
   */
  private record Entry(String code, Severity severity, List<String> names) {
    Entry(String code, Severity severity, String... names) {
      this(code, severity, List.of(names));
    }
  }

  /** How a rule turned out. */
  public static final class Found {
    private final Entry entry;
    private final Outcome outcome;
    private final @Nullable Object[] values;

    private Found(int entry, Outcome[] outcomes, @Nullable Object... values) {
      this.entry = ENTRIES[entry];
      this.outcome = outcomes[entry];
      this.values = values;
    }

    /** {@return the code of the rule} */
    public String code() {
      return entry.code();
    }

    /** {@return how it turned out} */
    public Outcome outcome() {
      return outcome;
    }

    /** {@return how much that matters} */
    public Severity severity() {
      return outcome == Outcome.SATISFIED || outcome == Outcome.NOT_APPLICABLE
          ? Severity.INFO
          : entry.severity();
    }

    /** {@return the known facts that the rule reads and its bound, by their names} */
    public Map<String, Object> parameters() {
      Map<String, Object> parameters = new LinkedHashMap<>();
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        if (value != null) {
          parameters.put(entry.names().get(i), value);
        }
      }
      return parameters;
    }
  }

  /** An answer with its explanation. */
  public static final class Explained {
    private final @Nullable Vmm best;
    private final Found[] dockerVmm;
    private final Found[] framework;
    private final Found[] qemu;
    private final Found[] hyperkit;

    private Explained(
        @Nullable Vmm best, Found[] dockerVmm, Found[] framework, Found[] qemu, Found[] hyperkit) {
      this.best = best;
      this.dockerVmm = dockerVmm;
      this.framework = framework;
      this.qemu = qemu;
      this.hyperkit = hyperkit;
    }

    /** {@return the best VMM, or empty if none is eligible or could be} */
    public Optional<Vmm> best() {
      return Optional.ofNullable(best);
    }

    /**
     * {@return how each rule about a VMM turned out, in the order of the catalog}
     *
     * @param vmm the VMM
     */
    public List<Found> findings(Vmm vmm) {
      return switch (vmm) {
        case DOCKER_VMM -> Arrays.asList(dockerVmm);
        case APPLE_VIRTUALIZATION_FRAMEWORK -> Arrays.asList(framework);
        case QEMU -> Arrays.asList(qemu);
        case HYPERKIT -> Arrays.asList(hyperkit);
      };
    }
  }

  /** {@return the codes of the rules, in the order of the catalog} */
  static List<String> codes() {
    return Stream.of(ENTRIES).map(Entry::code).toList();
  }

  /**
   * {@return the best VMM for a host, or empty if none is eligible or could be}
   *
   * @param host the host
   */
  public static Optional<Vmm> recommend(Host host) {
    return Optional.ofNullable(best(host, outcomes(host)));
  }

  /**
   * {@return the best VMM for a host, with how each rule turned out for each VMM}
   *
   * @param host the host
   */
  public static Explained explain(Host host) {
    Outcome[] outcomes = outcomes(host);
    return explained(best(host, outcomes), host, outcomes);
  }

  private static Outcome[] outcomes(Host host) {
    String system = operatingSystem(host);
    Architecture architecture = host.architecture().orElse(null);
    int macOs = macOs(host.macOsVersion().orElse(null));
    int release = place(host.dockerDesktop().version().orElse(null), RELEASES);
    Integer memory = host.dockerDesktop().memoryMiB().orElse(null);
    Boolean rosetta = host.dockerDesktop().rosettaEnabled().orElse(null);
    Boolean virtual = host.virtualMachine().orElse(null);
    List<String> images = host.workload().imageArchitectures().orElse(null);
    List<Database> databases = host.workload().databases().orElse(null);
    List<String> mounts = host.workload().mounts().orElse(null);
    List<String> traits = host.workload().traits().orElse(null);

    int arm = architecture == null ? MAYBE : architecture == Architecture.ARM64 ? YES : NO;
    int intel = YES - arm;
    int from435 = from(release, R_4_35);
    int amd64 = contains(images, "amd64");

    Outcome[] found = new Outcome[ENTRIES.length];
    found[OPERATING_SYSTEM] =
        required(YES, system == null ? MAYBE : system.equals(Host.MACOS) ? YES : NO);
    found[DOCKER_VMM_ARCHITECTURE] = required(YES, arm);
    found[DOCKER_VMM_RELEASE] = required(YES, from435);
    found[DOCKER_VMM_MACOS] = required(YES, from(macOs, M_12_5));
    found[DOCKER_VMM_MEMORY] =
        required(YES, memory == null ? MAYBE : memory >= LEAST_VM_MEMORY ? YES : NO);
    found[FRAMEWORK_MACOS] = required(from(release, R_4_12), from(macOs, M_12_5));
    found[QEMU_ARCHITECTURE] = found[DOCKER_VMM_ARCHITECTURE];
    found[HYPERKIT_ARCHITECTURE] = required(YES, intel);
    found[DESKTOP_MACOS_12] = required(between(release, R_4_25, R_4_42), from(macOs, M_12));
    found[DESKTOP_MACOS_13_3] = required(between(release, R_4_42, R_4_49), from(macOs, M_13_3));
    found[DESKTOP_MACOS_14] = required(from(release, R_4_49), from(macOs, M_14));
    found[QEMU_DEPRECATED] = hits(from(release, R_4_37), YES);
    found[QEMU_REMOVED] = hits(from(release, R_4_44), YES);
    found[HYPERKIT_DEPRECATED] = hits(from(release, R_4_14), YES);
    found[DATABASES_ON_BIND_MOUNTS] = hits(from435, fragileOnBindMounts(databases));
    found[DOCKER_VMM_NO_ROSETTA] = hits(Math.min(from435, arm), amd64);
    found[QEMU_NO_ROSETTA] = hits(arm, amd64);
    found[NO_GRPC_FUSE] = hits(from435, contains(traits, "endpoint-security"));
    found[DOES_NOT_START] = hits(between(release, R_4_35, R_4_36), YES);
    found[DATABASES_DO_NOT_START] = hits(between(release, R_4_35, R_4_36), relational(databases));
    found[EXTERNAL_DISKS] =
        hits(between(release, R_4_35, R_4_38), contains(mounts, "external-disk"));
    found[STALE_DIRECTORIES] =
        hits(
            between(release, R_4_35, R_4_40),
            Math.max(contains(traits, "large-bind-mounts"), contains(traits, "file-watching")));
    found[DISK_CORRUPTION] = hits(between(release, R_4_35, R_4_44), YES);
    found[DATABASE_FILES_GROW] = hits(between(release, R_4_86, R_4_88), onBindMounts(databases));
    found[NESTED_VOLUMES] = hits(from(release, R_4_87), contains(mounts, "nested-volume"));
    found[LOSES_NETWORK] = hits(from(release, R_4_90), YES);
    int newMacOs = Math.min(arm, from(macOs, M_15_2));
    found[ROSETTA_ILLEGAL_INSTRUCTION] =
        hits(
            Math.min(
                Math.min(between(release, R_4_37, R_4_41), Math.min(newMacOs, chip(host, 3))),
                rosetta == null ? MAYBE : rosetta ? YES : NO),
            amd64);
    found[JAVA_ON_M4] =
        hits(Math.min(below(release, R_4_39), Math.min(newMacOs, chip(host, 4))), YES);
    found[IN_A_VIRTUAL_MACHINE] = hits(virtual == null ? MAYBE : virtual ? YES : NO, YES);
    return found;
  }

  private static @Nullable Vmm best(Host host, Outcome[] found) {
    Architecture architecture = host.architecture().orElse(null);
    int macOs = macOs(host.macOsVersion().orElse(null));
    int release = place(host.dockerDesktop().version().orElse(null), RELEASES);
    int desktop =
        Math.max(
            Math.max(hard(found[OPERATING_SYSTEM]), hard(found[DESKTOP_MACOS_12])),
            Math.max(hard(found[DESKTOP_MACOS_13_3]), hard(found[DESKTOP_MACOS_14])));
    int old = Math.max(below(release, R_4_14), below(macOs, M_12_5));

    int dockerVmm =
        Math.max(
            Math.max(
                desktop,
                Math.max(hard(found[DOCKER_VMM_ARCHITECTURE]), hard(found[DOCKER_VMM_RELEASE]))),
            Math.max(hard(found[DOCKER_VMM_MACOS]), hard(found[DOCKER_VMM_MEMORY])));
    boolean harmful =
        found[DATABASES_ON_BIND_MOUNTS] == Outcome.VIOLATED
            || found[DATABASES_DO_NOT_START] == Outcome.VIOLATED
            || found[EXTERNAL_DISKS] == Outcome.VIOLATED
            || found[STALE_DIRECTORIES] == Outcome.VIOLATED;
    boolean unfit =
        found[DOCKER_VMM_NO_ROSETTA] == Outcome.VIOLATED || found[NO_GRPC_FUSE] == Outcome.VIOLATED;
    boolean hazardous =
        mayHit(found[DATABASES_ON_BIND_MOUNTS])
            || mayHit(found[DATABASES_DO_NOT_START])
            || mayHit(found[EXTERNAL_DISKS])
            || mayHit(found[STALE_DIRECTORIES])
            || mayHit(found[DISK_CORRUPTION])
            || mayHit(found[JAVA_ON_M4]);
    dockerVmm =
        packed(
            dockerVmm,
            harmful ? 1 : 0,
            unfit ? 1 : 0,
            hazardous ? 1 : 0,
            from(release, R_4_35) == YES ? 0 : 1,
            1);

    int framework =
        packed(
            Math.max(desktop, hard(found[FRAMEWORK_MACOS])),
            found[ROSETTA_ILLEGAL_INSTRUCTION] == Outcome.VIOLATED ? 1 : 0,
            0,
            below(release, R_4_14) == YES ? 2 : 0,
            1,
            old == NO ? 0 : 1);

    int qemu =
        packed(
            Math.max(desktop, Math.max(hard(found[QEMU_ARCHITECTURE]), hard(found[QEMU_REMOVED]))),
            0,
            found[QEMU_NO_ROSETTA] == Outcome.VIOLATED ? 1 : 0,
            found[QEMU_REMOVED] == Outcome.VIOLATED
                ? 5
                : found[QEMU_DEPRECATED] == Outcome.VIOLATED ? 4 : 3,
            1,
            architecture == Architecture.ARM64 && old == YES ? 0 : 1);

    int hyperkit =
        packed(
            Math.max(desktop, hard(found[HYPERKIT_ARCHITECTURE])),
            0,
            0,
            found[HYPERKIT_DEPRECATED] == Outcome.VIOLATED ? 4 : 3,
            1,
            architecture == Architecture.X86_64 && old == YES ? 0 : 1);

    Vmm best = Vmm.DOCKER_VMM;
    int lowest = dockerVmm;
    if (framework < lowest) {
      best = Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
      lowest = framework;
    }
    if (qemu < lowest) {
      best = Vmm.QEMU;
      lowest = qemu;
    }
    if (hyperkit < lowest) {
      best = Vmm.HYPERKIT;
      lowest = hyperkit;
    }
    return lowest >>> 20 == 2 ? null : best;
  }

  private static Explained explained(@Nullable Vmm best, Host host, Outcome[] outcomes) {
    String system = operatingSystem(host);
    Architecture known = host.architecture().orElse(null);
    String architecture = known == null ? null : known.id();
    Integer chip = host.chipGeneration().orElse(null);
    Version macOs = host.macOsVersion().orElse(null);
    Boolean virtual = host.virtualMachine().orElse(null);
    Version release = host.dockerDesktop().version().orElse(null);
    Integer memory = host.dockerDesktop().memoryMiB().orElse(null);
    Boolean rosetta = host.dockerDesktop().rosettaEnabled().orElse(null);
    List<String> images = host.workload().imageArchitectures().orElse(null);
    List<Database> databases = host.workload().databases().orElse(null);
    List<String> mounts = host.workload().mounts().orElse(null);
    List<String> traits = host.workload().traits().orElse(null);

    // those that are about several VMMs
    Found onMacs = new Found(OPERATING_SYSTEM, outcomes, system, MACS);
    Found desktop12 = new Found(DESKTOP_MACOS_12, outcomes, macOs, release, "[12,)");
    Found desktop13 = new Found(DESKTOP_MACOS_13_3, outcomes, macOs, release, "[13.3,)");
    Found desktop14 = new Found(DESKTOP_MACOS_14, outcomes, macOs, release, "[14,)");
    Found java = new Found(JAVA_ON_M4, outcomes, architecture, chip, macOs, release);
    Found inVirtualMachine = new Found(IN_A_VIRTUAL_MACHINE, outcomes, virtual);

    return new Explained(
        best,
        new Found[] {
          onMacs,
          new Found(DOCKER_VMM_ARCHITECTURE, outcomes, architecture, APPLE_SILICON),
          new Found(DOCKER_VMM_RELEASE, outcomes, release, "[4.35.0,)"),
          new Found(DOCKER_VMM_MACOS, outcomes, macOs, "[12.5,)"),
          new Found(DOCKER_VMM_MEMORY, outcomes, memory, LEAST_VM_MEMORY),
          desktop12,
          desktop13,
          desktop14,
          new Found(DATABASES_ON_BIND_MOUNTS, outcomes, release, databases),
          new Found(DOCKER_VMM_NO_ROSETTA, outcomes, architecture, release, images),
          new Found(NO_GRPC_FUSE, outcomes, release, traits),
          new Found(DOES_NOT_START, outcomes, release),
          new Found(DATABASES_DO_NOT_START, outcomes, release, databases),
          new Found(EXTERNAL_DISKS, outcomes, release, mounts),
          new Found(STALE_DIRECTORIES, outcomes, release, traits),
          new Found(DISK_CORRUPTION, outcomes, release),
          new Found(DATABASE_FILES_GROW, outcomes, release, databases),
          new Found(NESTED_VOLUMES, outcomes, release, mounts),
          new Found(LOSES_NETWORK, outcomes, release),
          java,
          inVirtualMachine
        },
        new Found[] {
          onMacs,
          new Found(FRAMEWORK_MACOS, outcomes, macOs, release, "[12.5,)"),
          desktop12,
          desktop13,
          desktop14,
          new Found(
              ROSETTA_ILLEGAL_INSTRUCTION,
              outcomes,
              architecture,
              chip,
              macOs,
              release,
              rosetta,
              images),
          java,
          inVirtualMachine
        },
        new Found[] {
          onMacs,
          new Found(QEMU_ARCHITECTURE, outcomes, architecture, APPLE_SILICON),
          desktop12,
          desktop13,
          desktop14,
          new Found(QEMU_DEPRECATED, outcomes, release),
          new Found(QEMU_REMOVED, outcomes, release),
          new Found(QEMU_NO_ROSETTA, outcomes, architecture, images),
          java,
          inVirtualMachine
        },
        new Found[] {
          onMacs,
          new Found(HYPERKIT_ARCHITECTURE, outcomes, architecture, INTEL),
          desktop12,
          desktop13,
          desktop14,
          new Found(HYPERKIT_DEPRECATED, outcomes, release),
          inVirtualMachine
        });
  }

  /** The places of a VMM on the criteria of the ranking, lower is better; equals keep order. */
  private static int packed(
      int eligibility, int harm, int fitness, int maturity, int speed, int isDefault) {
    return eligibility << 20 | harm << 16 | fitness << 12 | maturity << 8 | speed << 4 | isDefault;
  }

  private static int hard(Outcome outcome) {
    return outcome == Outcome.VIOLATED ? 2 : outcome == Outcome.UNKNOWN ? 1 : 0;
  }

  private static boolean mayHit(Outcome outcome) {
    return outcome == Outcome.VIOLATED || outcome == Outcome.UNKNOWN;
  }

  /** The outcome of a rule that holds in a scope and wants something. */
  private static Outcome required(int scope, int wanted) {
    if (scope == NO) {
      return Outcome.NOT_APPLICABLE;
    }
    if (wanted == YES) {
      return Outcome.SATISFIED;
    }
    return scope == YES && wanted == NO ? Outcome.VIOLATED : Outcome.UNKNOWN;
  }

  /** The outcome of an issue that something triggers in a scope. */
  private static Outcome hits(int scope, int trigger) {
    return required(scope, YES - trigger);
  }

  private static int from(int place, int bound) {
    return place == UNKNOWN ? MAYBE : place >= bound ? YES : NO;
  }

  private static int below(int place, int bound) {
    return place == UNKNOWN ? MAYBE : place < bound ? YES : NO;
  }

  private static int between(int place, int lower, int upper) {
    return place == UNKNOWN ? MAYBE : place >= lower && place < upper ? YES : NO;
  }

  /** How many of some versions a version reaches, or that it is not known. */
  private static int place(@Nullable Version version, Version[] ascending) {
    if (version == null) {
      return UNKNOWN;
    }
    int reached = 0;
    int rest = ascending.length;
    while (reached < rest) {
      int middle = (reached + rest) >>> 1;
      if (version.compareTo(ascending[middle]) >= 0) {
        reached = middle + 1;
      } else {
        rest = middle;
      }
    }
    return reached;
  }

  private static int macOs(@Nullable Version version) {
    return version != null && version.isMacOsCompatibilityVersion()
        ? UNKNOWN
        : place(version, MACOS);
  }

  private static @Nullable String operatingSystem(Host host) {
    String known = host.operatingSystem().orElse(null);
    return known == null && host.macOsVersion().isPresent() ? Host.MACOS : known;
  }

  private static int chip(Host host, int least) {
    if (host.chip().isEmpty()) {
      return MAYBE;
    }
    Integer generation = host.chipGeneration().orElse(null);
    return generation != null && generation >= least ? YES : NO;
  }

  private static int contains(@Nullable List<String> words, String word) {
    return words == null ? MAYBE : words.contains(word) ? YES : NO;
  }

  private static int fragileOnBindMounts(@Nullable List<Database> databases) {
    if (databases == null) {
      return MAYBE;
    }
    int worst = NO;
    for (int i = 0; i < databases.size(); i++) {
      Database database = databases.get(i);
      if (database.engine().equals("mongodb") || database.engine().equals("cassandra")) {
        worst = Math.max(worst, onBindMount(database));
      }
    }
    return worst;
  }

  private static int onBindMounts(@Nullable List<Database> databases) {
    if (databases == null) {
      return MAYBE;
    }
    int worst = NO;
    for (int i = 0; i < databases.size(); i++) {
      worst = Math.max(worst, onBindMount(databases.get(i)));
    }
    return worst;
  }

  private static int onBindMount(Database database) {
    Storage storage = database.storage().orElse(null);
    return storage == null ? MAYBE : storage == Storage.BIND_MOUNT ? YES : NO;
  }

  private static int relational(@Nullable List<Database> databases) {
    if (databases == null) {
      return MAYBE;
    }
    for (int i = 0; i < databases.size(); i++) {
      String engine = databases.get(i).engine();
      if (engine.equals("mysql") || engine.equals("mariadb") || engine.equals("postgresql")) {
        return YES;
      }
    }
    return NO;
  }

  private static Version[] versions(String... texts) {
    return Stream.of(texts).map(Version::parse).toArray(Version[]::new);
  }
}

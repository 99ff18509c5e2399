package dev.vmmadvisor.api.host;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.immutables.value.Value;

/**
 * The facts of one Mac, its Docker Desktop and its workload: what a recommendation is asked for.
 *
 * <p>Every fact may be absent; absent means unknown. Two hosts are equal when their facts are;
 * {@link #notices()} take no part in that.
 *
 * {@snippet :
 * Host host = Host.builder()
 *     .architecture(Architecture.ARM64)
 *     .macOsVersion(Version.parse("15.2"))
 *     .dockerDesktop(DockerDesktop.builder().version(Version.parse("4.44.0")).memoryMiB(8192).build())
 *     .workload(Workload.builder().databases(List.of()).build()) // none, and that is known
 *     .build();
 * Optional<Vmm> inUse = host.dockerDesktop().vmm(); // empty: not known
 * }
 */
@Value.Immutable
@JsonSerialize(as = ImmutableHost.class)
@JsonDeserialize(as = ImmutableHost.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
  "operatingSystem",
  "architecture",
  "chip",
  "macOsVersion",
  "memoryMiB",
  "rosettaInstalled",
  "virtualMachine",
  "dockerDesktop",
  "workload"
})
public abstract class Host {

  /** The value of {@link #operatingSystem()} that stands for a Mac. */
  public static final String MACOS = "macos";

  // Not for extension: new facts must not break anyone.
  Host() {}

  /** {@return a builder with every fact unknown} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return the operating system as a lower-case word, {@value #MACOS} for a Mac, or empty if
   * unknown}
   *
   * <p>Docker Desktop runs on {@code windows} and {@code linux} too; no VMM of this library is
   * advised there.
   */
  public abstract Optional<String> operatingSystem();

  /** {@return the architecture of the hardware, or empty if unknown} */
  public abstract Optional<Architecture> architecture();

  /** {@return the chip as macOS names it, such as {@code Apple M3 Pro}, or empty if unknown} */
  public abstract Optional<String> chip();

  /**
   * {@return the generation of an Apple chip, such as 3 for {@code Apple M3 Pro}; or empty if the
   * chip is unknown or not one of Apple's M series}
   *
   * <p>What macOS adds inside a virtual machine, as in {@code Apple M4 Max (Virtual)}, is no part
   * of it.
   */
  @JsonIgnore
  public Optional<Integer> chipGeneration() {
    return chip().isPresent() ? AppleChip.generation(chip().get()) : Optional.empty();
  }

  /**
   * {@return the version of macOS, or empty if unknown}
   *
   * <p>{@code 10.16} means "11 or later, which one is unknown" (see {@link
   * Version#isMacOsCompatibilityVersion()}). A host whose macOS version is known is known to be a
   * Mac unless {@link #operatingSystem()} says otherwise.
   */
  public abstract Optional<Version> macOsVersion();

  /** {@return the physical memory in MiB, 1 to 16777216, or empty if unknown} */
  public abstract Optional<Integer> memoryMiB();

  /** {@return whether Rosetta 2 is installed on the Mac, or empty if unknown} */
  public abstract Optional<Boolean> rosettaInstalled();

  /** {@return whether the Mac is itself a virtual machine, or empty if unknown} */
  public abstract Optional<Boolean> virtualMachine();

  /** {@return what is known of its Docker Desktop; without any fact if nothing is} */
  @Value.Default
  @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UnknownFilter.class)
  public DockerDesktop dockerDesktop() {
    return DockerDesktop.unknown();
  }

  /** {@return what is known of its workload; without any fact if nothing is} */
  @Value.Default
  @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UnknownFilter.class)
  public Workload workload() {
    return Workload.unknown();
  }

  /**
   * {@return what was met while this host was read and could not be used as a fact, such as a field
   * that is not known; in the order it was met}
   *
   * <p>Notices are passed on to the answer, the first 1000 and one with the code {@code
   * more-notices} that counts the rest. They are not facts and take no part in equality, nor in the
   * document.
   */
  @Value.Auxiliary
  @JsonIgnore
  public abstract List<Notice> notices();

  /**
   * {@return the versions of which that of macOS is one, or empty if nothing is implied}
   *
   * <p>An {@linkplain dev.vmmadvisor.api.advice.Advisor advisor} sets it on the hosts that it hands
   * to constraints in code, where the other facts imply a range and {@link #macOsVersion()} is not
   * known. It is no fact: it takes no part in equality, nor in the document.
   */
  @Value.Auxiliary
  @JsonIgnore
  public abstract Optional<VersionRange> impliedMacOsVersions();

  /**
   * {@return the versions of which that of Docker Desktop is one, or empty if nothing is implied}
   *
   * <p>See {@link #impliedMacOsVersions()}.
   */
  @Value.Auxiliary
  @JsonIgnore
  public abstract Optional<VersionRange> impliedReleases();

  /**
   * {@return this host; of each fact that is read from it, it is told that it is read}
   *
   * <p>It is for one use, such as to see which facts a constraint reads. It is equal to nothing but
   * itself and has no notices.
   *
   * @param reads hears of a fact each time that it is read; of all facts where the host is made
   *     into a text
   */
  public Host watched(Consumer<Fact> reads) {
    Objects.requireNonNull(reads, "reads");
    return WatchedHost.of(this, reads);
  }

  @Value.Check
  void check() {
    Fact.OPERATING_SYSTEM.requireIfKnown(operatingSystem().orElse(null));
    Fact.CHIP.requireIfKnown(chip().orElse(null));
    Fact.MEMORY.requireIfKnown(memoryMiB().orElse(null));
  }

  /** Builds hosts. Facts that are not set stay unknown. Not safe to share between threads. */
  public static class Builder extends ImmutableHost.Builder {
    Builder() {}
  }
}

package dev.vmmadvisor.api.host;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.immutables.value.Value;

/**
 * The facts of one Mac, its Docker Desktop and its workload.
 *
 * <p>Every fact may be absent; absent means unknown. Two hosts are equal if their facts are equal;
 * {@link #notices()} are ignored. Immutable and safe to share between threads.
 *
 * {@snippet :
 * Host host = Host.builder()
 *     .architecture(Architecture.ARM64)
 *     .macOsVersion(Version.parse("15.2"))
 *     .dockerDesktop(DockerDesktop.builder().version(Version.parse("4.44.0")).memoryMiB(8192).build())
 *     .workload(Workload.builder().databases(List.of()).build()) // known: there are none
 *     .build();
 * Optional<Vmm> inUse = host.dockerDesktop().vmm(); // empty: unknown
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

  /** The value of {@link #operatingSystem()} for a Mac. */
  public static final String MACOS = "macos";

  // Package-private: subclasses would break when facts are added.
  Host() {}

  /** {@return a builder with every fact unknown} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return the operating system as a lower-case word, {@value #MACOS} for a Mac, or empty if
   * unknown}
   *
   * <p>Docker Desktop also runs on {@code windows} and {@code linux}; no VMM is recommended there.
   */
  public abstract Optional<String> operatingSystem();

  /** {@return the architecture of the hardware, or empty if unknown} */
  public abstract Optional<Architecture> architecture();

  /** {@return the chip as named by macOS, such as {@code Apple M3 Pro}, or empty if unknown} */
  public abstract Optional<String> chip();

  /**
   * {@return the generation of an Apple chip, such as 3 for {@code Apple M3 Pro}; or empty if the
   * chip is unknown or not one of Apple's M series}
   *
   * <p>A suffix that macOS adds inside a virtual machine, as in {@code Apple M4 Max (Virtual)}, is
   * ignored.
   */
  @JsonIgnore
  public Optional<Integer> chipGeneration() {
    return chip().isPresent() ? AppleChip.generation(chip().get()) : Optional.empty();
  }

  /**
   * {@return the version of macOS, or empty if unknown}
   *
   * <p>{@code 10.16} means "11 or later, exact version unknown" (see {@link
   * Version#isMacOsCompatibilityVersion()}). A known macOS version implies that the host is a Mac
   * unless {@link #operatingSystem()} has another value.
   */
  public abstract Optional<Version> macOsVersion();

  /** {@return the physical memory in MiB, 1 to 16777216, or empty if unknown} */
  public abstract Optional<Integer> memoryMiB();

  /** {@return whether Rosetta 2 is installed on the Mac, or empty if unknown} */
  public abstract Optional<Boolean> rosettaInstalled();

  /** {@return whether the Mac is itself a virtual machine, or empty if unknown} */
  public abstract Optional<Boolean> virtualMachine();

  /** {@return the facts of its Docker Desktop; all of them may be unknown} */
  @Value.Default
  @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UnknownFilter.class)
  public DockerDesktop dockerDesktop() {
    return DockerDesktop.unknown();
  }

  /** {@return the facts of its workload; all of them may be unknown} */
  @Value.Default
  @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UnknownFilter.class)
  public Workload workload() {
    return Workload.unknown();
  }

  /**
   * {@return notices about input that could not be used as a fact, such as an unknown field; in the
   * order of the input}
   *
   * <p>Answers contain the first 1000 of these notices, and one with the code {@code more-notices}
   * that counts the rest. Notices are not facts: they are ignored by {@code equals} and not written
   * to the document.
   */
  @Value.Auxiliary
  @JsonIgnore
  public abstract List<Notice> notices();

  /**
   * {@return the range of macOS versions that the other facts imply, or empty if they imply none}
   *
   * <p>An {@linkplain dev.vmmadvisor.api.advice.Advisor advisor} sets it on the hosts that it
   * passes to constraints in code if {@link #macOsVersion()} is unknown. It is not a fact: it is
   * ignored by {@code equals} and not written to the document.
   */
  @Value.Auxiliary
  @JsonIgnore
  public abstract Optional<VersionRange> impliedMacOsVersions();

  /**
   * {@return the range of Docker Desktop versions that the other facts imply, or empty if they
   * imply none}
   *
   * <p>See {@link #impliedMacOsVersions()}.
   */
  @Value.Auxiliary
  @JsonIgnore
  public abstract Optional<VersionRange> impliedReleases();

  /**
   * {@return a view of this host that calls {@code reads} whenever a fact is read}
   *
   * <p>Use it to record which facts a constraint reads. The view is equal only to itself and has no
   * notices.
   *
   * @param reads called with each fact that is read; {@code toString} reads all facts
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

  /** {@return the facts whose values are known, in the order of {@link Fact}} */
  public Set<Fact> knownFacts() {
    Set<Fact> known = EnumSet.noneOf(Fact.class);
    for (Fact fact : Fact.values()) {
      if (fact.valueIn(this).isPresent()) {
        known.add(fact);
      }
    }
    return Collections.unmodifiableSet(known);
  }

  /** Builds hosts. Facts that are not set stay unknown. Not safe to share between threads. */
  public static class Builder extends ImmutableHost.Builder {
    Builder() {}

    /**
     * Sets the macOS version.
     *
     * @param version as in {@link Version#parse}, such as {@code 15.2}
     * @return this builder
     * @throws IllegalArgumentException if it is not a version
     */
    public final Builder macOsVersion(String version) {
      Objects.requireNonNull(version, "version");
      return macOsVersion(Version.parse(version));
    }

    /**
     * Sets the facts about Docker Desktop.
     *
     * {@snippet :
     * Host.builder().dockerDesktop(d -> d.version("4.44.0").memoryMiB(8192)).build();
     * }
     *
     * @param facts sets them on the builder that it gets
     * @return this builder
     */
    public final Builder dockerDesktop(Consumer<DockerDesktop.Builder> facts) {
      Objects.requireNonNull(facts, "facts");
      DockerDesktop.Builder builder = DockerDesktop.builder();
      facts.accept(builder);
      return dockerDesktop(builder.build());
    }

    /**
     * Sets the facts about the workload.
     *
     * @param facts sets them on the builder that it gets
     * @return this builder
     */
    public final Builder workload(Consumer<Workload.Builder> facts) {
      Objects.requireNonNull(facts, "facts");
      Workload.Builder builder = Workload.builder();
      facts.accept(builder);
      return workload(builder.build());
    }
  }
}

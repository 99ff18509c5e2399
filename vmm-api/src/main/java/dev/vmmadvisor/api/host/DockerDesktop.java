package dev.vmmadvisor.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/** The facts of the Docker Desktop of a host. Absent means unknown. Immutable. */
@Value.Immutable
@JsonSerialize(as = ImmutableDockerDesktop.class)
@JsonDeserialize(as = ImmutableDockerDesktop.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
  "version",
  "vmm",
  "memoryMiB",
  "cpus",
  "fileSharing",
  "rosettaEnabled",
  "lockedSettings"
})
public abstract class DockerDesktop {

  // Package-private: subclasses would break when facts are added.
  DockerDesktop() {}

  /** {@return a builder with every fact unknown} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a Docker Desktop whose facts are all unknown} */
  public static DockerDesktop unknown() {
    return Unknown.VALUE;
  }

  /** {@return the version of the app, such as {@code 4.44.0}, or empty if unknown} */
  public abstract Optional<Version> version();

  /** {@return the VMM in use, or empty if unknown} */
  public abstract Optional<Vmm> vmm();

  /** {@return the memory given to the Linux VM in MiB, 1 to 16777216, or empty if unknown} */
  public abstract Optional<Integer> memoryMiB();

  /** {@return the number of CPUs given to the Linux VM, 1 to 4096, or empty if unknown} */
  public abstract Optional<Integer> cpus();

  /** {@return the file sharing implementation in use, or empty if unknown} */
  public abstract Optional<FileSharing> fileSharing();

  /** {@return whether Rosetta is switched on for amd64 images, or empty if unknown} */
  public abstract Optional<Boolean> rosettaEnabled();

  /**
   * {@return the settings that an administrator has locked, by the names of the fields of this
   * type, such as {@code fileSharing}; empty if unknown}
   */
  public abstract Optional<List<String>> lockedSettings();

  @Value.Check
  DockerDesktop check() {
    Fact.VM_MEMORY.requireIfKnown(memoryMiB().orElse(null));
    Fact.CPUS.requireIfKnown(cpus().orElse(null));
    List<String> locked = lockedSettings().orElse(null);
    Fact.LOCKED_SETTINGS.requireEach(locked);
    if (locked == null || Copies.isCopy(locked)) {
      return this;
    }
    return builder().from(this).lockedSettings(List.copyOf(locked)).build();
  }

  /** Builds values. Facts that are not set stay unknown. Not safe to share between threads. */
  public static class Builder extends ImmutableDockerDesktop.Builder {
    Builder() {}

    /**
     * Sets the release.
     *
     * @param version as in {@link Version#parse}, such as {@code 4.44.0}
     * @return this builder
     * @throws IllegalArgumentException if it is not a version
     */
    public final Builder version(String version) {
      Objects.requireNonNull(version, "version");
      return version(Version.parse(version));
    }
  }

  // A holder class prevents a deadlock between the initializers of this class and its
  // implementation.
  private static final class Unknown {
    static final DockerDesktop VALUE = builder().build();
  }
}

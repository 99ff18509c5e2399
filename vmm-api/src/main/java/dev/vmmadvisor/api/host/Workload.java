package dev.vmmadvisor.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The facts of the containers that a host runs. An absent list is unknown; an empty list is known
 * to be empty. Immutable.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableWorkload.class)
@JsonDeserialize(as = ImmutableWorkload.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"imageArchitectures", "databases", "mounts", "traits"})
public abstract class Workload {

  // Package-private: subclasses would break when facts are added.
  Workload() {}

  /** {@return a builder with every fact unknown} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a workload whose facts are all unknown} */
  public static Workload unknown() {
    return Unknown.VALUE;
  }

  /**
   * {@return the architectures of the images in use, named as in image indexes, such as {@code
   * arm64} and {@code amd64}; empty if unknown}
   */
  public abstract Optional<List<String>> imageArchitectures();

  /** {@return the databases that run, or empty if unknown} */
  public abstract Optional<List<Database>> databases();

  /**
   * {@return the kinds of mounts in use, such as {@code home}, {@code external-disk}, {@code
   * network-share}, {@code nested-volume}; empty if unknown}
   */
  public abstract Optional<List<String>> mounts();

  /**
   * {@return further properties of the workload, such as {@code file-watching}, {@code
   * large-bind-mounts}, {@code dev-container}; empty if unknown}
   */
  public abstract Optional<List<String>> traits();

  @Value.Check
  Workload check() {
    List<String> images = imageArchitectures().orElse(null);
    List<Database> engines = databases().orElse(null);
    List<String> kinds = mounts().orElse(null);
    List<String> marks = traits().orElse(null);
    Fact.IMAGE_ARCHITECTURES.requireEach(images);
    Fact.MOUNTS.requireEach(kinds);
    Fact.TRAITS.requireEach(marks);
    if (Copies.isCopy(images)
        && Copies.isCopy(engines)
        && Copies.isCopy(kinds)
        && Copies.isCopy(marks)) {
      return this;
    }
    Builder copy = builder();
    if (images != null) {
      copy.imageArchitectures(List.copyOf(images));
    }
    if (engines != null) {
      copy.databases(List.copyOf(engines));
    }
    if (kinds != null) {
      copy.mounts(List.copyOf(kinds));
    }
    if (marks != null) {
      copy.traits(List.copyOf(marks));
    }
    return copy.build();
  }

  /** Builds values. Facts that are not set stay unknown. Not safe to share between threads. */
  public static class Builder extends ImmutableWorkload.Builder {
    Builder() {}
  }

  // A holder class prevents a deadlock between the initializers of this class and its
  // implementation.
  private static final class Unknown {
    static final Workload VALUE = builder().build();
  }
}

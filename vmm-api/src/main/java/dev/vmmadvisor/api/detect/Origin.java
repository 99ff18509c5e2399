package dev.vmmadvisor.api.detect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;
import java.util.Objects;

/**
 * The source of a fact. Every {@link Evidence} has one.
 *
 * @param kind the kind of source
 * @param place the source: the path of a file on the Mac, a command line, the release whose default
 *     applies, or the name of an inventory
 * @param key the place in the source, such as the key of a setting; empty for the whole source
 */
@JsonPropertyOrder({"kind", "place", "key"})
public record Origin(
    Kind kind, String place, @JsonInclude(JsonInclude.Include.NON_EMPTY) String key) {

  /**
   * Creates the value.
   *
   * @param kind the kind of source
   * @param place the source
   * @param key the place in the source
   */
  public Origin {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(key, "key");
  }

  /** The kinds of sources. */
  public enum Kind {
    /** A file of the Mac. */
    FILE("file"),
    /** A line of the list of processes. */
    PROCESS("process"),
    /** The output of another command. */
    COMMAND("command"),
    /** The default of a release of Docker Desktop for a setting that is absent. */
    RELEASE_DEFAULT("release-default"),
    /** A row of an inventory of many Macs. */
    INVENTORY("inventory"),
    /** A compose file, or the name of an image. */
    WORKLOAD("workload"),
    /** A value that the caller set. */
    GIVEN("given");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** {@return the stable id used in documents} */
    @JsonValue
    public String id() {
      return id;
    }

    /**
     * {@return the constant with an id}
     *
     * @param id the {@link #id()} of a constant
     * @throws IllegalArgumentException if no constant has it; the message lists the accepted ids
     */
    public static Kind fromId(String id) {
      return Ids.constant(values(), id);
    }

    /** {@return the {@link #id()}} */
    @Override
    public String toString() {
      return id;
    }
  }

  /** {@return the place, followed by the key if there is one} */
  @Override
  public String toString() {
    return key.isEmpty() ? place : place + ", " + key;
  }
}

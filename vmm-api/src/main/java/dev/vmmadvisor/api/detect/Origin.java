package dev.vmmadvisor.api.detect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;
import java.util.Objects;

/**
 * Where a fact was read; every {@link Evidence} has one.
 *
 * @param kind what it was read from
 * @param place which one: the path of a file as the Mac has it, a command line, the release whose
 *     default it is, the name of an inventory
 * @param key where in it, such as the key of a setting; empty if the whole place tells
 */
@JsonPropertyOrder({"kind", "place", "key"})
public record Origin(
    Kind kind, String place, @JsonInclude(JsonInclude.Include.NON_EMPTY) String key) {

  /**
   * Makes the value.
   *
   * @param kind what it was read from
   * @param place which one
   * @param key where in it
   */
  public Origin {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(key, "key");
  }

  /** What a fact is read from. */
  public enum Kind {
    /** A file of the Mac. */
    FILE("file"),
    /** A line of the list of processes. */
    PROCESS("process"),
    /** What another command printed. */
    COMMAND("command"),
    /** What Docker Desktop does in a release where nothing is set. */
    RELEASE_DEFAULT("release-default"),
    /** A row of an inventory of many Macs. */
    INVENTORY("inventory"),
    /** A compose file, or the name of an image. */
    WORKLOAD("workload"),
    /** What the caller said. */
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
     * @throws IllegalArgumentException if no constant has it; the message names what is accepted
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

  /** {@return the place, with the key behind it if there is one} */
  @Override
  public String toString() {
    return key.isEmpty() ? place : place + ", " + key;
  }
}

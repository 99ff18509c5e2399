package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.internal.Ids;
import java.util.Objects;

/**
 * A change that would help and is not offered, and why. A {@link Candidate} and a {@link Plan} list
 * them.
 *
 * @param reason what stands in its way
 * @param remedy the change
 * @param fact the fact that stands in its way
 * @param message the same in words, for people
 */
@JsonPropertyOrder({"reason", "remedy", "fact", "message"})
public record Obstacle(Reason reason, Remedy remedy, Fact fact, String message) {

  /**
   * Makes the value.
   *
   * @param reason what stands in its way
   * @param remedy the change
   * @param fact the fact that stands in its way
   * @param message the same in words
   */
  public Obstacle {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(remedy, "remedy");
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(message, "message");
  }

  /** What stands in the way of a change. */
  public enum Reason {
    /** An administrator has locked the setting. */
    SETTING_LOCKED("setting-locked"),
    /** The Mac does not have the memory. */
    PHYSICAL_MEMORY("physical-memory"),
    /** The Mac cannot be shown to run that macOS. */
    MACOS_NOT_SHOWN("macos-not-shown");

    private final String id;

    Reason(String id) {
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
    public static Reason fromId(String id) {
      return Ids.constant(values(), id);
    }

    /** {@return the {@link #id()}} */
    @Override
    public String toString() {
      return id;
    }
  }
}

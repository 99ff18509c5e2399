package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.internal.Ids;
import java.util.Objects;

/**
 * A change that would help but is not possible, with the reason. See {@link Candidate#obstacles()}
 * and {@link Plan#obstacles()}.
 *
 * @param reason why it is not possible
 * @param remedy the change
 * @param fact the fact that prevents it
 * @param message the obstacle as text
 */
@JsonPropertyOrder({"reason", "remedy", "fact", "message"})
public record Obstacle(Reason reason, Remedy remedy, Fact fact, String message) {

  /**
   * Creates the value.
   *
   * @param reason why it is not possible
   * @param remedy the change
   * @param fact the fact that prevents it
   * @param message the obstacle as text
   */
  public Obstacle {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(remedy, "remedy");
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(message, "message");
  }

  /** The reasons why a change is not possible. */
  public enum Reason {
    /** An administrator has locked the setting. */
    SETTING_LOCKED("setting-locked"),
    /** The Mac has too little physical memory. */
    PHYSICAL_MEMORY("physical-memory"),
    /** No known fact shows that the Mac can run that macOS. */
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
     * @throws IllegalArgumentException if no constant has it; the message lists the accepted ids
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

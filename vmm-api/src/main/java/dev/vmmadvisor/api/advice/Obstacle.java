package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Fact;

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

    /** {@return the {@link #id()}} */
    @Override
    public String toString() {
      return id;
    }
  }
}

package dev.vmmadvisor.api.detect;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.host.Fact;
import java.util.Objects;

/**
 * The value of one fact according to one source. A fact without evidence is unknown.
 *
 * @param fact the fact
 * @param value its value, of the Java type that {@link Fact#type()} names
 * @param origin the source of the value
 * @param confidence the reliability of the value
 * @param running true if the source describes what runs now, such as the list of processes; false
 *     if it describes what is installed or configured, such as a settings file
 */
@JsonPropertyOrder({"fact", "value", "origin", "confidence", "running"})
public record Evidence(
    Fact fact, Object value, Origin origin, Confidence confidence, boolean running) {

  /**
   * Creates the value.
   *
   * @param fact the fact
   * @param value its value
   * @param origin the source of the value
   * @param confidence the reliability of the value
   * @param running whether the source describes what runs now
   */
  public Evidence {
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(confidence, "confidence");
  }

  /**
   * Creates evidence of what is installed or configured.
   *
   * @param fact the fact
   * @param value its value
   * @param origin the source of the value
   * @param confidence the reliability of the value
   */
  public Evidence(Fact fact, Object value, Origin origin, Confidence confidence) {
    this(fact, value, origin, confidence, false);
  }
}

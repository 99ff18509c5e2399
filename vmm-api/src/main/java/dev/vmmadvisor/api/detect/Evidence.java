package dev.vmmadvisor.api.detect;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.host.Fact;
import java.util.Objects;

/**
 * What one place says about one fact. A fact without any is unknown.
 *
 * @param fact the fact
 * @param value its value, of the Java type that {@link Fact#type()} names
 * @param origin where that was read
 * @param confidence how far it can be trusted
 * @param running whether it tells what runs at the time of reading, as the list of processes does,
 *     and not what is installed or asked for, as a settings file does
 */
@JsonPropertyOrder({"fact", "value", "origin", "confidence", "running"})
public record Evidence(
    Fact fact, Object value, Origin origin, Confidence confidence, boolean running) {

  /**
   * Makes the value.
   *
   * @param fact the fact
   * @param value its value
   * @param origin where that was read
   * @param confidence how far it can be trusted
   * @param running whether it tells what runs at the time of reading
   */
  public Evidence {
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(confidence, "confidence");
  }

  /**
   * Makes evidence of what is installed or asked for.
   *
   * @param fact the fact
   * @param value its value
   * @param origin where that was read
   * @param confidence how far it can be trusted
   */
  public Evidence(Fact fact, Object value, Origin origin, Confidence confidence) {
    this(fact, value, origin, confidence, false);
  }
}

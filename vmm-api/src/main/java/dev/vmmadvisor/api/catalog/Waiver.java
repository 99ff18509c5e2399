package dev.vmmadvisor.api.catalog;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A rule that somebody has decided to live with. Its findings stay visible and decide nothing.
 * {@link Layer#waivers()} lists them.
 *
 * @param code the code of the rule
 * @param reason why it is waived
 * @param owner who answers for that
 * @param expires the last day on which it holds
 */
@JsonPropertyOrder({"code", "reason", "owner", "expires"})
public record Waiver(
    String code,
    String reason,
    String owner,
    @JsonSerialize(using = ToStringSerializer.class) LocalDate expires) {

  /**
   * Makes the value.
   *
   * @param code the code of the rule
   * @param reason why it is waived
   * @param owner who answers for that
   * @param expires the last day on which it holds
   */
  public Waiver {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(expires, "expires");
  }
}

package dev.vmmadvisor.api.catalog;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A decision to accept the violation of a rule until a given day. The findings of the rule stay
 * visible and do not affect the answer.
 *
 * @param code the code of the rule
 * @param reason why it is waived
 * @param owner who is responsible for the waiver
 * @param expires the last day on which the waiver applies
 */
@JsonPropertyOrder({"code", "reason", "owner", "expires"})
public record Waiver(
    String code,
    String reason,
    String owner,
    @JsonSerialize(using = ToStringSerializer.class) LocalDate expires) {

  /**
   * Creates the value.
   *
   * @param code the code of the rule
   * @param reason why it is waived
   * @param owner who is responsible for the waiver
   * @param expires the last day on which the waiver applies
   */
  public Waiver {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(expires, "expires");
  }
}

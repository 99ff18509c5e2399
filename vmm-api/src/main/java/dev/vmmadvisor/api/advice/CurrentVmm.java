package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Objects;

/**
 * The VMM that a host uses now, with the violations of rules about it. {@link
 * Recommendation#current()} returns it.
 *
 * @param vmm the VMM
 * @param findings the violated findings about it, in the order of the catalog
 */
@JsonPropertyOrder({"vmm", "findings"})
public record CurrentVmm(Vmm vmm, List<Finding> findings) {
  /**
   * Creates the value.
   *
   * @param vmm the VMM
   * @param findings the findings
   */
  public CurrentVmm {
    Objects.requireNonNull(vmm, "vmm");
    Objects.requireNonNull(findings, "findings");
    findings = List.copyOf(findings);
  }
}

package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A {@link Constraint} as a row of the matrix: what it says of itself. It stands in no document.
 *
 * @param code its code
 * @param vmms the VMMs it is about, in the order of {@link Vmm}; at least one
 * @param facts the facts it reads, in the order of {@link Fact}
 * @param severity how much a violation matters
 */
public record CustomRule(String code, List<Vmm> vmms, List<Fact> facts, Severity severity)
    implements Rule {

  /**
   * Makes the value.
   *
   * @param code its code
   * @param vmms the VMMs it is about
   * @param facts the facts it reads
   * @param severity how much a violation matters
   */
  public CustomRule {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(vmms, "vmms");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(severity, "severity");
    vmms = List.copyOf(vmms);
    facts = List.copyOf(facts);
  }

  /** {@return {@link RuleKind#CUSTOM}} */
  @Override
  public RuleKind kind() {
    return RuleKind.CUSTOM;
  }

  /** {@return every release} */
  @Override
  public VersionRange releases() {
    return VersionRange.ALL;
  }

  /** {@return nothing: the constraint itself tells whether it is about a host} */
  @Override
  public Optional<Condition> when() {
    return Optional.empty();
  }

  /** {@return nothing: the verdict has the words} */
  @Override
  public String headline() {
    return "";
  }

  /** {@return nothing: the verdict has the words} */
  @Override
  public String text() {
    return "";
  }

  /** {@return {@link Confidence#HIGH}: whoever registers a constraint means it} */
  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  /** {@return none} */
  @Override
  public List<String> sources() {
    return List.of();
  }

  /** {@return none: the verdict has them} */
  @Override
  public List<Remedy> remedies() {
    return List.of();
  }
}

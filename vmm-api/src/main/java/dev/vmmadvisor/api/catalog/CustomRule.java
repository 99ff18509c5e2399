package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rule that a {@link Constraint} declares. It is part of no document.
 *
 * @param code its code
 * @param vmms the VMMs it applies to, in the order of {@link Vmm}; at least one
 * @param facts the facts it reads, in the order of {@link Fact}
 * @param severity the severity of a violation
 */
public record CustomRule(String code, List<Vmm> vmms, List<Fact> facts, Severity severity)
    implements Rule {

  /**
   * Creates the value.
   *
   * @param code its code
   * @param vmms the VMMs it applies to
   * @param facts the facts it reads
   * @param severity the severity of a violation
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

  /** {@return empty: the constraint itself decides whether it applies to a host} */
  @Override
  public Optional<Condition> when() {
    return Optional.empty();
  }

  /** {@return an empty text: the text is part of the verdict} */
  @Override
  public String headline() {
    return "";
  }

  /** {@return an empty text: the text is part of the verdict} */
  @Override
  public String text() {
    return "";
  }

  /** {@return {@link Confidence#HIGH}} */
  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  /** {@return an empty list} */
  @Override
  public List<String> sources() {
    return List.of();
  }

  /** {@return an empty list: the remedies are part of the verdict} */
  @Override
  public List<Remedy> remedies() {
    return List.of();
  }
}

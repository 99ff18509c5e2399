package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Optional;

/**
 * One row of the matrix that every candidate is held against: a statement of the catalog, or a
 * constraint in code, that can make a finding.
 *
 * <p>A {@link Catalog} has a list of them; the findings of a rule have its {@link #code()}.
 */
public sealed interface Rule
    permits ConstraintRule, KnownIssue, Vulnerability, Deprecation, SettingRule, CustomRule {

  /** {@return the kind of this rule} */
  RuleKind kind();

  /** {@return the stable, lower-case, hyphenated code, unique in its catalog} */
  String code();

  /** {@return the VMMs this rule is about, in the order of {@link Vmm}; at least one} */
  List<Vmm> vmms();

  /** {@return the releases of Docker Desktop for which it holds} */
  VersionRange releases();

  /**
   * {@return what else must be true of a host for the rule to be about it, or empty for nothing}
   */
  Optional<Condition> when();

  /** {@return how much it matters where it is violated} */
  Severity severity();

  /**
   * {@return the statement as a headline: a complete thought of at most 60 characters, in English
   * and without a full stop; {@link #text()} if the catalog has no headline for it}
   */
  String headline();

  /**
   * {@return the statement in one or two English sentences, true of every host, so without any
   * value of a host}
   */
  String text();

  /** {@return how far it can be trusted} */
  Confidence confidence();

  /** {@return the ids of its sources in the catalog; at least one} */
  List<String> sources();

  /** {@return what would help where it is violated, in order of preference; perhaps nothing} */
  List<Remedy> remedies();
}

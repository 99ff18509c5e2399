package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import java.util.List;
import java.util.Optional;

/**
 * A statement of the catalog, or a constraint in code, that is evaluated for every candidate.
 *
 * <p>Each evaluation makes a {@code Finding}, which has the {@link #code()} of the rule.
 */
public sealed interface Rule
    permits ConstraintRule, KnownIssue, Vulnerability, Deprecation, SettingRule, CustomRule {

  /** {@return the kind of this rule} */
  RuleKind kind();

  /** {@return the stable, lower-case, hyphenated code, unique in its catalog} */
  String code();

  /** {@return the VMMs to which this rule applies, in the order of {@link Vmm}; at least one} */
  List<Vmm> vmms();

  /** {@return the releases of Docker Desktop to which it applies} */
  VersionRange releases();

  /** {@return the condition under which the rule applies to a host, or empty if it always does} */
  Optional<Condition> when();

  /** {@return the severity of a violation} */
  Severity severity();

  /**
   * {@return the statement as a headline: a complete thought of at most 60 characters, in English
   * and without a full stop; {@link #text()} if the catalog has no headline for it}
   */
  String headline();

  /** {@return the statement in one or two English sentences, without values of a host} */
  String text();

  /** {@return the reliability of the statement} */
  Confidence confidence();

  /**
   * {@return the ids of its sources in the catalog; at least one, except for a {@link CustomRule}}
   */
  List<String> sources();

  /** {@return the remedies of a violation, in order of preference; may be empty} */
  List<Remedy> remedies();
}

package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import java.util.Optional;

/**
 * Decides about many hosts without building full recommendations. Safe to share between threads.
 */
public interface BulkAdvisor {

  /** The catalog. */
  Catalog catalog();

  /** The reference to the catalog that answers contain. */
  CatalogReference reference();

  /** The renderer of the texts of answers. */
  AnswerRenderer wording();

  /**
   * The host, completed with the facts that its own facts imply.
   *
   * @param host the host
   */
  Host effective(Host host);

  /**
   * The decision about a host, without findings.
   *
   * @param host the host, completed by {@link #effective}
   * @param goal the goal of the ranking
   */
  DecisionSummary glance(Host host, Goal goal);

  /**
   * Whether no known fact of the host prevents a change.
   *
   * @param remedy the change
   * @param host the host before the change
   */
  boolean isFeasible(Remedy remedy, Host host);

  /**
   * The remedy, adapted so that it exposes the host to no vulnerability that a later release fixes.
   * Empty if that is not possible.
   *
   * @param remedy the remedy of a rule
   * @param vmm the VMM that the rule is about
   * @param host the host before the change
   */
  Optional<Remedy> offered(Remedy remedy, Vmm vmm, Host host);

  /**
   * The upgrade that removes the vulnerabilities of a host; see {@link SecurityAssessment#upgrade}.
   *
   * @param host the host
   * @param goal the goal of the ranking
   */
  Optional<SecurityAssessment.SafeUpgrade> upgrade(Host host, Goal goal);

  /**
   * Whether the release of a host has a vulnerability that certainly affects it under a VMM and
   * that a later release fixes.
   *
   * @param host the host
   * @param vmm the VMM
   */
  boolean isVulnerable(Host host, Vmm vmm);
}

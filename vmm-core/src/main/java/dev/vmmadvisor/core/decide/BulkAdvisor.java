package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.AnswerRenderer;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import java.util.Optional;

/** What an advisor can tell about very many hosts. Safe to share between threads. */
public interface BulkAdvisor {

  /** The catalog it looks into. */
  Catalog catalog();

  /** That catalog, for answers. */
  CatalogReference reference();

  /** The words of answers. */
  AnswerRenderer wording();

  /**
   * A host as somebody asks about it, with all that its facts imply.
   *
   * @param host the host
   */
  Host effective(Host host);

  /**
   * A glance at what is decided about a host.
   *
   * @param host the host, with what its facts imply
   * @param goal what is favoured
   */
  DecisionSummary glance(Host host, Goal goal);

  /**
   * Whether nothing that is known stands in the way of a change.
   *
   * @param remedy the change
   * @param host the host before it
   */
  boolean isFeasible(Remedy remedy, Host host);

  /**
   * A remedy as a host can carry it out without a vulnerability that a later release fixes; empty
   * if it cannot.
   *
   * @param remedy the remedy of a rule
   * @param vmm the VMM that the rule is about
   * @param host the host before it
   */
  Optional<Remedy> offered(Remedy remedy, Vmm vmm, Host host);

  /**
   * The upgrade that ends the vulnerabilities of a host; see {@link SecurityAssessment#upgrade}.
   *
   * @param host the host
   * @param goal what is favoured
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

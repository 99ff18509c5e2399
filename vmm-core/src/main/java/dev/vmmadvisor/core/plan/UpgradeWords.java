package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.host.Host;
import java.util.List;

/** The texts of what a target changes, in one language. */
public interface UpgradeWords {

  /**
   * A change by a rule.
   *
   * @param kind the kind of the change
   * @param vmms the VMMs that it is about
   * @param before the finding of the rule now, for the first of them
   * @param after the finding of the rule with the target, for the first of them
   * @param host the host now
   * @param target the target
   */
  String change(
      LookAhead.Kind kind,
      List<Vmm> vmms,
      Finding before,
      Finding after,
      Host host,
      UpgradeTarget target);

  /** A change of the engine of a VMM. */
  String engine(Vmm vmm, Engine before, Engine after);

  /** A change of the phase of a VMM. */
  String phase(Vmm vmm, Phase after);
}

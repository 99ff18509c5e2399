package dev.vmmadvisor.core.upgrade;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.host.Host;
import java.util.List;

/** The words of one language for what a target changes. */
public interface UpgradeWords {

  /**
   * A change that a rule makes.
   *
   * @param kind its kind
   * @param vmms the VMMs it is about
   * @param before the finding of the rule at present, for the first of them
   * @param after the finding of the rule with the target, for the first of them
   * @param host the host at present
   * @param target the target
   */
  String change(
      LookAhead.Kind kind,
      List<Vmm> vmms,
      Finding before,
      Finding after,
      Host host,
      UpgradeTarget target);

  /** A change of the engine that a VMM is made of. */
  String engine(Vmm vmm, Engine before, Engine after);

  /** A change of the phase of a VMM. */
  String phase(Vmm vmm, Phase after);
}

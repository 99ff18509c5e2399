package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Finding;
import java.util.List;

/**
 * Computes the lazy parts of the candidates of one host.
 *
 * <p>For internal use by {@link Candidate}; the library implements it, and methods may be added.
 * Implementations are immutable and depend only on their arguments, the host, a goal and a catalog.
 */
public interface CandidateLoader {

  /**
   * {@return one finding for each rule about a VMM, in the order of the catalog, as an immutable
   * list}
   *
   * @param place the rank of the VMM
   */
  List<Finding> findings(Placement place);

  /**
   * {@return the repairs of a VMM and the obstacles to them}
   *
   * @param vmm the VMM
   */
  RepairResult improvement(Vmm vmm);
}

package dev.vmmadvisor.api.advice;

import dev.vmmadvisor.api.Vmm;
import java.util.List;

/**
 * Finds out of the candidates of one host what is only made when somebody asks for it.
 *
 * <p>{@link Candidate} asks it; who reads answers does not meet it. Implemented by the library;
 * methods may be added. Implementations are immutable and depend on nothing but their arguments,
 * the host, a goal and a catalog.
 */
public interface CandidateLoader {

  /**
   * {@return one finding for each rule about a VMM, in the order of the catalog, in a list that
   * nobody changes}
   *
   * @param place where the VMM stands
   */
  List<Finding> findings(Place place);

  /**
   * {@return what can be done for a VMM}
   *
   * @param vmm the VMM
   */
  RepairResult improvement(Vmm vmm);
}

package dev.vmmadvisor.core.diagnose;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import java.util.Collection;
import java.util.Optional;

/** The words of one language for diagnoses. */
public interface DiagnosisWords {

  /**
   * That a text names an engine.
   *
   * @param name the name
   * @param vmm the VMM it belongs to
   * @param inUse the VMM that is said to be in use, if the text contradicts that
   */
  String engine(String name, Vmm vmm, Optional<Vmm> inUse);

  /**
   * An issue as it is on a host.
   *
   * @param finding what was found for one of the VMMs that the issue is about
   * @param about the VMMs that the issue is about
   * @param running the VMMs one of which runs
   */
  String issue(Finding finding, Collection<Vmm> about, Collection<Vmm> running);
}

package dev.vmmadvisor.core.diagnose;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.Remedy;
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

  /**
   * What a message means.
   *
   * @param message the message
   */
  String message(LogMessage message);

  /**
   * One thing to do about a message, as a part of a sentence.
   *
   * @param message the message
   * @param number the place of the advice among those of the message, from 0
   */
  String advice(LogMessage message, int number);

  /**
   * A remedy, as a part of a sentence.
   *
   * @param remedy the remedy
   * @param release the release of Docker Desktop that is in use, or empty if it is not known
   */
  String remedy(Remedy remedy, Optional<Version> release);
}

package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.Remedy;
import java.util.Collection;
import java.util.Optional;

/** The texts of diagnoses in one language. */
public interface DiagnosisWords {

  /**
   * The statement that a text names an engine.
   *
   * @param name the name
   * @param vmm the VMM that it belongs to
   * @param inUse the stated current VMM, if the text contradicts it
   */
  String engine(String name, Vmm vmm, Optional<Vmm> inUse);

  /**
   * An issue on a host.
   *
   * @param finding the finding for one of the VMMs that the issue is about
   * @param about the VMMs that the issue is about
   * @param running the VMMs that may have run
   */
  String issue(Finding finding, Collection<Vmm> about, Collection<Vmm> running);

  /**
   * The meaning of a message.
   *
   * @param message the message
   */
  String message(LogMessage message);

  /**
   * One piece of advice for a message, as a part of a sentence.
   *
   * @param message the message
   * @param number the index of the advice, from 0
   */
  String advice(LogMessage message, int number);

  /**
   * A remedy, as a part of a sentence.
   *
   * @param remedy the remedy
   * @param release the current release of Docker Desktop, or empty if it is unknown
   */
  String remedy(Remedy remedy, Optional<Version> release);
}

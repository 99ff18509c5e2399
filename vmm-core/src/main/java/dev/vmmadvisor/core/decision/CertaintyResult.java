package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.MissingFact;
import java.util.List;

/**
 * The certainty of the best VMM.
 *
 * @param certainty how certain it is
 * @param missingFacts the facts that determine it
 * @param isLimited whether the state limit was reached, so that facts can be missing from the list
 */
record CertaintyResult(Certainty certainty, List<MissingFact> missingFacts, boolean isLimited) {

  // written out, because a fresh JVM links the generated method of a record slowly
  @Override
  public int hashCode() {
    int hash = 0;
    for (MissingFact missing : missingFacts) {
      hash = 31 * (31 * hash + missing.fact().path().hashCode()) + missing.outcomes().hashCode();
    }
    return hash;
  }
}

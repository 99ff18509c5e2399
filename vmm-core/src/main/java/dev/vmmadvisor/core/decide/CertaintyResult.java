package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.MissingFact;
import java.util.List;

/**
 * How sure the best candidate is.
 *
 * @param certainty how sure
 * @param missingFacts what would settle it
 * @param isLimited whether the limit was reached before all of that was found out
 */
record CertaintyResult(Certainty certainty, List<MissingFact> missingFacts, boolean isLimited) {

  // not what a record does by itself, which a fresh JVM takes tens of milliseconds to link
  @Override
  public int hashCode() {
    int hash = 0;
    for (MissingFact missing : missingFacts) {
      hash = 31 * (31 * hash + missing.fact().path().hashCode()) + missing.outcomes().hashCode();
    }
    return hash;
  }
}

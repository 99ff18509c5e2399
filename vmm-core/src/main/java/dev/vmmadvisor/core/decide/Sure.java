package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.MissingFact;
import java.util.List;

/**
 * How sure the best candidate is.
 *
 * @param certainty how sure
 * @param missingFacts what would settle it
 */
record Sure(Certainty certainty, List<MissingFact> missingFacts) {}

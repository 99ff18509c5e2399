package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is decided about a host, and about every other of its class. The values that findings show
 * are not part of it.
 *
 * @param places the VMMs, best first
 * @param best the best, or empty if every VMM is ineligible
 * @param certainty how far that depends on what is not known
 * @param missingFacts what would settle it
 */
record Assessment(
    List<Place> places, Optional<Vmm> best, Certainty certainty, List<MissingFact> missingFacts) {

  /**
   * A VMM in its place.
   *
   * @param contender the VMM
   * @param outcomes the outcomes of its rules
   * @param eligibility whether it can run
   * @param decidedBy what tells it from the one before, or the first from the second
   * @param comparedWithBest what tells it from the first, or the first from the second
   * @param phase the phase of its life, if that is known
   * @param claims the claims of its speed that certainly apply
   */
  record Place(
      Contender contender,
      List<Outcome> outcomes,
      Eligibility eligibility,
      Criterion decidedBy,
      Criterion comparedWithBest,
      Optional<Phase> phase,
      List<PerformanceClaim> claims) {}

  static Assessment of(Knowledge knowledge, Host host, Goal goal, Truth[] truths) {
    Ranking ranking = Ranking.of(knowledge, goal, truths);
    List<Place> places = new ArrayList<>(ranking.size());
    for (int place = 0; place < ranking.size(); place++) {
      Standing standing = ranking.standing(place);
      places.add(
          new Place(
              standing.contender(),
              standing.outcomes(),
              standing.eligibility(),
              ranking.decisive(place, place == 0 ? 1 : place - 1),
              ranking.decisive(place, place == 0 ? 1 : 0),
              standing.phase(),
              standing.claims()));
    }
    Truth[] open = knowledge.open(truths, host);
    List<Question> questions = Questions.open(knowledge, host, open);
    Outlook outlook = Outlook.of(knowledge, goal, questions, open);
    if (outlook.isSettled() && outlook.settled().equals(ranking.best())) {
      Certainty certainty = ranking.best().isPresent() ? Certainty.CERTAIN : Certainty.NONE;
      return new Assessment(List.copyOf(places), ranking.best(), certainty, List.of());
    }
    // settled on another: then only that something is not known stands in its way
    List<Question> decisive = outlook.isSettled() ? questions : outlook.decisive();
    return new Assessment(
        List.copyOf(places),
        ranking.best(),
        Certainty.DEPENDS,
        MissingFacts.of(knowledge, goal, truths, questions, decisive, outlook));
  }

  /** The place of a VMM, from 0. */
  int place(Vmm vmm) {
    int place = 0;
    while (places.get(place).contender().vmm() != vmm) {
      place++;
    }
    return place;
  }
}

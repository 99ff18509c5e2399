package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.host.Host;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far the best candidate depends on what is not known.
 *
 * <p>Mostly the ranking tells it: no other comes first, however the rest turns out. Where it does
 * not, every way is looked at, and what comes of it is kept for the next host of the same class. A
 * limited number of classes is kept; one is forgotten for another that falls on its place. What is
 * kept says the same as what would be found out anew, so nobody can tell whether it was. Safe to
 * share between threads without locks: an entry is immutable, and one that another thread does not
 * see yet is only found out twice.
 */
final class Certainties {

  /** How many classes are kept at most. A power of two. */
  private static final int MOST = 4096;

  private static final Sure CERTAIN = new Sure(Certainty.CERTAIN, List.of());
  private static final Sure NONE = new Sure(Certainty.NONE, List.of());

  private final Knowledge knowledge;
  private final HostReader reader;
  private final boolean canComeToBeKnown;
  private final @Nullable Entry[] entries = new @Nullable Entry[MOST];

  /**
   * How sure the best candidate is.
   *
   * @param certainty how sure
   * @param missingFacts what would settle it
   */
  record Sure(Certainty certainty, List<MissingFact> missingFacts) {}

  private static final class Entry {
    private final long[] hosts;
    private final Goal goal;
    private final Sure sure;

    Entry(long[] hosts, Goal goal, Sure sure) {
      this.hosts = hosts;
      this.goal = goal;
      this.sure = sure;
    }
  }

  Certainties(Knowledge knowledge, HostReader reader) {
    this.knowledge = knowledge;
    this.reader = reader;
    this.canComeToBeKnown = knowledge.ranksWhatIsKnown();
  }

  Sure of(Host host, Goal goal, Judgements judgements, Matrix matrix, Optional<Vmm> best) {
    if (!canComeToBeKnown) {
      int leaf = Outlook.leaf(knowledge.contenders(), goal, matrix);
      if (leaf == Outlook.NONE && best.isEmpty()) {
        return NONE;
      }
      if (leaf > 0 && best.equals(Optional.of(knowledge.contenders().get(leaf - 1).vmm()))) {
        return CERTAIN;
      }
    }
    // what constraints in code say of a host holds for no other
    Optional<long[]> row = knowledge.cells().isEmpty() ? reader.classOf(host) : Optional.empty();
    if (row.isEmpty()) {
      return find(host, goal, judgements, best);
    }
    int place = place(row.get(), goal);
    Entry kept = entries[place];
    if (kept != null && kept.goal == goal && Arrays.equals(kept.hosts, row.get())) {
      return kept.sure;
    }
    Sure sure = find(host, goal, judgements, best);
    entries[place] = new Entry(row.get(), goal, sure);
    return sure;
  }

  private Sure find(Host host, Goal goal, Judgements judgements, Optional<Vmm> best) {
    Truth[] truths = knowledge.truths(host, judgements);
    Truth[] open = knowledge.open(truths, host);
    List<Question> questions = Questions.open(knowledge, host, open);
    Outlook outlook = Outlook.of(knowledge, goal, questions, open);
    if (outlook.isSettled() && outlook.settled().equals(best)) {
      return best.isPresent() ? CERTAIN : NONE;
    }
    // settled on another: then only that something is not known stands in its way
    List<Question> decisive = outlook.isSettled() ? questions : outlook.decisive();
    return new Sure(
        Certainty.DEPENDS, MissingFacts.of(knowledge, goal, truths, questions, decisive, outlook));
  }

  private static int place(long[] hosts, Goal goal) {
    long mixed = goal.id().hashCode();
    for (long word : hosts) {
      mixed = (mixed ^ word) * 0x9E3779B97F4A7C15L; // spreads over the upper bits
      mixed ^= mixed >>> 32;
    }
    return (int) mixed & (MOST - 1);
  }
}

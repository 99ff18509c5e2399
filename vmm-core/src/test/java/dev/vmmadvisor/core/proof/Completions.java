package dev.vmmadvisor.core.proof;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The certainty of an answer by plain enumeration: every way in which the facts that are not known
 * can turn out is a host of its own, and the best is asked for each.
 *
 * <p>Only what the ranking reads and what is still open takes part; what Kleene's logic has settled
 * stays as it is, unless it asks whether a fact is known. Not safe to share between threads.
 */
final class Completions {

  private record Way(Host host, Set<Rule> undeclared, Goal goal) {}

  private record Key(Fact fact, Value value, Set<Condition.Comparison> comparisons) {}

  private final ReferenceAdvisor reference;
  private final List<Item> deciding;
  private final Set<Fact> facts = EnumSet.noneOf(Fact.class);
  private final Map<Key, List<Value>> values = new HashMap<>();
  private final Map<Way, Optional<Vmm>> bests = new HashMap<>();

  Completions(ReferenceAdvisor reference) {
    this.reference = reference;
    this.deciding = reference.items().stream().filter(Item::decides).toList();
    deciding.forEach(item -> facts.addAll(item.facts()));
  }

  /** The ways in which a host can turn out. */
  final class Ways {
    private final Draft draft;
    private final Set<Rule> undeclared;
    private final List<Fact> open = new ArrayList<>();
    private final List<List<Value>> completions = new ArrayList<>();
    private final long count;

    private Ways(Draft draft, Host asked) {
      this.draft = draft;
      this.undeclared = reference.undeclared(asked);
      Set<Condition.Comparison> read = new LinkedHashSet<>();
      if (facts.stream().anyMatch(fact -> Values.isOpen(fact, draft.value(fact)))) {
        for (Item item : deciding) {
          if (item.readsWhetherKnown() || item.isOpen().test(asked)) {
            read.addAll(item.reads());
          }
        }
      }
      long ways = 1;
      for (Fact fact : Fact.values()) {
        Set<Condition.Comparison> about = new LinkedHashSet<>(read);
        about.removeIf(comparison -> comparison.fact() != fact);
        Value value = draft.value(fact);
        if (!about.isEmpty()) { // what an answer that is looked at implies
          about.addAll(reference.readToImply());
          about.removeIf(comparison -> comparison.fact() != fact);
        }
        if (!about.isEmpty() && Values.isOpen(fact, value) && !follows(fact, asked)) {
          open.add(fact);
          completions.add(
              values.computeIfAbsent(
                  new Key(fact, value, about),
                  key -> Values.completions(fact, value, key.comparisons())));
          ways *= completions.get(completions.size() - 1).size();
        }
      }
      this.count = ways;
    }

    /** A known macOS version tells the operating system; the architecture can be implied. */
    private boolean follows(Fact fact, Host asked) {
      return (fact == Fact.OPERATING_SYSTEM && draft.value(Fact.MACOS_VERSION).isKnown())
          || (fact == Fact.ARCHITECTURE && asked.architecture().isPresent());
    }

    /** Whether a way contradicts nothing but what contradicts each other already. */
    private boolean isPossible(Host way) {
      return ReferenceAdvisor.isElsewhere(way)
          || reference.contradicted(way).equals(reference.contradicted(draft.host()));
    }

    /** The facts that are not known and that something open reads. */
    List<Fact> facts() {
      return open;
    }

    long count() {
      return count;
    }

    /**
     * What the certainty is by its documentation.
     *
     * @param best the best for the host as it is
     * @param goal the goal
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the answer has it
    Certainty certainty(Optional<Vmm> best, Goal goal) {
      Set<Optional<Vmm>> reached = new HashSet<>();
      collect(draft, 0, goal, reached);
      // where what is known leaves no way at all, nothing can turn it
      if (!reached.isEmpty() && !reached.equals(Set.of(best))) {
        return Certainty.DEPENDS; // also where every way leads to none, which nothing known shows
      }
      if (best.isEmpty()) {
        return Certainty.NONE;
      }
      return reference.failed().isEmpty() ? Certainty.CERTAIN : Certainty.DEPENDS;
    }

    private void collect(Draft way, int next, Goal goal, Set<Optional<Vmm>> reached) {
      if (next == open.size()) {
        Host host = way.host();
        if (isPossible(host)) {
          reached.add(
              bests.computeIfAbsent(
                  new Way(host, undeclared, goal),
                  it ->
                      reference.best(reference.effective(it.host()), it.undeclared(), it.goal())));
        }
        return;
      }
      for (Value value : completions.get(next)) {
        collect(way.with(open.get(next), value), next + 1, goal, reached);
      }
    }
  }

  /**
   * The ways of a host.
   *
   * @param draft the host
   * @param host the same with what its facts imply
   */
  Ways of(Draft draft, Host host) {
    return new Ways(draft, host);
  }
}

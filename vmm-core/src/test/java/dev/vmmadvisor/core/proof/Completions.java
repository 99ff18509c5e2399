package dev.vmmadvisor.core.proof;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
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

  private record Key(Fact fact, Value value, Set<Condition.Comparison> comparisons) {}

  private final ReferenceAdvisor reference;
  private final List<Item> deciding;
  private final Map<Key, List<Value>> values = new HashMap<>();
  private final Map<Host, Map<Goal, Optional<Vmm>>> bests = new HashMap<>();
  private final boolean remembers;

  Completions(ReferenceAdvisor reference) {
    this.reference = reference;
    this.deciding = reference.items().stream().filter(Item::decides).toList();
    // a need that is not declared makes a host's ways its own
    this.remembers = deciding.stream().noneMatch(Item::declaredOnly);
  }

  /** The ways in which a host can turn out. */
  final class Ways {
    private final Draft draft;
    private final Host asked;
    private final List<Fact> facts = new ArrayList<>();
    private final List<List<Value>> completions = new ArrayList<>();
    private final long count;

    private Ways(Draft draft) {
      this.draft = draft;
      this.asked = draft.host();
      Set<Condition.Comparison> open = new LinkedHashSet<>();
      for (Item item : deciding) {
        if (item.readsWhetherKnown() || item.isOpen().test(asked)) {
          open.addAll(item.reads());
        }
      }
      long ways = 1;
      for (Fact fact : Fact.values()) {
        Set<Condition.Comparison> about = new LinkedHashSet<>(open);
        about.removeIf(comparison -> comparison.fact() != fact);
        Value value = draft.value(fact);
        if (!about.isEmpty() && Values.isOpen(fact, value)) {
          facts.add(fact);
          completions.add(
              values.computeIfAbsent(
                  new Key(fact, value, about),
                  key -> Values.completions(fact, value, key.comparisons())));
          ways *= completions.get(completions.size() - 1).size();
        }
      }
      this.count = ways;
    }

    /** The facts that are not known and that something open reads. */
    List<Fact> facts() {
      return facts;
    }

    long count() {
      return count;
    }

    /** What the certainty is by its documentation. */
    Certainty certainty(Goal goal) {
      Optional<Vmm> best = reference.best(asked, asked, goal);
      Set<Optional<Vmm>> reached = new HashSet<>();
      collect(draft, 0, goal, reached);
      if (reached.size() == 1 && reached.contains(Optional.<Vmm>empty())) {
        return Certainty.NONE;
      }
      return reached.equals(Set.of(best)) ? Certainty.CERTAIN : Certainty.DEPENDS;
    }

    private void collect(Draft way, int next, Goal goal, Set<Optional<Vmm>> reached) {
      if (next == facts.size()) {
        reached.add(best(way.host(), goal));
        return;
      }
      for (Value value : completions.get(next)) {
        collect(way.with(facts.get(next), value), next + 1, goal, reached);
      }
    }

    private Optional<Vmm> best(Host way, Goal goal) {
      if (!remembers) {
        return reference.best(way, asked, goal);
      }
      return bests
          .computeIfAbsent(way, host -> new HashMap<>())
          .computeIfAbsent(goal, it -> reference.best(way, way, goal));
    }
  }

  Ways of(Draft draft) {
    return new Ways(draft);
  }
}

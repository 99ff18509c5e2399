package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Things by the facts that they are about, in the order of {@link Fact}. */
final class ByFact<T> {

  private final Map<Fact, List<T>> things = new TreeMap<>(); // at hand in any fresh JVM

  void add(Fact fact, T thing) {
    List<T> before = things.get(fact);
    if (before == null) {
      before = new ArrayList<>();
      things.put(fact, before);
    }
    before.add(thing);
  }

  /** How many facts there is anything about. */
  int size() {
    return things.size();
  }

  /** The facts that there is anything about, and what it is. */
  Set<Map.Entry<Fact, List<T>>> entries() {
    return things.entrySet();
  }
}

package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A multimap from facts to values, in the order of {@link Fact}. */
final class ByFact<T> {

  private final Map<Fact, List<T>> things =
      new TreeMap<>(); // a TreeMap, as every JVM has loaded it already

  void add(Fact fact, T thing) {
    List<T> before = things.get(fact);
    if (before == null) {
      before = new ArrayList<>();
      things.put(fact, before);
    }
    before.add(thing);
  }

  /** The number of facts that have values. */
  int size() {
    return things.size();
  }

  /** The facts that have values, with these values. */
  Set<Map.Entry<Fact, List<T>>> entries() {
    return things.entrySet();
  }
}

package dev.vmmadvisor.core.fleet;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The number of occurrences of each key. */
final class Histogram<K> {

  private final Map<K, long[]> counts = new HashMap<>();

  void add(K key) {
    add(key, 1);
  }

  void add(K key, long number) {
    counts.computeIfAbsent(key, any -> new long[1])[0] += number;
  }

  void add(Histogram<K> others) {
    others.counts.forEach((key, number) -> add(key, number[0]));
  }

  /**
   * A value for each key, those with the largest numbers first, then ordered by the text of the
   * key.
   */
  <T> List<T> list(BiFunction<K, Long, T> value) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<K, long[]>>comparingLong(entry -> -entry.getValue()[0])
                .thenComparing(entry -> entry.getKey().toString()))
        .map(entry -> value.apply(entry.getKey(), entry.getValue()[0]))
        .toList();
  }
}

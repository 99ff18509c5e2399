package dev.vmmadvisor.core.proof;

import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A part of a catalog that an answer is made from: a rule, a phase, a claim of speed or a default.
 *
 * @param name its code
 * @param decides whether the ranking looks at it
 * @param reads the comparisons it reads
 * @param result how it turns out for a host
 * @param isOpen whether it is open for a host
 */
record Item(
    String name,
    boolean decides,
    Set<Condition.Comparison> reads,
    Function<Host, Object> result,
    Predicate<Host> isOpen) {

  /** A phase, a claim or a default, whose result is a truth. */
  static Item of(String name, Set<Condition.Comparison> reads, Function<Host, Object> truth) {
    return new Item(
        name, true, reads, truth, host -> truth.apply(host) == ReferenceAdvisor.Truth.MAYBE);
  }

  Set<Fact> facts() {
    EnumSet<Fact> facts = EnumSet.noneOf(Fact.class);
    reads.forEach(comparison -> facts.add(comparison.fact()));
    return facts;
  }

  /** Whether more knowledge can turn it even where it is settled. */
  boolean readsWhetherKnown() {
    return reads.stream().anyMatch(Condition.Known.class::isInstance);
  }
}

package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A partial assignment of values to an ordered list of variables. The search assigns them in this
 * order and backtracks.
 */
final class Assignment {

  private final List<Variable> inOrder;
  private final List<Object> values = new ArrayList<>();
  private final Map<Key, Integer> indexes = new HashMap<>();
  private final List<String> engines = new ArrayList<>();

  Assignment(List<Variable> inOrder) {
    this.inOrder = inOrder;
    for (Variable variable : inOrder) {
      indexes.put(new Key(variable.fact(), variable.part()), indexes.size());
      if (variable.fact() == Fact.DATABASES && !variable.part().equals(Variable.KNOWN)) {
        engines.add(variable.part());
      }
    }
  }

  boolean isComplete() {
    return values.size() == inOrder.size();
  }

  /** The first unassigned variable. */
  Variable next() {
    return inOrder.get(values.size());
  }

  void assign(Object value) {
    values.add(value);
  }

  void undo() {
    values.remove(values.size() - 1);
  }

  /** The value of a variable; null if it is unassigned or does not exist. */
  @Nullable Object valueOf(Fact fact, String part) {
    Integer index = indexes.get(new Key(fact, part));
    return index == null || index >= values.size() ? null : values.get(index);
  }

  /** The database engines that have a variable. */
  List<String> engines() {
    return engines;
  }

  private record Key(Fact fact, String part) {}
}

package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Choices in a row, the first of them made. */
final class Assignment {

  private final List<Variable> inOrder;
  private final List<Object> made = new ArrayList<>();
  private final Map<Place, Integer> places = new HashMap<>();
  private final List<String> engines = new ArrayList<>();

  Assignment(List<Variable> inOrder) {
    this.inOrder = inOrder;
    for (Variable choice : inOrder) {
      places.put(new Place(choice.fact(), choice.part()), places.size());
      if (choice.fact() == Fact.DATABASES && !choice.part().equals(Variable.KNOWN)) {
        engines.add(choice.part());
      }
    }
  }

  boolean areMade() {
    return made.size() == inOrder.size();
  }

  /** The first choice that is not made. */
  Variable next() {
    return inOrder.get(made.size());
  }

  void choose(Object value) {
    made.add(value);
  }

  void takeBack() {
    made.remove(made.size() - 1);
  }

  /** What is chosen; null if nothing is, or there is no such choice. */
  @Nullable Object valueOf(Fact fact, String part) {
    Integer place = places.get(new Place(fact, part));
    return place == null || place >= made.size() ? null : made.get(place);
  }

  /** The database engines about which there is a choice. */
  List<String> engines() {
    return engines;
  }

  private record Place(Fact fact, String part) {}
}

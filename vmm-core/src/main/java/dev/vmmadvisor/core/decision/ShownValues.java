package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shortens the values of facts for findings. A list of a host can be as long as its document, and
 * every finding about it would repeat it. Of a long list only some elements are shown, first those
 * that the catalog knows, because only they affect outcomes.
 */
final class ShownValues {

  /** The maximum number of elements of a list that a finding shows. */
  static final int MAX = 100;

  /** The maximum total length, in characters, of a list that is shown in full. */
  static final int MAX_CHARACTERS = 10_000;

  private final Map<Fact, List<String>> words;

  /**
   * Creates it.
   *
   * @param words the words of each fact that the catalog knows
   */
  ShownValues(Map<Fact, List<String>> words) {
    this.words = words;
  }

  /** The value of a fact, or some elements of it if it is a long list. */
  Object of(Fact fact, Object value) {
    return value instanceof List<?> list && isLong(list) ? some(fact, list) : value;
  }

  private static boolean isLong(List<?> list) {
    long characters = 0;
    for (int i = 0; i < list.size(); i++) {
      characters += word(list.get(i)).length();
    }
    return list.size() > MAX || characters > MAX_CHARACTERS;
  }

  private List<?> some(Fact fact, List<?> list) {
    Set<String> known = Set.copyOf(words.getOrDefault(fact, List.of()));
    Set<Object> some = new LinkedHashSet<>();
    for (Object element : list) {
      if (some.size() < MAX && known.contains(word(element))) {
        some.add(element);
      }
    }
    int characters = 0;
    for (Object element : list) {
      characters += word(element).length();
      if (some.size() == MAX || characters > MAX_CHARACTERS) {
        break;
      }
      some.add(element);
    }
    return List.copyOf(new ArrayList<>(some));
  }

  private static String word(Object element) {
    return element instanceof Database database ? database.engine() : element.toString();
  }
}

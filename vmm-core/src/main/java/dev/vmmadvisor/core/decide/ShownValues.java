package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of facts as findings show them. A list of a host can be as long as its document, and
 * every finding about it would repeat it: of a long one only some elements are shown, those that
 * the catalog knows first, as others decide nothing.
 */
final class ShownValues {

  /** How many elements of a list a finding shows at most. */
  static final int MAX = 100;

  /** How many characters the elements of a list have together that a finding shows all of. */
  static final int MAX_CHARACTERS = 10_000;

  private final Map<Fact, List<String>> words;

  /**
   * Makes it.
   *
   * @param words the words that the catalog knows of each fact
   */
  ShownValues(Map<Fact, List<String>> words) {
    this.words = words;
  }

  /** The value of a fact of a host, or some elements of it if it is a long list. */
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

package dev.vmmadvisor.core.proof;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The classes of values that comparisons tell apart, each by one value that stands for it. */
final class Values {

  private static final String OTHER_WORD = "something-else";
  private static final Version ELEVEN = Version.parse("11");
  private static final Version COMPATIBILITY = Version.parse("10.16");

  private Values() {}

  /**
   * Every class of a fact, "unknown" first.
   *
   * <ul>
   *   <li>Versions: each boundary, each gap between two, what is below all and what is above; for
   *       macOS also 10.16, which stands for 11 and later.
   *   <li>Numbers: each boundary, and the numbers just beside it.
   *   <li>Words: each word that is compared with, and another; all words where there are no others.
   *   <li>Lists of words: every subset of up to four words, otherwise those of up to two, and a
   *       list with another word. As a comparison asks for the presence of any of its words, its
   *       truth for a list is the highest of those for its words: pairs show whether the "or"
   *       works.
   *   <li>Databases: none; each engine that is named, and another, with its files in each storage
   *       and with storage unknown; each pair of those, for the same reason.
   * </ul>
   *
   * @param fact the fact
   * @param comparisons the comparisons to tell apart; those of other facts are passed over
   */
  static List<Value> all(Fact fact, Collection<Condition.Comparison> comparisons) {
    List<Condition.Comparison> about = about(fact, comparisons);
    Set<Value> values = new LinkedHashSet<>();
    values.add(Value.UNKNOWN);
    switch (fact.type()) {
      case WORD -> words(fact, about).forEach(word -> values.add(Value.of(word)));
      case BOOLEAN -> values.addAll(List.of(Value.of(false), Value.of(true)));
      case NUMBER -> {
        numbers(fact, about).forEach(number -> values.add(Value.of(number)));
        if (fact == Fact.CHIP_GENERATION) {
          values.add(Value.of(Draft.NO_GENERATION));
        }
      }
      case VERSION -> versions(fact, about).forEach(version -> values.add(Value.of(version)));
      case WORDS -> listsOf(wordsOfLists(about)).forEach(list -> values.add(Value.of(list)));
      case DATABASES -> listsOf(databases(about)).forEach(list -> values.add(Value.of(list)));
    }
    return List.copyOf(values);
  }

  /**
   * One value for each way in which the comparisons can turn out, out of those of {@link #all};
   * lists are joined until no new way is found.
   */
  static List<Value> merged(Fact fact, Collection<Condition.Comparison> comparisons) {
    return merged(fact, all(fact, comparisons), about(fact, comparisons));
  }

  private static List<Value> merged(
      Fact fact, List<Value> values, List<Condition.Comparison> about) {
    Map<List<ReferenceAdvisor.Truth>, Value> byTruths = new LinkedHashMap<>();
    values.forEach(value -> byTruths.putIfAbsent(truths(fact, value, about), value));
    boolean isList = fact.type() == Fact.Type.WORDS || fact.type() == Fact.Type.DATABASES;
    for (boolean grows = isList; grows; ) {
      grows = false;
      List<Value> found = List.copyOf(byTruths.values());
      for (Value one : found) {
        for (Value other : found) {
          if (one.isKnown() && other.isKnown()) {
            Set<Object> joined = new LinkedHashSet<>((List<?>) one.content().orElseThrow());
            joined.addAll((List<?>) other.content().orElseThrow());
            Value value = Value.of(List.copyOf(joined));
            grows |= byTruths.putIfAbsent(truths(fact, value, about), value) == null;
          }
        }
      }
    }
    return List.copyOf(byTruths.values());
  }

  /**
   * The values that a value can turn out to be when all is known of it, one for each way in which
   * the comparisons can turn out; none if all is known of it already.
   */
  static List<Value> completions(
      Fact fact, Value value, Collection<Condition.Comparison> comparisons) {
    if (!isOpen(fact, value)) {
      return List.of();
    }
    List<Value> possible =
        possible(fact, value, comparisons).stream().filter(it -> !isOpen(fact, it)).toList();
    if (value.isKnown() && fact == Fact.DATABASES) {
      return possible;
    }
    Set<Value> completions = new LinkedHashSet<>(merged(fact, possible, about(fact, comparisons)));
    if (fact == Fact.CHIP_GENERATION) {
      completions.add(
          Value.of(Draft.NO_GENERATION)); // of another architecture than those that have
    }
    return List.copyOf(completions);
  }

  private static List<Value> possible(
      Fact fact, Value value, Collection<Condition.Comparison> comparisons) {
    if (!value.isKnown()) {
      return all(fact, comparisons);
    }
    if (fact == Fact.MACOS_VERSION) {
      return all(fact, comparisons).stream().filter(Values::isElevenOrLater).toList();
    }
    List<List<Database>> lists = new ArrayList<>();
    lists.add(List.of());
    for (Object element : (List<?>) value.content().orElseThrow()) {
      Database database = (Database) element;
      List<List<Database>> longer = new ArrayList<>();
      for (List<Database> list : lists) {
        for (Storage storage : Storage.values()) {
          List<Database> more = new ArrayList<>(list);
          more.add(Database.of(database.engine(), database.storage().orElse(storage)));
          longer.add(more);
        }
      }
      lists = longer;
    }
    return lists.stream().map(list -> Value.of(List.copyOf(list))).distinct().toList();
  }

  /** The places of those values that say more than a value does and contradict it in nothing. */
  static List<Integer> refinements(Fact fact, Value value, List<Value> among) {
    List<Integer> refinements = new ArrayList<>();
    if (!isOpen(fact, value)) {
      return refinements;
    }
    Set<Set<Object>> lists = new LinkedHashSet<>();
    if (value.isKnown() && fact == Fact.DATABASES) {
      possible(fact, value, List.of()).forEach(it -> lists.add(elements(it)));
    }
    for (int i = 0; i < among.size(); i++) {
      Value other = among.get(i);
      boolean refines;
      if (!value.isKnown()) {
        refines = other.isKnown();
      } else if (fact == Fact.DATABASES) {
        refines = other.isKnown() && lists.contains(elements(other));
      } else {
        refines = !isOpen(fact, other) && isElevenOrLater(other);
      }
      if (refines) {
        refinements.add(i);
      }
    }
    return refinements;
  }

  private static Set<Object> elements(Value list) {
    return new LinkedHashSet<>((List<?>) list.content().orElseThrow());
  }

  private static boolean isElevenOrLater(Value version) {
    return version.content().map(it -> ELEVEN.compareTo((Version) it) <= 0).orElse(false);
  }

  /** Whether more can be learned of a value: it is unknown, or not known in all its parts. */
  static boolean isOpen(Fact fact, Value value) {
    if (!value.isKnown()) {
      return true;
    }
    Object content = value.content().orElseThrow();
    if (fact == Fact.MACOS_VERSION) {
      return ((Version) content).isMacOsCompatibilityVersion();
    }
    return fact == Fact.DATABASES
        && ((List<?>) content).stream().anyMatch(it -> ((Database) it).storage().isEmpty());
  }

  private static List<ReferenceAdvisor.Truth> truths(
      Fact fact, Value value, List<Condition.Comparison> comparisons) {
    Host host = Draft.unknown().with(fact, value).host();
    return comparisons.stream().map(it -> ReferenceAdvisor.truth(it, host)).toList();
  }

  private static List<Condition.Comparison> about(
      Fact fact, Collection<Condition.Comparison> comparisons) {
    return comparisons.stream().filter(it -> it.fact() == fact).toList();
  }

  private static Set<String> words(Fact fact, List<Condition.Comparison> comparisons) {
    Set<String> words = new LinkedHashSet<>();
    switch (fact) {
      case ARCHITECTURE -> addIds(Architecture.values(), words);
      case CURRENT_VMM -> addIds(Vmm.values(), words);
      case FILE_SHARING -> addIds(FileSharing.values(), words);
      case OPERATING_SYSTEM -> {
        for (Condition.Comparison comparison : comparisons) {
          if (comparison instanceof Condition.OneOf oneOf) {
            words.addAll(oneOf.values());
          }
        }
        words.add(Host.MACOS); // as it follows from a macOS version
        words.add(OTHER_WORD);
      }
      // its generation is enumerated, and the two depend on each other
      default -> throw new IllegalArgumentException("not enumerated: " + fact);
    }
    return words;
  }

  private static void addIds(Enum<?>[] constants, Set<String> words) {
    Arrays.stream(constants).map(Enum::toString).forEach(words::add);
  }

  private static Set<Integer> numbers(Fact fact, List<Condition.Comparison> comparisons) {
    Set<Integer> numbers = new TreeSet<>();
    numbers.add(1);
    for (Condition.Comparison comparison : comparisons) {
      if (comparison instanceof Condition.AtLeast atLeast) {
        for (int beside = -1; beside <= 1; beside++) {
          int number = atLeast.bound() + beside;
          if (fact.accepts(number)) {
            numbers.add(number);
          }
        }
      }
    }
    return numbers;
  }

  private static Set<Version> versions(Fact fact, List<Condition.Comparison> comparisons) {
    TreeSet<Version> bounds = new TreeSet<>();
    bounds.add(Version.parse("0"));
    if (fact == Fact.MACOS_VERSION) {
      bounds.add(ELEVEN);
    }
    for (Condition.Comparison comparison : comparisons) {
      if (comparison instanceof Condition.Within within) {
        VersionRange range = within.range();
        range.lower().ifPresent(bounds::add);
        range.upper().ifPresent(bounds::add);
      }
    }
    Set<Version> versions = new TreeSet<>(bounds);
    for (Version bound : bounds) {
      Version next = bounds.higher(bound);
      Version after = justAfter(bound);
      if (next == null || after.compareTo(next) < 0) {
        versions.add(after);
      }
    }
    if (fact == Fact.MACOS_VERSION) {
      versions.add(COMPATIBILITY);
    }
    return versions;
  }

  private static Version justAfter(Version version) {
    String[] parts = version.toString().split("\\.", -1);
    int[] four = new int[4];
    for (int i = 0; i < parts.length; i++) {
      four[i] = Integer.parseInt(parts[i]);
    }
    four[3]++;
    return Version.parse(four[0] + "." + four[1] + "." + four[2] + "." + four[3]);
  }

  private static List<Object> wordsOfLists(List<Condition.Comparison> comparisons) {
    Set<Object> words = new LinkedHashSet<>();
    for (Condition.Comparison comparison : comparisons) {
      if (comparison instanceof Condition.Contains contains) {
        words.addAll(contains.values());
      }
    }
    return List.copyOf(words);
  }

  private static List<Object> databases(List<Condition.Comparison> comparisons) {
    Set<String> engines = new LinkedHashSet<>();
    for (Condition.Comparison comparison : comparisons) {
      if (comparison instanceof Condition.RunsDatabase runs) {
        engines.addAll(runs.engines());
      }
    }
    engines.add(OTHER_WORD);
    List<Object> databases = new ArrayList<>();
    for (String engine : engines) {
      for (Storage storage : Storage.values()) {
        databases.add(Database.of(engine, storage));
      }
      databases.add(Database.builder().engine(engine).build());
    }
    return databases;
  }

  private static List<List<Object>> listsOf(List<Object> elements) {
    int most = elements.size() <= 4 ? elements.size() : 2;
    List<List<Object>> lists = new ArrayList<>();
    lists.add(List.of());
    List<List<Object>> longest = List.of(List.of());
    for (int size = 1; size <= most; size++) {
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> list : longest) {
        int first = list.isEmpty() ? 0 : elements.indexOf(list.get(list.size() - 1)) + 1;
        for (Object element : elements.subList(first, elements.size())) {
          List<Object> more = new ArrayList<>(list);
          more.add(element);
          longer.add(List.copyOf(more));
        }
      }
      lists.addAll(longer);
      longest = longer;
    }
    if (elements.stream().noneMatch(Database.class::isInstance)) {
      lists.add(List.of(elements.contains("other") ? "another" : "other"));
    }
    return lists;
  }
}

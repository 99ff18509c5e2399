package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A finite-domain variable of a host: one value for each equivalence class that a condition
 * distinguishes.
 *
 * @param fact the fact
 * @param part the word of a list or the database engine; empty for a single value; {@link #KNOWN}
 *     for whether the fact is known
 * @param values words, numbers, versions or booleans; for a database engine its storages, as a sum
 *     of {@link #bit}
 */
record Variable(Fact fact, String part, List<Object> values) {

  /** The part of the variable for whether a fact is known; no word or engine has this form. */
  static final String KNOWN = "?";

  /** Represents every word or engine that a condition does not name; none has this form. */
  static final String OTHER = "*";

  /** All storages. */
  static final int ANYWHERE = 3;

  private static final Version ZERO = Version.parse("0");
  private static final int PARTS = 4; // maximum number of parts of a version
  private static final int MAX_PART = 999_999_999;

  /** The variables of a condition, in the order in which it reads them. */
  static List<Variable> of(Condition condition, UnaryOperator<List<Version>> releases) {
    List<Condition.Comparison> comparisons = condition.comparisons();
    Map<Fact, List<Condition.Comparison>> byFact = new LinkedHashMap<>();
    for (Condition.Comparison comparison : comparisons) {
      byFact
          .computeIfAbsent(sourceOf(comparison.fact()), fact -> new ArrayList<>())
          .add(comparison);
    }
    List<Variable> variables = new ArrayList<>();
    byFact.forEach((fact, about) -> add(variables, fact, about, releases));
    return variables;
  }

  /** The fact of the document from which a fact is derived. */
  static Fact sourceOf(Fact fact) {
    return fact == Fact.CHIP_GENERATION ? Fact.CHIP : fact;
  }

  /** The generation of a chip, or 0 if it has none. */
  static int generation(String chip) {
    return Host.builder().chip(chip).build().chipGeneration().orElse(0);
  }

  static int bit(Storage storage) {
    return storage == Storage.BIND_MOUNT ? 1 : 2;
  }

  private static void add(
      List<Variable> variables,
      Fact fact,
      List<Condition.Comparison> about,
      UnaryOperator<List<Version>> releases) {
    if (about.stream().anyMatch(Condition.Known.class::isInstance)) {
      variables.add(new Variable(fact, KNOWN, List.of(true, false)));
    }
    switch (fact.type()) {
      case WORD -> variables.add(new Variable(fact, "", List.copyOf(words(fact, about))));
      case BOOLEAN -> variables.add(new Variable(fact, "", List.of(true, false)));
      case NUMBER -> variables.add(new Variable(fact, "", List.copyOf(numbers(fact, about))));
      case VERSION -> variables.add(new Variable(fact, "", versions(fact, about, releases)));
      case WORDS -> {
        Set<String> words = new LinkedHashSet<>();
        for (Condition.Comparison comparison : about) {
          if (comparison instanceof Condition.Contains contains) {
            words.addAll(contains.values());
          }
        }
        words.forEach(word -> variables.add(new Variable(fact, word, List.of(true, false))));
      }
      case DATABASES -> {
        Set<String> engines = new LinkedHashSet<>();
        for (Condition.Comparison comparison : about) {
          if (comparison instanceof Condition.RunsDatabase runs) {
            engines.addAll(runs.engines().isEmpty() ? List.of(OTHER) : runs.engines());
          }
        }
        engines.forEach(engine -> variables.add(new Variable(fact, engine, List.of(1, 2, 0, 3))));
      }
    }
  }

  private static Set<Object> words(Fact fact, List<Condition.Comparison> about) {
    Set<Object> words = new LinkedHashSet<>();
    switch (fact) {
      case ARCHITECTURE ->
          Arrays.stream(Architecture.values()).map(Architecture::id).forEach(words::add);
      case CURRENT_VMM -> Arrays.stream(Vmm.values()).map(Vmm::id).forEach(words::add);
      case FILE_SHARING ->
          Arrays.stream(FileSharing.values()).map(FileSharing::id).forEach(words::add);
      default -> {
        for (Condition.Comparison comparison : about) {
          if (comparison instanceof Condition.OneOf oneOf) {
            words.addAll(oneOf.values());
          }
        }
        words.add(OTHER);
      }
    }
    if (fact == Fact.CHIP) {
      numbers(Fact.CHIP_GENERATION, about).forEach(number -> words.add("Apple M" + number));
    }
    return words;
  }

  private static Set<Object> numbers(Fact fact, List<Condition.Comparison> about) {
    Set<Object> numbers = new LinkedHashSet<>();
    numbers.add(1);
    for (Condition.Comparison comparison : about) {
      if (comparison instanceof Condition.AtLeast atLeast && fact.accepts(atLeast.bound())) {
        numbers.add(atLeast.bound());
      }
    }
    return numbers;
  }

  private static List<Object> versions(
      Fact fact, List<Condition.Comparison> about, UnaryOperator<List<Version>> releases) {
    List<VersionRange> ranges = new ArrayList<>();
    TreeSet<Version> named = new TreeSet<>(Set.of(ZERO));
    for (Condition.Comparison comparison : about) {
      if (comparison instanceof Condition.Within within) {
        ranges.add(within.range());
        within.range().lower().ifPresent(version -> addWithNext(version, named));
        within.range().upper().ifPresent(version -> addWithNext(version, named));
      }
    }
    List<Version> all = List.copyOf(named);
    Map<List<Boolean>, Object> byClass = new LinkedHashMap<>();
    for (Version version : fact == Fact.DOCKER_DESKTOP_VERSION ? releases.apply(all) : all) {
      byClass.putIfAbsent(ranges.stream().map(range -> range.contains(version)).toList(), version);
    }
    return List.copyOf(byClass.values());
  }

  private static void addWithNext(Version version, Set<Version> named) {
    named.add(version);
    Version next = next(version);
    if (next.compareTo(version) > 0) {
      named.add(next);
    }
  }

  /** The lowest version above another; the same one if there is none. */
  static Version next(Version version) {
    int[] parts = new int[PARTS];
    String[] written = version.toString().split("\\.", -1);
    for (int i = 0; i < written.length; i++) {
      parts[i] = Integer.parseInt(written[i]);
    }
    int last = PARTS - 1;
    while (last >= 0 && parts[last] == MAX_PART) {
      parts[last--] = 0;
    }
    if (last < 0) {
      return version;
    }
    parts[last]++;
    return Version.parse(parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[3]);
  }
}

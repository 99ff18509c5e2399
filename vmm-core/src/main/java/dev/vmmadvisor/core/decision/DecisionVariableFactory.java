package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.ValueSet;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Creates the {@link DecisionVariable}s of one unknown fact: one, or one for each word of a list.
 * It uses loops, because the first lambda of a JVM is slow to link.
 */
final class DecisionVariableFactory {

  private final CompiledCatalog catalog;
  private final Host host;
  private final List<DecisionVariable> variables = new ArrayList<>();

  private DecisionVariableFactory(CompiledCatalog catalog, Host host) {
    this.catalog = catalog;
    this.host = host;
  }

  /**
   * The variables of a fact, at least one.
   *
   * @param catalog the catalog
   * @param fact the fact
   * @param unknown the numbers of its unknown comparisons, at least one
   * @param host the host
   */
  static List<DecisionVariable> about(
      CompiledCatalog catalog, Fact fact, List<Integer> unknown, Host host) {
    DecisionVariableFactory factory = new DecisionVariableFactory(catalog, host);
    factory.addAll(fact, unknown);
    return List.copyOf(factory.variables);
  }

  private void addAll(Fact fact, List<Integer> unknown) {
    List<Integer> knownTests = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int number : unknown) {
      (catalog.testsWhetherKnown(number) ? knownTests : numbers).add(number);
    }
    if (!numbers.isEmpty()) {
      addVariables(fact, numbers);
    } else {
      variables.add(
          new DecisionVariable(
              fact, "", List.of(new DecisionVariable.Assignment(new ValueSet.Known(), List.of()))));
    }
    // with any assignment the fact is known
    variables.set(0, variables.get(0).withTrue(knownTests));
  }

  private void addVariables(Fact fact, List<Integer> numbers) {
    switch (fact.type()) {
      case WORD -> addWordVariable(fact, numbers);
      case BOOLEAN -> addBooleanVariable(fact, numbers);
      case NUMBER -> addNumberVariable(fact, numbers);
      case VERSION -> addVersionVariable(fact, numbers);
      case WORDS -> addWordSetVariables(fact, numbers);
      case DATABASES -> addDatabaseVariables(numbers);
    }
  }

  private void addWordVariable(Fact fact, List<Integer> numbers) {
    Set<String> words = new LinkedHashSet<>();
    boolean isOpenDomain = false;
    switch (fact) {
      case ARCHITECTURE -> addIds(words, Architecture.values());
      case CURRENT_VMM -> addIds(words, Vmm.values());
      case FILE_SHARING -> addIds(words, FileSharing.values());
      default -> {
        isOpenDomain = true;
        for (int number : numbers) {
          words.addAll(at(number, Condition.OneOf.class).values());
        }
      }
    }
    List<DecisionVariable.Assignment> assignments = new ArrayList<>();
    for (String word : words) {
      List<DecisionVariable.Implied> truths = new ArrayList<>();
      for (int number : numbers) {
        truths.add(implied(number, at(number, Condition.OneOf.class).values().contains(word)));
      }
      assignments.add(new DecisionVariable.Assignment(new ValueSet.Word(word), truths));
    }
    if (isOpenDomain) {
      List<DecisionVariable.Implied> truths = new ArrayList<>();
      for (int number : numbers) {
        truths.add(implied(number, false));
      }
      assignments.add(
          new DecisionVariable.Assignment(new ValueSet.AnotherWord(List.copyOf(words)), truths));
    }
    variables.add(new DecisionVariable(fact, "", assignments));
  }

  private void addBooleanVariable(Fact fact, List<Integer> numbers) {
    List<DecisionVariable.Assignment> assignments = new ArrayList<>();
    for (boolean value : new boolean[] {false, true}) {
      List<DecisionVariable.Implied> truths = new ArrayList<>();
      for (int number : numbers) {
        truths.add(implied(number, at(number, Condition.Is.class).value() == value));
      }
      assignments.add(new DecisionVariable.Assignment(new ValueSet.YesOrNo(value), truths));
    }
    variables.add(new DecisionVariable(fact, "", assignments));
  }

  private void addNumberVariable(Fact fact, List<Integer> numbers) {
    TreeSet<Integer> bounds = new TreeSet<>();
    for (int number : numbers) {
      bounds.add(at(number, Condition.AtLeast.class).bound());
    }
    List<DecisionVariable.Assignment> assignments = new ArrayList<>();
    Optional<Integer> from = Optional.empty();
    for (Integer bound : bounds) {
      assignments.add(numberAssignment(numbers, new ValueSet.Numbers(from, Optional.of(bound))));
      from = Optional.of(bound);
    }
    assignments.add(numberAssignment(numbers, new ValueSet.Numbers(from, Optional.empty())));
    variables.add(new DecisionVariable(fact, "", assignments));
  }

  private DecisionVariable.Assignment numberAssignment(
      List<Integer> numbers, ValueSet.Numbers values) {
    int min = values.atLeast().orElse(Integer.MIN_VALUE);
    List<DecisionVariable.Implied> truths = new ArrayList<>();
    for (int number : numbers) {
      truths.add(implied(number, min >= at(number, Condition.AtLeast.class).bound()));
    }
    return new DecisionVariable.Assignment(values, truths);
  }

  private void addVersionVariable(Fact fact, List<Integer> numbers) {
    List<VersionRange> ranges = new ArrayList<>();
    for (int number : numbers) {
      ranges.add(at(number, Condition.Within.class).range());
    }
    VersionRange implied = ComparisonTable.implied(fact, host);
    List<DecisionVariable.Assignment> assignments = new ArrayList<>();
    for (VersionCuts.Interval interval : intervals(fact, ranges, implied)) {
      List<DecisionVariable.Implied> truths = new ArrayList<>();
      for (int number : numbers) {
        truths.add(implied(number, interval.liesIn(at(number, Condition.Within.class).range())));
      }
      assignments.add(
          new DecisionVariable.Assignment(new ValueSet.Versions(interval.range()), truths));
    }
    variables.add(new DecisionVariable(fact, "", assignments));
  }

  private List<VersionCuts.Interval> intervals(
      Fact fact, List<VersionRange> ranges, @Nullable VersionRange implied) {
    if (implied != null) {
      ranges.add(implied);
      List<VersionCuts.Interval> within = new ArrayList<>();
      for (VersionCuts.Interval interval : VersionCuts.of(ranges).intervals()) {
        if (interval.liesIn(implied)) {
          within.add(interval);
        }
      }
      return within;
    }
    return fact == Fact.MACOS_VERSION && host.macOsVersion().isPresent()
        ? VersionCuts.of(ranges).intervalsOf(host.macOsVersion().get())
        : VersionCuts.of(ranges).intervals();
  }

  private void addWordSetVariables(Fact fact, List<Integer> numbers) {
    Map<String, List<Integer>> byWord = new LinkedHashMap<>();
    for (int number : numbers) {
      add(number, at(number, Condition.Contains.class).values().get(0), byWord);
    }
    for (Map.Entry<String, List<Integer>> each : byWord.entrySet()) {
      String word = each.getKey();
      List<DecisionVariable.Assignment> assignments = new ArrayList<>();
      for (boolean present : new boolean[] {false, true}) {
        List<DecisionVariable.Implied> truths = new ArrayList<>();
        for (int number : each.getValue()) {
          truths.add(implied(number, present));
        }
        assignments.add(
            new DecisionVariable.Assignment(new ValueSet.Element(word, present), truths));
      }
      variables.add(new DecisionVariable(fact, word, assignments));
    }
  }

  private static void add(int number, String word, Map<String, List<Integer>> byWord) {
    List<Integer> about = byWord.get(word);
    if (about == null) {
      about = new ArrayList<>();
      byWord.put(word, about);
    }
    about.add(number);
  }

  private void addDatabaseVariables(List<Integer> numbers) {
    Map<String, List<Integer>> byEngine = new LinkedHashMap<>();
    for (int number : numbers) {
      add(number, at(number, Condition.RunsDatabase.class).engines().get(0), byEngine);
    }
    for (Map.Entry<String, List<Integer>> each : byEngine.entrySet()) {
      addDatabaseVariable(each.getKey(), each.getValue());
    }
  }

  private void addDatabaseVariable(String engine, List<Integer> numbers) {
    Optional<String> name =
        engine.equals(ComparisonTable.OTHER_ENGINE) ? Optional.empty() : Optional.of(engine);
    List<DecisionVariable.Assignment> assignments = new ArrayList<>();
    for (EnumSet<Storage> storage : possibleStorage(engine)) {
      List<DecisionVariable.Implied> truths = new ArrayList<>();
      for (int number : numbers) {
        Storage required = at(number, Condition.RunsDatabase.class).storage().orElse(null);
        truths.add(
            implied(number, required == null ? !storage.isEmpty() : storage.contains(required)));
      }
      assignments.add(
          new DecisionVariable.Assignment(new ValueSet.Databases(name, storage), truths));
    }
    variables.add(new DecisionVariable(Fact.DATABASES, engine, distinct(assignments)));
  }

  /** The storages that the databases of an engine can have. */
  private List<EnumSet<Storage>> possibleStorage(String engine) {
    List<Database> databases = host.workload().databases().orElse(null);
    if (databases == null) {
      return List.of(
          EnumSet.noneOf(Storage.class),
          EnumSet.of(Storage.BIND_MOUNT),
          EnumSet.of(Storage.NAMED_VOLUME),
          EnumSet.allOf(Storage.class));
    }
    EnumSet<Storage> known = EnumSet.noneOf(Storage.class);
    int unknown = 0;
    for (Database database : databases) {
      if (isOfEngine(engine, database)) {
        if (database.storage().isPresent()) {
          known.add(database.storage().get());
        } else {
          unknown++;
        }
      }
    }
    List<EnumSet<Storage>> possible = new ArrayList<>();
    for (EnumSet<Storage> added :
        List.of(
            EnumSet.of(Storage.NAMED_VOLUME),
            EnumSet.of(Storage.BIND_MOUNT),
            EnumSet.allOf(Storage.class))) {
      if (added.size() <= unknown) {
        EnumSet<Storage> storage = EnumSet.copyOf(added);
        storage.addAll(known);
        possible.add(storage);
      }
    }
    return possible;
  }

  private boolean isOfEngine(String engine, Database database) {
    if (!engine.equals(ComparisonTable.OTHER_ENGINE)) {
      return engine.equals(database.engine());
    }
    for (Condition.Comparison comparison : catalog.comparisons()) {
      if (comparison instanceof Condition.RunsDatabase runs
          && runs.engines().contains(database.engine())) {
        return false;
      }
    }
    return true;
  }

  /** The assignments, without those that imply the same truths as an earlier one. */
  private static List<DecisionVariable.Assignment> distinct(
      List<DecisionVariable.Assignment> assignments) {
    Map<BitSet, DecisionVariable.Assignment> distinct = new LinkedHashMap<>();
    for (DecisionVariable.Assignment assignment : assignments) {
      BitSet trueComparisons = new BitSet();
      for (DecisionVariable.Implied each : assignment.truths()) {
        trueComparisons.set(each.number(), each.truth() == Truth.TRUE);
      }
      distinct.putIfAbsent(trueComparisons, assignment);
    }
    return List.copyOf(distinct.values());
  }

  private static DecisionVariable.Implied implied(int number, boolean truth) {
    return new DecisionVariable.Implied(number, Truth.of(truth));
  }

  private <T extends Condition.Comparison> T at(int number, Class<T> type) {
    return type.cast(catalog.comparisons().get(number));
  }

  private static void addIds(Set<String> words, Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      words.add(constant.toString());
    }
  }
}

package dev.vmmadvisor.core.decide;

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
 * Asks for what is unknown about one fact of a host: a question, or one for each word of a list. In
 * plain loops, as a program waits for the first lambda of a JVM longer than for an answer.
 */
final class DecisionVariableFactory {

  private final CompiledCatalog knowledge;
  private final Host host;
  private final List<DecisionVariable> questions = new ArrayList<>();

  private DecisionVariableFactory(CompiledCatalog knowledge, Host host) {
    this.knowledge = knowledge;
    this.host = host;
  }

  /**
   * The questions about a fact, at least one.
   *
   * @param knowledge the catalog
   * @param fact the fact
   * @param unknown the numbers of the comparisons about it that are unknown, at least one
   * @param host the host
   */
  static List<DecisionVariable> about(
      CompiledCatalog knowledge, Fact fact, List<Integer> unknown, Host host) {
    DecisionVariableFactory about = new DecisionVariableFactory(knowledge, host);
    about.ask(fact, unknown);
    return List.copyOf(about.questions);
  }

  private void ask(Fact fact, List<Integer> unknown) {
    List<Integer> known = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int number : unknown) {
      (knowledge.asksWhetherKnown(number) ? known : numbers).add(number);
    }
    if (!numbers.isEmpty()) {
      askAbout(fact, numbers);
    } else {
      questions.add(
          new DecisionVariable(
              fact, "", List.of(new DecisionVariable.Answer(new ValueSet.Known(), List.of()))));
    }
    // whatever the answer, the fact is known then
    questions.set(0, questions.get(0).settling(known));
  }

  private void askAbout(Fact fact, List<Integer> numbers) {
    switch (fact.type()) {
      case WORD -> askWord(fact, numbers);
      case BOOLEAN -> askYesOrNo(fact, numbers);
      case NUMBER -> askNumber(fact, numbers);
      case VERSION -> askVersion(fact, numbers);
      case WORDS -> askWords(fact, numbers);
      case DATABASES -> askDatabases(numbers);
    }
  }

  private void askWord(Fact fact, List<Integer> numbers) {
    Set<String> words = new LinkedHashSet<>();
    boolean open = false;
    switch (fact) {
      case ARCHITECTURE -> addIds(words, Architecture.values());
      case CURRENT_VMM -> addIds(words, Vmm.values());
      case FILE_SHARING -> addIds(words, FileSharing.values());
      default -> {
        open = true;
        for (int number : numbers) {
          words.addAll(at(number, Condition.OneOf.class).values());
        }
      }
    }
    List<DecisionVariable.Answer> answers = new ArrayList<>();
    for (String word : words) {
      List<DecisionVariable.Settled> settled = new ArrayList<>();
      for (int number : numbers) {
        settled.add(settled(number, at(number, Condition.OneOf.class).values().contains(word)));
      }
      answers.add(new DecisionVariable.Answer(new ValueSet.Word(word), settled));
    }
    if (open) {
      List<DecisionVariable.Settled> settled = new ArrayList<>();
      for (int number : numbers) {
        settled.add(settled(number, false));
      }
      answers.add(
          new DecisionVariable.Answer(new ValueSet.AnotherWord(List.copyOf(words)), settled));
    }
    questions.add(new DecisionVariable(fact, "", answers));
  }

  private void askYesOrNo(Fact fact, List<Integer> numbers) {
    List<DecisionVariable.Answer> answers = new ArrayList<>();
    for (boolean value : new boolean[] {false, true}) {
      List<DecisionVariable.Settled> settled = new ArrayList<>();
      for (int number : numbers) {
        settled.add(settled(number, at(number, Condition.Is.class).value() == value));
      }
      answers.add(new DecisionVariable.Answer(new ValueSet.YesOrNo(value), settled));
    }
    questions.add(new DecisionVariable(fact, "", answers));
  }

  private void askNumber(Fact fact, List<Integer> numbers) {
    TreeSet<Integer> bounds = new TreeSet<>();
    for (int number : numbers) {
      bounds.add(at(number, Condition.AtLeast.class).bound());
    }
    List<DecisionVariable.Answer> answers = new ArrayList<>();
    Optional<Integer> from = Optional.empty();
    for (Integer bound : bounds) {
      answers.add(numberAnswer(numbers, new ValueSet.Numbers(from, Optional.of(bound))));
      from = Optional.of(bound);
    }
    answers.add(numberAnswer(numbers, new ValueSet.Numbers(from, Optional.empty())));
    questions.add(new DecisionVariable(fact, "", answers));
  }

  private DecisionVariable.Answer numberAnswer(List<Integer> numbers, ValueSet.Numbers values) {
    int least = values.atLeast().orElse(Integer.MIN_VALUE);
    List<DecisionVariable.Settled> settled = new ArrayList<>();
    for (int number : numbers) {
      settled.add(settled(number, least >= at(number, Condition.AtLeast.class).bound()));
    }
    return new DecisionVariable.Answer(values, settled);
  }

  private void askVersion(Fact fact, List<Integer> numbers) {
    List<VersionRange> ranges = new ArrayList<>();
    for (int number : numbers) {
      ranges.add(at(number, Condition.Within.class).range());
    }
    VersionRange implied = ComparisonTable.implied(fact, host);
    List<DecisionVariable.Answer> answers = new ArrayList<>();
    for (VersionCuts.Segment segment : segments(fact, ranges, implied)) {
      List<DecisionVariable.Settled> settled = new ArrayList<>();
      for (int number : numbers) {
        settled.add(settled(number, segment.liesIn(at(number, Condition.Within.class).range())));
      }
      answers.add(new DecisionVariable.Answer(new ValueSet.Versions(segment.range()), settled));
    }
    questions.add(new DecisionVariable(fact, "", answers));
  }

  private List<VersionCuts.Segment> segments(
      Fact fact, List<VersionRange> ranges, @Nullable VersionRange implied) {
    if (implied != null) {
      ranges.add(implied);
      List<VersionCuts.Segment> within = new ArrayList<>();
      for (VersionCuts.Segment segment : VersionCuts.of(ranges).segments()) {
        if (segment.liesIn(implied)) {
          within.add(segment);
        }
      }
      return within;
    }
    return fact == Fact.MACOS_VERSION && host.macOsVersion().isPresent()
        ? VersionCuts.of(ranges).segmentsOf(host.macOsVersion().get())
        : VersionCuts.of(ranges).segments();
  }

  private void askWords(Fact fact, List<Integer> numbers) {
    Map<String, List<Integer>> byWord = new LinkedHashMap<>();
    for (int number : numbers) {
      add(number, at(number, Condition.Contains.class).values().get(0), byWord);
    }
    for (Map.Entry<String, List<Integer>> each : byWord.entrySet()) {
      String word = each.getKey();
      List<DecisionVariable.Answer> answers = new ArrayList<>();
      for (boolean present : new boolean[] {false, true}) {
        List<DecisionVariable.Settled> settled = new ArrayList<>();
        for (int number : each.getValue()) {
          settled.add(settled(number, present));
        }
        answers.add(new DecisionVariable.Answer(new ValueSet.Element(word, present), settled));
      }
      questions.add(new DecisionVariable(fact, word, answers));
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

  private void askDatabases(List<Integer> numbers) {
    Map<String, List<Integer>> byEngine = new LinkedHashMap<>();
    for (int number : numbers) {
      add(number, at(number, Condition.RunsDatabase.class).engines().get(0), byEngine);
    }
    for (Map.Entry<String, List<Integer>> each : byEngine.entrySet()) {
      askDatabase(each.getKey(), each.getValue());
    }
  }

  private void askDatabase(String engine, List<Integer> numbers) {
    Optional<String> name =
        engine.equals(ComparisonTable.OTHER_ENGINE) ? Optional.empty() : Optional.of(engine);
    List<DecisionVariable.Answer> answers = new ArrayList<>();
    for (EnumSet<Storage> storage : possibleStorage(engine)) {
      List<DecisionVariable.Settled> settled = new ArrayList<>();
      for (int number : numbers) {
        Storage asked = at(number, Condition.RunsDatabase.class).storage().orElse(null);
        settled.add(settled(number, asked == null ? !storage.isEmpty() : storage.contains(asked)));
      }
      answers.add(new DecisionVariable.Answer(new ValueSet.Databases(name, storage), settled));
    }
    questions.add(new DecisionVariable(Fact.DATABASES, engine, distinct(answers)));
  }

  /** Where the databases of an engine can turn out to be kept. */
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
      if (isMeant(engine, database)) {
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

  private boolean isMeant(String engine, Database database) {
    if (!engine.equals(ComparisonTable.OTHER_ENGINE)) {
      return engine.equals(database.engine());
    }
    for (Condition.Comparison comparison : knowledge.comparisons()) {
      if (comparison instanceof Condition.RunsDatabase runs
          && runs.engines().contains(database.engine())) {
        return false;
      }
    }
    return true;
  }

  /** The answers without those that settle everything as an earlier one does. */
  private static List<DecisionVariable.Answer> distinct(List<DecisionVariable.Answer> answers) {
    Map<BitSet, DecisionVariable.Answer> distinct = new LinkedHashMap<>();
    for (DecisionVariable.Answer answer : answers) {
      BitSet holding = new BitSet();
      for (DecisionVariable.Settled settled : answer.truths()) {
        holding.set(settled.number(), settled.truth() == Truth.TRUE);
      }
      distinct.putIfAbsent(holding, answer);
    }
    return List.copyOf(distinct.values());
  }

  private static DecisionVariable.Settled settled(int number, boolean truth) {
    return new DecisionVariable.Settled(number, Truth.of(truth));
  }

  private <T extends Condition.Comparison> T at(int number, Class<T> type) {
    return type.cast(knowledge.comparisons().get(number));
  }

  private static void addIds(Set<String> words, Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      words.add(constant.toString());
    }
  }
}

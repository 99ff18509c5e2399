package dev.vmmadvisor.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whether the classes of values leave anything out. */
class ValuesProperties {

  private static final ReferenceAdvisor REFERENCE = new ReferenceAdvisor(Catalogs.builtIn());
  private static final Set<Condition.Comparison> COMPARISONS = new LinkedHashSet<>();

  static {
    REFERENCE.items().forEach(item -> COMPARISONS.addAll(item.reads()));
  }

  private final DecisionSpace space = new DecisionSpace(REFERENCE, false);

  /** A value of a fact. */
  record Case(Fact fact, Value value) {}

  @Property
  void everyValueOfEveryFactHasItsClass(@ForAll("cases") Case of) {
    List<Condition.Comparison> about =
        COMPARISONS.stream().filter(it -> it.fact() == of.fact()).toList();
    Set<List<ReferenceAdvisor.Truth>> classes = new HashSet<>();
    for (Value value : Values.merged(of.fact(), COMPARISONS)) {
      boolean isNew = classes.add(truths(of.fact(), value, about));
      assertThat(isNew).as("two values for one class of %s", of.fact()).isTrue();
    }

    assertThat(classes).contains(truths(of.fact(), of.value(), about));
  }

  private static List<ReferenceAdvisor.Truth> truths(
      Fact fact, Value value, List<Condition.Comparison> about) {
    Draft draft = Draft.unknown().with(fact, value);
    return about.stream().map(it -> ReferenceAdvisor.truth(it, draft.host())).toList();
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(space.facts())
        .flatMap(
            fact -> content(fact).optional(0.9).map(value -> new Case(fact, new Value(value))));
  }

  private static Arbitrary<Object> content(Fact fact) {
    return switch (fact.type()) {
      case WORD -> words(fact).map(Object.class::cast);
      case BOOLEAN -> Arbitraries.of(true, false).map(Object.class::cast);
      case NUMBER ->
          fact == Fact.CHIP_GENERATION
              ? Arbitraries.oneOf(
                  Arbitraries.integers().between(1, 12).map(Object.class::cast),
                  Arbitraries.just((Object) Draft.NO_GENERATION))
              : Arbitraries.integers().between(1, 300_000).map(Object.class::cast);
      case VERSION -> versions(fact).map(Object.class::cast);
      case WORDS ->
          words(fact).list().uniqueElements().ofMaxSize(6).map(list -> (Object) List.copyOf(list));
      case DATABASES ->
          Combinators.combine(words(fact), Arbitraries.of(Storage.values()).optional())
              .as(ValuesProperties::database)
              .list()
              .ofMaxSize(6)
              .map(list -> (Object) List.copyOf(list));
    };
  }

  private static Database database(String engine, Optional<Storage> storage) {
    return Database.builder().engine(engine).storage(storage).build();
  }

  private static Arbitrary<Version> versions(Fact fact) {
    boolean isMacOs = fact == Fact.MACOS_VERSION;
    return Combinators.combine(
            Arbitraries.integers().between(0, isMacOs ? 30 : 6),
            Arbitraries.integers().between(0, isMacOs ? 17 : 120),
            Arbitraries.integers().between(0, 6),
            Arbitraries.integers().between(0, 1))
        .as((one, two, three, four) -> one + "." + two + "." + three + "." + four)
        .map(Version::parse);
  }

  private static Arbitrary<String> words(Fact fact) {
    return switch (fact) {
      case ARCHITECTURE -> Arbitraries.of(Architecture.values()).map(Enum::toString);
      case CURRENT_VMM -> Arbitraries.of(Vmm.values()).map(Enum::toString);
      case FILE_SHARING -> Arbitraries.of(FileSharing.values()).map(Enum::toString);
      default ->
          Arbitraries.of(
              COMPARISONS.stream()
                  .filter(comparison -> comparison.fact() == fact)
                  .flatMap(ValuesProperties::wordsOf)
                  .toList());
    };
  }

  private static Stream<String> wordsOf(Condition.Comparison comparison) {
    Stream<String> others = Stream.of("windows", "elsewhere");
    if (comparison instanceof Condition.OneOf oneOf) {
      return Stream.concat(oneOf.values().stream(), others);
    }
    if (comparison instanceof Condition.Contains contains) {
      return Stream.concat(contains.values().stream(), others);
    }
    return comparison instanceof Condition.RunsDatabase runs
        ? Stream.concat(runs.engines().stream(), others)
        : others;
  }
}

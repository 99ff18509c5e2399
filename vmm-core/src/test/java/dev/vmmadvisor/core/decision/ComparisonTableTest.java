package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How conditions are taken apart into comparisons, and the truth and class of these. */
class ComparisonTableTest {

  private static final String OTHER = ComparisonTable.OTHER_ENGINE;

  private static Condition runs(String... engines) {
    return new Condition.RunsDatabase(List.of(engines), List.of());
  }

  private static Condition.Comparison onBindMount(String engine) {
    return new Condition.RunsDatabase(List.of(engine), List.of(Storage.BIND_MOUNT));
  }

  private static Database unknown(String engine) {
    return Database.builder().engine(engine).build();
  }

  private static Host with(Database... databases) {
    return Host.builder()
        .workload(Workload.builder().databases(Arrays.asList(databases)).build())
        .build();
  }

  private static Host macOs(String version) {
    return Host.builder().macOsVersion(Version.parse(version)).build();
  }

  @Test
  void comparisonsGetOneNumberIfTheyAreTheSameAndAnotherIfAnythingDiffers() {
    VersionRange range = VersionRange.parse("[1,2)");
    List<Condition.Comparison> different =
        List.of(
            new Condition.Known(Fact.CHIP),
            new Condition.Known(Fact.MEMORY),
            new Condition.Is(Fact.ROSETTA_ENABLED, true),
            new Condition.Is(Fact.ROSETTA_ENABLED, false),
            new Condition.Is(Fact.ROSETTA_INSTALLED, true),
            new Condition.AtLeast(Fact.MEMORY, 1),
            new Condition.AtLeast(Fact.MEMORY, 2),
            new Condition.AtLeast(Fact.VM_MEMORY, 1),
            new Condition.Within(Fact.MACOS_VERSION, range),
            new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, range),
            new Condition.Within(Fact.MACOS_VERSION, VersionRange.parse("[1,2]")),
            new Condition.OneOf(Fact.CHIP, List.of("a")),
            new Condition.OneOf(Fact.CHIP, List.of("b")),
            new Condition.Contains(Fact.TRAITS, List.of("a")),
            new Condition.Contains(Fact.MOUNTS, List.of("a")),
            onBindMount("a"),
            onBindMount("b"),
            new Condition.RunsDatabase(List.of("a"), List.of(Storage.NAMED_VOLUME)));
    ComparisonTable comparisons = new ComparisonTable(Set.of());

    for (int round = 0; round < 2; round++) {
      for (int number = 0; number < different.size(); number++) {
        assertThat(comparisons.compile(different.get(number)))
            .isEqualTo(new Expression.Leaf(number));
      }
    }
    assertThat(comparisons.inOrder()).isEqualTo(different);
  }

  @Test
  void boundsAreSortedHoweverTheyStandInTheCatalog() {
    FactPartition classes =
        FactPartition.of(
                Fact.MEMORY,
                List.of(
                    new Condition.AtLeast(Fact.MEMORY, 300),
                    new Condition.AtLeast(Fact.MEMORY, 100),
                    new Condition.AtLeast(Fact.MEMORY, 200)))
            .orElseThrow();

    assertThat(
            Stream.of(99, 100, 199, 200, 299, 300)
                .map(memory -> classes.of(Host.builder().memoryMiB(memory).build())))
        .containsExactly(2L, 3L, 3L, 4L, 4L, 5L);
  }

  @Test
  void enginesAreFoundHoweverDeepTheyStand() {
    Set<String> engines = new TreeSet<>();

    ComparisonTable.addEngines(
        new Condition.All(
            List.of(
                runs("a"),
                new Condition.Any(List.of(runs("b", "c"), new Condition.Known(Fact.CHIP))),
                new Condition.Not(runs("d")))),
        engines);

    assertThat(engines).containsExactly("a", "b", "c", "d");
  }

  @Test
  void wordsAndEnginesAreComparisonsOfTheirOwnAndEachHasOneNumber() {
    ComparisonTable comparisons = new ComparisonTable(Set.of("a", "b"));
    Condition words = new Condition.Contains(Fact.TRAITS, List.of("x", "y"));

    Expression first = comparisons.compile(words);

    assertThat(first)
        .isEqualTo(new Expression.Any(List.of(new Expression.Leaf(0), new Expression.Leaf(1))));
    assertThat(comparisons.compile(words)).isEqualTo(first);
    assertThat(comparisons.compile(new Condition.Contains(Fact.TRAITS, List.of("y"))))
        .isEqualTo(new Expression.Leaf(1));
    assertThat(comparisons.compile(runs("a"))).isEqualTo(new Expression.Leaf(2));
    assertThat(comparisons.compile(runs()))
        .isEqualTo(
            new Expression.Any(Stream.of(2, 3, 4).<Expression>map(Expression.Leaf::new).toList()));
    assertThat(comparisons.inOrder())
        .extracting(Condition.Comparison::fact)
        .containsExactly(Fact.TRAITS, Fact.TRAITS, Fact.DATABASES, Fact.DATABASES, Fact.DATABASES);
    assertThat(comparisons.inOrder().get(4))
        .isEqualTo(new Condition.RunsDatabase(List.of(OTHER), List.of()));
    assertThat(comparisons.compile(VersionRange.ALL)).isEqualTo(Expression.ALWAYS);
  }

  @Test
  void aDatabaseIsOfItsEngineOrOfTheOthers() {
    ComparisonTable comparisons = new ComparisonTable(Set.of("a"));
    Condition.Comparison a = onBindMount("a");
    Condition.Comparison other = onBindMount(OTHER);
    Host bound = with(Database.of("a", Storage.BIND_MOUNT));
    Host others =
        with(Database.of("a", Storage.NAMED_VOLUME), Database.of("z", Storage.BIND_MOUNT));
    Host open = with(unknown("z"), Database.of("y", Storage.NAMED_VOLUME));
    Host both = with(unknown("a"), Database.of("a", Storage.BIND_MOUNT));

    assertThat(comparisons.evaluate(a, bound)).isEqualTo(Truth.TRUE);
    assertThat(comparisons.evaluate(other, bound)).isEqualTo(Truth.FALSE);
    assertThat(comparisons.evaluate(a, others)).isEqualTo(Truth.FALSE);
    assertThat(comparisons.evaluate(other, others)).isEqualTo(Truth.TRUE);
    assertThat(comparisons.evaluate(a, open)).isEqualTo(Truth.FALSE);
    assertThat(comparisons.evaluate(other, open)).isEqualTo(Truth.UNKNOWN);
    assertThat(comparisons.evaluate(a, both)).isEqualTo(Truth.TRUE);
    assertThat(comparisons.evaluate((Condition.Comparison) runs(OTHER), open))
        .isEqualTo(Truth.TRUE);
    assertThat(comparisons.evaluate((Condition.Comparison) runs("a"), open)).isEqualTo(Truth.FALSE);
    assertThat(comparisons.evaluate(a, Host.builder().build())).isEqualTo(Truth.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "'[11,)', TRUE",
    "'[10.15,)', TRUE",
    "'[12,)', UNKNOWN",
    "'[11,12)', UNKNOWN",
    "'[12,13)', UNKNOWN",
    "'(,11)', FALSE",
    "'[10.16,10.16]', FALSE",
    "'(,12)', UNKNOWN"
  })
  void aMacOsThatCallsItself1016IsElevenOrLater(String range, Truth truth) {
    Condition.Comparison within =
        new Condition.Within(Fact.MACOS_VERSION, VersionRange.parse(range));

    assertThat(new ComparisonTable(Set.of()).evaluate(within, macOs("10.16"))).isEqualTo(truth);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.16", "10.16.1", "11", "12.3"})
  void aReleaseOfDockerDesktopIsNoMacOs(String version) {
    VersionRange range = VersionRange.parse("[10.16.1,12)");
    Condition.Comparison within = new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, range);

    assertThat(new ComparisonTable(Set.of()).evaluate(within, release(version)))
        .isEqualTo(Truth.of(range.contains(Version.parse(version))));
  }

  private static Host release(String version) {
    return Host.builder()
        .dockerDesktop(DockerDesktop.builder().version(Version.parse(version)).build())
        .build();
  }

  @Test
  void theGenerationOfAChipThatIsKnownAndHasNoneIsNotOpen() {
    ComparisonTable comparisons = new ComparisonTable(Set.of());
    Condition.Comparison second = new Condition.AtLeast(Fact.CHIP_GENERATION, 2);
    Condition.Comparison cpus = new Condition.AtLeast(Fact.CPUS, 2);
    Host intel = Host.builder().chip("Intel Core i7").build();

    assertThat(comparisons.evaluate(second, intel)).isEqualTo(Truth.FALSE);
    assertThat(comparisons.evaluate(cpus, intel)).isEqualTo(Truth.UNKNOWN);
    assertThat(comparisons.evaluate(second, Host.builder().chip("Apple M2").build()))
        .isEqualTo(Truth.TRUE);
    assertThat(comparisons.evaluate(second, macOs("12"))).isEqualTo(Truth.UNKNOWN);
  }

  private static FactPartition classes(Condition.Comparison... about) {
    return FactPartition.of(about[0].fact(), List.of(about)).orElseThrow();
  }

  private static List<Condition.Comparison> words(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .<Condition.Comparison>map(i -> new Condition.Contains(Fact.TRAITS, List.of("t" + i)))
        .toList();
  }

  private static List<Condition.Comparison> engines(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .<Condition.Comparison>map(i -> onBindMount("e" + i))
        .toList();
  }

  @Test
  void aListOfMoreWordsThanAClassHasBitsHasNoClasses() {
    assertThat(FactPartition.of(Fact.TRAITS, words(62))).isPresent();
    assertThat(FactPartition.of(Fact.TRAITS, words(63))).isEmpty();
    assertThat(FactPartition.of(Fact.DATABASES, engines(15))).isPresent();
    assertThat(FactPartition.of(Fact.DATABASES, engines(16))).isEmpty();
  }

  @Test
  void whatOneUnknownStorageAddsASecondDoesAndAThirdDoesNot() {
    FactPartition classes = classes(onBindMount("a"), onBindMount("b"), onBindMount(OTHER));
    Database bound = Database.of("a", Storage.BIND_MOUNT);

    assertThat(
            Stream.of(
                    with(),
                    with(unknown("a")),
                    with(unknown("a"), unknown("a")),
                    with(unknown("b")),
                    with(unknown("z")),
                    with(bound),
                    with(Database.of("a", Storage.NAMED_VOLUME)),
                    with(bound, Database.of("a", Storage.NAMED_VOLUME)),
                    with(bound, unknown("a")),
                    with(unknown("a"), unknown("b")),
                    with(Database.of("b", Storage.BIND_MOUNT)),
                    Host.builder().build())
                .map(classes::of))
        .doesNotHaveDuplicates();
    assertThat(classes.of(with(unknown("a"), unknown("a"), unknown("a"))))
        .isEqualTo(classes.of(with(unknown("a"), unknown("a"))));
    assertThat(classes.of(with(unknown("y"), unknown("z"))))
        .isNotEqualTo(classes.of(with(unknown("z"))));
  }

  @Test
  void onlyOfMacOs1016StandsForOthers() {
    VersionRange from = VersionRange.parse("[10.16.2,)");
    FactPartition releases = classes(new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, from));
    FactPartition macOs = classes(new Condition.Within(Fact.MACOS_VERSION, from));

    assertThat(releases.of(release("10.16.1"))).isNotEqualTo(releases.of(release("10.16.3")));
    assertThat(macOs.of(macOs("10.16")))
        .isNotEqualTo(macOs.of(macOs("10.15")))
        .isNotEqualTo(macOs.of(macOs("11")));
  }
}

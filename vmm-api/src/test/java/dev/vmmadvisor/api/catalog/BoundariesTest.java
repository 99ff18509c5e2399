package dev.vmmadvisor.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundariesTest {

  private static Catalog catalog(VersionRange releases, Condition... conditions) {
    return Catalog.builder()
        .id("sample")
        .version("1")
        .asOf(LocalDate.of(2026, 9, 21))
        .oldestRelease(Version.parse("4.0.0"))
        .newestRelease(Version.parse("4.92.0"))
        .addRules(
            SettingRule.builder()
                .code("rule")
                .addVmms(Vmm.QEMU)
                .releases(releases)
                .present(new Condition.All(List.of(conditions)))
                .text("A rule.")
                .confidence(Confidence.LOW)
                .addSources("s:1")
                .build())
        .build();
  }

  private static Boundaries boundaries(Condition... conditions) {
    return catalog(VersionRange.ALL, conditions).boundaries();
  }

  @Test
  void catalogWithoutConditionsReadsNothing() {
    assertThat(catalog(VersionRange.ALL).facts()).isEmpty();
    assertThat(boundaries().values(Fact.CHIP)).isEmpty();
  }

  @Test
  void factsAreInTheirOrder() {
    assertThat(
            catalog(
                    VersionRange.parse("[4.35.0,)"),
                    new Condition.Contains(Fact.TRAITS, List.of("compiling")),
                    new Condition.Not(new Condition.Is(Fact.VIRTUAL_MACHINE, true)),
                    new Condition.Any(List.of(new Condition.Known(Fact.CHIP))))
                .facts())
        .containsExactly(Fact.CHIP, Fact.VIRTUAL_MACHINE, Fact.DOCKER_DESKTOP_VERSION, Fact.TRAITS);
  }

  @Test
  void versionsAreAscendingAndAsWritten() {
    Boundaries boundaries =
        catalog(
                VersionRange.parse("[4.35,4.86.0)"),
                new Condition.Within(
                    Fact.DOCKER_DESKTOP_VERSION, VersionRange.parse("(4.9.0,4.35.0]")))
            .boundaries();

    assertThat(boundaries.values(Fact.DOCKER_DESKTOP_VERSION))
        .extracting(Object::toString)
        .containsExactly("4.9.0", "4.35", "4.86.0");
  }

  @Test
  void numbersWordsAndYesOrNoAreAscending() {
    Boundaries boundaries =
        boundaries(
            new Condition.AtLeast(Fact.MEMORY, 16384),
            new Condition.AtLeast(Fact.MEMORY, 8192),
            new Condition.OneOf(Fact.ARCHITECTURE, List.of("x86_64", "arm64")),
            new Condition.Is(Fact.ROSETTA_ENABLED, true),
            new Condition.Is(Fact.ROSETTA_ENABLED, false),
            new Condition.Contains(Fact.MOUNTS, List.of("home", "external-disk")));

    assertThat(boundaries.values(Fact.MEMORY)).containsExactly(8192, 16384);
    assertThat(boundaries.values(Fact.ARCHITECTURE)).containsExactly("arm64", "x86_64");
    assertThat(boundaries.values(Fact.ROSETTA_ENABLED)).containsExactly(false, true);
    assertThat(boundaries.values(Fact.MOUNTS)).containsExactly("external-disk", "home");
  }

  @Test
  void databasesAreTakenApartByEngineAndStorage() {
    Boundaries boundaries =
        boundaries(
            new Condition.RunsDatabase(
                List.of("mongodb", "cassandra"), List.of(Storage.BIND_MOUNT)),
            new Condition.RunsDatabase(List.of("mongodb"), List.of()),
            new Condition.RunsDatabase(List.of(), List.of()));

    assertThat(boundaries.values(Fact.DATABASES))
        .containsExactly(
            new Condition.RunsDatabase(List.of(), List.of()),
            new Condition.RunsDatabase(List.of("cassandra"), List.of(Storage.BIND_MOUNT)),
            new Condition.RunsDatabase(List.of("mongodb"), List.of()),
            new Condition.RunsDatabase(List.of("mongodb"), List.of(Storage.BIND_MOUNT)));
  }

  @Test
  void factThatOnlyHasToBeKnownHasNoValues() {
    Boundaries boundaries = boundaries(new Condition.Known(Fact.CHIP));

    assertThat(boundaries.facts()).containsExactly(Fact.CHIP);
    assertThat(boundaries.values(Fact.CHIP)).isEmpty();
  }

  @Test
  void boundariesOfTheSameConditionsAreEqual() {
    Boundaries one = boundaries(new Condition.AtLeast(Fact.CPUS, 4));

    assertThat(one)
        .isEqualTo(boundaries(new Condition.Not(new Condition.AtLeast(Fact.CPUS, 4))))
        .hasSameHashCodeAs(boundaries(new Condition.AtLeast(Fact.CPUS, 4)))
        .isNotEqualTo(boundaries(new Condition.AtLeast(Fact.CPUS, 5)))
        .hasToString("{dockerDesktop.cpus=[4]}");
  }

  @Test
  void lifecyclesAndDefaultsCountAndStatementsDoNot() {
    VersionRange range = VersionRange.parse("[4.35.0,)");
    Catalog catalog =
        Catalog.builder()
            .from(catalog(VersionRange.ALL))
            .addVmms(
                VmmProfile.builder()
                    .vmm(Vmm.QEMU)
                    .text("Q.")
                    .addLifecycle(
                        new Lifecycle(
                            "beta", Phase.BETA, range, "B.", Confidence.LOW, List.of("s:1")))
                    .defaultWhen(new Condition.Is(Fact.VIRTUAL_MACHINE, true))
                    .build())
            .addStatements(
                new Statement(
                    "hint",
                    "qemu",
                    VersionRange.parse("[4.40.0,)"),
                    VersionRange.ALL,
                    false,
                    "H.",
                    Confidence.LOW,
                    List.of("s:1")))
            .build();

    assertThat(catalog.boundaries().values(Fact.DOCKER_DESKTOP_VERSION))
        .containsExactly(Version.parse("4.35.0"));
    assertThat(catalog.facts()).containsExactly(Fact.VIRTUAL_MACHINE, Fact.DOCKER_DESKTOP_VERSION);
  }
}

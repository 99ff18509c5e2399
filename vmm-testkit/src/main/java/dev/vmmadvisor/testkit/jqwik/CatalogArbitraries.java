package dev.vmmadvisor.testkit.jqwik;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.ForbiddenVmm;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.SettingRule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.SeverityChange;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.SourceKind;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Generators of small catalogs, and of valid layers for a catalog.
 *
 * <p>Every catalog is valid: it has a profile of each VMM, and the catalog linter of {@code
 * vmm-core} reports no problem. Its releases are {@code 4.1.0} to {@code 4.9.0}, and each rule has
 * a condition on one fact. Catalogs and layers shrink towards fewer entries.
 */
public final class CatalogArbitraries {

  /** The day up to which the sources of generated catalogs were read: 21 September 2026. */
  public static final LocalDate AS_OF = LocalDate.of(2026, 9, 21);

  /** The last day on which the waivers of generated layers apply: 1 January 2027. */
  public static final LocalDate WAIVED_UNTIL = LocalDate.of(2027, 1, 1);

  private static final Optional<String> ADDRESS = Optional.of("https://example.org/manual");
  private static final String SOURCE = "generated:1";

  private static final List<VersionRange> RELEASES =
      Stream.of("(,)", "[4.3.0,)", "(,4.6.0)", "[4.3.0,4.6.0)", "[4.3.0,4.6.0]", "(4.6.0,)")
          .map(VersionRange::parse)
          .toList();

  private CatalogArbitraries() {}

  /** {@return small valid catalogs; the smallest has no rules} */
  public static Arbitrary<Catalog> catalogs() {
    List<Arbitrary<VmmProfile>> profiles =
        Arrays.stream(Vmm.values()).map(CatalogArbitraries::profile).toList();
    return Combinators.combine(
            Combinators.combine(profiles).as(all -> all), rules("generated", Set.of()))
        .as(CatalogArbitraries::catalog)
        .withoutEdgeCases();
  }

  /**
   * {@return valid layers for {@link Catalog#withLayer}, with further rules and optionally a
   * waiver, a change of severity and a forbidden VMM; waivers apply up to {@link #WAIVED_UNTIL}}
   *
   * @param catalog a catalog without codes of generated layers
   */
  public static Arbitrary<Layer> layers(Catalog catalog) {
    Objects.requireNonNull(catalog, "catalog");
    List<Rule> below = catalog.rules();
    List<String> waivable =
        below.stream().map(Rule::code).filter(code -> catalog.waiver(code).isEmpty()).toList();
    List<Rule> changeable = below.stream().filter(rule -> !(rule instanceof Deprecation)).toList();
    Arbitrary<Optional<Waiver>> waiver =
        optional(waivable, code -> new Waiver(code, "It is known here.", "Somebody", WAIVED_UNTIL));
    Arbitrary<Optional<SeverityChange>> change =
        optional(
            changeable,
            rule ->
                new SeverityChange(
                    rule.code(),
                    rule.severity() == Severity.WARNING ? Severity.SERIOUS : Severity.WARNING,
                    "It is like that here."));
    Arbitrary<Optional<ForbiddenVmm>> forbidden =
        optional(List.of(Vmm.values()), vmm -> new ForbiddenVmm(vmm, "It is not allowed here."));
    return Combinators.combine(rules("layered", catalog.facts()), waiver, change, forbidden)
        .as(CatalogArbitraries::layer)
        .withoutEdgeCases();
  }

  private static <T, R> Arbitrary<Optional<R>> optional(List<T> choice, Function<T, R> made) {
    return choice.isEmpty()
        ? Arbitraries.just(Optional.empty())
        : Arbitraries.of(choice).map(made).optional(0.4);
  }

  private static Catalog catalog(List<VmmProfile> profiles, List<Rule> rules) {
    Catalog.Builder catalog =
        Catalog.builder()
            .id("generated")
            .version("1")
            .asOf(AS_OF)
            .oldestRelease(Version.parse("4.1.0"))
            .newestRelease(Version.parse("4.9.0"))
            .addSources(source())
            .vmms(profiles)
            .rules(rules);
    for (int minor = 1; minor <= 9; minor++) {
      catalog.addReleases(
          new Release(Version.parse("4." + minor + ".0"), LocalDate.of(2026, minor, 1)));
    }
    return catalog.build();
  }

  private static Layer layer(
      List<Rule> rules,
      Optional<Waiver> waiver,
      Optional<SeverityChange> change,
      Optional<ForbiddenVmm> forbidden) {
    return Layer.builder()
        .id("layered")
        .version("1")
        .addSources(new Source("layered:1", SourceKind.MANUAL, "Handbook", "", AS_OF, ADDRESS))
        .rules(rules)
        .waivers(waiver.stream().toList())
        .severities(
            change.filter(it -> waiver.filter(no -> no.code().equals(it.code())).isEmpty()).stream()
                .toList())
        .forbidden(forbidden.stream().toList())
        .build();
  }

  private static Source source() {
    return new Source(SOURCE, SourceKind.MANUAL, "Manual", "", AS_OF, ADDRESS);
  }

  private static Arbitrary<VmmProfile> profile(Vmm vmm) {
    Arbitrary<Optional<PerformanceClaim>> claim =
        Arbitraries.of(RELEASES).map(releases -> claim(vmm, releases)).optional(0.4);
    Arbitrary<Optional<Condition>> defaultWhen =
        Arbitraries.of("arm64", "x86_64")
            .<Condition>map(id -> new Condition.OneOf(Fact.ARCHITECTURE, List.of(id)))
            .optional(0.3);
    return Combinators.combine(phases(vmm), claim, defaultWhen)
        .as(
            (phases, claims, when) ->
                VmmProfile.builder()
                    .vmm(vmm)
                    .text("A way to run a Linux VM.")
                    .addSources(SOURCE)
                    .lifecycle(phases)
                    .performance(claims.stream().toList())
                    .defaultWhen(when)
                    .build());
  }

  /** Returns one phase for all releases, or a beta followed by another phase. */
  private static Arbitrary<List<Lifecycle>> phases(Vmm vmm) {
    Arbitrary<Phase> phases =
        Arbitraries.of(Phase.GENERALLY_AVAILABLE, Phase.BETA, Phase.EXPERIMENTAL, Phase.LEGACY);
    return Arbitraries.oneOf(
        phases.map(phase -> List.of(lifecycle(vmm, phase, "(,)"))),
        phases.map(
            phase ->
                List.of(
                    lifecycle(vmm, Phase.BETA, "(,4.6.0)"), lifecycle(vmm, phase, "[4.6.0,)"))));
  }

  private static Lifecycle lifecycle(Vmm vmm, Phase phase, String releases) {
    String code = vmm.id() + "-is-" + phase.id() + (releases.startsWith("[") ? "-later" : "");
    return new Lifecycle(
        code,
        phase,
        VersionRange.parse(releases),
        "It is offered like that.",
        Confidence.HIGH,
        List.of(SOURCE));
  }

  private static PerformanceClaim claim(Vmm vmm, VersionRange releases) {
    return PerformanceClaim.builder()
        .code(vmm.id() + "-is-fast")
        .releases(releases)
        .text("It is said to be fast.")
        .confidence(Confidence.HIGH)
        .addSources(SOURCE)
        .build();
  }

  /**
   * Returns at most one rule for each fact, so that rules are neither redundant nor contradictory;
   * no blocker uses a fact that the catalog below reads.
   */
  private static Arbitrary<List<Rule>> rules(String prefix, Set<Fact> usedBelow) {
    List<Arbitrary<Optional<Rule>>> rules = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      if (!conditions(fact).isEmpty()) {
        rules.add(rule(prefix, fact, severities(!usedBelow.contains(fact))).optional(0.25));
      }
    }
    rules.add(deprecation(prefix).optional(0.25));
    rules.add(vulnerability(prefix).optional(0.25));
    return Combinators.combine(rules).as(all -> all.stream().flatMap(Optional::stream).toList());
  }

  private static List<Severity> severities(boolean withBlocker) {
    return Stream.of(Severity.values())
        .filter(severity -> withBlocker || severity != Severity.BLOCKER)
        .toList();
  }

  private static Arbitrary<Rule> rule(String prefix, Fact fact, List<Severity> severities) {
    String source = prefix + ":1";
    String word = fact.path().replaceAll("([A-Z])|\\.", "-$1").toLowerCase(Locale.ROOT);
    return Combinators.combine(
            Arbitraries.of("constraint", "issue", "setting"),
            Arbitraries.of(conditions(fact)),
            vmms(),
            Arbitraries.of(RELEASES),
            Arbitraries.of(severities),
            Arbitraries.of(Confidence.values()))
        .as(
            (kind, condition, vmms, releases, severity, confidence) -> {
              String code = prefix + "-" + kind + "-" + word;
              String text = "Something " + prefix + " about " + fact.label() + ".";
              return switch (kind) {
                case "constraint" ->
                    ConstraintRule.builder()
                        .code(code)
                        .vmms(vmms)
                        .releases(releases)
                        .severity(severity)
                        .requires(condition)
                        .text(text)
                        .confidence(confidence)
                        .addSources(source)
                        .remedies(remedies(condition))
                        .build();
                case "issue" ->
                    KnownIssue.builder()
                        .code(code)
                        .vmms(vmms)
                        .releases(releases)
                        .severity(severity)
                        .trigger(condition)
                        .text(text)
                        .confidence(confidence)
                        .addSources(source)
                        .build();
                default ->
                    SettingRule.builder()
                        .code(code)
                        .vmms(vmms)
                        .releases(releases)
                        .present(condition)
                        .text(text)
                        .confidence(confidence)
                        .addSources(source)
                        .build();
              };
            });
  }

  private static Arbitrary<Rule> vulnerability(String prefix) {
    return Combinators.combine(
            vmms(),
            Arbitraries.of("(,4.3.0)", "[4.3.0,4.6.0)"),
            Arbitraries.of(Vulnerability.PublishedSeverity.values()),
            Arbitraries.of(Confidence.values()),
            Arbitraries.of(true, false))
        .as(
            (vmms, releases, severity, confidence, optional) -> {
              VersionRange affected = VersionRange.parse(releases);
              return Vulnerability.builder()
                  .code(prefix + "-vulnerability")
                  .vmms(vmms)
                  .releases(affected)
                  .headline("Something is exposed")
                  .text("A container can reach something, as is " + prefix + ".")
                  .fixedIn(affected.upper())
                  .publishedSeverity(severity)
                  .precondition(
                      optional ? Optional.of("a feature is on") : Optional.<String>empty())
                  .confidence(confidence)
                  .addSources(prefix + ":1")
                  .build();
            });
  }

  private static Arbitrary<Rule> deprecation(String prefix) {
    return Combinators.combine(
            Arbitraries.of(Phase.DEPRECATED, Phase.REMOVED),
            Arbitraries.of(Vmm.values()),
            Arbitraries.of("4.3.0", "4.6.0"))
        .as(
            (phase, vmm, from) ->
                Deprecation.builder()
                    .code(prefix + "-end-of-" + vmm.id())
                    .phase(phase)
                    .addVmms(vmm)
                    .releases(VersionRange.atLeast(Version.parse(from)))
                    .severity(phase == Phase.REMOVED ? Severity.BLOCKER : Severity.WARNING)
                    .text("It is on its way out, as is " + prefix + ".")
                    .confidence(Confidence.HIGH)
                    .addSources(prefix + ":1")
                    .build());
  }

  private static Arbitrary<List<Vmm>> vmms() {
    return Arbitraries.of(Vmm.values())
        .set()
        .ofMinSize(1)
        .map(set -> set.stream().sorted().toList());
  }

  private static List<Remedy> remedies(Condition condition) {
    return condition instanceof Condition.AtLeast atLeast && atLeast.fact() == Fact.VM_MEMORY
        ? List.of(new Remedy.RaiseVmMemory(atLeast.bound()))
        : List.of();
  }

  /** Returns conditions that are true for some hosts and false for others. */
  private static List<Condition> conditions(Fact fact) {
    return switch (fact) {
      case OPERATING_SYSTEM -> List.of(oneOf(fact, Host.MACOS));
      case ARCHITECTURE -> List.of(oneOf(fact, "arm64"), oneOf(fact, "x86_64"));
      case CHIP_GENERATION -> List.of(new Condition.AtLeast(fact, 3));
      case MACOS_VERSION -> List.of(within(fact, "[13,)"), within(fact, "[12.5,14)"));
      case MEMORY -> List.of(new Condition.AtLeast(fact, 16384));
      case ROSETTA_INSTALLED, ROSETTA_ENABLED, VIRTUAL_MACHINE ->
          List.of(new Condition.Is(fact, true), new Condition.Is(fact, false));
      case VM_MEMORY ->
          List.of(new Condition.AtLeast(fact, 4096), new Condition.AtLeast(fact, 8192));
      case CPUS -> List.of(new Condition.AtLeast(fact, 4));
      case FILE_SHARING ->
          List.of(oneOf(fact, "virtiofs"), new Condition.Not(oneOf(fact, "osxfs")));
      case IMAGE_ARCHITECTURES -> List.of(contains(fact, "amd64"), contains(fact, "arm64"));
      case DATABASES ->
          List.of(
              new Condition.RunsDatabase(List.of("mongodb"), List.of(Storage.BIND_MOUNT)),
              new Condition.Not(new Condition.RunsDatabase(List.of("mysql"), List.of())));
      case MOUNTS -> List.of(contains(fact, "network-share"));
      case TRAITS ->
          List.of(contains(fact, "file-watching"), new Condition.Not(contains(fact, "heavy")));
      case CHIP, DOCKER_DESKTOP_VERSION, CURRENT_VMM, LOCKED_SETTINGS -> List.of();
    };
  }

  private static Condition oneOf(Fact fact, String value) {
    return new Condition.OneOf(fact, List.of(value));
  }

  private static Condition contains(Fact fact, String value) {
    return new Condition.Contains(fact, List.of(value));
  }

  private static Condition within(Fact fact, String range) {
    return new Condition.Within(fact, VersionRange.parse(range));
  }
}

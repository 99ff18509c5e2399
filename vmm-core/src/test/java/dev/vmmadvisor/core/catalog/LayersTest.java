package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.CatalogException;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Waiver;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 21);
  private static final String SOURCES =
      "\"sources\": [{\"id\": \"x:1\", \"kind\": \"issue\", \"document\": \"A\", \"read\":"
          + " \"2026-09-20\"}]";
  private static final String WAIVER =
      "\"waivers\": [{\"code\": \"qemu-no-rosetta\", \"reason\": \"Arm only.\", \"owner\": \"build"
          + " team\", \"expires\": \"2026-10-31\"}]";

  private static String layer(String... fields) {
    return "{\"id\": \"mine\", \"version\": \"1\""
        + Stream.of(fields).map(", "::concat).collect(Collectors.joining())
        + "}";
  }

  private static String issue(String code) {
    return "\"knownIssues\": [{\"code\": \""
        + code
        + "\", \"vmms\": [\"qemu\"], \"text\": \"It is odd.\", \"confidence\": \"low\","
        + " \"sources\": [\"x:1\"]}]";
  }

  private static Catalog with(String layer, LocalDate today) {
    return Catalogs.builtIn().withLayer(Documents.layer(layer), today);
  }

  @Test
  void ruleIsAddedAmongThoseOfItsKind() {
    Catalog catalog = with(layer(SOURCES, issue("odd")), TODAY);

    assertThat(catalog.rule("odd")).map(Rule::text).contains("It is odd.");
    assertThat(catalog.rules()).hasSize(Catalogs.builtIn().rules().size() + 1);
    assertThat(catalog.rules())
        .extracting(rule -> rule.kind().field())
        .containsSubsequence("constraints", "deprecations", "knownIssues", "settings")
        .doesNotContainSequence("settings", "knownIssues");
    assertThat(catalog.layers()).containsExactly("mine 1");
    assertThat(Documents.layerProblems(layer(SOURCES, issue("odd")), TODAY)).isEmpty();
  }

  @Test
  void ruleBelowIsReplacedOnlyIfTheLayerSaysSo() {
    String silent = layer(SOURCES, issue("qemu-no-rosetta"));

    assertThatThrownBy(() -> with(silent, TODAY)).isInstanceOf(CatalogException.class);
    assertThat(Documents.layerProblems(silent, TODAY))
        .containsExactly(
            "$.knownIssues[0].code: there is a rule with the code \"qemu-no-rosetta\" below; to"
                + " replace it, name it in \"overrides\"");
    String explicit =
        layer(SOURCES, issue("qemu-no-rosetta"), "\"overrides\": [\"qemu-no-rosetta\"]");
    assertThat(with(explicit, TODAY).rule("qemu-no-rosetta"))
        .map(Rule::text)
        .contains("It is odd.");
    assertThat(Documents.layerProblems(explicit, TODAY)).isEmpty();
  }

  @Test
  void waiverHoldsUpToItsLastDay() {
    String layer = layer(WAIVER);

    assertThat(with(layer, LocalDate.of(2026, 10, 31)).waiver("qemu-no-rosetta"))
        .contains(
            new Waiver("qemu-no-rosetta", "Arm only.", "build team", LocalDate.of(2026, 10, 31)));
    assertThat(with(layer, LocalDate.of(2026, 11, 1)).waiver("qemu-no-rosetta")).isEmpty();
    assertThat(Documents.layerProblems(layer, LocalDate.of(2026, 10, 31))).isEmpty();
    assertThat(Documents.layerProblems(layer, LocalDate.of(2026, 11, 1)))
        .containsExactly(
            "$.waivers[0].expires: \"2026-10-31\" is over; this is checked for 2026-11-01");
  }

  @Test
  void expiredWaiversAreListedUntilTheyAreRenewed() {
    Catalog catalog = with(layer(WAIVER), LocalDate.of(2026, 10, 31));
    Layer empty = Documents.layer(layer());
    String renewed = layer(WAIVER.replace("2026-10-31", "2027-10-31"));

    assertThat(catalog.expiredWaivers()).isEmpty();
    Catalog later = catalog.withLayer(empty, LocalDate.of(2026, 11, 1));
    assertThat(later.waivers()).isEmpty();
    assertThat(later.expiredWaivers()).isEqualTo(catalog.waivers());
    assertThat(later.withLayer(empty, LocalDate.of(2026, 11, 2)).expiredWaivers())
        .isEqualTo(catalog.waivers());
    Catalog latest = later.withLayer(Documents.layer(renewed), LocalDate.of(2026, 11, 3));
    assertThat(latest.expiredWaivers()).isEmpty();
    assertThat(latest.waiver("qemu-no-rosetta"))
        .map(Waiver::expires)
        .contains(LocalDate.of(2027, 10, 31));
  }

  @Test
  void severityIsChanged() {
    Catalog catalog =
        with(
            layer(
                "\"severities\": [{\"code\": \"qemu-no-rosetta\", \"severity\": \"blocker\","
                    + " \"reason\": \"We need it.\"}]"),
            TODAY);

    assertThat(catalog.rule("qemu-no-rosetta")).map(Rule::severity).contains(Severity.BLOCKER);
  }

  @Test
  void forbiddenVmmIsAConstraintThatNothingSatisfies() {
    Catalog catalog =
        with(layer("\"forbidden\": [{\"vmm\": \"qemu\", \"reason\": \"Too old.\"}]"), TODAY);

    assertThat(catalog.rule("mine-forbids-qemu")).map(Rule::severity).contains(Severity.BLOCKER);
    assertThat(
            CatalogLinter.check(
                Catalogs.builtIn(),
                Documents.layer(
                    layer("\"forbidden\": [{\"vmm\": \"qemu\", \"reason\": \"Too old.\"}]")),
                TODAY))
        .isEmpty();
  }

  @Test
  void newestReleaseOfALayerCounts() {
    Catalog catalog =
        with(layer("\"releases\": [{\"version\": \"4.99.0\", \"date\": \"2027-01-01\"}]"), TODAY);

    assertThat(catalog.newestRelease()).isEqualTo(Version.parse("4.99.0"));
  }

  @Test
  void aReleaseThatTheCatalogHasByNowChangesNothing() {
    Catalog builtIn = Catalogs.builtIn();
    Release newest = builtIn.releases().get(builtIn.releases().size() - 1);
    String release = "\"releases\": [{\"version\": \"%s\", \"date\": \"%s\"}]";

    Catalog catalog = with(layer(release.formatted(newest.version(), newest.date())), TODAY);

    assertThat(catalog.releases()).isEqualTo(builtIn.releases());
    assertThat(catalog.newestRelease()).isEqualTo(builtIn.newestRelease());
    assertThat(
            Documents.layerProblems(
                layer(release.formatted(newest.version(), LocalDate.of(2020, 1, 1))), TODAY))
        .containsExactly(
            "$.releases[0].date: \"2020-01-01\" is not the day below, where %s is of \"%s\""
                .formatted(newest.version(), newest.date()));
  }

  @Test
  void allProblemsAreToldAtOnceWithTheirPaths() {
    String layer =
        layer(
            "\"overrides\": [\"nothing\", \"odd\"]",
            "\"vmms\": [{\"vmm\": \"qemu\", \"text\": \"Q.\", \"sources\": [\"x:9\"],"
                + " \"lifecycle\": []}]",
            "\"knownIssues\": [{\"code\": \"odd\", \"vmms\": [\"qemu\"], \"text\": \"Odd.\","
                + " \"confidence\": \"low\", \"sources\": [\"x:8\"]}]",
            "\"waivers\": [{\"code\": \"none\", \"reason\": \"r\", \"owner\": \"o\", \"expires\":"
                + " \"2025-12-31\"}]",
            "\"forbidden\": [{\"vmm\": \"qemu\", \"reason\": \"r\"}, {\"vmm\": \"qemu\","
                + " \"reason\": \"r\"}]",
            "\"severities\": [{\"code\": \"none\", \"severity\": \"info\", \"reason\": \"r\"}]",
            "\"releases\": [{\"version\": \"4.99\", \"date\": \"2027-01-01\"}, {\"version\":"
                + " \"4.99.0\", \"date\": \"2027-01-01\"}]");

    assertThat(Documents.layerProblems(layer, LocalDate.of(2026, 1, 1)))
        .containsExactlyInAnyOrder(
            "$.overrides[0]: \"nothing\" is the code of nothing in the layer",
            "$.overrides[1]: \"odd\" is the code of nothing below",
            "$.vmms[0].vmm: there is a profile of \"qemu\" below; to replace it, name it in"
                + " \"overrides\"",
            "$.vmms[0].sources: \"x:9\" is the id of no source of the layer or below",
            "$.knownIssues[0].sources: \"x:8\" is the id of no source of the layer or below",
            "$.waivers[0].code: \"none\" is the code of no rule",
            "$.waivers[0].expires: \"2025-12-31\" is over; this is checked for 2026-01-01",
            "$.forbidden[1].vmm: \"mine-forbids-qemu\" is the code of another rule",
            "$.severities[0].code: \"none\" is the code of no rule",
            "$.releases[1].version: 4.99.0 is duplicated");
  }

  @Test
  void whatIsWrongInALayerIsFoundAndNothingBelowIt() {
    String layer =
        layer(
            SOURCES,
            "\"constraints\": [{\"code\": \"small\", \"vmms\": [\"docker-vmm\"], \"requires\":"
                + " {\"fact\": \"dockerDesktop.memoryMiB\", \"below\": 4096}, \"text\": \"Small.\","
                + " \"confidence\": \"low\", \"sources\": [\"x:1\"], \"remedies\": [{\"action\":"
                + " \"lower-vm-memory\", \"toMiB\": 4096}]}]");

    assertThat(Documents.layerProblems(layer, TODAY))
        .containsExactly(
            "$.constraints[0]: \"small\" and \"docker-vmm-memory-minimum\" require of"
                + " \"docker-vmm\" what no host can satisfy together; accepted: that a"
                + " disagreement names both",
            "$.constraints[0].remedies[0].toMiB: does not help: the rule still holds with 4096"
                + " MiB");
  }
}

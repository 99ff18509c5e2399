package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.jqwik.CatalogArbitraries;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A digest says what the document says, in the same order. */
class DigestProperties {

  @Example
  void theDigestThatIsShippedIsOfTheDocumentThatIsShipped() throws IOException {
    Catalog document;
    try (InputStream json = BuiltInCatalog.class.getResourceAsStream("docker-desktop-mac.json")) {
      document = VmmJson.readCatalog(Objects.requireNonNull(json));
    }

    assertThat(BuiltInCatalog.digest())
        .as("of another document; mvn process-classes makes it anew")
        .isEqualTo(CatalogSnapshotWriter.write(document));
    assertThat(Catalogs.builtIn()).isEqualTo(document).hasToString(document.toString());
  }

  @Provide
  Arbitrary<Catalog> catalogs() {
    return CatalogArbitraries.catalogs()
        .flatMap(
            catalog ->
                Arbitraries.oneOf(
                    Arbitraries.just(catalog),
                    CatalogArbitraries.layers(catalog)
                        .map(layer -> catalog.withLayer(layer, LocalDate.of(2026, 1, 1)))));
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll("catalogs") Catalog catalog) {
    Catalog read = CatalogSnapshotReader.read(CatalogSnapshotWriter.write(catalog));

    assertThat(read).isEqualTo(catalog).hasToString(catalog.toString());
  }

  @Example
  void everyConditionAndEveryRemedyIsRead() {
    Catalog builtIn = Catalogs.builtIn();
    VersionRange range = VersionRange.parse("(4.35.0,4.86.0]");
    Condition condition =
        new Condition.All(
            List.of(
                new Condition.Any(
                    List.of(
                        new Condition.Not(new Condition.Known(Fact.CHIP)),
                        new Condition.OneOf(Fact.CHIP, List.of("Apple M1", "Apple M2")),
                        new Condition.Is(Fact.ROSETTA_INSTALLED, true),
                        new Condition.Is(Fact.ROSETTA_ENABLED, false))),
                new Condition.AtLeast(Fact.MEMORY, 1),
                new Condition.AtLeast(Fact.VM_MEMORY, 127),
                new Condition.AtLeast(Fact.VM_MEMORY, 128),
                new Condition.AtLeast(Fact.VM_MEMORY, Integer.MAX_VALUE),
                new Condition.AtLeast(Fact.VM_MEMORY, -1),
                new Condition.Within(Fact.MACOS_VERSION, range),
                new Condition.Contains(Fact.TRAITS, List.of("µ", "文字")),
                new Condition.RunsDatabase(List.of(), List.of()),
                new Condition.RunsDatabase(List.of("mongodb"), List.of(Storage.NAMED_VOLUME))));
    KnownIssue issue =
        KnownIssue.builder()
            .code("made-for-this")
            .addVmms(Vmm.QEMU, Vmm.DOCKER_VMM)
            .releases(range)
            .when(condition)
            .trigger(condition)
            .severity(Severity.SERIOUS)
            .text("text")
            .confidence(Confidence.LOW)
            .addSources("one", "two")
            .addRemedies(
                new Remedy.RaiseVmMemory(4096),
                new Remedy.LowerVmMemory(8192),
                new Remedy.UpgradeDockerDesktop(Version.parse("4.44.0")),
                new Remedy.UpgradeMacOs(Version.parse("15")),
                new Remedy.MoveDatabaseToNamedVolume(List.of("mongodb")),
                new Remedy.AvoidRelease(range),
                new Remedy.AddSharedFolder(),
                new Remedy.SwitchRosetta(true),
                new Remedy.SwitchRosetta(false),
                new Remedy.SelectFileSharing(FileSharing.VIRTIOFS),
                new Remedy.SwitchVmm(Vmm.HYPERKIT))
            .fixedIn(Version.parse("4.44.0"))
            .fixConfirmed(false)
            .workaround("workaround")
            .addSignatures("signature")
            .unmetNeed(true)
            .declaredOnly(true)
            .build();
    Catalog catalog = Catalog.builder().from(builtIn).addRules(issue).build();

    assertThat(CatalogSnapshotReader.read(CatalogSnapshotWriter.write(catalog))).isEqualTo(catalog);
  }
}

package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.CatalogException;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.ForbiddenVmm;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers that forbid VMMs in some phases, or on some hosts. */
class ForbiddenTest {

  private static final String IN_A_VM =
      "\"when\": {\"fact\": \"virtualMachine\", \"equals\": true}";

  private static Advisor advisor(String forbidden) {
    String layer =
        "{\"id\": \"acme\", \"version\": \"1\", \"forbidden\": [{%s, \"reason\": \"Not here.\"}]}"
            .formatted(forbidden);
    try {
      return VmmAdvisor.builder()
          .catalog(
              Catalogs.builtIn()
                  .withLayer(
                      VmmJson.readLayer(
                          new ByteArrayInputStream(layer.getBytes(StandardCharsets.UTF_8))),
                      LocalDate.of(2026, 12, 1)))
          .build();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Host.Builder mac(String release) {
    return Host.builder()
        .architecture(Architecture.ARM64)
        .macOsVersion("15.2")
        .memoryMiB(18432)
        .dockerDesktop(d -> d.version(release).memoryMiB(8192))
        .workload(
            w ->
                w.imageArchitectures(List.of("arm64"))
                    .databases(List.of())
                    .mounts(List.of())
                    .traits(List.of()));
  }

  private static Eligibility dockerVmm(Advisor advisor, Host host) {
    return advisor.recommend(host).candidate(Vmm.DOCKER_VMM).eligibility();
  }

  @Test
  void aPhaseForbidsEveryVmmThatIsInIt() {
    Advisor noBetas = advisor("\"phases\": [\"beta\"]");

    assertThat(dockerVmm(noBetas, mac("4.90.0").build())).isEqualTo(Eligibility.INELIGIBLE);
    assertThat(noBetas.recommend(mac("4.90.0").build()).best())
        .contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(
            noBetas
                .recommend(mac("4.90.0").build())
                .candidate(Vmm.DOCKER_VMM)
                .finding("acme-forbids-beta-docker-vmm"))
        .isPresent();
    // the Apple Virtualization framework was in beta or experimental in early releases only
    assertThat(
            noBetas
                .recommend(mac("4.90.0").build())
                .candidate(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
                .eligibility())
        .isEqualTo(Eligibility.ELIGIBLE);
  }

  @ParameterizedTest
  @CsvSource({
    "'', undetermined",
    "', \"forbiddenIfUnknown\": true', ineligible",
    "', \"forbiddenIfUnknown\": false', eligible",
  })
  void theLayerSaysWhatAnUnknownFactMeans(String ifUnknown, String unknown) {
    Advisor advisor = advisor("\"vmm\": \"docker-vmm\", " + IN_A_VM + ifUnknown);

    assertThat(dockerVmm(advisor, mac("4.90.0").build()).id()).isEqualTo(unknown);
    assertThat(dockerVmm(advisor, mac("4.90.0").virtualMachine(true).build()))
        .isEqualTo(Eligibility.INELIGIBLE);
  }

  @Test
  void aHostThatIsNotMeantIsNotAffected() {
    Host host = mac("4.90.0").virtualMachine(false).build();
    Eligibility before = dockerVmm(VmmAdvisor.builder().build(), host);

    assertThat(dockerVmm(advisor("\"vmm\": \"docker-vmm\", " + IN_A_VM), host)).isEqualTo(before);
    assertThat(
            dockerVmm(advisor("\"phases\": [\"beta\"], \"vmm\": \"docker-vmm\", " + IN_A_VM), host))
        .isEqualTo(before);
  }

  @Test
  void neitherAVmmNorPhasesIsAnError() {
    assertThatThrownBy(() -> advisor(IN_A_VM))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("vmm")
        .hasMessageContaining("phases");
  }

  @Test
  void aProblemOfTheLayerIsReportedOnce() {
    Catalog builtIn = Catalogs.builtIn();
    Layer layer =
        Layer.builder()
            .id("acme")
            .version("1")
            .addVmms(builtIn.vmms().get(0)) // there is one below, and nothing overrides it
            .addForbidden(new ForbiddenVmm(Vmm.QEMU, "Not here."))
            .addForbidden(new ForbiddenVmm(Vmm.HYPERKIT, "Not here."))
            .build();

    assertThatThrownBy(() -> builtIn.withLayer(layer, LocalDate.of(2026, 12, 1)))
        .isInstanceOfSatisfying(CatalogException.class, e -> assertThat(e.problems()).hasSize(1));
  }

  @Test
  void aVmmWithoutAProfileIsForbiddenAsWell() {
    Catalog without = Catalog.builder().from(Catalogs.builtIn()).vmms(List.of()).build();
    Layer layer =
        Layer.builder()
            .id("acme")
            .version("1")
            .addForbidden(new ForbiddenVmm(Vmm.QEMU, "Not here."))
            .build();

    assertThat(without.withLayer(layer, LocalDate.of(2026, 12, 1)).rule("acme-forbids-qemu"))
        .isPresent();
  }

  @Test
  void aPhaseThatTheLayerAddsCounts() {
    Catalog builtIn = Catalogs.builtIn();
    Deprecation deprecated =
        builtIn.rules().stream()
            .filter(Deprecation.class::isInstance)
            .map(Deprecation.class::cast)
            .filter(rule -> rule.phase() == Phase.DEPRECATED)
            .findFirst()
            .orElseThrow();
    Layer layer =
        Layer.builder()
            .id("acme")
            .version("1")
            .addRules(
                Deprecation.builder()
                    .from(deprecated)
                    .code("acme-docker-vmm-deprecated")
                    .vmms(List.of(Vmm.DOCKER_VMM))
                    .releases(VersionRange.ALL)
                    .build())
            .addForbidden(
                new ForbiddenVmm(
                    Optional.of(Vmm.DOCKER_VMM),
                    List.of(Phase.DEPRECATED),
                    Optional.empty(),
                    Optional.empty(),
                    "Not here."))
            .build();

    assertThat(
            dockerVmm(
                VmmAdvisor.builder()
                    .catalog(builtIn.withLayer(layer, LocalDate.of(2026, 12, 1)))
                    .build(),
                mac("4.90.0").build()))
        .isEqualTo(Eligibility.INELIGIBLE);
  }
}

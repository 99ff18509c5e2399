package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
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
}

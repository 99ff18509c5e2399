package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.catalog.CatalogLinter;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "No betas; at least 8 GiB for the Linux VM; MongoDB must be on named volumes." */
class CompanyLayerTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 21);
  private static final Catalog ACME = acme();
  private static final Advisor ADVISOR = VmmAdvisor.builder().catalog(ACME).build();

  private static Catalog acme() {
    try (InputStream json = CompanyLayerTest.class.getResourceAsStream("catalog/acme.json")) {
      return Catalogs.builtIn().withLayer(Catalogs.readLayer(Objects.requireNonNull(json)), TODAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Candidate candidate(Recommendation answer, Vmm vmm) {
    return answer.candidates().stream().filter(it -> it.vmm() == vmm).findFirst().orElseThrow();
  }

  private static Finding finding(Recommendation answer, Vmm vmm, String code) {
    return candidate(answer, vmm).findings().stream()
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static Recommendation recommend(Host host) {
    return ADVISOR.recommend(host);
  }

  @Test
  void layerIsClean() throws IOException {
    try (InputStream json = CompanyLayerTest.class.getResourceAsStream("catalog/acme.json")) {
      assertThat(CatalogLinter.checkLayer(Catalogs.builtIn(), Objects.requireNonNull(json), TODAY))
          .isEmpty();
    }
  }

  @Test
  void betaIsIneligibleForEveryHost() {
    for (Host host : SampleHosts.all().values()) {
      Recommendation answer = recommend(host);

      assertThat(answer.best()).isNotEqualTo(Optional.of(Vmm.DOCKER_VMM));
      assertThat(candidate(answer, Vmm.DOCKER_VMM).eligibility()).isEqualTo(Eligibility.INELIGIBLE);
      if (host.equals(SampleHosts.windows())) {
        continue; // of which only the operating system is told
      }
      Finding forbidden = finding(answer, Vmm.DOCKER_VMM, "acme-forbids-docker-vmm");
      assertThat(forbidden.outcome()).isEqualTo(Outcome.VIOLATED);
      assertThat(forbidden.severity()).isEqualTo(Severity.BLOCKER);
      assertThat(forbidden.message()).contains("Acme allows no betas");
      assertThat(forbidden.sources()).containsExactly("acme");
    }
    assertThat(VmmAdvisor.recommend(SampleHosts.appleSilicon()).best()).contains(Vmm.DOCKER_VMM);
    assertThat(recommend(SampleHosts.appleSilicon()).best())
        .contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
  }

  @Test
  void lessThanEightGibibytesAreABlockerForEveryVmm() {
    Host host = SampleHosts.intelOnHyperKit(); // 6144 MiB
    Recommendation answer = recommend(host);

    assertThat(VmmAdvisor.recommend(host).best()).isPresent();
    assertThat(answer.best()).isEmpty();
    for (Vmm vmm : Vmm.values()) {
      Finding finding = finding(answer, vmm, "acme-vm-memory");
      assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
      assertThat(finding.remedies()).isEqualTo(List.of(new Remedy.RaiseVmMemory(8192)));
    }
    Host raised =
        Host.builder()
            .from(host)
            .dockerDesktop(
                DockerDesktop.builder().from(host.dockerDesktop()).memoryMiB(8192).build())
            .build();
    assertThat(recommend(raised).best()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
  }

  @Test
  void mongoDbOnABindMountIsABlockerForEveryVmm() {
    Recommendation answer = recommend(SampleHosts.appleSiliconWithMongoDbOnBindMount());

    assertThat(answer.best()).isEmpty();
    for (Vmm vmm : Vmm.values()) {
      Finding finding = finding(answer, vmm, "acme-mongodb-on-named-volumes");
      assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
      assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
      assertThat(finding.remedies())
          .isEqualTo(List.of(new Remedy.MoveDatabaseToNamedVolume(List.of("mongodb"))));
      assertThat(finding(recommend(SampleHosts.appleSilicon()), vmm, finding.code()).outcome())
          .isEqualTo(Outcome.SATISFIED);
    }
  }

  @Test
  void waivedFindingStaysVisibleAndDecidesNothing() throws IOException {
    Catalog catalog = withWaiver(TODAY);

    Host host = SampleHosts.appleSiliconWithMongoDbOnBindMount();
    Recommendation answer = VmmAdvisor.builder().catalog(catalog).build().recommend(host);

    Vmm best = Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
    assertThat(answer.best()).contains(best);
    Finding finding = finding(answer, best, "acme-mongodb-on-named-volumes");
    assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(finding.waiver()).map(it -> it.owner()).contains("search team");
    assertThat(catalog.layers()).containsExactly("acme 2026-09", "team 1");
    assertThat(answer.notices()).isEmpty();
  }

  @Test
  void ruleOfAnExpiredWaiverCountsAndEachAnswerHasANotice() throws IOException {
    Catalog catalog = withWaiver(LocalDate.of(2027, 1, 1));
    Advisor advisor = VmmAdvisor.builder().catalog(catalog).build();
    Host host = SampleHosts.appleSiliconWithMongoDbOnBindMount();

    Recommendation answer = advisor.recommend(host);

    assertThat(answer.best()).isEqualTo(recommend(host).best());
    assertThat(answer.candidates()).isEqualTo(recommend(host).candidates());
    assertThat(
            List.of(
                answer.notices(),
                advisor.validate(host).notices(),
                advisor.diagnose(host, "boom").notices(),
                advisor
                    .lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.90.0")))
                    .notices()))
        .allSatisfy(
            notices ->
                assertThat(notices)
                    .singleElement()
                    .satisfies(
                        notice -> {
                          assertThat(notice.code()).isEqualTo("waiver-expired");
                          assertThat(notice.parameters())
                              .isEqualTo(
                                  Map.of(
                                      "code", "acme-mongodb-on-named-volumes",
                                      "expires", "2026-12-31",
                                      "owner", "search team"));
                        }));
    assertThat(answer.notices())
        .extracting(Notice::message)
        .containsExactly(
            "the waiver of acme-mongodb-on-named-volumes by search team expired on 2026-12-31, so"
                + " the rule counts again");
    assertThat(answer.toString().replaceAll("\n *", " ")).contains("expired on 2026-12-31");
    assertThat(
            VmmAdvisor.builder()
                .catalog(catalog)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .build()
                .recommend(host)
                .notices())
        .extracting(Notice::message)
        .containsExactly(
            "search team 对规则 acme-mongodb-on-named-volumes 的豁免已于 2026-12-31 到期，该规则重新生效");
  }

  private static Catalog withWaiver(LocalDate today) throws IOException {
    String waiver =
        """
        {"id": "team", "version": "1",
         "waivers": [{"code": "acme-mongodb-on-named-volumes", "reason": "A test database.",
                      "owner": "search team", "expires": "2026-12-31"}]}
        """;
    return ACME.withLayer(
        Catalogs.readLayer(new ByteArrayInputStream(waiver.getBytes(StandardCharsets.UTF_8))),
        today);
  }
}

package dev.vmmadvisor.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.SampleHosts;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default page of a recommendation fits on a terminal of 80 columns and 24 lines. */
class PageLimitsTest {

  private static final int COLUMNS = 80;
  private static final List<Advisor> ADVISORS =
      List.of(
          VmmAdvisor.builder().build(),
          VmmAdvisor.builder().locale(Locale.SIMPLIFIED_CHINESE).build());

  @Provide
  Arbitrary<Host> hosts() {
    return Arbitraries.oneOf(
        HostArbitraries.hosts(), HostArbitraries.partialHosts(), HostArbitraries.macs());
  }

  @Property(tries = 500)
  void noLineIsWiderThanTheTerminal(@ForAll("hosts") Host host) {
    for (Advisor advisor : ADVISORS) {
      assertThat(advisor.recommend(host).text().lines())
          .allMatch(line -> TextWidth.of(line) <= COLUMNS || isOneWord(line));
    }
  }

  /** Whether a line has no place at which it could be broken. */
  private static boolean isOneWord(String line) {
    String words = line.strip();
    return !words.contains(" ") && words.codePoints().noneMatch(TextWidth::isWide);
  }

  @Test
  void norIsOneForTheSampleHosts() {
    for (Advisor advisor : ADVISORS) {
      for (Host host : SampleHosts.all().values()) {
        assertThat(advisor.recommend(host).text().lines())
            .allMatch(line -> TextWidth.of(line) <= COLUMNS);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker-vmm", "apple-virtualization-framework"})
  void thePageOfAnOrdinaryMacFits(String vmm) {
    Host host =
        Host.builder()
            .architecture(Architecture.ARM64)
            .chip("Apple M3 Pro")
            .macOsVersion("15.2")
            .memoryMiB(18432)
            .rosettaInstalled(true)
            .dockerDesktop(
                d ->
                    d.version(Catalogs.builtIn().newestRelease())
                        .vmm(Vmm.fromId(vmm))
                        .fileSharing(FileSharing.VIRTIOFS)
                        .memoryMiB(8192))
            .workload(
                w ->
                    w.imageArchitectures(List.of("arm64"))
                        .databases(List.of())
                        .mounts(List.of("home"))
                        .traits(List.of()))
            .build();

    for (Advisor advisor : ADVISORS) {
      String page = advisor.recommend(host).text();
      assertThat(page.lines().count()).as(page).isLessThanOrEqualTo(24);
    }
  }

  @Test
  void thePageOfAnUnknownHostIsShort() {
    for (Advisor advisor : ADVISORS) {
      String page = advisor.recommend(Host.builder().build()).text();
      assertThat(page.lines().count()).as(page).isLessThanOrEqualTo(20);
    }
  }
}

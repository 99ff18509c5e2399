package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Guide;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuiltInCatalogTest {

  private static final Catalog CATALOG = BuiltInCatalog.get();

  private static Set<String> cited() {
    Set<String> cited = new TreeSet<>();
    for (Rule rule : CATALOG.rules()) {
      cited.addAll(rule.sources());
    }
    for (Guide guide : CATALOG.guides()) {
      cited.addAll(guide.sources());
    }
    for (VmmProfile profile : CATALOG.vmms()) {
      cited.addAll(profile.sources());
      for (Lifecycle lifecycle : profile.lifecycle()) {
        cited.addAll(lifecycle.sources());
      }
      for (PerformanceClaim claim : profile.performance()) {
        cited.addAll(claim.sources());
      }
    }
    return cited;
  }

  @Test
  void everyStatementOfTheMissionsPageIsCited() {
    Set<String> cited = cited();

    List<String> missing =
        IntStream.rangeClosed(1, 16)
            .mapToObj(number -> "mission:S" + number)
            .filter(id -> !cited.contains(id))
            .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void everySourceIsCitedBySomething() {
    assertThat(CATALOG.sources())
        .extracting(Source::id)
        .containsExactlyInAnyOrderElementsOf(cited());
  }

  @Test
  void thereIsOneProfileForEachVmm() {
    assertThat(CATALOG.vmms()).extracting(VmmProfile::vmm).containsExactlyInAnyOrder(Vmm.values());
  }

  @Test
  void itSaysWhatItIsAndHowNewItIs() {
    assertThat(CATALOG.id()).isEqualTo("docker-desktop-mac");
    assertThat(CATALOG.asOf()).isEqualTo("2026-09-21");
    assertThat(CATALOG.newestRelease()).isEqualTo(Version.parse("4.92.0"));
  }

  @Test
  void messagesNeverMixQemuTheVmmWithUserModeEmulation() {
    for (Rule rule : CATALOG.rules()) {
      if (rule.text().contains("emulation")) {
        assertThat(rule.text()).as(rule.code()).contains("user-mode emulation");
      }
      if (rule.text().contains("QEMU")) {
        assertThat(rule.text()).as(rule.code()).containsAnyOf("virtual machine manager");
      }
    }
  }
}

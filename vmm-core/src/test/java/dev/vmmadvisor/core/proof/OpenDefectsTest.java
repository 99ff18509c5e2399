package dev.vmmadvisor.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * What generated catalogs have shown to be against the documents, each in its smallest form. The
 * built-in catalog has none of these. {@link GeneratedCatalogs} keeps clear of them until they are
 * mended.
 */
class OpenDefectsTest {

  @Test
  @Disabled(
      "A deprecation as a rule takes the place of a removal as a phase, so that to be deprecated as"
          + " well makes a VMM better; what it could turn out to be then has no lower bound")
  void aRemovedVmmGainsNothingByADeprecation() throws IOException {
    Advisor advisor = advisor();
    String host = "{\"architecture\": \"%s\", \"dockerDesktop\": {\"version\": \"4.4.0\"}}";

    Recommendation arm = advisor.recommend(VmmJson.readHost(host.formatted("arm64")));
    Recommendation intel = advisor.recommend(VmmJson.readHost(host.formatted("x86_64")));
    Recommendation open =
        advisor.recommend(VmmJson.readHost("{\"dockerDesktop\": {\"version\": \"4.4.0\"}}"));

    assertThat(open.certainty() == Certainty.CERTAIN).isEqualTo(arm.best().equals(intel.best()));
    assertThat(arm.best()).isEqualTo(intel.best());
  }

  /** All VMMs are removed by their phase; HyperKit is deprecated besides, on arm64. */
  private static Advisor advisor() throws IOException {
    StringBuilder vmms = new StringBuilder();
    for (String vmm :
        new String[] {"docker-vmm", "apple-virtualization-framework", "qemu", "hyperkit"}) {
      vmms.append(vmms.isEmpty() ? "" : ", ")
          .append(
              """
              {"vmm": "%s", "text": "A VMM.", "sources": ["s:1"],
               "lifecycle": [{"code": "%s-removed", "phase": "removed", "releases": "(,)",
                              "text": "Gone.", "confidence": "high", "sources": ["s:1"]}]}
              """
                  .formatted(vmm, vmm));
    }
    String json =
        """
        {"id": "small", "version": "1", "asOf": "2026-09-21",
         "oldestRelease": "4.1.0", "newestRelease": "4.9.0",
         "sources": [{"id": "s:1", "kind": "manual", "document": "Manual", "read": "2026-09-21"}],
         "vmms": [%s],
         "deprecations": [{"code": "hyperkit-deprecated", "vmms": ["hyperkit"],
                           "phase": "deprecated", "replacements": [],
                           "when": {"fact": "architecture", "equals": "arm64"},
                           "text": "Going.", "confidence": "high", "sources": ["s:1"]}]}
        """
            .formatted(vmms);
    return VmmAdvisor.builder()
        .catalog(Catalogs.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
        .build();
  }
}

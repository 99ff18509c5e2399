package dev.vmmadvisor.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.json.VmmJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every place of a Catalog document in which a release or a value is named. */
class BoundariesOfDocumentsTest {

  /** Each entry begins with a release of its own, and each condition has a number of its own. */
  private static final String EVERYWHERE =
      """
      {"id": "small", "version": "1", "asOf": "2026-09-21",
       "oldestRelease": "4.1.0", "newestRelease": "4.9.0",
       "sources": [{"id": "s:1", "kind": "manual", "document": "Manual", "read": "2026-09-21"}],
       "vmms": [
         {"vmm": "docker-vmm", "text": "A VMM.", "sources": ["s:1"],
          "lifecycle": [{"code": "beta", "phase": "beta", "releases": "[4.1.0,)", %1$s],
          "engines": [{"code": "one", "name": "one", "releases": "[4.2.0,)", %1$s],
          "performance": [{"code": "fast", "releases": "[4.3.0,)",
                           "when": {"fact": "memoryMiB", "atLeast": 1}, %1$s],
          "defaultWhen": {"fact": "memoryMiB", "atLeast": 2}}],
       "fileSharing": [
         {"fileSharing": "virtiofs", "text": "Fast.", "sources": ["s:1"],
          "lifecycle": [{"code": "there", "phase": "beta", "releases": "[4.4.0,)", %1$s]}],
       "settings": [
         {"code": "setting", "vmms": ["docker-vmm"], "releases": "[4.5.0,)",
          "when": {"fact": "memoryMiB", "atLeast": 3},
          "present": {"fact": "memoryMiB", "atLeast": 4}, %1$s],
       "deprecations": [{"code": "going", "vmms": ["docker-vmm"], "releases": "[4.6.0,)",
                         "phase": "deprecated", "replacements": [], %1$s],
       "guides": [{"action": "switch-vmm", "releases": "[4.7.0,)", "place": "Settings",
                   "button": "Apply", "confidence": "high", "sources": ["s:1"]}],
       "statements": [{"code": "plan", "subject": "rosetta", "releases": "[4.8.0,)", %1$s]}
      """
          .formatted("\"text\": \"Something.\", \"confidence\": \"high\", \"sources\": [\"s:1\"]}");

  private static Boundaries boundaries(String json) throws IOException {
    return VmmJson.readCatalog(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
        .boundaries();
  }

  @Test
  void everyReleaseWithWhichSomethingDecidedBeginsIsOne() throws IOException {
    List<Object> releases =
        IntStream.rangeClosed(1, 7)
            .<Object>mapToObj(minor -> Version.parse("4." + minor + ".0"))
            .toList();

    assertThat(boundaries(EVERYWHERE).values(Fact.DOCKER_DESKTOP_VERSION)).isEqualTo(releases);
  }

  @Test
  void everyConditionCounts() throws IOException {
    assertThat(boundaries(EVERYWHERE).values(Fact.MEMORY)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void boundariesEqualNothingElse() throws IOException {
    assertThat(boundaries(EVERYWHERE)).isNotEqualTo(EVERYWHERE).isNotEqualTo(null);
  }
}

package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Disagreement;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Statement;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The register of the facts that were researched, and of those that later releases brought: where
 * each is carried, or why it is left out.
 */
class RegisterTest {

  private static final Catalog CATALOG = Catalogs.builtIn();

  private static JsonNode register() throws IOException {
    try (InputStream json =
        Objects.requireNonNull(RegisterTest.class.getResourceAsStream("register.json"))) {
      return new JsonMapper().readTree(json);
    }
  }

  /** Every entry of the catalog by its code, with its sources. */
  private static Map<String, List<String>> entries() {
    Map<String, List<String>> entries = new LinkedHashMap<>();
    for (Rule rule : CATALOG.rules()) {
      entries.put(rule.code(), rule.sources());
    }
    for (VmmProfile profile : CATALOG.vmms()) {
      for (Lifecycle lifecycle : profile.lifecycle()) {
        entries.put(lifecycle.code(), lifecycle.sources());
      }
      for (Engine engine : profile.engines()) {
        entries.put(engine.code(), engine.sources());
      }
      for (PerformanceClaim claim : profile.performance()) {
        entries.put(claim.code(), claim.sources());
      }
    }
    for (FileSharingProfile profile : CATALOG.fileSharing()) {
      for (Lifecycle lifecycle : profile.lifecycle()) {
        entries.put(lifecycle.code(), lifecycle.sources());
      }
    }
    for (LogMessage message : CATALOG.messages()) {
      entries.put(message.code(), message.sources());
    }
    for (Statement statement : CATALOG.statements()) {
      entries.put(statement.code(), statement.sources());
    }
    for (Disagreement disagreement : CATALOG.disagreements()) {
      entries.put(disagreement.code(), disagreement.sources());
    }
    return entries;
  }

  @Test
  void everyResearchedFactIsCarriedOrLeftOutForAReason() throws IOException {
    Set<String> codes = entries().keySet();
    List<String> wrong = new ArrayList<>();
    register()
        .properties()
        .forEach(
            fact -> {
              JsonNode carried = fact.getValue().path("entries");
              String reason = fact.getValue().path("leftOut").asText();
              boolean fine =
                  carried.isEmpty()
                      ? reason.endsWith(".") && reason.contains(" ")
                      : reason.isEmpty();
              for (JsonNode code : carried) {
                fine &= codes.contains(code.asText()) || code.asText().equals("guides");
              }
              if (!fine) {
                wrong.add(fact.getKey() + " " + fact.getValue());
              }
            });

    assertThat(register().size()).isGreaterThanOrEqualTo(183);
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyEntryComesFromAResearchedFactOrFromTheMissionsPage() throws IOException {
    Set<String> carried = new TreeSet<>();
    register().forEach(fact -> fact.path("entries").forEach(code -> carried.add(code.asText())));

    Map<String, List<String>> entries = entries();
    entries.keySet().removeAll(carried);
    entries
        .values()
        .removeIf(sources -> sources.stream().anyMatch(id -> id.startsWith("mission:")));

    assertThat(entries.keySet())
        .as("entries that stand in no line of register.json, and should")
        .containsExactlyInAnyOrder(
            "docker-vmm-nested-volumes-detach", // read after the research
            "qemu-no-rosetta", // the other side of "the only VMM with Rosetta"
            "rosetta-off-with-amd64-images"); // what switching it off means
  }
}

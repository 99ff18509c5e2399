package dev.vmmadvisor.core.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.core.input.JsonInput;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the output of {@code system_profiler -json SPHardwareDataType}: the chip, the architecture,
 * the physical memory, and a Mac in a virtual machine.
 */
public final class SystemProfiler {

  static final String PLACE = "system_profiler";
  private static final Pattern MEMORY = Pattern.compile("([0-9]{1,5}) (GB|TB)");

  private SystemProfiler() {}

  /**
   * Reads the output.
   *
   * @param json the output
   * @return the facts in it
   * @throws dev.vmmadvisor.api.json.DocumentException if it is not a JSON object
   */
  public static Reading read(String json) {
    Objects.requireNonNull(json, "json");
    EvidenceCollector collector = new EvidenceCollector(Origin.Kind.COMMAND, PLACE);
    ObjectNode root = JsonInput.object(json);
    JsonNode hardware = root.path("SPHardwareDataType").path(0);
    text(hardware, "chip_type")
        .or(() -> text(hardware, "cpu_type"))
        .ifPresent(
            chip ->
                Sysctl.chip(chip, hardware.has("chip_type") ? "chip_type" : "cpu_type", collector));
    text(hardware, "physical_memory").ifPresent(memory -> memory(memory, collector));
    text(hardware, "machine_model")
        .ifPresent(model -> Sysctl.model(model, "machine_model", collector));
    return collector.reading();
  }

  /** Adds the memory; the unit "GB" in the output means GiB. */
  private static void memory(String memory, EvidenceCollector collector) {
    Matcher matcher = MEMORY.matcher(memory);
    if (!matcher.matches()) {
      collector.unreadable(Fact.MEMORY, memory, "physical_memory");
      return;
    }
    long gib = Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("TB") ? 1024 : 1);
    if (gib * 1024 > Integer.MAX_VALUE) {
      collector.unreadable(Fact.MEMORY, memory, "physical_memory");
      return;
    }
    collector.add(Fact.MEMORY, (int) (gib * 1024), "physical_memory", Confidence.HIGH);
  }

  private static Optional<String> text(JsonNode object, String key) {
    return Optional.of(object.path(key))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isBlank());
  }
}

package dev.vmmadvisor.core.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A host as the API of Fleet lists it: the details of one machine, optionally with its software.
 */
final class FleetHost {

  /** The fields that are read, apart from {@code software}. */
  static final List<String> DETAILS =
      List.of("platform", "os_version", "cpu_brand", "cpu_type", "hardware_model", "memory");

  private static final List<String> NAMES = List.of("hostname", "computer_name", "display_name");
  private static final List<String> IDS = List.of("uuid", "hardware_serial", "id");
  private static final String MACOS = "macOS ";

  private final JsonNode host;

  FleetHost(JsonNode host) {
    this.host = host;
  }

  /**
   * Whether an object, at any position, is such a host and not a row of an osquery table. The table
   * {@code os_version} has a platform as well, and a row that is joined with others can have a
   * name.
   */
  static boolean isOne(JsonNode object) {
    return object.has("platform")
        && Stream.concat(NAMES.stream(), IDS.stream()).anyMatch(object::has)
        && !object.has("version")
        && !object.has("major");
  }

  /** Whether an element of a list {@code hosts} is such a host. */
  static boolean isElement(JsonNode object) {
    return object.isObject() && DETAILS.stream().anyMatch(object::has);
  }

  /** The name of the machine, if present. */
  Optional<String> name() {
    Optional<String> name = first(NAMES);
    return name.isPresent() ? name : first(IDS).map(id -> "host " + id);
  }

  /** The id that distinguishes machines of the same name; empty if there is none. */
  String id() {
    return first(IDS).orElse("");
  }

  private Optional<String> first(List<String> fields) {
    return fields.stream()
        .map(field -> host.path(field).asText().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** Its details as the osquery rows from which Fleet takes them. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    ObjectNode system = JsonNodeFactory.instance.objectNode();
    String version = host.path("os_version").asText();
    String platform = host.path("platform").asText();
    system.put("platform", platform);
    system.put("name", platform.equals("darwin") ? MACOS.strip() : platform);
    system.put("version", version.startsWith(MACOS) ? version.substring(MACOS.length()) : version);
    rows.add(Row.of(system));
    ObjectNode hardware = JsonNodeFactory.instance.objectNode();
    for (String column : List.of("cpu_brand", "cpu_type", "hardware_model")) {
      hardware.put(column, host.path(column).asText());
    }
    hardware.put("physical_memory", host.path("memory").asText());
    rows.add(Row.of(hardware));
    for (JsonNode software : host.path("software")) {
      ObjectNode app = JsonNodeFactory.instance.objectNode();
      app.put("name", software.path("name").asText());
      app.put("bundle_identifier", software.path("bundle_identifier").asText());
      app.put("bundle_short_version", software.path("version").asText());
      app.put("path", software.path("installed_paths").path(0).asText());
      if (software.path("source").asText("apps").equals("apps")) {
        rows.add(Row.of(app));
      }
    }
    return rows;
  }
}

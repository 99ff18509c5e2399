package dev.vmmadvisor.core.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A host as the API of Fleet lists it: details of one machine, perhaps with its software. */
final class FleetHost {

  private static final String MACOS = "macOS ";

  private final JsonNode host;

  FleetHost(JsonNode host) {
    this.host = host;
  }

  /** Whether an object is such a host, and no row of a table of osquery. */
  static boolean isOne(JsonNode object) {
    return object.has("hostname") && object.has("platform") && object.has("id");
  }

  /** The name of the machine. */
  String name() {
    String name = host.path("hostname").asText().strip();
    return name.isEmpty() ? "host " + host.path("id").asText() : name;
  }

  /** What tells it from machines of the same name. */
  String id() {
    String uuid = host.path("uuid").asText();
    return uuid.isEmpty() ? host.path("id").asText() : uuid;
  }

  /** Its details as the rows of osquery from which Fleet has them. */
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

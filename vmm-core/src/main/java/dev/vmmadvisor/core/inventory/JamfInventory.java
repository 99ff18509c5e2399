package dev.vmmadvisor.core.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.detect.HostDetector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the computers inventory of Jamf Pro: one or more pages with {@code results}, a list of
 * computers, or one computer.
 *
 * <p>The inventory has the hardware, macOS and the version of Docker Desktop. An extension
 * attribute with the path of a fact in the Host document as its name, such as {@code
 * dockerDesktop.memoryMiB}, holds that fact; the words of a list are separated by blanks. If
 * equally credible fields contradict, such as the Apple silicon field and the processor type, the
 * fact is unknown. Both take precedence over the architecture field, which can be that of a program
 * under Rosetta. A contradiction becomes a notice.
 *
 * <p>The notices of a host are {@code contested-evidence}, {@code contradicting-evidence}, and
 * {@code unreadable-value} with {@code value} and {@code origin} for a value that its fact does not
 * accept.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class JamfInventory {

  private static final String PLACE = "Jamf Pro";
  private static final List<String> FIELDS =
      List.of(
          "applications.bundleId",
          "applications.name",
          "applications.path",
          "applications.version",
          "extensionAttributes.name",
          "extensionAttributes.values",
          "general.name",
          "hardware.appleSilicon",
          "hardware.modelIdentifier",
          "hardware.processorArchitecture",
          "hardware.processorType",
          "hardware.serialNumber",
          "hardware.totalRamMegabytes",
          "id",
          "operatingSystem.version",
          "udid");

  private final Map<String, Computer> computers = new LinkedHashMap<>(); // by identity
  private final InventoryProblems problems = new InventoryProblems();

  JamfInventory() {}

  /**
   * Reads an inventory.
   *
   * @param json the inventory in UTF-8, or in UTF-16 with a byte order mark; it is read to its end
   *     and not closed
   * @return the computers, without users, and the problems
   * @throws IOException if the stream cannot be read
   */
  public static Inventory read(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    JamfInventory inventory = new JamfInventory();
    JsonElementStream.read(
        json,
        "computers of Jamf Pro",
        inventory.problems,
        (computer, line, list) -> inventory.computer(computer, line));
    return inventory.problems.inventory(
        inventory.computers.values().stream().map(Computer::host).toList());
  }

  /**
   * Reads an inventory from memory.
   *
   * @param json the inventory
   * @return the computers, without users, and the problems
   */
  public static Inventory read(String json) {
    Objects.requireNonNull(json, "json");
    try {
      return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * {@return the fields of a computer that are read, sorted; for a list, the fields of its
   * elements}
   */
  public static SortedSet<String> fields() {
    return new TreeSet<>(FIELDS);
  }

  /** Adds a computer and the line on which it begins. */
  void computer(JsonNode computer, int line) {
    String name = computer.path("general").path("name").asText().strip();
    if (name.isEmpty()) {
      problems.add(line, "$.general.name", "is missing; accepted: a computer of Jamf Pro");
      return;
    }
    InventoryEvidence findings = new InventoryEvidence(PLACE);
    hardware(computer.path("hardware"), findings);
    operatingSystem(computer.path("operatingSystem"), findings);
    applications(computer.path("applications"), findings);
    attributes(computer.path("extensionAttributes"), findings);
    for (String section : List.of("general", "hardware", "operatingSystem", "userAndLocation")) {
      attributes(computer.path(section).path("extensionAttributes"), findings);
    }
    computers
        .computeIfAbsent(identity(computer, line), key -> new Computer(name, line))
        .readings()
        .add(findings.reading());
  }

  /** The identity of a computer; a computer without any such field is distinct from all others. */
  private static String identity(JsonNode computer, int line) {
    for (String field : List.of("udid", "id")) {
      if (!text(computer, field).isBlank()) {
        return field + " " + text(computer, field);
      }
    }
    String serial = text(computer.path("hardware"), "serialNumber");
    return serial.isBlank() ? "" + line + " " + computer.hashCode() : "serial " + serial;
  }

  /** The readings of all records of one computer; a value that they contradict is not used. */
  private record Computer(String name, int line, List<Reading> readings) {
    Computer(String name, int line) {
      this(name, line, new ArrayList<>());
    }

    InventoryHost host() {
      return new InventoryHost(name, null, HostDetector.combine(readings), line);
    }
  }

  private static void hardware(JsonNode hardware, InventoryEvidence findings) {
    findings.appleSilicon("hardware.appleSilicon", text(hardware, "appleSilicon"));
    findings.brand("hardware.processorType", text(hardware, "processorType"));
    findings.cpuType("hardware.processorArchitecture", text(hardware, "processorArchitecture"));
    findings.fact(Fact.MEMORY, "hardware.totalRamMegabytes", text(hardware, "totalRamMegabytes"));
    findings.model("hardware.modelIdentifier", text(hardware, "modelIdentifier"));
  }

  /** Adds the version of macOS; Jamf Pro lists only Macs. */
  private static void operatingSystem(JsonNode system, InventoryEvidence findings) {
    String version = text(system, "version");
    if (!version.isBlank()) {
      findings.add(Fact.OPERATING_SYSTEM, Host.MACOS, "operatingSystem.version", Confidence.HIGH);
      findings.fact(Fact.MACOS_VERSION, "operatingSystem.version", version);
    }
  }

  private static void applications(JsonNode applications, InventoryEvidence findings) {
    List<JsonNode> apps = new ArrayList<>();
    for (JsonNode application : applications) {
      if (isDockerDesktop(application)) {
        apps.add(application);
      }
    }
    apps.stream()
        .sorted(Comparator.comparing(app -> text(app, "path"), AppLocation.ORDER))
        .map(app -> text(app, "version"))
        .filter(version -> !version.isBlank())
        .findFirst()
        .ifPresent(version -> findings.fact(Fact.DOCKER_DESKTOP_VERSION, "applications", version));
    AppLocation.reportSeveral(apps.stream().map(app -> text(app, "path")).toList(), findings);
  }

  private static boolean isDockerDesktop(JsonNode application) {
    String bundle = text(application, "bundleId");
    return bundle.isBlank()
        ? text(application, "name").equals("Docker.app")
            || text(application, "path").endsWith("/Docker.app")
        : bundle.equalsIgnoreCase("com.docker.docker");
  }

  private static void attributes(JsonNode attributes, InventoryEvidence findings) {
    for (JsonNode attribute : attributes) {
      String name = text(attribute, "name");
      Optional<Fact> fact = fact(name);
      if (fact.isPresent()) {
        List<String> values = new ArrayList<>();
        attribute.path("values").forEach(value -> values.add(value.asText()));
        findings.fact(fact.get(), "extension attribute " + name, String.join(" ", values));
      }
    }
  }

  private static Optional<Fact> fact(String path) {
    return Arrays.stream(Fact.values())
        .filter(fact -> fact != Fact.CHIP_GENERATION && fact != Fact.DATABASES)
        .filter(fact -> fact.path().equals(path))
        .findFirst();
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).asText("");
  }
}

package dev.vmmadvisor.core.inventory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.detect.DockerInfo;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.core.detect.ProcessList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts the rows of one host to facts, for each of its users. */
final class OsqueryHost {

  private static final Pattern OWNER =
      Pattern.compile("/Users/([^/]++)/Library/Containers/com\\.docker\\.docker/");

  private final String name;
  private final HostRowSet rows;
  private final Reading machine;
  private final boolean isMac;
  private final SettingsRows files;

  OsqueryHost(String name, HostRowSet rows) {
    this.name = name;
    this.rows = rows;
    Reading system = system();
    Optional<Object> operatingSystem = system.evidence(Fact.OPERATING_SYSTEM).map(Evidence::value);
    this.isMac = operatingSystem.isEmpty() || operatingSystem.get().equals(Host.MACOS);
    this.machine = isMac ? system.and(hardware()).and(apps()).and(rosetta()) : system;
    this.files = SettingsRows.of(rows.rows(OsqueryTable.FILE_KEYS));
  }

  /** The host, once for each user with settings or processes. */
  Stream<InventoryHost> hosts() {
    NavigableSet<String> users = new TreeSet<>();
    if (isMac) {
      users.addAll(files.users());
      processes().forEach(process -> owner(process).ifPresent(users::add));
    }
    if (users.isEmpty()) {
      return Stream.of(host(null, true));
    }
    return users.stream().map(user -> host(user, users.size() == 1));
  }

  private InventoryHost host(@Nullable String user, boolean isOnly) {
    List<Reading> readings = new ArrayList<>();
    readings.add(machine);
    List<ProcessList.Row> processes =
        processes().stream()
            .filter(each -> isOnly || owner(each).filter(o -> o.equals(user)).isPresent())
            .toList();
    if (isMac) {
      readings.add(ofInventory(ProcessList.read(processes)));
      if (user != null) {
        readings.add(settings(user, HostDetector.combine(readings).host()));
      }
      readings.add(files.admin());
      readings.add(dockerInfo(isOnly));
      readings.add(unattributed(isOnly));
    }
    readings.add(odd());
    Detection detection = HostDetector.combine(readings);
    if (ProcessList.isDockerDesktopRunning(processes)) {
      detection = Detection.builder().from(detection).dockerDesktopRunning(true).build();
    }
    return new InventoryHost(name, user, detection, rows.line());
  }

  private List<ProcessList.Row> processes() {
    return rows.rows(OsqueryTable.PROCESSES).stream().map(OsqueryTable::process).toList();
  }

  /** The user that a process works for, if its arguments name one. */
  private static Optional<String> owner(ProcessList.Row process) {
    Matcher matcher = OWNER.matcher(process.commandLine());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private Reading system() {
    InventoryEvidence findings = new InventoryEvidence("osquery os_version");
    for (Row row : rows.rows(OsqueryTable.OS_VERSION)) {
      String platform = row.value("platform").isEmpty() ? row.value("name") : row.value("platform");
      switch (platform) {
        case "darwin", "macOS", "Mac OS X" -> {
          findings.add(Fact.OPERATING_SYSTEM, Host.MACOS, "platform", Confidence.HIGH);
          macOs(row, findings);
        }
        case "windows" ->
            findings.add(Fact.OPERATING_SYSTEM, "windows", "platform", Confidence.HIGH);
        case "" -> {} // not collected
        default -> {
          if (!row.value("platform").isEmpty()) { // on Linux it is the distribution
            findings.add(Fact.OPERATING_SYSTEM, "linux", "platform", Confidence.HIGH);
          }
        }
      }
    }
    return findings.reading();
  }

  private static void macOs(Row row, InventoryEvidence findings) {
    if (!row.value("version").isEmpty()) {
      findings.fact(Fact.MACOS_VERSION, "version", row.value("version"));
    } else if (!row.value("major").isEmpty()) {
      String version =
          Stream.of("major", "minor", "patch")
              .map(row::value)
              .filter(part -> !part.isEmpty())
              .reduce((parts, part) -> parts + "." + part)
              .orElseThrow();
      findings.fact(Fact.MACOS_VERSION, "major", version);
    }
  }

  private Reading hardware() {
    InventoryEvidence findings = new InventoryEvidence("osquery system_info");
    for (Row row : rows.rows(OsqueryTable.SYSTEM_INFO)) {
      findings.brand("cpu_brand", row.value("cpu_brand"));
      findings.cpuType("cpu_type", row.value("cpu_type"));
      findings.bytes("physical_memory", row.value("physical_memory"));
      findings.model("hardware_model", row.value("hardware_model"));
    }
    return findings.reading();
  }

  private Reading apps() {
    InventoryEvidence findings = new InventoryEvidence("osquery apps");
    List<Row> apps =
        rows.rows(OsqueryTable.APPS).stream()
            .sorted(Comparator.comparing(app -> app.value("path"), AppLocation.ORDER))
            .toList();
    if (!apps.isEmpty()) {
      findings.fact(
          Fact.DOCKER_DESKTOP_VERSION,
          "bundle_short_version",
          apps.get(0).value("bundle_short_version"));
    }
    AppLocation.reportSeveral(apps.stream().map(app -> app.value("path")).toList(), findings);
    return findings.reading();
  }

  private Reading rosetta() {
    InventoryEvidence findings = new InventoryEvidence("osquery file");
    rows.rows(OsqueryTable.FILE).stream()
        .findFirst()
        .ifPresent(
            file ->
                findings.add(Fact.ROSETTA_INSTALLED, true, file.value("path"), Confidence.MEDIUM));
    return findings.reading();
  }

  private Reading settings(String user, Host known) {
    Optional<Version> version = known.dockerDesktop().version();
    if (rows.hasApps() && rows.rows(OsqueryTable.APPS).isEmpty()) {
      return files.leftOver(user);
    }
    return files.settings(user, version, known);
  }

  /** The answer of the engine, which belongs to one user. */
  private Reading dockerInfo(boolean isOnly) {
    Reading reading = Reading.nothing();
    for (Row row : rows.rows(OsqueryTable.DOCKER_INFO)) {
      if (!isOnly) {
        return new Reading(List.of(), List.of(userUnknown("docker-info")));
      }
      ObjectNode info = JsonNodeFactory.instance.objectNode();
      info.put("OperatingSystem", row.value("os"));
      info.put("ServerVersion", row.value("server_version"));
      info.put("Architecture", row.value("architecture"));
      info.put("KernelVersion", row.value("kernel_version"));
      if (!row.value("cpus").isEmpty()) {
        info.put("NCPU", row.value("cpus"));
      }
      if (!row.value("memory").isEmpty()) {
        info.put("MemTotal", row.value("memory"));
      }
      reading = reading.and(ofInventory(DockerInfo.read(info.toString())));
    }
    return reading;
  }

  /** The processes without a known user, if there are several users. */
  private Reading unattributed(boolean isOnly) {
    List<ProcessList.Row> processes =
        processes().stream().filter(process -> owner(process).isEmpty()).toList();
    return isOnly || ProcessList.read(processes).evidence().isEmpty()
        ? Reading.nothing()
        : new Reading(List.of(), List.of(userUnknown("processes")));
  }

  private static Notice userUnknown(String reason) {
    return new Notice(
        "user-unknown",
        "",
        Map.of("reason", reason),
        "several users have settings, and what the table "
            + (reason.equals("processes") ? "processes" : "docker_info")
            + " tells is of one of them, it is not known which; it was not used");
  }

  private Reading odd() {
    List<Notice> notices = new ArrayList<>();
    if (!rows.unknown().isEmpty()) {
      notices.add(
          new Notice(
              "unknown-table",
              "",
              Map.of("columns", rows.unknown()),
              "a table with the columns " + rows.unknown() + " tells no fact"));
    }
    if (rows.isFull()) {
      notices.add(
          new Notice(
              "too-many-rows",
              "",
              Map.of("most", HostRowSet.MAX),
              "the host has more rows than " + HostRowSet.MAX + "; the others were not read"));
    }
    return new Reading(List.of(), notices);
  }

  /** A reading whose origins are rows of the inventory. */
  private static Reading ofInventory(Reading reading) {
    return new Reading(
        reading.evidence().stream()
            .map(
                each ->
                    new Evidence(
                        each.fact(),
                        each.value(),
                        new Origin(
                            Origin.Kind.INVENTORY,
                            each.origin().kind() == Origin.Kind.PROCESS
                                ? "osquery processes"
                                : "osquery docker_info",
                            each.origin().key()),
                        each.confidence(),
                        each.running()))
            .toList(),
        reading.notices());
  }
}

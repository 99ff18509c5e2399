package dev.vmmadvisor.core.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.detect.AdminSettings;
import dev.vmmadvisor.core.detect.SettingsFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Docker Desktop's files on one host, assembled from rows with one key each. */
final class SettingsRows {

  private static final String ADMIN = "/admin-settings.json";
  private static final String OLD = "/settings.json";
  private static final String NEW = "/settings-store.json";
  private static final Version FIRST_WITH_NEW = Version.parse("4.35.0");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._/-]{1,100}");
  private static final int MAX_VALUE = 100; // in characters; no value that is read is longer
  private static final Set<String> NUMBERS = Set.of("memorymib", "cpus", "settingsversion");

  private final Map<String, ObjectNode> files = new TreeMap<>(); // by path

  private SettingsRows() {}

  static SettingsRows of(List<Row> rows) {
    SettingsRows keys = new SettingsRows();
    for (Row row : rows) {
      if (!KEY.matcher(row.value("fullkey")).matches()) {
        continue; // not a key of Docker Desktop
      }
      ObjectNode file =
          keys.files.computeIfAbsent(
              row.value("path"), path -> JsonNodeFactory.instance.objectNode());
      put(file, row.value("fullkey"), row.value("value"));
    }
    return keys;
  }

  /** Stores a value at a path of keys such as {@code useGrpcfuse/locked}. */
  private static void put(ObjectNode file, String fullKey, String value) {
    String[] path = fullKey.split("/", 9);
    ObjectNode object = file;
    for (int i = 0; i < path.length - 1; i++) {
      object = object.get(path[i]) instanceof ObjectNode child ? child : object.putObject(path[i]);
    }
    String key = path[path.length - 1];
    if (!(object.get(key) instanceof ObjectNode)) { // a parent key, which has no value
      object.set(key, typed(key, value));
    }
  }

  /** A value with the type that the key has in the file; tables have only text. */
  private static JsonNode typed(String key, String value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    boolean isNumber = NUMBERS.contains(key.toLowerCase(Locale.ROOT));
    if (value.isEmpty()) {
      return nodes.nullNode();
    }
    if (isNumber && value.matches("[0-9]{1,9}")) {
      return nodes.numberNode(Integer.parseInt(value));
    }
    return switch (value) {
      case "true", "1" -> nodes.booleanNode(true);
      case "false", "0" -> nodes.booleanNode(false);
      default -> nodes.textNode(value.substring(0, Math.min(value.length(), MAX_VALUE)));
    };
  }

  /** The users with settings. */
  NavigableSet<String> users() {
    NavigableSet<String> users = new TreeSet<>();
    files.keySet().stream().filter(path -> !path.endsWith(ADMIN)).forEach(p -> users.add(user(p)));
    return users;
  }

  /** The user whose home folder has a file, by the name of that folder. */
  private static String user(String path) {
    String home = path.substring(0, Math.max(0, path.indexOf("/Library/")));
    return home.substring(home.lastIndexOf('/') + 1);
  }

  private List<String> of(String user) {
    return files.keySet().stream()
        .filter(path -> !path.endsWith(ADMIN) && user(path).equals(user))
        .toList();
  }

  /** The settings that an administrator locked, if the file exists. */
  Reading admin() {
    Reading reading = Reading.nothing();
    for (Map.Entry<String, ObjectNode> file : files.entrySet()) {
      if (file.getKey().endsWith(ADMIN)) {
        Reading whole = AdminSettings.read(file.getValue().toString());
        boolean isWhole = file.getValue().has("configurationFileVersion");
        reading =
            reading.and(
                new Reading(
                    whole.evidence().stream()
                        .filter(each -> isWhole || !each.value().equals(List.of()))
                        .toList(),
                    whole.notices()));
      }
    }
    return reading;
  }

  /** The notice that the settings of a user belong to an app that was removed. */
  Reading leftOver(String user) {
    return new Reading(
        List.of(),
        of(user).stream()
            .map(
                path ->
                    new Notice(
                        "left-over-settings-file",
                        "",
                        Map.of("file", path),
                        path + " is left over: Docker Desktop is not installed"))
            .toList());
  }

  /** The settings of a user. */
  Reading settings(String user, Optional<Version> version, Host known) {
    List<String> paths = of(user);
    if (paths.isEmpty()) {
      return Reading.nothing();
    }
    boolean isOld = version.filter(each -> each.compareTo(FIRST_WITH_NEW) < 0).isPresent();
    String end = isOld ? OLD : NEW;
    String taken =
        paths.stream().filter(path -> path.endsWith(end)).findFirst().orElse(paths.get(0));
    Reading reading = settings(taken, known);
    for (String path : paths) {
      if (!path.equals(taken)) {
        reading = reading.and(stale(path, taken));
      }
    }
    return reading;
  }

  private static Reading stale(String path, String taken) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("taken", taken);
    parameters.put("stale", path);
    return new Reading(
        List.of(),
        List.of(
            new Notice(
                "stale-settings-file",
                Fact.CURRENT_VMM.path(),
                parameters,
                taken + " was read; " + path + " beside it is of another release")));
  }

  private Reading settings(String path, Host known) {
    ObjectNode file = Optional.ofNullable(files.get(path)).orElseThrow();
    Reading reading = SettingsFile.reading(file.toString(), path, known);
    if (has(file, "SettingsVersion")) {
      return reading;
    }
    Reading partial =
        new Reading(
            List.of(),
            List.of(
                new Notice(
                    "partial-settings-file",
                    "",
                    Map.of("file", path),
                    "the rows of "
                        + path
                        + " are not all of its keys; a key that is missing tells nothing")));
    return new Reading(
            reading.evidence().stream().filter(each -> isStated(each, file)).toList(),
            reading.notices())
        .and(partial);
  }

  /** Whether evidence does not depend on a missing key. */
  private static boolean isStated(Evidence evidence, ObjectNode file) {
    return switch (evidence.fact()) {
      case CURRENT_VMM -> has(file, "UseLibkrun") && has(file, "UseVirtualizationFramework");
      case FILE_SHARING ->
          has(file, "UseVirtualizationFrameworkVirtioFS") && has(file, "UseGrpcfuse");
      default -> true;
    };
  }

  private static boolean has(ObjectNode file, String key) {
    return file.properties().stream().anyMatch(each -> each.getKey().equalsIgnoreCase(key));
  }
}

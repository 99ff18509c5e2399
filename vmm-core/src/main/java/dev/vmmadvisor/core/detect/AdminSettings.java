package dev.vmmadvisor.core.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code admin-settings.json}, in which an administrator locks settings.
 *
 * <p>Docker Desktop applies the file only with a Docker Business subscription and a signed-in user.
 * The file does not show whether these conditions are met, so its facts have medium confidence.
 * Only settings that are facts of a host are read. A setting that is not locked is only a default
 * and yields no fact. The file has no key for the VMM or for the memory of the Linux VM.
 */
public final class AdminSettings {

  private static final String NAME = "admin-settings.json";
  private static final String ROSETTA = "useVirtualizationFrameworkRosetta";
  private static final String VIRTIOFS = "useVirtualizationFrameworkVirtioFS";
  private static final String GRPC_FUSE = "useGrpcfuse";

  private final ObjectNode keys;
  private final EvidenceCollector collector;
  private boolean readable = true;

  private AdminSettings(ObjectNode keys, String place) {
    this.keys = keys;
    this.collector = new EvidenceCollector(Origin.Kind.FILE, place);
  }

  /**
   * Reads the file.
   *
   * @param json its content; it is read to its end and not closed
   * @return the locked settings, empty if none is locked, and the values they are locked to
   * @throws dev.vmmadvisor.api.json.DocumentException if the content is not a JSON object
   * @throws IOException if the stream cannot be read
   */
  public static Reading read(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    return new AdminSettings(JsonInput.object(json), NAME).reading();
  }

  /**
   * Reads the file.
   *
   * @param json its content
   * @return the locked settings, empty if none is locked, and the values they are locked to
   * @throws dev.vmmadvisor.api.json.DocumentException if the content is not a JSON object
   */
  public static Reading read(String json) {
    Objects.requireNonNull(json, "json");
    return read(json, NAME);
  }

  static Reading read(String json, String place) {
    return new AdminSettings(JsonInput.object(json), place).reading();
  }

  private Reading reading() {
    List<String> locked = new ArrayList<>();
    Optional<Boolean> virtioFs = locked(VIRTIOFS);
    Optional<Boolean> grpcFuse = locked(GRPC_FUSE);
    Optional<Boolean> rosetta = locked(ROSETTA);
    if (virtioFs.isPresent() || grpcFuse.isPresent()) {
      locked.add(name(Fact.FILE_SHARING));
    }
    if (rosetta.isPresent()) {
      locked.add(name(Fact.ROSETTA_ENABLED));
    }
    if (readable) {
      collector.add(Fact.LOCKED_SETTINGS, locked, "locked", Confidence.MEDIUM);
    }
    if (virtioFs.equals(Optional.of(true))) {
      collector.add(Fact.FILE_SHARING, FileSharing.VIRTIOFS.id(), VIRTIOFS, Confidence.MEDIUM);
    } else if (virtioFs.equals(Optional.of(false)) && grpcFuse.equals(Optional.of(true))) {
      collector.add(Fact.FILE_SHARING, FileSharing.GRPC_FUSE.id(), GRPC_FUSE, Confidence.MEDIUM);
    }
    rosetta.ifPresent(on -> collector.add(Fact.ROSETTA_ENABLED, on, ROSETTA, Confidence.MEDIUM));
    return collector.reading();
  }

  /** The value that a switch is locked to, or empty if it is not locked. */
  private Optional<Boolean> locked(String key) {
    JsonNode setting = setting(key);
    if (setting.isMissingNode() || setting.isNull()) {
      return Optional.empty();
    }
    JsonNode locked = setting.path("locked");
    JsonNode value = setting.path("value");
    if (locked.isBoolean() && !locked.booleanValue()) {
      return Optional.empty();
    }
    if (!locked.isBoolean() || !value.isBoolean()) {
      readable = false;
      collector.notice(
          "unreadable-admin-setting",
          Fact.LOCKED_SETTINGS,
          new TreeMap<>(Map.of("key", key, "value", shown(setting))),
          NAME
              + ": "
              + key
              + ": "
              + shown(setting)
              + " is not accepted; accepted: {\"locked\": true, \"value\": true}");
      return Optional.empty();
    }
    return Optional.of(value.booleanValue());
  }

  /** The fields of a setting that are read, or the whole value if it is not an object. */
  private static String shown(JsonNode setting) {
    return setting.isObject()
        ? Stream.of("locked", "value")
            .filter(setting::has)
            .map(name -> "\"" + name + "\": " + JsonInput.shown(setting.path(name)))
            .collect(Collectors.joining(", ", "{", "}"))
        : JsonInput.shown(setting);
  }

  /**
   * The value of a key in whatever case. Of keys that differ in case only and have different
   * values, a text with both, as none of them is more credible.
   */
  private JsonNode setting(String key) {
    List<JsonNode> values =
        keys.properties().stream()
            .filter(property -> property.getKey().equalsIgnoreCase(key))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return values.isEmpty()
        ? MissingNode.getInstance()
        : values.size() == 1
            ? values.get(0)
            : TextNode.valueOf(
                values.stream().map(AdminSettings::shown).collect(Collectors.joining(" and ")));
  }

  private static String name(Fact fact) {
    return fact.path().substring(fact.path().indexOf('.') + 1);
  }
}

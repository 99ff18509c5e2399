package dev.vmmadvisor.core.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.core.input.JsonInput;
import java.util.Optional;
import java.util.stream.Stream;

/** The path from which Docker Desktop was started, according to its settings file. */
final class LaunchPath {

  private LaunchPath() {}

  /** The path of the app, or empty if the file does not have it. */
  static Optional<String> of(String settings) {
    try {
      ObjectNode keys = JsonInput.object(settings);
      return Stream.of("DockerAppLaunchPath", "dockerAppLaunchPath")
          .map(keys::path)
          .filter(JsonNode::isTextual)
          .map(JsonNode::textValue)
          .filter(path -> path.startsWith("/") && path.endsWith(".app"))
          .findFirst();
    } catch (DocumentException e) {
      return Optional.empty(); // the reader of the settings reports it
    }
  }
}

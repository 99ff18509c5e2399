package dev.vmmadvisor.core.detect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.input.JsonInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the facts in one output of the Docker command. */
final class DockerCliOutput {

  private static final String PRODUCT = "Docker Desktop";
  private static final String OWN_CONTEXT = "desktop-"; // such as desktop-linux
  private static final String NO_ENGINE = "Cannot connect to the Docker daemon";

  private final String command;
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  /** Starts the output of a command, such as {@code docker info}. */
  DockerCliOutput(String command) {
    this.command = command;
  }

  /**
   * The JSON object in an output, or empty if the output is text. Lines before and after the
   * object, such as warnings, are skipped.
   *
   * @throws DocumentException if the object is not valid JSON
   */
  static Optional<ObjectNode> json(String answer) {
    List<String> lines = answer.replace("\uFEFF", "").lines().toList();
    int first = 0;
    while (first < lines.size() && !lines.get(first).stripLeading().startsWith("{")) {
      first++;
    }
    if (first == lines.size()) {
      return Optional.empty();
    }
    int end = lines.size();
    while (end > first + 1 && !lines.get(end - 1).stripTrailing().endsWith("}")) {
      end--;
    }
    return Optional.of(JsonInput.object(String.join("\n", lines.subList(first, end))));
  }

  /** A text for a message, quoted and shortened. */
  static String shown(String text) {
    return JsonInput.shown(TextNode.valueOf(text));
  }

  /** Whether a text says that no engine can be reached. */
  static boolean saysThereIsNoEngine(String text) {
    return text.contains(NO_ENGINE) || text.contains("Is the docker daemon running");
  }

  /** The exception for a text that is not an output of the command. */
  DocumentException notAnAnswer(String answer) {
    return new DocumentException(
        List.of(
            new Problem(
                "$",
                1,
                shown(answer.strip())
                    + " is not accepted; accepted: what "
                    + command
                    + " prints, as text or as JSON")));
  }

  /** Adds a fact about the running engine. */
  void add(Fact fact, Object value, String key, Confidence confidence) {
    evidence.add(new Evidence(fact, value, origin(key), confidence, true));
  }

  /**
   * Adds the operating system of the client, by its name in Go. A Linux client can run anywhere.
   */
  void clientSystem(String system, String key) {
    switch (system) {
      case "darwin" -> operatingSystem(Host.MACOS, key, Confidence.HIGH);
      case "windows" -> operatingSystem("windows", key, Confidence.HIGH);
      default -> {} // for example in a container or under WSL
    }
  }

  /** Adds the operating system on which Docker Desktop runs. */
  void operatingSystem(String system, String key, Confidence confidence) {
    evidence.add(new Evidence(Fact.OPERATING_SYSTEM, system, origin(key), confidence));
  }

  /** Adds the architecture of the VM, which equals that of the Mac, in either spelling. */
  void architecture(String name, String key) {
    switch (name) {
      case "arm64", "aarch64" ->
          add(Fact.ARCHITECTURE, Architecture.ARM64.id(), key, Confidence.MEDIUM);
      case "amd64", "x86_64" ->
          add(Fact.ARCHITECTURE, Architecture.X86_64.id(), key, Confidence.MEDIUM);
      default -> {} // no Mac has this architecture
    }
  }

  /** Adds that no engine answered. */
  void notRunning() {
    notice("docker-not-running", Map.of(), "no engine answered " + command);
  }

  /** Adds that an engine answered without data. */
  void withoutData() {
    notice(
        "docker-without-data",
        Map.of(),
        "the engine refused to answer " + command + ", or answered without its version");
  }

  /** Whether the name of an engine is that of Docker Desktop. */
  static boolean isDockerDesktop(String name) {
    return name.equals(PRODUCT) || name.startsWith(PRODUCT + " ");
  }

  /**
   * Whether a docker context belongs to Docker Desktop. Releases before 4.5.0 name their engine
   * Docker Engine, so that name does not exclude Docker Desktop.
   */
  static boolean isOwnContext(String context) {
    return context.startsWith(OWN_CONTEXT);
  }

  /**
   * Adds that the engine is not that of Docker Desktop.
   *
   * @param name the name the engine gives, or empty
   * @param engine the engine, if it is recognised
   * @param context the docker context that was used, or empty
   */
  void notDockerDesktop(String name, Optional<OtherEngine> engine, String context) {
    String shown = name.isEmpty() ? "" : shown(name);
    boolean isNamed = !name.isEmpty() && !isOwnContext(context);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("engine", engine.map(OtherEngine::id).orElse(isNamed ? OtherEngine.OTHER : ""));
    parameters.put("name", shown);
    notice(
        "not-docker-desktop",
        parameters,
        shown.isEmpty()
            ? "the engine that answered " + command + " does not say that it is Docker Desktop's"
            : "the engine that answered "
                + command
                + " is not Docker Desktop's: it calls itself "
                + shown);
  }

  /** Adds a notice about the whole output. */
  void notice(String code, Map<String, Object> parameters, String message) {
    notice(code, "", parameters, message);
  }

  /** Adds a notice. */
  void notice(String code, String path, Map<String, Object> parameters, String message) {
    notices.add(new Notice(code, path, parameters, message));
  }

  /** The evidence and notices that were added. */
  Reading reading() {
    return new Reading(evidence, notices);
  }

  private Origin origin(String key) {
    return new Origin(Origin.Kind.COMMAND, command, key);
  }
}

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

/** What one answer of the Docker command tells, while it is read. */
final class DockerCliOutput {

  private static final String PRODUCT = "Docker Desktop";
  private static final String OWN_CONTEXT = "desktop-"; // then the system of the containers
  private static final String NO_ENGINE = "Cannot connect to the Docker daemon";

  private final String command;
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  /** An answer to a command, such as {@code docker info}. */
  DockerCliOutput(String command) {
    this.command = command;
  }

  /**
   * The JSON in an answer, or empty if it is text. Lines before and behind it, such as warnings,
   * are passed over.
   *
   * @throws DocumentException if there is an object that is no JSON
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

  /** A text in a message, in quotes and shortened. */
  static String shown(String text) {
    return JsonInput.shown(TextNode.valueOf(text));
  }

  /** Whether a text says that no engine can be reached. */
  static boolean saysThereIsNoEngine(String text) {
    return text.contains(NO_ENGINE) || text.contains("Is the docker daemon running");
  }

  /** What is thrown for an answer that is none to the command. */
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

  /** Adds what the engine that runs says. */
  void add(Fact fact, Object value, String key, Confidence confidence) {
    evidence.add(new Evidence(fact, value, origin(key), confidence, true));
  }

  /** Adds the operating system of the client, as Go names it; one in Linux can be anywhere. */
  void clientSystem(String system, String key) {
    switch (system) {
      case "darwin" -> operatingSystem(Host.MACOS, key, Confidence.HIGH);
      case "windows" -> operatingSystem("windows", key, Confidence.HIGH);
      default -> {} // as in a container or under WSL
    }
  }

  /** Adds the operating system on which Docker Desktop runs. */
  void operatingSystem(String system, String key, Confidence confidence) {
    evidence.add(new Evidence(Fact.OPERATING_SYSTEM, system, origin(key), confidence));
  }

  /** Adds the architecture of the VM, which is that of the Mac, in either spelling. */
  void architecture(String name, String key) {
    switch (name) {
      case "arm64", "aarch64" ->
          add(Fact.ARCHITECTURE, Architecture.ARM64.id(), key, Confidence.MEDIUM);
      case "amd64", "x86_64" ->
          add(Fact.ARCHITECTURE, Architecture.X86_64.id(), key, Confidence.MEDIUM);
      default -> {} // not one that a Mac has
    }
  }

  /** Adds that no engine answered. */
  void notRunning() {
    notice("docker-not-running", Map.of(), "no engine answered " + command);
  }

  /** Adds that an engine answered and reported nothing. */
  void withoutData() {
    notice(
        "docker-without-data",
        Map.of(),
        "the engine refused to answer " + command + ", or answered without its version");
  }

  /** Whether an engine is that of Docker Desktop by its name. */
  static boolean isDockerDesktop(String name) {
    return name.equals(PRODUCT) || name.startsWith(PRODUCT + " ");
  }

  /**
   * Whether a docker context is Docker Desktop's own. Releases before 4.5.0 call their engine
   * Docker Engine, so its name does not show that it is another one.
   */
  static boolean isOwnContext(String context) {
    return context.startsWith(OWN_CONTEXT);
  }

  /**
   * Adds that the engine is not that of Docker Desktop.
   *
   * @param name what it calls itself, or empty
   * @param engine which one it is, if it is recognised
   * @param context the docker context that was asked, or empty
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

  /** Adds a notice about the whole answer. */
  void notice(String code, Map<String, Object> parameters, String message) {
    notice(code, "", parameters, message);
  }

  /** Adds a notice. */
  void notice(String code, String path, Map<String, Object> parameters, String message) {
    notices.add(new Notice(code, path, parameters, message));
  }

  /** What was added. */
  Reading reading() {
    return new Reading(evidence, notices);
  }

  private Origin origin(String key) {
    return new Origin(Origin.Kind.COMMAND, command, key);
  }
}

package dev.vmmadvisor.core.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the output of {@code docker version}: the running version of Docker Desktop, its
 * architecture with medium confidence, and whether its client runs on a Mac.
 *
 * <p>The version is part of the name of the server's platform. The versions of the client, of the
 * engine, and of the plugin that {@code docker desktop version} prints are different ones.
 *
 * <p>The notices are
 *
 * <ul>
 *   <li>{@code docker-not-running}: there is a client and no server, and no fact is used;
 *   <li>{@code docker-without-data}: the engine refused the request, and no fact is used;
 *   <li>{@code not-docker-desktop} with {@code engine} and {@code name}: another engine answered,
 *       because the context or {@code DOCKER_HOST} selects it, and no fact is used. {@code engine}
 *       is a word of {@link dev.vmmadvisor.api.detect.Detection#anotherEngine()}, or empty if the
 *       output does not show that it is another engine; {@code name} is the name it gives, or
 *       empty;
 *   <li>{@code docker-desktop-plugin-version}: it is the output of {@code docker desktop version};
 *   <li>{@code unreadable-docker-desktop-version} with {@code value}: the name of the platform has
 *       no readable version.
 * </ul>
 *
 * <p>This class is stateless and thread-safe.
 */
public final class DockerVersion {

  private static final Pattern DESKTOP =
      Pattern.compile(
          "Docker Desktop (\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}(?: \\([0-9A-Za-z.]{1,40}\\))?)(?: .*)?");
  private static final Pattern PLUGIN = Pattern.compile("v?\\d+\\.\\d+\\.\\d+\\S*");

  private final DockerCliOutput answer = new DockerCliOutput("docker version");

  private DockerVersion() {}

  /**
   * Reads an output.
   *
   * @param jsonOrText the output of {@code docker version} or {@code docker version --format json},
   *     or the body of the Engine API's {@code /version}
   * @return the facts of Docker Desktop, or notices that say why there are none
   * @throws dev.vmmadvisor.api.json.DocumentException if it is not such an output
   */
  public static Reading read(String jsonOrText) {
    Objects.requireNonNull(jsonOrText, "jsonOrText");
    DockerVersion version = new DockerVersion();
    Optional<ObjectNode> json = DockerCliOutput.json(jsonOrText);
    if (json.isPresent()) {
      version.json(json.get(), jsonOrText);
    } else {
      version.text(jsonOrText);
    }
    return version.answer.reading();
  }

  private void json(ObjectNode root, String whole) {
    if (root.has("Client") || root.has("Server")) {
      JsonNode client = root.path("Client");
      JsonNode server = root.path("Server");
      if (!server.isObject()) {
        answer.notRunning();
      } else {
        server(server, client, "Server.", client.path("Os").asText());
      }
    } else if (root.has("Platform") || root.has("ApiVersion")) {
      server(root, MissingNode.getInstance(), "", null);
    } else if (root.has("message")) {
      answer.withoutData();
    } else {
      throw answer.notAnAnswer(whole);
    }
  }

  private void server(
      JsonNode server, JsonNode client, String prefix, @Nullable String clientSystem) {
    String platform = server.path("Platform").path("Name").asText();
    if (DockerCliOutput.isDockerDesktop(platform)) {
      dockerDesktop(platform, server.path("Arch").asText(), prefix, clientSystem);
    } else {
      notDockerDesktop(
          platform,
          StreamSupport.stream(server.path("Components").spliterator(), false)
              .map(component -> component.path("Name").asText())
              .toList(),
          client.path("Context").asText());
    }
  }

  private void notDockerDesktop(String platform, List<String> components, String context) {
    answer.notDockerDesktop(
        platform, OtherEngine.ofVersion(platform, components, context), context);
  }

  private void dockerDesktop(
      String platform, String architecture, String prefix, @Nullable String clientSystem) {
    version(platform, prefix + "Platform.Name");
    answer.architecture(architecture, prefix + "Arch");
    if (clientSystem != null) {
      answer.clientSystem(clientSystem, "Client.Os");
    }
  }

  private void version(String platform, String key) {
    Matcher matcher = DESKTOP.matcher(platform);
    if (matcher.matches()) {
      Version version = Version.parse(matcher.group(1));
      answer.add(Fact.DOCKER_DESKTOP_VERSION, version, key, Confidence.HIGH);
      return;
    }
    String shown = DockerCliOutput.shown(platform);
    answer.notice(
        "unreadable-docker-desktop-version",
        Fact.DOCKER_DESKTOP_VERSION.path(),
        Map.of("value", shown),
        shown + " does not name a version of Docker Desktop; accepted: " + Version.accepted());
  }

  private void text(String text) {
    SectionedOutput sections = SectionedOutput.of(text);
    Optional<String> platform = sections.heading("Server");
    if (platform.isPresent() && DockerCliOutput.isDockerDesktop(platform.get())) {
      dockerDesktop(
          platform.get(),
          afterSlash(sections.value("Server", "OS/Arch")),
          "Server ",
          beforeSlash(sections.value("Client", "OS/Arch")));
    } else if (platform.isPresent() && !isEmptyServer(sections, platform.get())) {
      notDockerDesktop(
          platform.get(),
          Stream.of("Podman Engine")
              .filter(component -> sections.value("Server", component).isPresent())
              .toList(),
          sections.value("Client", "Context").orElse(""));
    } else if (sections.heading("Client").isPresent()
        || DockerCliOutput.saysThereIsNoEngine(text)) {
      answer.notRunning();
    } else if (PLUGIN.matcher(text.strip()).matches() || text.contains("Docker Desktop CLI")) {
      answer.notice(
          "docker-desktop-plugin-version",
          Map.of(),
          "docker desktop version tells the version of a plugin; that of Docker Desktop is in"
              + " docker version");
    } else {
      throw answer.notAnAnswer(text);
    }
  }

  /** Whether the server section has a heading and no content. */
  private static boolean isEmptyServer(SectionedOutput sections, String platform) {
    return platform.isEmpty() && sections.value("Server", "Version").isEmpty();
  }

  private static String beforeSlash(Optional<String> pair) {
    return pair.map(text -> text.substring(0, Math.max(0, text.indexOf('/')))).orElse("");
  }

  private static String afterSlash(Optional<String> pair) {
    return pair.map(text -> text.substring(text.indexOf('/') + 1)).orElse("");
  }
}

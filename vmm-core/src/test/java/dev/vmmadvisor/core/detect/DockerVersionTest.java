package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.DocumentException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerVersionTest {

  private static final String SERVER =
      """
      {"Platform": {"Name": "Docker Desktop 4.71.2 (230011)"}, "Version": "29.1.0",
       "ApiVersion": "1.52", "Os": "linux", "Arch": "arm64", "KernelVersion": "6.12-linuxkit"}\
      """;
  private static final String CLIENT = "{\"Version\": \"29.1.0\", \"Os\": \"darwin\"}";
  private static final String JSON = "{\"Client\": " + CLIENT + ", \"Server\": " + SERVER + "}";
  private static final String TEXT =
      """
      Client:
       Version:           29.1.0
       API version:       1.52
       OS/Arch:           darwin/amd64
       Context:           desktop-linux

      Server: Docker Desktop 4.71.2 (230011)
       Engine:
        Version:          29.1.0
        API version:      1.52 (minimum version 1.40)
        OS/Arch:          linux/arm64
       containerd:
        Version:          v2.1.0
      """;

  @Test
  void theServersPlatformTellsTheVersionOfDockerDesktop() {
    Reading reading = DockerVersion.read(JSON);

    assertThat(reading.evidence())
        .containsExactly(
            new Evidence(
                Fact.DOCKER_DESKTOP_VERSION,
                Version.parse("4.71.2"),
                origin("Server.Platform.Name"),
                Confidence.HIGH,
                true),
            new Evidence(
                Fact.ARCHITECTURE, "arm64", origin("Server.Arch"), Confidence.MEDIUM, true),
            new Evidence(
                Fact.OPERATING_SYSTEM, "macos", origin("Client.Os"), Confidence.HIGH, false));
    assertThat(reading.notices()).isEmpty();
    Version version = (Version) reading.evidence().get(0).value();
    assertThat(version.build()).contains("230011");
  }

  @Test
  void theTextTellsTheSame() {
    assertThat(DockerVersion.read(TEXT).evidence())
        .extracting(Evidence::value)
        .containsExactly(Version.parse("4.71.2"), "arm64", "macos");
    assertThat(DockerVersion.read(TEXT.replace("\n", "\r\n"))).isEqualTo(DockerVersion.read(TEXT));
  }

  @Test
  void theBodyOfTheEngineApiHasNoClient() {
    assertThat(DockerVersion.read(SERVER).evidence())
        .extracting(Evidence::value)
        .containsExactly(Version.parse("4.71.2"), "arm64");
  }

  @Test
  void anIntelServerIsAnIntelMac() {
    assertThat(DockerVersion.read(JSON.replace("arm64", "amd64")).evidence(Fact.ARCHITECTURE))
        .map(Evidence::value)
        .contains("x86_64");
    assertThat(DockerVersion.read(JSON.replace("arm64", "s390x")).evidence(Fact.ARCHITECTURE))
        .isEmpty();
  }

  @Test
  void aClientInWindowsIsNoMacAndOneInLinuxTellsNothing() {
    assertThat(DockerVersion.read(JSON.replace("darwin", "windows")).evidence())
        .extracting(Evidence::value)
        .contains("windows");
    assertThat(DockerVersion.read(JSON.replace("darwin", "linux")).evidence(Fact.OPERATING_SYSTEM))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Client\": {\"Version\": \"29.1.0\", \"Os\": \"darwin\"}, \"Server\": null}",
        "{\"Client\": {\"Version\": \"29.1.0\", \"Os\": \"darwin\"}}",
        "{\"Client\": {\"Os\": \"darwin\"}, \"Server\": null}\n"
            + "Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?",
        "Client:\n Version: 29.1.0\n OS/Arch: darwin/arm64\nCannot connect to the Docker daemon",
        "Cannot connect to the Docker daemon at unix:///Users/ada/.docker/run/docker.sock."
      })
  void withoutAServerThereIsNoFact(String answer) {
    assertThat(DockerVersion.read(answer))
        .isEqualTo(
            new Reading(
                List.of(),
                List.of(
                    new Notice("docker-not-running", "", "no engine answered docker version"))));
  }

  @Test
  void anotherEngineIsNotDockerDesktop() {
    String community = JSON.replace("Docker Desktop 4.71.2 (230011)", "Docker Engine - Community");

    Reading reading = DockerVersion.read(community);

    assertThat(reading.evidence()).isEmpty();
    assertThat(reading.notices())
        .containsExactly(
            new Notice(
                "not-docker-desktop",
                "",
                Map.of("engine", "docker-engine", "name", "\"Docker Engine - Community\""),
                "the engine that answered docker version is not Docker Desktop's: it calls itself"
                    + " \"Docker Engine - Community\""));
    assertThat(DockerVersion.read(TEXT.replace("Docker Desktop 4.71.2 (230011)", "")).notices())
        .extracting(Notice::code)
        .containsExactly("not-docker-desktop");
  }

  @Test
  void thePlatformOfTheClientTellsNothing() {
    String both =
        "{\"Client\": {\"Platform\": {\"Name\": \"Docker Desktop 4.1.0\"}}, \"Server\":"
            + " {\"Platform\": {\"Name\": \"\"}, \"Version\": \"29.1.0\"}}";

    assertThat(DockerVersion.read(both).evidence()).isEmpty();
  }

  @Test
  void aPlatformWithoutAReadableVersionIsTold() {
    Reading reading = DockerVersion.read(JSON.replace("4.71.2 (230011)", "4.71.2-rc1"));

    assertThat(reading.evidence(Fact.DOCKER_DESKTOP_VERSION)).isEmpty();
    assertThat(reading.evidence(Fact.ARCHITECTURE)).isPresent();
    assertThat(reading.notices().get(0).code()).isEqualTo("unreadable-docker-desktop-version");
    assertThat(reading.notices().get(0).parameters())
        .containsEntry("value", "\"Docker Desktop 4.71.2-rc1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v0.2.0", "0.2.0\n", "Docker Desktop CLI plugin v0.2.0"})
  void theVersionOfThePluginIsNotThatOfDockerDesktop(String answer) {
    Reading reading = DockerVersion.read(answer);

    assertThat(reading.evidence()).isEmpty();
    assertThat(reading.notices())
        .extracting(Notice::code)
        .containsExactly("docker-desktop-plugin-version");
  }

  @Test
  void aRefusedQuestionTellsNothing() {
    Reading reading = DockerVersion.read("{\"message\": \"client version 1.24 is too old\"}");

    assertThat(reading.evidence()).isEmpty();
    assertThat(reading.notices()).extracting(Notice::code).containsExactly("docker-without-data");
  }

  @Test
  void whatIsNoAnswerIsOneClearError() {
    assertThatThrownBy(() -> DockerVersion.read("bash: docker: command not found"))
        .isInstanceOf(DocumentException.class)
        .hasMessage(
            "line 1: $: \"bash: docker: command not found\" is not accepted; accepted: what docker"
                + " version prints, as text or as JSON");
    assertThatThrownBy(() -> DockerVersion.read("")).isInstanceOf(DocumentException.class);
    assertThatThrownBy(() -> DockerVersion.read("{}")).isInstanceOf(DocumentException.class);
    assertThatThrownBy(() -> DockerVersion.read("{\"Client\": ]"))
        .isInstanceOf(DocumentException.class);
  }

  private static Origin origin(String key) {
    return new Origin(Origin.Kind.COMMAND, "docker version", key);
  }
}

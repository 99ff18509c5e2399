package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.DocumentException;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerInfoTest {

  private static final String JSON =
      """
      {"ServerVersion": "29.1.0", "OperatingSystem": "Docker Desktop", "Architecture": "aarch64",
       "NCPU": 6, "MemTotal": 4166000640, "KernelVersion": "6.12.5-linuxkit", "Name": "docker",
       "Labels": ["com.docker.desktop.address=unix:///Users/ada/Library/Containers/x.sock"],
       "ClientInfo": {"Os": "linux", "Arch": "arm64"}}\
      """;
  private static final String TEXT =
      """
      Client:
       Version:    29.1.0
       Context:    desktop-linux

      Server:
       Containers: 3
       Server Version: 29.1.0
       Kernel Version: 6.12.5-linuxkit
       Operating System: Docker Desktop
       OSType: linux
       Architecture: aarch64
       CPUs: 6
       Total Memory: 3.88GiB
       Labels:
        com.docker.desktop.address=unix:///Users/ada/Library/Containers/x.sock
      """;

  @Test
  void theVmTellsItsMemoryCpusAndArchitecture() {
    Reading reading = DockerInfo.read(JSON);

    assertThat(reading.evidence())
        .containsExactly(
            running(Fact.ARCHITECTURE, "arm64", "Architecture", Confidence.MEDIUM),
            running(Fact.CPUS, 6, "NCPU", Confidence.HIGH),
            running(Fact.VM_MEMORY, 3973, "MemTotal", Confidence.MEDIUM),
            new Evidence(Fact.OPERATING_SYSTEM, "macos", origin("Labels"), Confidence.HIGH, false));
    assertThat(reading.notices()).extracting(Notice::code).containsExactly("approximate-vm-memory");
    assertThat(reading.notices().get(0).path()).isEqualTo("dockerDesktop.memoryMiB");
    assertThat(reading.notices().get(0).parameters())
        .containsEntry("measured", 3973)
        .containsEntry("least", 3973)
        .containsEntry("most", 4183);
  }

  @Test
  void theTextTellsTheSameLessExactly() {
    Reading reading = DockerInfo.read(TEXT);

    assertThat(reading.evidence())
        .extracting(Evidence::value)
        .containsExactly("arm64", 6, 3968, "macos"); // 3.875 GiB is rounded to 3.88
    assertThat(reading.notices().get(0).parameters()).containsEntry("most", 4188);
  }

  @Property
  void theSettingIsBetweenTheBounds(@ForAll @IntRange(min = 1024, max = 65536) int setting) {
    for (double seen : new double[] {0.955, 0.97, 0.99}) {
      long bytes = (long) (setting * seen * 1024 * 1024);
      Reading reading = DockerInfo.read(JSON.replace("4166000640", Long.toString(bytes)));

      assertThat(bound(reading, "least")).isLessThanOrEqualTo(setting);
      assertThat(bound(reading, "most")).isGreaterThanOrEqualTo(setting);
    }
  }

  @Test
  void theVersionOfTheEngineIsNotThatOfDockerDesktop() {
    assertThat(DockerInfo.read(JSON).evidence(Fact.DOCKER_DESKTOP_VERSION)).isEmpty();
    assertThat(DockerInfo.read(JSON).evidence(Fact.CURRENT_VMM)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Labels\": [\"com.docker.desktop.address=unix:///Users/a/x\"], \"ServerVersion\": \"\"}",
        "{\"ServerVersion\": \"\", \"OperatingSystem\": \"\", \"NCPU\": 0, \"MemTotal\": 0}",
        "{\"OperatingSystem\": \"Docker Desktop\", \"NCPU\": 4}",
        "{\"message\": \"client version 1.24 is too old\"}"
      })
  void withoutTheVersionOfTheEngineThereIsNoData(String answer) {
    Reading reading = DockerInfo.read(answer);

    assertThat(reading.evidence()).isEmpty();
    assertThat(reading.notices()).extracting(Notice::code).containsExactly("docker-without-data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ServerVersion\": \"\", \"ServerErrors\": [\"Cannot connect to the Docker daemon at"
            + " x\"]}",
        "Client:\n Version: 29.1.0\n\nServer:\nCannot connect to the Docker daemon at unix:///x."
      })
  void withoutAnEngineThereIsNoFact(String answer) {
    Reading reading = DockerInfo.read(answer);

    assertThat(reading.evidence()).isEmpty();
    assertThat(reading.notices()).extracting(Notice::code).containsExactly("docker-not-running");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ubuntu 24.04 LTS", "OrbStack", "Alpine Linux v3.20", ""})
  void anotherEngineIsNotDockerDesktop(String system) {
    for (String answer : new String[] {JSON, TEXT}) {
      Reading reading = DockerInfo.read(answer.replace("Docker Desktop", system));

      assertThat(reading.evidence()).isEmpty();
      assertThat(reading.notices()).extracting(Notice::code).containsExactly("not-docker-desktop");
    }
  }

  @Test
  void aKernelOfWslIsWindows() {
    String wsl =
        JSON.replace("6.12.5-linuxkit", "5.15.167.4-microsoft-standard-WSL2")
            .replace("com.docker.desktop.address", "x");

    assertThat(DockerInfo.read(wsl).evidence(Fact.OPERATING_SYSTEM))
        .map(Evidence::value)
        .contains("windows");
  }

  @Test
  void theClientTellsTheSystem() {
    String client = JSON.replace("\"Os\": \"linux\"", "\"Os\": \"darwin\"");

    assertThat(DockerInfo.read(client).evidence(Fact.OPERATING_SYSTEM))
        .map(Evidence::origin)
        .contains(origin("ClientInfo.Os"));
  }

  @Test
  void aValueThatIsNoNumberIsTold() {
    String odd = JSON.replace("\"NCPU\": 6", "\"NCPU\": -6").replace("4166000640", "\"much\"");

    Reading reading = DockerInfo.read(odd);

    assertThat(reading.evidence(Fact.CPUS)).isEmpty();
    assertThat(reading.evidence(Fact.VM_MEMORY)).isEmpty();
    assertThat(reading.notices())
        .extracting(Notice::code)
        .containsOnly("unreadable-docker-info")
        .hasSize(2);
    assertThat(reading.notices().get(0).parameters())
        .containsEntry("key", "NCPU")
        .containsEntry("value", "\"-6\"");
  }

  @Test
  void warningsBeforeAndBehindTheJsonArePassedOver() {
    assertThat(DockerInfo.read("WARNING: No swap limit support\n" + JSON + "\nWARNING: x\n"))
        .isEqualTo(DockerInfo.read(JSON));
    assertThat(DockerInfo.read("\uFEFF" + JSON)).isEqualTo(DockerInfo.read(JSON));
  }

  @Test
  void whatIsNoAnswerIsOneClearError() {
    assertThatThrownBy(() -> DockerInfo.read("zsh: command not found: docker"))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("accepted: what docker info prints");
    assertThatThrownBy(() -> DockerInfo.read("{\"a\": 1}")).isInstanceOf(DocumentException.class);
    assertThatThrownBy(() -> DockerInfo.read("{\"ServerVersion\": "))
        .isInstanceOf(DocumentException.class);
  }

  private static int bound(Reading reading, String name) {
    Map<String, Object> parameters = reading.notices().get(0).parameters();
    return (Integer) Objects.requireNonNull(parameters.get(name));
  }

  private static Evidence running(Fact fact, Object value, String key, Confidence confidence) {
    return new Evidence(fact, value, origin(key), confidence, true);
  }

  private static Origin origin(String key) {
    return new Origin(Origin.Kind.COMMAND, "docker info", key);
  }

  @Test
  void windowsIsKnownByItsEngineAndItsKernel() {
    String info =
        """
        {"ServerVersion": "29.8.0", "OperatingSystem": "Docker Desktop", "OSType": "%s",
         "KernelVersion": "%s", "Architecture": "x86_64", "NCPU": 10}
        """;

    assertThat(DockerInfo.read(info.formatted("windows", "")).evidence(Fact.OPERATING_SYSTEM))
        .get()
        .extracting(Evidence::value)
        .isEqualTo("windows");
    assertThat(
            DockerInfo.read(info.formatted("linux", "10.0 26100")).evidence(Fact.OPERATING_SYSTEM))
        .get()
        .extracting(Evidence::value)
        .isEqualTo("windows");
    assertThat(
            DockerInfo.read(info.formatted("linux", "6.12.76-linuxkit"))
                .evidence(Fact.OPERATING_SYSTEM))
        .isEmpty();
  }
}

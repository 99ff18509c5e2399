package dev.vmmadvisor.api.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.host.Workload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectionStateTest {

  private static final Notice NOT_INSTALLED =
      new Notice("docker-desktop-not-installed", "", "it is in no folder");
  private static final Notice COLIMA =
      new Notice("another-engine", "", Map.of("engine", "colima", "name", "Colima"), "Colima");
  private static final Host ARM = Host.builder().architecture(Architecture.ARM64).build();
  private static final Host INSTALLED =
      Host.builder()
          .dockerDesktop(DockerDesktop.builder().version(Version.parse("4.90.0")).build())
          .build();

  @ParameterizedTest
  @EnumSource
  void idsRoundTrip(DetectionState state) {
    assertThat(DetectionState.fromId(state.id())).isEqualTo(state);
    assertThat(state).hasToString(state.id());
  }

  @Test
  void anIdThatIsNoneIsRejected() {
    assertThatIllegalArgumentException().isThrownBy(() -> DetectionState.fromId("NOT_A_MAC"));
    assertThatIllegalArgumentException().isThrownBy(() -> DetectionState.fromId(""));
  }

  @Test
  void factsOfTheWorkloadAndThatItIsAMacAreNothingKnownOfTheMac() {
    Workload workload = Workload.builder().databases(List.of()).mounts(List.of("home")).build();

    assertThat(DetectionState.of(Host.builder().build())).isEqualTo(DetectionState.NOTHING_KNOWN);
    assertThat(DetectionState.of(Host.builder().workload(workload).build()))
        .isEqualTo(DetectionState.NOTHING_KNOWN);
    assertThat(DetectionState.of(Host.builder().operatingSystem("macos").build()))
        .isEqualTo(DetectionState.NOTHING_KNOWN);
    assertThat(DetectionState.of(ARM)).isEqualTo(DetectionState.UNDETERMINED);
  }

  @Test
  void anotherOperatingSystemComesBeforeEverythingElse() {
    Host windows =
        Host.builder()
            .from(INSTALLED)
            .operatingSystem("windows")
            .notices(List.of(COLIMA, NOT_INSTALLED))
            .build();

    assertThat(DetectionState.of(windows)).isEqualTo(DetectionState.NOT_A_MAC);
  }

  @Test
  void anotherEngineCanBeUsedBesideDockerDesktop() {
    assertThat(DetectionState.of(INSTALLED)).isEqualTo(DetectionState.DOCKER_DESKTOP);
    assertThat(DetectionState.of(with(INSTALLED, COLIMA))).isEqualTo(DetectionState.ANOTHER_ENGINE);
    assertThat(DetectionState.of(with(ARM, NOT_INSTALLED, COLIMA)))
        .isEqualTo(DetectionState.ANOTHER_ENGINE);
  }

  @Test
  void aKnownReleaseIsInstalledWhateverWasSaidBefore() {
    assertThat(DetectionState.of(with(ARM, NOT_INSTALLED))).isEqualTo(DetectionState.NOT_INSTALLED);
    assertThat(DetectionState.of(with(INSTALLED, NOT_INSTALLED)))
        .isEqualTo(DetectionState.DOCKER_DESKTOP);
  }

  @Test
  void aDetectionNamesTheOtherEngineInThatStateAlone() {
    assertThat(detection(with(ARM, COLIMA)).anotherEngine()).contains("colima");
    assertThat(detection(ARM).anotherEngine()).isEmpty();
    assertThat(
            detection(Host.builder().from(with(ARM, COLIMA)).operatingSystem("linux").build())
                .anotherEngine())
        .isEmpty();
    Notice bare = new Notice("another-engine", "", "an engine");
    assertThat(detection(with(ARM, bare)).anotherEngine()).isEmpty();
  }

  @Test
  void whatRunsShowsThatDockerDesktopIsThereAndALogDoesNot() {
    assertThat(detection(Host.builder().build()).state()).isEqualTo(DetectionState.NOTHING_KNOWN);
    assertThat(
            Detection.builder()
                .host(Host.builder().build())
                .dockerDesktopRunning(true)
                .build()
                .state())
        .isEqualTo(DetectionState.DOCKER_DESKTOP);
    assertThat(running(Origin.Kind.PROCESS, true)).isEqualTo(DetectionState.DOCKER_DESKTOP);
    assertThat(running(Origin.Kind.COMMAND, true)).isEqualTo(DetectionState.DOCKER_DESKTOP);
    assertThat(running(Origin.Kind.FILE, true)).isEqualTo(DetectionState.UNDETERMINED);
    assertThat(running(Origin.Kind.PROCESS, false)).isEqualTo(DetectionState.UNDETERMINED);
  }

  private static DetectionState running(Origin.Kind kind, boolean running) {
    Origin origin = new Origin(kind, "place", "");
    return Detection.builder()
        .host(ARM)
        .addEvidence(new Evidence(Fact.CURRENT_VMM, "docker-vmm", origin, Confidence.HIGH, running))
        .build()
        .state();
  }

  private static Host with(Host host, Notice... notices) {
    return Host.builder().from(host).notices(List.of(notices)).build();
  }

  private static Detection detection(Host host) {
    return Detection.builder().host(host).build();
  }
}

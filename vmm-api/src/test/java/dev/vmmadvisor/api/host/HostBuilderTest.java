package dev.vmmadvisor.api.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostBuilderTest {

  @Test
  void versionsAreAcceptedAsText() {
    Host host =
        Host.builder()
            .macOsVersion("15.2")
            .dockerDesktop(d -> d.version("4.44.0").memoryMiB(8192))
            .workload(w -> w.traits(List.of("dev-container")))
            .build();

    assertThat(host)
        .isEqualTo(
            Host.builder()
                .macOsVersion(Version.parse("15.2"))
                .dockerDesktop(
                    DockerDesktop.builder()
                        .version(Version.parse("4.44.0"))
                        .memoryMiB(8192)
                        .build())
                .workload(Workload.builder().traits(List.of("dev-container")).build())
                .build());
  }

  @Test
  void whatIsNoVersionIsRejectedWithItsValue() {
    assertThatThrownBy(() -> Host.builder().macOsVersion("Sequoia"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Sequoia");
  }
}

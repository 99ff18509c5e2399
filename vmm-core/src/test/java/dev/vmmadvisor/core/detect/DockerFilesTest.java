package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.DocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's file, the log, and where the app was started from. */
class DockerFilesTest {

  // ---- admin-settings.json

  @Test
  void whatIsLockedIsToldAndWhatIsOnlyADefaultIsNot() {
    Reading reading =
        AdminSettings.read(
            """
            {"configurationFileVersion": 2,
             "useVirtualizationFrameworkRosetta": {"locked": true, "value": true},
             "useVirtualizationFrameworkVirtioFS": {"locked": false, "value": false},
             "useGrpcfuse": {"locked": false, "value": true},
             "kubernetes": {"locked": true, "enabled": false}}
            """);

    assertThat(values(reading, Fact.LOCKED_SETTINGS)).containsExactly(List.of("rosettaEnabled"));
    assertThat(values(reading, Fact.ROSETTA_ENABLED)).containsExactly(true);
    assertThat(values(reading, Fact.FILE_SHARING)).isEmpty();
    assertThat(reading.notices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "true,true,virtiofs",
    "true,false,virtiofs",
    "false,true,grpc-fuse",
    "false,false,", // osxfs, or VirtioFS where a release has no osxfs
  })
  void theLockedFileSharingFollowsFromBothKeys(boolean virtioFs, boolean grpcFuse, String sharing) {
    Reading reading =
        AdminSettings.read(
            "{\"useVirtualizationFrameworkVirtioFS\": {\"locked\": true, \"value\": "
                + virtioFs
                + "}, \"useGrpcfuse\": {\"locked\": true, \"value\": "
                + grpcFuse
                + "}}");

    assertThat(values(reading, Fact.LOCKED_SETTINGS)).containsExactly(List.of("fileSharing"));
    assertThat(values(reading, Fact.FILE_SHARING))
        .isEqualTo(sharing == null ? List.of() : List.of(sharing));
  }

  @Test
  void aFileThatLocksNothingSaysSo() throws IOException {
    Reading reading =
        AdminSettings.read(new ByteArrayInputStream("\uFEFF{}".getBytes(StandardCharsets.UTF_8)));

    assertThat(values(reading, Fact.LOCKED_SETTINGS)).containsExactly(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "{}",
        "{\"locked\": \"yes\", \"value\": true}",
        "{\"locked\": true}",
        "{\"locked\": true, \"value\": \"true\"}",
        "[true, true]",
        // keys that differ in case only, with values that contradict each other
        "{\"locked\": false}, \"UseVirtualizationFrameworkRosetta\": {\"locked\": true, \"value\":"
            + " true}",
      })
  void aSettingOfAnotherShapeLeavesOpenWhatIsLocked(String setting) {
    Reading reading =
        AdminSettings.read("{\"useVirtualizationFrameworkRosetta\": " + setting + "}");

    assertThat(reading.evidence()).isEmpty();
    assertThat(reading.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("unreadable-admin-setting");
              assertThat(notice.parameters())
                  .containsEntry("key", "useVirtualizationFrameworkRosetta");
              assertThat(notice.parameters().keySet()).containsExactly("key", "value");
            });
  }

  @Test
  void theFormOfTheInstallerIsNoJson() {
    assertThatThrownBy(() -> AdminSettings.read("{'configurationFileVersion': 2}"))
        .isInstanceOf(DocumentException.class);
  }

  // ---- com.docker.backend.log

  @ParameterizedTest
  @CsvSource({
    "virtualization-framework,apple-virtualization-framework",
    "libkrun,docker-vmm",
    "sailor,docker-vmm",
    "qemu,qemu",
    "hyperkit,hyperkit"
  })
  void theEngineThatWasStartedLastIsTheVmm(String engine, String vmm) {
    for (String line :
        List.of(
            "[12:00][main.engines] setting engine linux/" + engine + " state starting -> running",
            "starting engine linux/" + engine)) {
      Reading reading = BackendLog.read("starting engine linux/qemu\n" + line + "\nmore\n");
      assertThat(values(reading, Fact.CURRENT_VMM)).containsExactly(vmm);
      assertThat(reading.evidence()).allMatch(Evidence::running);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "engine linux/libkrun failed to run: krun: exit status 2",
        "engine linux/libkrun shutdown requested",
        "starting engine: engine linux/libkrun failed to start",
        "setting engine linux/libkrun state running -> stopping",
        "starting engine windows/libkrun",
        ""
      })
  void aLineThatTellsOfNoStartDoesNotCount(String line) {
    assertThat(BackendLog.read(line)).isEqualTo(Reading.nothing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"newer-engine", "qemu_next", "libkrun2", "wsl"})
  void anEngineThatIsNotKnownIsANoticeAndHidesOlderStarts(String engine) {
    Reading reading =
        BackendLog.read("starting engine linux/qemu\nstarting engine linux/" + engine + "\n");

    assertThat(reading.evidence()).isEmpty();
    assertThat(reading.notices())
        .extracting(Notice::code, notice -> notice.parameters().get("engine"))
        .containsExactly(tuple("unknown-engine", engine));
  }

  // ---- DockerAppLaunchPath

  @ParameterizedTest
  @CsvSource({
    "DockerAppLaunchPath,/Users/a/Docker.app,true",
    "dockerAppLaunchPath,/Volumes/Docker/Docker.app,true",
    "DockerAppLaunchPath,Docker.app,false",
    "DockerAppLaunchPath,/etc/passwd,false",
    "DOCKERAPPLAUNCHPATH,/Users/a/Docker.app,false"
  })
  void onlyTheAbsolutePathOfAnAppIsALaunchPath(String key, String path, boolean accepted) {
    assertThat(
            LaunchPath.of("{\"" + key + "\": \"" + path + "\"}").filter(path::equals).isPresent())
        .isEqualTo(accepted);
    assertThat(LaunchPath.of("{\"" + key + "\": 7}")).isEmpty();
    assertThat(LaunchPath.of("{\"" + key + "\"")).isEmpty();
  }

  private static List<Object> values(Reading reading, Fact fact) {
    return reading.evidence().stream()
        .filter(each -> each.fact() == fact)
        .map(Evidence::value)
        .toList();
  }
}

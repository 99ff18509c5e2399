package dev.vmmadvisor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.detect.CommandOutput;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeMacTest {

  private static final String GROUP = "Users/alice/Library/Group Containers/group.com.docker";
  private static final String STORE = GROUP + "/settings-store.json";

  @TempDir Path folder;

  @Test
  void aHostThatIsNoMacIsRefused() {
    assertThatThrownBy(() -> FakeMac.of(SampleHosts.windows()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("windows")
        .hasMessageContaining("accepted: macos");
  }

  @Test
  void aMacOfWhichNothingIsKnownHasNoFileThatTells() throws IOException {
    FakeMac mac = FakeMac.of(SampleHosts.unknown()).stopped().createIn(folder);

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
    assertThat(run(mac, "/usr/bin/sw_vers").text()).isEmpty();
    assertThat(run(mac, "/usr/sbin/sysctl", "hw.memsize")).isEqualTo(new CommandOutput(1, ""));
  }

  @Test
  void anOlderReleaseHasTheOlderFile() throws IOException {
    Host host = SampleHosts.appleSilicon();
    FakeMac.of(
            Host.builder()
                .from(host)
                .dockerDesktop(
                    DockerDesktop.builder()
                        .from(host.dockerDesktop())
                        .version(Version.parse("4.34.3"))
                        .build())
                .build())
        .createIn(folder);

    assertThat(folder.resolve(STORE)).doesNotExist();
    assertThat(folder.resolve(GROUP + "/settings.json"))
        .content()
        .contains("\"settingsVersion\": 38", "\"useVirtualizationFramework\": true")
        .doesNotContainIgnoringCase("libkrun");
  }

  @Test
  void settingsOfItsOwnAreTheWholeFile() throws IOException {
    FakeMac.m4().settings("{ }").createIn(folder);

    assertThat(folder.resolve(STORE)).hasContent("{ }");
  }

  @Test
  void whatRunsIsInTheListOfProcessesUntilItIsStopped() throws IOException {
    List<String> ps = List.of("/bin/ps", "-axww", "-o", "pid=,command=");
    FakeMac running = FakeMac.m1With8Gb().createIn(folder.resolve("running"));
    FakeMac stopped = FakeMac.m1With8Gb().stopped().createIn(folder.resolve("stopped"));

    assertThat(running.commands().run(ps).text())
        .contains("com.docker.backend", "MacOS/com.docker.krun", "com.docker.vmnetd");
    assertThat(stopped.commands().run(ps).text())
        .contains("com.docker.vmnetd", "/sbin/launchd")
        .doesNotContain("com.docker.backend", "krun");
  }

  @Test
  void dockerVmmHasAnotherProcessInNewerReleases() throws IOException {
    Host host = SampleHosts.appleSilicon();
    Host newer =
        Host.builder()
            .from(host)
            .dockerDesktop(
                DockerDesktop.builder()
                    .from(host.dockerDesktop())
                    .version(Version.parse("4.86.0"))
                    .vmm(Vmm.DOCKER_VMM)
                    .build())
            .build();

    assertThat(run(FakeMac.of(newer).createIn(folder), "/bin/ps").text())
        .contains("com.docker.sailor")
        .doesNotContain("krun");
  }

  @Test
  void archTellsWhetherRosettaIsThereOnAppleSiliconOnly() throws IOException {
    Host without = Host.builder().from(SampleHosts.appleSilicon()).rosettaInstalled(false).build();
    String[] arch = {"/usr/bin/arch", "-x86_64", "/usr/bin/true"};

    assertThat(run(FakeMac.m4().createIn(folder.resolve("a")), arch).status()).isZero();
    assertThat(run(FakeMac.of(without).createIn(folder.resolve("b")), arch).status()).isEqualTo(86);
    FakeMac intel = FakeMac.intel().createIn(folder.resolve("c"));
    assertThatThrownBy(() -> run(intel, arch)).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void aTranslatedProcessStillHasTheChipOfTheMac() throws IOException {
    FakeMac mac = FakeMac.jvmUnderRosetta().createIn(folder);

    assertThat(
            run(mac, "/usr/sbin/sysctl", "sysctl.proc_translated", "machdep.cpu.brand_string")
                .text())
        .isEqualTo("sysctl.proc_translated: 1\nmachdep.cpu.brand_string: Apple M3 Pro\n");
  }

  @Test
  void everyCommandIsKeptInOrderAlsoOneThatIsNotThere() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);
    assertThat(mac.commandsRun()).isEmpty();
    run(mac, "/usr/bin/sw_vers");
    assertThatThrownBy(() -> run(mac, "/bin/rm", "-r", "/"))
        .isInstanceOf(FileNotFoundException.class);

    assertThat(mac.commandsRun())
        .containsExactly(List.of("/usr/bin/sw_vers"), List.of("/bin/rm", "-r", "/"));
    assertThatThrownBy(() -> mac.commandsRun().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theFolderOfTheSettingsCanBeLocked() throws IOException {
    FakeMac mac = FakeMac.unreadableSettings().createIn(folder);

    assertThat(Files.isReadable(mac.root().resolve(STORE))).isFalse();
    assertThat(mac.home()).isEqualTo("/Users/" + FakeMac.USER);
  }

  @Test
  void onlyWhatAnAdministratorCanLockIsInHisFile() throws IOException {
    FakeMac.lockedFleetMac().createIn(folder);

    assertThat(folder.resolve("Library/Application Support/com.docker.docker/admin-settings.json"))
        .content()
        .contains("useVirtualizationFrameworkVirtioFS", "useVirtualizationFrameworkRosetta")
        .contains("\"locked\": true, \"value\": true");
  }

  private static CommandOutput run(FakeMac mac, String... command) throws IOException {
    return mac.commands().run(List.of(command));
  }
}

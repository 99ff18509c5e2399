package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.detect.CommandOutput;
import dev.vmmadvisor.api.detect.CommandRunner;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees with one trap each. */
class HostDetectorTest {

  private static final String DOCKER_VMM = Hosts.pascalCase("true", "false");
  private static final String APPLE = Hosts.pascalCase("false", "true");
  private static final String FOLDER = "/Applications/Docker.app/Contents/MacOS/";
  private static final String KRUN = "  801 " + FOLDER + "com.docker.krun\n";
  private static final String OTHERS = "    1 /sbin/launchd\n";

  @TempDir Path folder;
  private MacTree mac;

  @BeforeEach
  void makeATree() {
    mac = new MacTree(folder.resolve("mac")).withFolder("/Library").withFolder("/Users/Shared");
  }

  // ---- two settings files

  @ParameterizedTest
  @ValueSource(strings = {"4.35.0", "4.44.0", "4.90.0"})
  void theStoreWinsInItsReleases(String version) {
    Detection detection = bothFiles().withApp(version).detection();

    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertStale(detection, MacTree.STORE, MacTree.OLD);
  }

  @Test
  void theStoreWinsIfTheReleaseIsNotKnown() {
    Detection detection = bothFiles().detection();

    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertStale(detection, MacTree.STORE, MacTree.OLD);
  }

  @Test
  void theOlderFileWinsForAnOlderApp() {
    Detection detection = bothFiles().withApp("4.34.3").detection();

    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(detection.host().dockerDesktop().memoryMiB()).contains(2048);
    assertStale(detection, MacTree.OLD, MacTree.STORE);
    assertThat(mac.detector().settingsFile()).contains(mac.at(MacTree.OLD));
  }

  @Test
  void theOlderFileWinsForAnOlderAppInTheHomeFolder() {
    bothFiles().with(MacTree.HOME + MacTree.INFO, MacTree.info("4.30.0"));

    assertThat(mac.detector().withHome(MacTree.HOME).detection().host().dockerDesktop().memoryMiB())
        .contains(2048);
  }

  @Test
  void theOlderFileWinsForAnOlderReleaseThatRuns() {
    bothFiles()
        .with(
            "/docker-version.json",
            "{\"Client\": {\"Os\": \"darwin\"}, \"Server\": {\"Platform\": {\"Name\":"
                + " \"Docker Desktop 4.30.0 (149282)\"}, \"Arch\": \"arm64\"}}");

    assertStale(mac.detection(), MacTree.OLD, MacTree.STORE);
  }

  @Test
  void nothingOfTheStaleFileIsMergedIn() {
    Detection detection = bothFiles().withApp("4.44.0").detection();

    assertThat(detection.host().dockerDesktop().memoryMiB()).isEmpty();
    assertThat(detection.evidence()).noneMatch(each -> each.origin().place().equals(MacTree.OLD));
  }

  @Test
  void theOlderFileAloneIsReadAlsoForANewApp() {
    Detection detection =
        mac.asUsual()
            .with(MacTree.OLD, Hosts.camelCase(null, "true"))
            .withApp("4.60.0")
            .detection();

    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(MacTree.codes(detection)).doesNotContain("stale-settings-file");
    assertThat(MacTree.origin(detection, Fact.CURRENT_VMM))
        .isEqualTo(MacTree.OLD + ", useVirtualizationFramework");
  }

  // ---- several users

  @Test
  void ofTwoUsersNoneIsReadUntilOneIsNamed() {
    mac.asUsual()
        .with(MacTree.STORE, DOCKER_VMM)
        .with("/Users/bob" + MacPaths.SETTINGS_STORE, APPLE);

    Detection nobody = mac.detection();
    assertThat(nobody.host().dockerDesktop().vmm()).isEmpty();
    assertThat(MacTree.notice(nobody, "several-users").parameters())
        .containsEntry("users", List.of("/Users/alice", "/Users/bob"));
    assertThat(mac.detector().settingsFile()).isEmpty();

    Detection bob = mac.detector().withHome("/Users/bob").detection();
    assertThat(bob.host().dockerDesktop().vmm()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(MacTree.codes(bob)).doesNotContain("several-users");
  }

  @Test
  void aFileAmongTheHomeFoldersIsNoUser() {
    mac.asUsual().with(MacTree.STORE, DOCKER_VMM).with("/Users/.localized", "");

    Detection detection = mac.detection();
    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(MacTree.codes(detection)).containsExactly("app-not-found");
  }

  // ---- what was asked for, and what runs

  @Test
  void whatRunsIsTakenAndARestartThatIsPendingIsSaid() {
    Detection detection =
        mac.asUsual()
            .withApp("4.44.0")
            .with(MacTree.STORE, APPLE)
            .answering("/bin/ps", 0, OTHERS + KRUN)
            .detection();

    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(detection.requestedVmm()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(detection.runningVmm()).contains(Vmm.DOCKER_VMM);
    Notice notice = MacTree.notice(detection, "vmm-not-as-requested");
    assertThat(notice.parameters())
        .containsEntry("taken", "docker-vmm")
        .containsEntry("other", "apple-virtualization-framework")
        .containsEntry("takenFrom", "list of processes, com.docker.krun")
        .containsEntry("otherFrom", MacTree.STORE + ", UseLibkrun, UseVirtualizationFramework");
  }

  @Test
  void anOlderLogDoesNotHideThatARestartIsPending() {
    Detection detection =
        mac.asUsual()
            .withApp("4.44.0")
            .with(MacTree.STORE, APPLE)
            .with(MacTree.LOG, "starting engine linux/virtualization-framework\n")
            .answering("/bin/ps", 0, OTHERS + KRUN)
            .detection();

    assertThat(MacTree.codes(detection)).contains("contradicting-evidence", "vmm-not-as-requested");
  }

  @Test
  void theLogComesBeforeTheSettingsIfNothingIsKnownOfTheProcesses() {
    Detection detection =
        mac.asUsual()
            .withApp("4.44.0")
            .with(MacTree.STORE, APPLE)
            .with(MacTree.LOG, "starting engine linux/libkrun\n")
            .detection();

    assertThat(detection.dockerDesktopRunning()).isEmpty();
    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(detection.runningVmm()).contains(Vmm.DOCKER_VMM);
    assertThat(MacTree.origin(detection, Fact.CURRENT_VMM))
        .isEqualTo(MacTree.LOG + ", engine linux/libkrun");
  }

  @Test
  void theLogComesBehindTheSettingsIfDockerDesktopDoesNotRun() {
    Detection detection =
        mac.asUsual()
            .withApp("4.44.0")
            .with(MacTree.STORE, APPLE)
            .with(MacTree.LOG, "starting engine linux/libkrun\n")
            .answering("/bin/ps", 0, OTHERS)
            .detection();

    assertThat(detection.dockerDesktopRunning()).contains(false);
    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(detection.requestedVmm()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(detection.runningVmm()).isEmpty();
  }

  @Test
  void theLogOfTheLastStartComesBeforeTheDefaultOfTheRelease() {
    Detection detection =
        mac.asUsual()
            .withApp("4.44.0")
            .with(MacTree.STORE, "{\"SettingsVersion\": 43}")
            .with(MacTree.LOG, "starting engine linux/libkrun\n")
            .answering("/bin/ps", 0, OTHERS)
            .detection();

    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(detection.runningVmm()).isEmpty();
  }

  @Test
  void onlyTheEndOfALongLogIsRead() {
    String filler = "2026-01-01 nothing of interest happened here\n".repeat(40_000);
    mac.asUsual()
        .with(
            MacTree.LOG,
            "starting engine linux/libkrun\n" + filler + "starting engine linux/qemu\n" + filler);

    assertThat(mac.detector().withHome(MacTree.HOME).detection().runningVmm()).isEmpty();
    mac.with(MacTree.LOG, filler + "starting engine linux/qemu\n");
    assertThat(mac.detector().withHome(MacTree.HOME).detection().runningVmm()).contains(Vmm.QEMU);
  }

  // ---- memory

  @Test
  void aMeasuredMemoryNear4096TellsNoSetting() {
    Detection detection = mac.with("/docker-info.json", info(3973)).detection();

    assertThat(detection.host().dockerDesktop().memoryMiB()).isEmpty();
    assertThat(detection.evidence(Fact.VM_MEMORY)).hasSize(1);
    assertThat(MacTree.notice(detection, "imprecise-vm-memory").parameters())
        .containsEntry("least", 3973)
        .containsEntry("most", 4183)
        .containsEntry("needed", 4096);
  }

  @Test
  void whatTheDockerCommandPrintsAsTextIsReadAsWell() {
    Detection detection =
        mac.with(
                "/docker-version.txt",
                """
                Client:
                 Version:           28.3.2
                 OS/Arch:           darwin/arm64

                Server: Docker Desktop 4.44.0 (201307)
                 Engine:
                  Version:          28.3.2
                  OS/Arch:          linux/arm64
                """)
            .with(
                "/docker-info.txt",
                """
                Client:
                 Context:    desktop-linux

                Server:
                 Server Version: 28.3.2
                 Operating System: Docker Desktop
                 Architecture: aarch64
                 CPUs: 6
                """)
            .detection();

    assertThat(detection.host().dockerDesktop().version()).contains(Version.parse("4.44.0"));
    assertThat(detection.host().dockerDesktop().cpus()).contains(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {2000, 3889, 4096, 7844})
  void aMeasuredMemoryOnOneSideOf4096IsTaken(int measured) {
    Detection detection = mac.with("/docker-info.json", info(measured)).detection();

    assertThat(detection.host().dockerDesktop().memoryMiB()).contains(measured);
    assertThat(MacTree.codes(detection)).doesNotContain("imprecise-vm-memory");
  }

  @Test
  void aMeasuredMemoryThatFitsTheSettingContradictsNothing() {
    Detection detection =
        mac.with(MacTree.STORE, "{\"MemoryMiB\": 4096}")
            .with("/docker-info.json", info(3973))
            .detection();

    assertThat(detection.host().dockerDesktop().memoryMiB()).contains(4096);
    assertThat(MacTree.codes(detection))
        .doesNotContain("contradicting-evidence", "imprecise-vm-memory");
  }

  @ParameterizedTest
  @ValueSource(ints = {3000, 5000})
  void aMeasuredMemoryThatDoesNotFitTheSettingContradictsIt(int measured) {
    Detection detection =
        mac.with(MacTree.STORE, "{\"MemoryMiB\": 4096}")
            .with("/docker-info.json", info(measured))
            .detection();

    assertThat(detection.host().dockerDesktop().memoryMiB()).contains(4096);
    assertThat(MacTree.notice(detection, "contradicting-evidence").path())
        .isEqualTo("dockerDesktop.memoryMiB");
  }

  // ---- the version of macOS

  @Test
  void theTrueVersionComesBefore10Point16() {
    Detection detection =
        mac.answering("/usr/bin/sw_vers", 0, "ProductName: macOS\nProductVersion: 10.16\n")
            .with(MacPaths.SYSTEM_VERSION, MacTree.systemVersion("10.16"))
            .with(MacPaths.TRUE_SYSTEM_VERSION, MacTree.systemVersion("15.2"))
            .detection();

    assertThat(detection.host().macOsVersion()).contains(Version.parse("15.2"));
    assertThat(MacTree.codes(detection)).doesNotContain("contradicting-evidence");
  }

  @Test
  void a10Point16AloneIsKeptAsSuch() {
    Detection detection =
        mac.with(MacPaths.SYSTEM_VERSION, MacTree.systemVersion("10.16")).detection();

    assertThat(detection.host().macOsVersion()).contains(Version.parse("10.16"));
  }

  @Test
  void a10Point16BesideAnOlderMacOsIsAContradiction() {
    Detection detection =
        mac.answering("/usr/bin/sw_vers", 0, "10.15.7\n")
            .with(MacPaths.SYSTEM_VERSION, MacTree.systemVersion("10.16"))
            .detection();

    assertThat(detection.host().macOsVersion()).contains(Version.parse("10.15.7"));
    assertThat(MacTree.codes(detection)).contains("contradicting-evidence");
  }

  // ---- settings that cannot be read

  static Stream<Arguments> unreadableSettings() {
    return Stream.of(
        Arguments.of("a folder", "not-a-file"),
        Arguments.of("too large", "too-large"),
        Arguments.of("no JSON", "content"),
        Arguments.of("a list", "content"),
        Arguments.of("empty", "content"),
        Arguments.of("a link out", "outside"),
        Arguments.of("a link nowhere", "outside"),
        Arguments.of("an absolute link inside", "outside"),
        Arguments.of("a folder that links out", "outside"),
        Arguments.of("a folder that links nowhere", "outside"));
  }

  @ParameterizedTest
  @MethodSource("unreadableSettings")
  void settingsThatCannotBeReadAreANoticeAndNoDefault(String kind, String reason)
      throws IOException {
    Path outside = Files.createDirectories(folder.resolve("secret"));
    Path secret = Files.writeString(outside.resolve("settings-store.json"), DOCKER_VMM);
    mac.asUsual().withApp("4.44.0");
    String group = MacTree.HOME + MacPaths.SETTINGS_FOLDER;
    switch (kind) {
      case "a folder" -> mac.withFolder(MacTree.STORE);
      case "too large" -> mac.with(MacTree.STORE, DOCKER_VMM + " ".repeat(4 * 1024 * 1024));
      case "no JSON" -> mac.with(MacTree.STORE, DOCKER_VMM.substring(0, 40));
      case "a list" -> mac.with(MacTree.STORE, "[" + DOCKER_VMM + "]");
      case "empty" -> mac.with(MacTree.STORE, "");
      case "a link out" -> mac.withLink(MacTree.STORE, secret.toString());
      case "a link nowhere" -> mac.withLink(MacTree.STORE, "nowhere.json");
      case "an absolute link inside" ->
          mac.with(group + "/other.json", DOCKER_VMM)
              .withLink(MacTree.STORE, group + "/other.json");
      case "a folder that links out" -> mac.withLink(group, outside.toString());
      default -> mac.withLink(group, "/nowhere/at/all");
    }

    for (HostDetector detector : List.of(mac.detector(), mac.detector().withHome(MacTree.HOME))) {
      Detection detection = detector.detection();
      assertThat(detection.host().dockerDesktop().vmm()).isEmpty();
      assertThat(detection.host().dockerDesktop().fileSharing()).isEmpty();
      assertThat(MacTree.notice(detection, "unreadable-file").parameters())
          .containsEntry("reason", reason)
          .extractingByKey("file")
          .asString()
          .startsWith(MacTree.HOME);
      assertThat(MacTree.codes(detection)).doesNotContain("no-settings-file");
    }
  }

  @Test
  void aLinkThatStaysInsideIsFollowed() {
    mac.asUsual()
        .with(MacTree.HOME + "/dotfiles/docker.json", DOCKER_VMM)
        .withLink(MacTree.STORE, "../../../dotfiles/docker.json");

    assertThat(mac.detection().host().dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
  }

  @Test
  void aNamedPipeInPlaceOfAFileHoldsNothingUp() throws Exception {
    mac.asUsual();
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    for (String path :
        List.of(
            MacTree.STORE,
            MacTree.LOG,
            MacTree.INFO,
            MacPaths.ADMIN_SETTINGS,
            MacPaths.SYSTEM_VERSION,
            "/ps.txt")) {
      Files.createDirectories(mac.at(path).getParent());
      assertThat(new ProcessBuilder("/usr/bin/mkfifo", mac.at(path).toString()).start().waitFor())
          .isZero();
    }

    Detection detection = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> mac.detection());
    assertThat(detection.notices())
        .filteredOn(notice -> notice.code().equals("unreadable-file"))
        .hasSize(6)
        .allSatisfy(
            notice -> assertThat(notice.parameters()).containsEntry("reason", "not-a-file"));
  }

  // ---- Rosetta

  @Test
  void filesOfRosettaDoNotCountIfArchSaysThatItIsMissing() {
    Detection detection =
        mac.asUsual()
            .answering("/usr/bin/arch", 86, "")
            .with(MacPaths.ROSETTA, "")
            .with(MacPaths.ROSETTA_RUNTIME, "")
            .detection();

    assertThat(detection.host().rosettaInstalled()).contains(false);
    assertThat(MacTree.notice(detection, "contradicting-evidence").path())
        .isEqualTo("rosettaInstalled");
  }

  @Test
  void filesOfRosettaCountInACopiedTree() {
    mac.with(MacPaths.ROSETTA_RUNTIME, "");

    Detection detection = HostDetector.detect(folder.resolve("mac"));
    assertThat(detection.host().rosettaInstalled()).contains(true);
    assertThat(MacTree.origin(detection, Fact.ROSETTA_INSTALLED))
        .isEqualTo(MacPaths.ROSETTA_RUNTIME);
  }

  @Test
  void anotherFailureOfArchTellsNothing() {
    assertThat(
            mac.asUsual().answering("/usr/bin/arch", 1, "").detection().host().rosettaInstalled())
        .isEmpty();
  }

  // ---- the app

  @Test
  void theAppIsFoundWhereTheSettingsSayItWasStartedFrom() {
    Detection detection =
        mac.with(MacTree.STORE, "{\"DockerAppLaunchPath\": \"/Users/alice/Desktop/Docker.app\"}")
            .with("/Users/alice/Desktop/Docker.app/Contents/Info.plist", MacTree.info("4.40.0"))
            .detection();

    assertThat(detection.host().dockerDesktop().version()).contains(Version.parse("4.40.0"));
    assertThat(MacTree.origin(detection, Fact.DOCKER_DESKTOP_VERSION))
        .startsWith("/Users/alice/Desktop/Docker.app/Contents/Info.plist");
    assertThat(MacTree.codes(detection)).doesNotContain("app-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../secret/x.app",
        "/../secret/x.app",
        "/./../secret/x.app",
        "../secret/x.app",
        "secret/x.app",
        "/a\\u0000b.app",
        "/.app",
        "",
        "/secret/x.app/../../../secret/x.app"
      })
  void aHostileLaunchPathLeadsNowhere(String path) throws IOException {
    Path secret = folder.resolve("secret/x.app/Contents/Info.plist");
    Files.createDirectories(secret.getParent());
    Files.writeString(secret, MacTree.info("4.1.0"));

    Detection detection =
        mac.with(MacTree.STORE, "{\"DockerAppLaunchPath\": \"" + path + "\"}").detection();
    assertThat(detection.host().dockerDesktop().version()).isEmpty();
    assertThat(MacTree.codes(detection)).containsAnyOf("app-not-found", "unreadable-file");
  }

  @Test
  void anAppThatCannotBeReadIsNotSaidToBeMissing() {
    Detection detection = mac.with(MacTree.INFO, "no property list").detection();

    assertThat(detection.host().dockerDesktop().version()).isEmpty();
    assertThat(MacTree.codes(detection)).contains("unreadable-file");
    assertThat(MacTree.codes(detection)).doesNotContain("app-not-found");
  }

  // ---- folders of collected files

  @Test
  void collectedFilesAreFoundByTheirNamesAtAnyDepth() {
    Detection detection =
        new MacTree(folder.resolve("diagnostics"))
            .with("/a/b/c/settings-store.json", DOCKER_VMM)
            .with("/a/admin-settings.json", "{\"useGrpcfuse\": {\"locked\": false}}")
            .with("/app/Info.plist", MacTree.info("4.44.0"))
            .with("/a/b/com.docker.backend.log", "starting engine linux/libkrun\n")
            .with("/sw_vers.txt", "ProductName: macOS\nProductVersion: 15.2\n")
            .with("/x/sysctl.txt", "hw.optional.arm64: 1\nhw.memsize: 8589934592\n")
            .with("/x/ps.txt", OTHERS + KRUN)
            .detection();

    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(detection.requestedVmm()).contains(Vmm.DOCKER_VMM);
    assertThat(detection.host().dockerDesktop().version()).contains(Version.parse("4.44.0"));
    assertThat(detection.host().dockerDesktop().lockedSettings()).contains(List.of());
    assertThat(detection.host().memoryMiB()).contains(8192);
    assertThat(detection.host().macOsVersion()).contains(Version.parse("15.2"));
    assertThat(detection.evidence(Fact.CURRENT_VMM))
        .extracting(each -> each.origin().place())
        .containsExactly(
            "list of processes", "/a/b/com.docker.backend.log", "/a/b/c/settings-store.json");
    assertThat(detection.notices()).isEmpty();
  }

  @Test
  void ofTwoCollectedFilesTheOneNearerToTheTopIsTaken() {
    Detection detection =
        new MacTree(folder.resolve("diagnostics"))
            .with("/a/a/settings-store.json", "{\"MemoryMiB\": 2048}")
            .with("/z/settings-store.json", "{\"MemoryMiB\": 8192}")
            .detection();

    assertThat(detection.host().dockerDesktop().memoryMiB()).contains(8192);
  }

  @Test
  void collectedFilesBehindALinkedFolderAreNotLookedFor() throws IOException {
    Path other = folder.resolve("other");
    Files.createDirectories(other);
    Files.writeString(other.resolve("settings-store.json"), DOCKER_VMM);

    Detection detection =
        new MacTree(folder.resolve("diagnostics"))
            .with("/readme.txt", "")
            .withLink("/linked", other.toString())
            .detection();
    assertThat(detection.host()).isEqualTo(Host.builder().build());
  }

  @Test
  void aRootThatIsNoFolderIsAnErrorThatNamesIt() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> HostDetector.detect(nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("root: " + nowhere + " does not exist");
    assertThatThrownBy(() -> HostDetector.of(nowhere, CommandRunner.none()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HostDetector.detect(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("root: " + file + " is not a folder");
  }

  @Test
  void aRootThatIsGoneIsAnErrorToo() throws IOException {
    Path root = Files.createDirectory(folder.resolve("root"));
    HostDetector detector = HostDetector.of(root, CommandRunner.none());
    Files.delete(root);

    assertThatThrownBy(detector::detection)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(root.toString());
    assertThatThrownBy(detector::settingsFile).isInstanceOf(IllegalArgumentException.class);
  }

  // ---- commands

  @Test
  void aCommandThatCannotBeRunIsANotice() {
    Detection detection =
        HostDetector.of(
                folder,
                command -> {
                  throw new IOException(command.get(0) + " did not end within 5000 ms");
                })
            .detection();

    assertThat(detection.notices())
        .filteredOn(notice -> notice.code().equals("command-failed"))
        .extracting(notice -> notice.parameters().get("command"))
        .containsExactlyInAnyOrder(
            "/bin/ps", "/usr/bin/sw_vers", "/usr/sbin/sysctl", "/usr/sbin/system_profiler");
    assertThat(detection.host()).isEqualTo(Host.builder().build());
    assertThat(detection.dockerDesktopRunning()).isEmpty();
  }

  @Test
  void aCommandThatIsNotThereIsNoNotice() {
    Detection detection =
        HostDetector.of(
                folder,
                command -> {
                  throw new FileNotFoundException(command.get(0));
                })
            .detection();

    assertThat(MacTree.codes(detection)).doesNotContain("command-failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n\n", "\u0000\u0001\uFFFF", ":::=::", "{", "a: b\nc = d", "10.16.x"})
  void garbageFromEveryCommandIsNoFact(String garbage) {
    for (int status : new int[] {0, 1, 127}) {
      CommandRunner commands = command -> new CommandOutput(status, garbage);
      Detection detection = HostDetector.of(folder, commands).detection();
      assertThat(detection.host()).isEqualTo(Host.builder().build());
    }
  }

  @Test
  void aListOfProcessesThatFailedDoesNotSayThatDockerDesktopIsStopped() {
    Detection detection = mac.answering("/bin/ps", 1, OTHERS).detection();

    assertThat(detection.dockerDesktopRunning()).isEmpty();
  }

  @Test
  void theProfilerOfTheSystemIsAskedOnlyForWhatSysctlLacks() {
    mac.answering("/usr/sbin/sysctl", 1, "hw.memsize: 17179869184\n")
        .answering(
            "/usr/sbin/system_profiler",
            0,
            "{\"SPHardwareDataType\": [{\"chip_type\": \"Apple M2\", \"physical_memory\":"
                + " \"24 GB\"}]}");

    Detection detection = mac.detection();
    assertThat(detection.host().architecture()).contains(Architecture.ARM64);
    assertThat(detection.host().chip()).contains("Apple M2");
    assertThat(detection.host().memoryMiB()).contains(16384);
    assertThat(MacTree.codes(detection)).contains("contradicting-evidence");
  }

  @Test
  void anUnfitHomeFolderFailsNothing() {
    for (String home : List.of("/Users/a\u0000b", "/../..", "relative", "/", " ")) {
      HostDetector detector = mac.with(MacTree.STORE, APPLE).detector().withHome(home);
      assertThat(detector.detection().host().dockerDesktop().vmm()).isEmpty();
      assertThat(detector.settingsFile().filter(Files::exists)).isEmpty();
    }
  }

  @Test
  void thisMachineIsLookedAtWithoutFailing() {
    Detection detection = HostDetector.detect();

    if (System.getProperty("os.name").startsWith("Linux")) {
      assertThat(detection.host()).isEqualTo(Host.builder().operatingSystem("linux").build());
      assertThat(detection.isMac()).contains(false);
      assertThat(MacTree.origin(detection, Fact.OPERATING_SYSTEM)).isEqualTo("Java, os.name");
    } else {
      assertThat(detection.isMac()).isNotEqualTo(Optional.empty());
    }
  }

  private MacTree bothFiles() {
    return mac.asUsual()
        .with(MacTree.STORE, DOCKER_VMM)
        .with(
            MacTree.OLD,
            "{\"settingsVersion\": 38, \"useVirtualizationFramework\": true, \"memoryMiB\": 2048}");
  }

  private static void assertStale(Detection detection, String taken, String stale) {
    assertThat(MacTree.notice(detection, "stale-settings-file").parameters())
        .containsEntry("taken", taken)
        .containsEntry("stale", stale);
  }

  private static String info(int mib) {
    return "{\"OperatingSystem\": \"Docker Desktop\", \"ServerVersion\": \"28.3.2\", \"MemTotal\": "
        + mib * 1024L * 1024L
        + "}";
  }

  @Test
  void anOperatingSystemOfApplesThatIsNotMacOsIsNone() {
    Host phone =
        HostDetector.combine(
                List.of(SwVers.read("ProductName:\tiPhone OS\nProductVersion:\t17.2\n")))
            .host();
    Host mac =
        HostDetector.combine(List.of(SwVers.read("ProductName:\tmacOS\nProductVersion:\t 15.2 \n")))
            .host();

    assertThat(phone.operatingSystem()).contains("iphone-os");
    assertThat(phone.macOsVersion()).isEmpty();
    assertThat(mac.operatingSystem()).contains(Host.MACOS);
    assertThat(mac.macOsVersion()).contains(Version.parse("15.2"));
  }

  @Test
  void aFileIsFoundInAFolderOfVeryManyFiles() throws IOException {
    Path crowded = Files.createDirectory(folder.resolve("crowded"));
    for (int i = 0; i < 10_050; i++) {
      Files.createFile(crowded.resolve("a" + i));
    }
    Files.writeString(
        crowded.resolve("settings-store.json"), "{\"SettingsVersion\":43,\"UseLibkrun\":true}");

    Detection detection =
        HostDetector.of(crowded, CommandRunner.none())
            .withKnown(Host.builder().architecture(Architecture.ARM64).build())
            .detection();

    assertThat(detection.host().dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(detection.notices()).extracting(Notice::code).contains("too-many-files");
  }

  @Test
  void theNameOfAChipIsReadInAnyLetterCase() {
    Host host =
        HostDetector.combine(List.of(Sysctl.read("machdep.cpu.brand_string: APPLE M1\n"))).host();

    assertThat(host.architecture()).contains(Architecture.ARM64);
    assertThat(Fact.CHIP_GENERATION.valueIn(host)).isEqualTo(Optional.of(1));
  }

  @Test
  void aKeyThatIsThereTwiceIsUnknown() {
    Reading reading =
        SettingsFile.reading(
            "{\"SettingsVersion\":43,\"MemoryMiB\":4096,\"MemoryMiB\":8192}",
            "settings-store.json",
            Host.builder().build());

    assertThat(reading.evidence(Fact.VM_MEMORY)).isEmpty();
    assertThat(reading.notices()).anyMatch(notice -> notice.message().contains("4096 and 8192"));
  }
}

package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether Docker Desktop is there, as far as a machine shows it. */
class DetectionStatesTest {

  private static final String BACKEND =
      "  1 /Applications/Docker.app/Contents/MacOS/com.docker.backend\n";
  private static final String OTHERS = "  1 /sbin/launchd\n";
  private static final String ORBSTACK = "  7 /Applications/OrbStack.app/Contents/MacOS/OrbStack\n";
  private static final String CONFIG = MacTree.HOME + MacPaths.DOCKER_CONFIG;

  @TempDir Path folder;
  private MacTree mac;

  @BeforeEach
  void makeATree() {
    mac = new MacTree(folder).withFolder("/Library").withFolder("/Users/alice").asUsual();
  }

  private MacTree withoutApp() {
    return mac.withFolder("/Applications/Safari.app");
  }

  // ---- not installed

  @Test
  void anAppThatIsInNoneOfTheFoldersIsNotInstalled() {
    Detection detection = withoutApp().withFolder("/Users/alice/Applications").detection();

    assertThat(detection.state()).isEqualTo(DetectionState.NOT_INSTALLED);
    assertThat(MacTree.codes(detection)).containsExactly("docker-desktop-not-installed");
    assertThat(detection.notices().get(0).parameters())
        .containsEntry("folders", List.of("/Applications", "/Users/alice/Applications"));
  }

  @Test
  void anAppThatIsThereIsInstalled() {
    assertThat(withoutApp().withApp("4.90.0").detection().state())
        .isEqualTo(DetectionState.DOCKER_DESKTOP);
  }

  /** Also one of which nothing can be read, which was renamed, or which only a user has. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Applications/Docker.app",
        "/Applications/Docker 4.30.app",
        "/Applications/docker.app",
        "/Users/alice/Applications/Docker.app",
        "/Users/bob/Applications/Docker Desktop.app"
      })
  void anAppThatMayBeDockerDesktopLeavesItOpen(String app) {
    assertThat(withoutApp().withFolder(app).detection().state())
        .isEqualTo(DetectionState.UNDETERMINED);
  }

  @Test
  void withoutTheFolderOfAppsNothingIsProven() {
    Detection detection = mac.detection();

    assertThat(detection.state()).isEqualTo(DetectionState.UNDETERMINED);
    assertThat(MacTree.codes(detection)).containsExactly("app-not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Applications", "/Users/alice/Applications"})
  void aFolderThatLeadsElsewhereProvesNothing(String link) throws IOException {
    if (!link.startsWith("/Applications")) {
      withoutApp();
    }
    Path elsewhere = Files.createTempDirectory("elsewhere");

    Detection detection = mac.withLink(link, elsewhere.toString()).detection();

    assertThat(detection.state()).isEqualTo(DetectionState.UNDETERMINED);
    assertThat(MacTree.notice(detection, "unreadable-file").parameters())
        .containsEntry("reason", "outside");
    Files.delete(elsewhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Applications", "/Users/alice/Applications"})
  void aFolderThatNobodyMayReadProvesNothing(String path) throws IOException {
    withoutApp().withFolder(path);
    Files.setPosixFilePermissions(mac.at(path), Set.of());
    boolean isSuperuser = Files.isReadable(mac.at(path));
    DetectionState state = mac.detection().state();
    Files.setPosixFilePermissions(mac.at(path), PosixFilePermissions.fromString("rwx------"));
    assumeFalse(isSuperuser, "a superuser may read everything");

    assertThat(state).isEqualTo(DetectionState.UNDETERMINED);
  }

  @Test
  void theFolderThatTheSettingsNameHasToBeReadToo() {
    withoutApp()
        .with(
            MacTree.STORE,
            "{\"SettingsVersion\": 43, \"DockerAppLaunchPath\": \"/Volumes/Fast/Docker.app\"}");

    assertThat(mac.detection().state()).isEqualTo(DetectionState.UNDETERMINED);
    mac.withFolder("/Volumes/Fast/Other.app");
    assertThat(mac.detection().state()).isEqualTo(DetectionState.NOT_INSTALLED);
    mac.withFolder("/Volumes/Fast/Docker.app");
    assertThat(mac.detection().state()).isEqualTo(DetectionState.UNDETERMINED);
  }

  @Test
  void ofTheNamedUserAloneTheFolderCounts() {
    withoutApp().withFolder("/Users/bob/Applications/Docker.app");

    assertThat(mac.detector().withHome(MacTree.HOME).detection().state())
        .isEqualTo(DetectionState.NOT_INSTALLED);
    assertThat(mac.detector().withHome("/Users/bob").detection().state())
        .isEqualTo(DetectionState.UNDETERMINED);
  }

  @Test
  void whatRunsIsInstalled() {
    Detection detection = withoutApp().answering("/bin/ps", 0, BACKEND).detection();

    assertThat(detection.state()).isEqualTo(DetectionState.DOCKER_DESKTOP);
    assertThat(MacTree.codes(detection)).doesNotContain("docker-desktop-not-installed");
  }

  @Test
  void whatAnsweredIsInstalledAndSoIsAReleaseThatIsGiven() {
    withoutApp();
    Host given = Hosts.host("arm64", "4.90.0", "15.2");

    assertThat(mac.detector().withKnown(given).detection().state())
        .isEqualTo(DetectionState.DOCKER_DESKTOP);
    assertThat(mac.with("/docker-version.json", version("Docker Desktop 4.90.0", "")).detection())
        .extracting(Detection::state)
        .isEqualTo(DetectionState.DOCKER_DESKTOP);
  }

  @Test
  void settingsAndLogOfAnAppThatIsGoneAreNoFacts() {
    Detection detection =
        withoutApp()
            .with(MacTree.STORE, Hosts.pascalCase("true", "false"))
            .with(MacTree.LOG, "starting engine linux/libkrun\n")
            .detection();

    assertThat(detection.state()).isEqualTo(DetectionState.NOT_INSTALLED);
    assertThat(detection.host().dockerDesktop().vmm()).isEmpty();
    assertThat(MacTree.notice(detection, "left-over-settings-file").parameters())
        .containsEntry("file", MacTree.STORE);
    assertThat(mac.detector().settingsFile()).isEmpty();
  }

  // ---- another engine

  @ParameterizedTest
  @CsvSource({
    "Docker Engine - Community, colima, colima",
    "Docker Engine - Community, colima-work, colima",
    "Docker Engine - Community, orbstack, orbstack",
    "'', rancher-desktop, rancher-desktop",
    "Docker Engine - Community, lima-docker, lima",
    "Docker Engine - Community, default, docker-engine",
    "Docker Engine - Community, '', docker-engine",
    "linux/arm64/fedora-42, podman-machine-default, podman",
    "Mirantis Container Runtime, default, other"
  })
  void anAnswerOfAnotherEngineNamesIt(String platform, String context, String engine) {
    String text =
        "Client:\n Version: 29.1.0\n OS/Arch: darwin/arm64\n Context: "
            + context
            + "\n\nServer: "
            + platform
            + "\n Engine:\n  Version: 29.1.0\n  OS/Arch: linux/arm64\n";
    for (String answer : List.of(version(platform, context), text)) {
      Detection alone = HostDetector.combine(List.of(DockerVersion.read(answer)));
      assertThat(alone.state()).isEqualTo(DetectionState.ANOTHER_ENGINE);
      assertThat(alone.anotherEngine()).contains(engine);

      Detection ofTree = mac.with("/docker-version.json", answer).detection();
      assertThat(ofTree.anotherEngine()).contains(engine);
      assertThat(ofTree.host().notices()).extracting(Notice::code).contains("another-engine");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OrbStack, orbstack, orbstack",
    "OrbStack, '', orbstack",
    "Ubuntu 24.04.1 LTS, colima, colima",
    "Ubuntu 24.04.1 LTS, colima-work, colima",
    "Alpine Linux v3.20, lima-rancher-desktop, rancher-desktop",
    "Rancher Desktop WSL Distribution, box, rancher-desktop",
    "Ubuntu 24.04.1 LTS, lima-docker, lima",
    "Ubuntu 24.04.1 LTS, server, other"
  })
  void anAnswerToDockerInfoNamesItToo(String system, String name, String engine) {
    String json =
        "{\"ServerVersion\": \"29.1.0\", \"OperatingSystem\": \""
            + system
            + "\", \"Name\": \""
            + name
            + "\"}";
    String text =
        "Client:\n Version: 29.1.0\n\nServer:\n Server Version: 29.1.0\n Operating System: "
            + system
            + "\n Name: "
            + name
            + "\n";
    for (String answer : List.of(json, text)) {
      assertThat(HostDetector.combine(List.of(DockerInfo.read(answer))).anotherEngine())
          .contains(engine);
    }
  }

  @Test
  void podmanIsRecognisedByItsParts() {
    String json =
        "{\"Server\": {\"Platform\": {\"Name\": \"linux/arm64/fedora-42\"},"
            + " \"Components\": [{\"Name\": \"Podman Engine\"}, {\"Name\": \"Conmon\"}]}}";
    String text = "Client:\n\nServer: linux/arm64/fedora-42\n Podman Engine:\n  Version: 5.6.0\n";

    for (String answer : List.of(json, text)) {
      assertThat(HostDetector.combine(List.of(DockerVersion.read(answer))).anotherEngine())
          .contains("podman");
    }
  }

  @Test
  void theBestRecognisedAnswerNamesTheEngine() {
    Reading version = DockerVersion.read(version("Docker Engine - Community", ""));
    Reading info =
        DockerInfo.read("{\"ServerVersion\": \"29.1.0\", \"OperatingSystem\": \"OrbStack\"}");

    for (List<Reading> readings : List.of(List.of(version, info), List.of(info, version))) {
      Detection detection = HostDetector.combine(readings);
      assertThat(detection.anotherEngine()).contains("orbstack");
      assertThat(MacTree.codes(detection)).containsExactly("another-engine");
    }
  }

  /** What calls itself nothing, or is in Docker Desktop's own context, is not shown to be other. */
  @ParameterizedTest
  @CsvSource({
    "'', default",
    "'', ''",
    "Docker Engine - Community, desktop-linux",
    "X, desktop-linux"
  })
  void aWeakHintIsNoOtherEngine(String platform, String context) {
    Detection detection =
        HostDetector.combine(List.of(DockerVersion.read(version(platform, context))));

    assertThat(detection.state()).isEqualTo(DetectionState.NOTHING_KNOWN);
    assertThat(MacTree.codes(detection)).contains("not-docker-desktop");
  }

  /** Before 4.5.0 the engine of Docker Desktop called itself so, too. */
  @ParameterizedTest
  @CsvSource({"4.4.2, DOCKER_DESKTOP", "4.5.0, ANOTHER_ENGINE"})
  void anOldDockerDesktopIsNoOtherEngine(String release, DetectionState state) {
    mac.withApp(release)
        .with("/docker-version.json", version("Docker Engine - Community", "default"));

    assertThat(mac.detection().state()).isEqualTo(state);
  }

  @Test
  void aDockerDesktopThatRunsIsNotReplacedByAContext() {
    Detection detection =
        withoutApp()
            .withApp("4.90.0")
            .answering("/bin/ps", 0, BACKEND + ORBSTACK)
            .with(CONFIG, "{\"currentContext\": \"orbstack\"}")
            .with("/docker-version.json", version("Docker Engine - Community", "orbstack"))
            .detection();

    assertThat(detection.state()).isEqualTo(DetectionState.DOCKER_DESKTOP);
    assertThat(detection.anotherEngine()).isEmpty();
    assertThat(MacTree.codes(detection)).contains("not-docker-desktop");
  }

  @Test
  void aDockerDesktopThatAnsweredIsNotReplacedByHints() {
    Detection detection =
        withoutApp()
            .answering("/bin/ps", 0, ORBSTACK)
            .with(CONFIG, "{\"currentContext\": \"orbstack\"}")
            .with("/docker-version.json", version("Docker Desktop 4.90.0 (1)", "desktop-linux"))
            .detection();

    assertThat(detection.state()).isEqualTo(DetectionState.DOCKER_DESKTOP);
  }

  /** A context, a program that runs, no Docker Desktop: any two of them are enough. */
  @ParameterizedTest
  @CsvSource({
    "false, false, false, DOCKER_DESKTOP",
    "true, false, false, DOCKER_DESKTOP",
    "false, true, false, DOCKER_DESKTOP",
    "false, false, true, NOT_INSTALLED",
    "true, true, false, ANOTHER_ENGINE",
    "true, false, true, ANOTHER_ENGINE",
    "false, true, true, ANOTHER_ENGINE",
    "true, true, true, ANOTHER_ENGINE"
  })
  void noHintIsEnoughAlone(
      boolean isContext, boolean isProgram, boolean isWithoutApp, DetectionState state) {
    withoutApp();
    if (!isWithoutApp) {
      mac.withApp("4.90.0");
    }
    mac.with(CONFIG, "{\"currentContext\": \"" + (isContext ? "orbstack" : "default") + "\"}")
        .answering("/bin/ps", 0, isProgram ? ORBSTACK : OTHERS);

    assertThat(mac.detection().state()).isEqualTo(state);
  }

  @Test
  void aContextOfOneEngineAndAProgramOfAnotherAreNotTwoHintsForEither() {
    mac.withApp("4.90.0")
        .with(CONFIG, "{\"currentContext\": \"colima\"}")
        .answering("/bin/ps", 0, ORBSTACK);

    assertThat(mac.detection().state()).isEqualTo(DetectionState.DOCKER_DESKTOP);
  }

  @ParameterizedTest
  @CsvSource({
    "/Applications/OrbStack.app/Contents/MacOS/OrbStack Helper vmgr, orbstack",
    "/Applications/Rancher Desktop.app/Contents/MacOS/Rancher Desktop, rancher-desktop",
    "/opt/homebrew/bin/colima daemon start default, colima",
    "/opt/homebrew/bin/limactl hostagent --pidfile /Users/a/.colima/_lima/colima/ha.pid colima,"
        + " colima"
  })
  void aProgramNamesItsEngine(String command, String engine) {
    withoutApp().answering("/bin/ps", 0, "  9 " + command + "\n");

    assertThat(mac.detection().anotherEngine()).contains(engine);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grep /Applications/OrbStack.app/Contents/MacOS/OrbStack",
        "/usr/bin/open -a /Applications/OrbStack.app",
        "/opt/homebrew/bin/limactl hostagent --pidfile /Users/a/.lima/default/ha.pid default",
        "/opt/homebrew/bin/colima status",
        "vi colima daemon",
        "/System/Library/com.apple.Virtualization.VirtualMachine"
      })
  void whatOnlyNamesAProgramIsNoHint(String command) {
    withoutApp().answering("/bin/ps", 0, "  9 " + command + "\n");

    assertThat(mac.detection().state()).isEqualTo(DetectionState.NOT_INSTALLED);
  }

  /** The file has credentials, so nothing of it is in any notice. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"auths\": {\"x\": {\"auth\": \"c2VjcmV0\"}}, \"currentContext\": \"c2VjcmV0\"}",
        "{\"auths\": {\"x\": {\"auth\": \"c2VjcmV0\"}}, ",
        "[\"c2VjcmV0\"]",
        "c2VjcmV0",
        "{\"currentContext\": [\"c2VjcmV0\"]}",
        ""
      })
  void nothingOfTheConfigurationIsShown(String configuration) {
    Detection detection = withoutApp().with(CONFIG, configuration).detection();

    assertThat(detection.state()).isEqualTo(DetectionState.NOT_INSTALLED);
    assertThat(detection.toString()).doesNotContain("c2VjcmV0");
  }

  @Test
  void ofSeveralUsersNoContextIsTakenUntilOneIsNamed() {
    withoutApp()
        .with(CONFIG, "{\"currentContext\": \"colima\"}")
        .with("/Users/bob" + MacPaths.DOCKER_CONFIG, "{\"currentContext\": \"orbstack\"}");

    assertThat(mac.detection().state()).isEqualTo(DetectionState.NOT_INSTALLED);
    assertThat(mac.detector().withHome("/Users/bob").detection().anotherEngine())
        .contains("orbstack");
  }

  // ---- nothing known, not a Mac

  @Test
  void anEmptyFolderTellsNothing() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    Detection detection = HostDetector.detect(empty);

    assertThat(detection.state()).isEqualTo(DetectionState.NOTHING_KNOWN);
    assertThat(detection.notices().get(0).code()).isEqualTo("nothing-known");
  }

  @Test
  void filesThatAreNotOfAMacTellNothing() throws IOException {
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("config.json"), "{\"currentContext\": \"colima\"}");
    Files.writeString(project.resolve("README.md"), "Server: Docker Engine - Community");
    Files.createDirectories(project.resolve("src/OrbStack.app"));

    assertThat(HostDetector.detect(project).state()).isEqualTo(DetectionState.NOTHING_KNOWN);
  }

  @Test
  void aFolderThatNobodyMayReadTellsNothingAndSaysWhy() throws IOException {
    Path secret = Files.createDirectory(folder.resolve("secret"));
    Files.setPosixFilePermissions(secret, Set.of());
    boolean isSuperuser = Files.isReadable(secret);
    Detection detection = HostDetector.detect(secret);

    assertThat(detection.state()).isEqualTo(DetectionState.NOTHING_KNOWN);
    assumeFalse(isSuperuser, "a superuser may read everything");
    assertThat(MacTree.codes(detection)).contains("unreadable-file");
  }

  @Test
  void anEngineThatDoesNotAnswerTellsNothing() {
    Detection detection =
        HostDetector.combine(List.of(DockerVersion.read("{\"Client\": {}, \"Server\": null}")));

    assertThat(detection.state()).isEqualTo(DetectionState.NOTHING_KNOWN);
    assertThat(MacTree.codes(detection)).containsExactly("nothing-known", "docker-not-running");
  }

  @Test
  void aClientInWindowsIsNoMac() {
    String answer = version("Docker Desktop 4.90.0", "").replace("darwin", "windows");

    Detection detection = HostDetector.combine(List.of(DockerVersion.read(answer)));

    assertThat(detection.state()).isEqualTo(DetectionState.NOT_A_MAC);
    assertThat(MacTree.notice(detection, "not-a-mac").parameters())
        .containsEntry("operatingSystem", "windows");
  }

  @Test
  void whatIsAddedToNothingKnownTakesItsNoticeAway() {
    Host nothing = HostDetector.combine(List.of()).host();
    Reading version = DockerVersion.read(version("Docker Desktop 4.90.0", ""));

    assertThat(nothing.notices()).extracting(Notice::code).containsExactly("nothing-known");
    assertThat(HostDetector.with(nothing, Reading.nothing()).notices()).hasSize(1);
    assertThat(HostDetector.with(nothing, version).notices()).isEmpty();
  }

  /** Facts that are given never make a state that the facts alone do not have. */
  @Property(tries = 200)
  void theStateOfGivenFactsIsThatOfTheHost(@ForAll("hosts") Host host) throws IOException {
    Path root = Files.createTempDirectory("given");
    Detection detection =
        HostDetector.of(root, new MacTree(root).commands()).withKnown(host).detection();
    Files.delete(root);

    assertThat(detection.state())
        .isEqualTo(DetectionState.of(Host.builder().from(host).notices(List.of()).build()));
    assertThat(DetectionState.of(detection.host())).isEqualTo(detection.state());
    assertThat(detection.host().workload().databases()).isEqualTo(host.workload().databases());
    assertThat(detection.state().noticeIn(detection.host()).isPresent())
        .isEqualTo(detection.state().isWithoutDockerDesktop());
  }

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  private static String version(String platform, String context) {
    return "{\"Client\": {\"Os\": \"darwin\", \"Context\": \""
        + context
        + "\"}, \"Server\": {\"Platform\": {\"Name\": \""
        + platform
        + "\"}, \"Arch\": \"arm64\"}}";
  }
}

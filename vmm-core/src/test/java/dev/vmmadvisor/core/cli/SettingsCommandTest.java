package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.testkit.FakeMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code apply} and {@code restore}. */
class SettingsCommandTest {

  private static final String SETTINGS_FOLDER =
      "Users/alice/Library/Group Containers/group.com.docker";
  private static final String BACKUP = ".vmm-advisor-2026-11-23T10-15-00Z.backup";
  private static final String NOT_WRITTEN = "Nothing was written. Add --write to write it.\n";

  @TempDir private Path folder;

  @Test
  void applyIsADryRunUnlessToldToWrite() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);
    List<String> before = settings();

    Outcome shown = onTree(mac, "apply", "--to", "docker-vmm");

    assertThat(shown.err()).isEmpty();
    assertThat(shown.status()).isZero();
    assertThat(shown.out())
        .startsWith("One step to Docker VMM:\n")
        .contains(
            """
            - "UseLibkrun": false
            + "UseLibkrun": true
            """,
            "Docker Desktop has to be quit first")
        .endsWith("\n\n" + NOT_WRITTEN);
    assertThat(settings()).isEqualTo(before);
    assertThat(onTree(mac, "apply", "--to", "docker-vmm", "--dry-run")).isEqualTo(shown);
  }

  @Test
  void writtenIsWhatWasShown() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);
    Path file = settingsFile();
    String before = Files.readString(file);
    String shown = onTree(mac, "apply", "--to", "docker-vmm").out();

    Outcome written = onTree(mac, "apply", "--to", "docker-vmm", "--write");

    assertThat(written.err()).isEmpty();
    assertThat(written.status()).isZero();
    assertThat(written.out())
        .startsWith(shown.replace(NOT_WRITTEN, ""))
        .contains("\nWritten: " + file + "\nBackup: " + file + BACKUP + "\n");
    String expected = before;
    for (String line : shown.lines().filter(each -> each.startsWith("- \"")).toList()) {
      String removed = line.substring(2);
      String added =
          removed.endsWith("true")
              ? removed.replace("true", "false")
              : removed.replace("false", "true");
      assertThat(shown).contains(line + "\n+ " + added + "\n");
      expected = expected.replace(removed, added);
    }
    assertThat(Files.readString(file)).isEqualTo(expected).isNotEqualTo(before);
    assertThat(Path.of(file + BACKUP)).hasContent(before);
  }

  @Test
  void applyingAgainHasNothingLeftToDo() throws IOException {
    FakeMac mac = FakeMac.m4().stopped().createIn(folder);
    onTree(mac, "apply", "--to", "docker-vmm", "--write");
    List<String> after = settings();

    Outcome again = onTree(mac, "apply", "--to", "docker-vmm", "--write");

    assertThat(again).isEqualTo(new Outcome(0, "Nothing needs to change for Docker VMM.\n", ""));
    assertThat(settings()).isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--write", "--dry-run"})
  void aFileThatHasTheValuesIsLeftEvenIfAnotherVmmWasSeen(String flag) throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);
    onTree(mac, "apply", "--to", "docker-vmm", "--write");
    List<String> after = settings();

    Outcome again = onTree(mac, "apply", "--to", "docker-vmm", flag);

    assertThat(again.status()).isZero();
    assertThat(again.out())
        .contains("Nothing to change: the file has all the values.")
        .doesNotContain("--write");
    assertThat(settings()).isEqualTo(after);
  }

  @Test
  void withoutAVmmItIsTheAdvisedOne() throws IOException {
    FakeMac mac = FakeMac.m1With8Gb().createIn(folder);

    for (String goal : List.of("balanced", "stability")) {
      assertThat(onTree(mac, "apply", "--goal", goal).out())
          .startsWith("2 steps to the Apple Virtualization framework, in this order:")
          .contains("1. Upgrade Docker Desktop to 4.88.0 or later.");
    }
    assertThat(onTree(mac, "apply").out()).startsWith("2 steps to the Apple Virtualization");
  }

  @Test
  void theComposeFileCountsForTheAdvice() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);
    Path compose = Files.createTempFile("compose", ".yaml");
    Files.writeString(compose, "services:\n  a:\n    image: docker.io/library/mongo\n");

    Outcome outcome = onTree(mac, "apply", "--compose", compose.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isNotEmpty();
    assertThat(onTree(mac, "apply", "--compose", "no-such-file").err())
        .isEqualTo("vmm-advisor: --compose: no-such-file: there is no such file\n");
  }

  @Test
  void onAMacItIsWrittenWhileDockerDesktopDoesNotRun() throws IOException {
    FakeMac mac = FakeMac.m4().stopped().createIn(folder);

    Outcome outcome = Outcome.on(mac, "apply", "--to", "docker-vmm", "--write");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(new ObjectMapper().readTree(settingsFile().toFile()).path("UseLibkrun").asBoolean())
        .isTrue();
  }

  @Test
  void nothingIsWrittenWhileDockerDesktopRuns() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);
    Files.writeString(Path.of(settingsFile() + BACKUP), "{\"UseLibkrun\": true}");
    List<String> before = settings();

    Outcome apply = Outcome.on(mac, "apply", "--to", "docker-vmm", "--write");
    Outcome restore = Outcome.on(mac, "restore", "--write");

    assertThat(apply.status()).isEqualTo(2);
    assertThat(apply.err())
        .startsWith("vmm-advisor: ")
        .contains("Docker Desktop runs and would overwrite the file")
        .hasLineCount(1);
    assertThat(restore.status()).isEqualTo(2);
    assertThat(restore.err()).contains("Docker Desktop runs").hasLineCount(1);
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void nothingIsWrittenIfTheProcessesCannotBeListed() throws IOException {
    FakeMac mac = FakeMac.m4().stopped().createIn(folder);
    HostDetector detector =
        HostDetector.of(
                mac.root(),
                command -> {
                  if (command.get(0).endsWith("/ps")) {
                    throw new IOException("it did not end in time");
                  }
                  return mac.commands().run(command);
                })
            .withHome(mac.home());
    List<String> before = settings();

    Outcome outcome = Outcome.on(detector, "apply", "--to", "docker-vmm", "--write");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("it is not known whether Docker Desktop runs");
    assertThat(settings()).isEqualTo(before);
    assertThat(Outcome.on(detector, "apply", "--to", "docker-vmm").out()).endsWith(NOT_WRITTEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", SETTINGS_FOLDER})
  void theSettingsOfARunningMacAreNoCopyWhateverTheyAreCalled(String root) throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);
    List<String> before = settings();

    Outcome outcome =
        Outcome.on(
            mac,
            "apply",
            "--to",
            "docker-vmm",
            "--write",
            "--architecture",
            "arm64",
            "--docker-desktop",
            "4.88.0",
            "--macos",
            "26.1",
            "--root",
            folder.resolve(root).toString());

    assertThat(outcome.err()).contains("Docker Desktop runs");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void aCopiedTreeIsWrittenOnAMacOnWhichDockerDesktopRuns() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(Files.createDirectory(folder.resolve("this")));
    Path copy = Files.createDirectory(folder.resolve("copy"));
    FakeMac.m4().createIn(copy);

    Outcome outcome =
        Outcome.on(
            mac,
            "apply",
            "--to",
            "docker-vmm",
            "--write",
            "--architecture",
            "arm64",
            "--root",
            copy.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("Written: " + copy);
  }

  @Test
  void whatAnAdministratorHasLockedIsNotWritten() throws IOException {
    FakeMac mac = FakeMac.lockedFleetMac().stopped().createIn(folder);
    List<String> before = settings();

    Outcome outcome = Outcome.on(mac, "apply", "--to", "docker-vmm", "--write");

    assertThat(outcome.status()).isOne();
    assertThat(outcome.out())
        .startsWith("There is no way to Docker VMM on this host.\n")
        .contains("an administrator");
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void aLockThatTheDetectionDidNotSeeStopsTheWriting() throws IOException {
    FakeMac mac = FakeMac.m4().stopped().createIn(folder);
    Path locks = folder.resolve("Library/Application Support/com.docker.docker");
    HostDetector detector = HostDetector.of(mac.root(), mac.commands()).withHome(mac.home());
    Files.createDirectories(locks);
    Files.writeString(locks.resolve("admin-settings.json"), "no locks that can be read");
    List<String> before = settings();

    Outcome outcome = Outcome.on(detector, "apply", "--to", "docker-vmm", "--write");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("admin-settings.json").hasLineCount(1);
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void aPlanThatBeginsWithAnUpgradeSaysSo() throws IOException {
    FakeMac mac = FakeMac.m4().stopped().createIn(folder);
    Files.writeString(
        folder.resolve("Applications/Docker.app/Contents/Info.plist"),
        Files.readString(folder.resolve("Applications/Docker.app/Contents/Info.plist"))
            .replace("4.88.0", "4.34.0"));
    Path file = folder.resolve(SETTINGS_FOLDER + "/settings.json");
    Files.move(settingsFile(), file);
    Files.writeString(file, "{\"useVirtualizationFramework\": true}");
    List<String> before = settings();

    Outcome outcome = Outcome.on(mac, "apply", "--to", "docker-vmm", "--write");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("the first step of the plan is no setting", "pgrade Docker Desktop to ")
        .hasLineCount(1);
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void whereThereIsNoWayThereIsNoChange() throws IOException {
    FakeMac mac = FakeMac.intel().stopped().createIn(folder);

    assertThat(Outcome.on(mac, "apply", "--to", "docker-vmm", "--write"))
        .isEqualTo(new Outcome(1, "There is no way to Docker VMM on this host.\n", ""));
  }

  @Test
  void whereThereAreNoSettingsThereIsNothingToChange() throws IOException {
    FakeMac mac = FakeMac.freshInstall().createIn(folder);
    String message =
        "vmm-advisor: there is no settings file to change; detect --explain tells what was found\n";

    assertThat(Outcome.on(mac, "apply", "--to", "docker-vmm").err()).isEqualTo(message);
    assertThat(Outcome.on(mac, "restore")).isEqualTo(new Outcome(2, "", message));
  }

  @Test
  void restorePutsTheNewestBackupBack() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);
    Path file = settingsFile();
    byte[] before = Files.readAllBytes(file);
    Files.writeString(Path.of(file + ".vmm-advisor-2025-01-01T00-00-00Z.backup"), "{}");
    onTree(mac, "apply", "--to", "docker-vmm", "--write");
    byte[] changed = Files.readAllBytes(file);
    String shown = "Backup: " + file + BACKUP + "\nFile: " + file + "\n\n";

    assertThat(onTree(mac, "restore")).isEqualTo(new Outcome(0, shown + NOT_WRITTEN, ""));
    assertThat(onTree(mac, "restore", "--dry-run").out()).isEqualTo(shown + NOT_WRITTEN);
    assertThat(file).hasBinaryContent(changed);

    Outcome restored = onTree(mac, "restore", "--write");

    assertThat(restored.err()).isEmpty();
    assertThat(restored.status()).isZero();
    assertThat(restored.out()).startsWith(shown).contains("Written: " + file);
    assertThat(file).hasBinaryContent(before);
    assertThat(onTree(mac, "restore", "--write").out()).contains("Nothing was written");
  }

  @Test
  void withoutABackupThereIsNothingToRestore() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);

    assertThat(onTree(mac, "restore", "--write"))
        .isEqualTo(
            new Outcome(2, "", "vmm-advisor: there is no backup beside " + settingsFile() + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apply | this is no Mac; --root DIR names a copied tree",
        "restore --write | this is no Mac; --root DIR names a copied tree",
        "apply host.json | apply takes no FILE; --root DIR names a copied tree",
        "restore - | restore takes no FILE; --root DIR names a copied tree",
        "apply --dry-run --write | --write and --dry-run exclude each other",
        "restore --write --dry-run | --write and --dry-run exclude each other",
        "apply --goal stability --to qemu | --goal and --to exclude each other; give one of them,"
            + " or none",
        "apply --to vmware | --to: \"vmware\" is not accepted; accepted: docker-vmm,"
            + " apple-virtualization-framework, qemu, hyperkit",
        "apply --root no-such-folder | --root: no-such-folder is no folder",
        "apply --write=yes | --write takes no value",
        "restore --to qemu | unknown option --to; accepted: --root, --home, --architecture,"
            + " --macos, --docker-desktop, --memory, --vmm, --from, --write, --dry-run, --list",
      })
  void wrongCallsAreToldOnStandardError(String commandLine, String message) {
    assertThat(Outcome.elsewhere("", commandLine.split(" ", -1)))
        .isEqualTo(new Outcome(2, "", "vmm-advisor: " + message + "\n"));
  }

  private Outcome onTree(FakeMac mac, String command, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(command, "--root", mac.root().toString(), "--architecture", "arm64"));
    line.addAll(List.of(more));
    return Outcome.elsewhere("", line.toArray(new String[0]));
  }

  private Path settingsFile() {
    return folder.resolve(SETTINGS_FOLDER + "/settings-store.json");
  }

  /** Every file in the folder of the settings with its content. */
  private List<String> settings() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve(SETTINGS_FOLDER))) {
      for (Path file : files.sorted().toList()) {
        all.add(file.getFileName() + ": " + Files.readString(file));
      }
    }
    return all;
  }

  @Test
  void aBackupIsChosenByItsName() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(Files.createDirectory(folder.resolve("backups")));
    Path settings =
        mac.root()
            .resolve("Users/alice/Library/Group Containers/group.com.docker/settings-store.json");
    Path first = Path.of(settings + ".vmm-advisor-2026-11-01T00-00-00Z.backup");
    Path second = Path.of(settings + ".vmm-advisor-2026-11-02T00-00-00Z.backup");
    Files.writeString(first, "{\"SettingsVersion\":43,\"UseLibkrun\":false}");
    Files.writeString(second, "{\"SettingsVersion\":43,\"UseLibkrun\":true}");
    String root = mac.root().toString();

    Outcome list = Outcome.elsewhere("", "restore", "--list", "--root", root);
    Outcome chosen =
        Outcome.elsewhere(
            "", "restore", "--write", "--root", root, "--from", first.getFileName().toString());
    Outcome unknown = Outcome.elsewhere("", "restore", "--root", root, "--from", "none");

    assertThat(list.out().lines()).containsExactly(second.toString(), first.toString());
    assertThat(chosen.status()).isZero();
    assertThat(settings).content().contains("\"UseLibkrun\":false");
    assertThat(unknown.err()).contains("--from: none is no backup of").contains("--list");
  }

  @Test
  void aListOfNoBackupsSaysSo() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(Files.createDirectory(folder.resolve("no-backup")));

    Outcome list = Outcome.elsewhere("", "restore", "--list", "--root", mac.root().toString());

    assertThat(list.status()).isZero();
    assertThat(list.out()).isEmpty();
    assertThat(list.err()).startsWith("there is no backup of ").contains("settings-store.json");
  }
}

package dev.vmmadvisor.core.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.core.apply.DockerDesktopState.Running;
import dev.vmmadvisor.core.apply.SettingsChangeException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsBackupTest {

  private static final Instant FIRST = Instant.parse("2026-11-23T10:15:00Z");
  private static final Instant SECOND = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant THIRD = Instant.parse("2026-11-25T08:00:00Z");
  private static final DockerDesktopState STOPPED = () -> Running.NO;

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void prepare() throws Exception {
    file = folder.resolve("settings-store.json");
    Files.writeString(file, "{\"Cpus\":1}");
  }

  @Test
  void theNewestBackupUndoesTheLastChange() throws Exception {
    change(2, FIRST);
    change(3, SECOND);

    SettingsChangeResult written = newest().restore(STOPPED, THIRD);

    assertThat(file).hasContent("{\"Cpus\":2}");
    assertThat(written.isWritten()).isTrue();
    assertThat(written.changes()).containsExactly(new KeyChange("Cpus", "3", "2"));
    Path made = written.backup().orElseThrow();
    assertThat(made).hasContent("{\"Cpus\":3}");
    assertThat(made)
        .isEqualTo(
            folder.resolve(
                "settings-store.json.vmm-advisor-2026-11-25T08-00-00Z.before-restore.backup"));
    assertThat(written.text()).startsWith("- \"Cpus\": 3\n+ \"Cpus\": 2\n\nWritten: " + file);
  }

  @Test
  void puttingTheNewestBackTwiceIsTheSameAsOnce() throws Exception {
    change(2, FIRST);
    newest().restore(STOPPED, SECOND);

    SettingsChangeResult again = newest().restore(() -> Running.YES, THIRD);

    assertThat(again.isWritten()).isFalse();
    assertThat(again.backup()).isEmpty();
    assertThat(again.text()).contains("has that content already");
    assertThat(file).hasContent("{\"Cpus\":1}");
    assertThat(SettingsBackup.list(file)).hasSize(2);
  }

  @Test
  void whatARestoreReplacedCanBePutBackAsWell() throws Exception {
    change(2, FIRST);
    newest().restore(STOPPED, SECOND);

    List<SettingsBackup> backups = SettingsBackup.list(file);
    assertThat(backups).extracting(SettingsBackup::time).containsExactly(SECOND, FIRST);
    assertThat(backups).extracting(SettingsBackup::isOfRestore).containsExactly(true, false);
    assertThat(backups).extracting(SettingsBackup::settingsFile).containsOnly(file);
    backups.get(0).restore(STOPPED, THIRD);

    assertThat(file).hasContent("{\"Cpus\":2}");
  }

  @Test
  void backupsOfOneSecondAreToldApart() throws Exception {
    for (int cpus = 2; cpus <= 12; cpus++) {
      change(cpus, FIRST);
    }

    assertThat(newest().path()).hasContent("{\"Cpus\":11}");
    assertThat(newest()).hasToString(newest().path().toString());
    assertThat(newest().path().toString()).endsWith("Z-11.backup");
    assertThat(SettingsBackup.list(file)).hasSize(11);
  }

  @Test
  void whatIsNoBackupOfThatFileIsNotListed() throws Exception {
    for (String name :
        List.of(
            "settings.json.vmm-advisor-2026-11-23T10-15-00Z.backup",
            "settings-store.json.vmm-advisor-2026-13-23T10-15-00Z.backup",
            "settings-store.json.vmm-advisor-2026-11-23T10-15-00Z.temporary",
            "settings-store.json.vmm-advisor-2026-11-23T10-15-00Z-0.backup",
            "settings-store.json.backup")) {
      Files.writeString(folder.resolve(name), "{}");
    }
    Files.createFile(folder.resolve(name("10-15-00")));
    Files.createDirectory(folder.resolve(name("10-15-01")));
    Files.createSymbolicLink(folder.resolve(name("10-15-02")), file);

    assertThat(SettingsBackup.list(file)).isEmpty();
    assertThat(SettingsBackup.newest(file)).isEmpty();
    assertThat(SettingsBackup.list(folder.resolve("settings.json"))).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeReadIsToldAndNotTakenForAnEmptyOne() {
    Path nowhere = folder.resolve("nowhere/settings-store.json");

    assertThatThrownBy(() -> SettingsBackup.newest(nowhere))
        .isInstanceOfSatisfying(
            SettingsChangeException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));
  }

  @Test
  void aDamagedOrMissingSettingsFileIsNoObstacle() throws Exception {
    change(2, FIRST);
    Files.writeString(file, "{\"Cpus\":");

    SettingsChangeResult mended = newest().restore(STOPPED, SECOND);

    assertThat(file).hasContent("{\"Cpus\":1}");
    assertThat(mended.changes()).isEmpty();
    assertThat(mended.backup().orElseThrow()).hasContent("{\"Cpus\":");

    Files.setPosixFilePermissions(newest().path(), PosixFilePermissions.fromString("rw-r-----"));
    Files.delete(file);
    SettingsChangeResult again = newest().restore(STOPPED, THIRD);

    assertThat(file).hasContent("{\"Cpus\":1}");
    assertThat(again.isWritten()).isTrue();
    assertThat(again.backup()).isEmpty();
    assertThat(again.changes()).containsExactly(new KeyChange("Cpus", null, "1"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aFileThatAppearsMeanwhileIsLeftAlone() throws Exception {
    change(2, FIRST);
    Files.delete(file);
    FileOperations disk =
        new StoppingDisk(
            number -> number == 1,
            StoppingDisk.Moment.AFTER,
            false,
            () -> Files.writeString(file, "{\"of\":\"another\"}"));
    SettingsBackup backup = SettingsBackup.newest(file, disk).orElseThrow();

    assertRefused(Reason.FILE_CHANGED, () -> backup.restore(STOPPED, SECOND));

    assertThat(file).hasContent("{\"of\":\"another\"}");
    assertThat(SettingsBackup.list(file)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"YES", "UNKNOWN"})
  void whileDockerDesktopRunsOrMayRunNothingIsPutBack(Running running) throws Exception {
    change(2, FIRST);

    assertRefused(
        running == Running.YES ? Reason.DOCKER_DESKTOP_RUNS : Reason.DOCKER_DESKTOP_STATE_UNKNOWN,
        () -> newest().restore(() -> running, SECOND));

    assertThat(file).hasContent("{\"Cpus\":2}");
    assertThat(SettingsBackup.list(file)).hasSize(1);
  }

  @Test
  void aBackupThatIsGoneOrDamagedIsNotUsed() throws Exception {
    change(2, FIRST);
    SettingsBackup backup = newest();

    Files.writeString(backup.path(), "{\"Cpus\":");
    assertRefused(Reason.BACKUP_UNUSABLE, () -> backup.restore(STOPPED, SECOND));
    Files.writeString(backup.path(), "{}" + " ".repeat(4 * 1024 * 1024));
    assertRefused(Reason.BACKUP_UNUSABLE, () -> backup.restore(STOPPED, SECOND));
    Files.delete(backup.path());
    assertRefused(Reason.BACKUP_UNUSABLE, () -> backup.restore(STOPPED, SECOND));
    Files.createSymbolicLink(backup.path(), file);
    assertRefused(Reason.BACKUP_UNUSABLE, () -> backup.restore(STOPPED, SECOND));

    assertThat(file).hasContent("{\"Cpus\":2}");
  }

  @Test
  void aLinkOrAStaleFileIsNotReplaced() throws Exception {
    Path old = folder.resolve("settings.json");
    Files.move(file, old);
    SettingsChange.of(Map.of("Cpus", 2), old).apply(STOPPED, FIRST, folder.resolve("none"));
    SettingsBackup backup = SettingsBackup.newest(old).orElseThrow();
    Files.writeString(file, "{}");
    assertRefused(Reason.WRONG_FILE, () -> backup.restore(STOPPED, SECOND));

    Path real = folder.resolve("real.json");
    Files.delete(file);
    Files.move(old, real);
    Files.createSymbolicLink(old, real);
    assertRefused(Reason.NOT_A_REGULAR_FILE, () -> backup.restore(STOPPED, SECOND));
    assertThat(real).hasContent("{\"Cpus\":2}");
  }

  private void change(int cpus, Instant time) throws SettingsChangeException {
    SettingsChange.of(Map.of("Cpus", cpus), file).apply(STOPPED, time, folder.resolve("none"));
  }

  private SettingsBackup newest() throws SettingsChangeException {
    return SettingsBackup.newest(file).orElseThrow();
  }

  private static String name(String time) {
    return "settings-store.json.vmm-advisor-2026-11-23T" + time + "Z.backup";
  }

  private interface Call {
    Object run() throws Exception;
  }

  private static void assertRefused(Reason reason, Call call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            SettingsChangeException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}

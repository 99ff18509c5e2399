package dev.vmmadvisor.core.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.core.apply.SettingsChangeException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk fails at every operation of a change and of a restore. */
class FaultsTest {

  private static final String OLD = "{\"UseLibkrun\":false,\"kept\":\"\\u00e9\"}\n";
  private static final String NEW =
      "{\"UseLibkrun\":true,\"kept\":\"\\u00e9\",\"MemoryMiB\":8192}\n";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aFailureAtAnyOperationOfAChangeLeavesTheOldOrTheNewFile(StoppingDisk.Moment moment)
      throws Exception {
    failAtEveryOperation("apply", OLD, NEW, moment);
  }

  @ParameterizedTest
  @EnumSource
  void aFailureAtAnyOperationOfARestoreLeavesTheOldOrTheNewFile(StoppingDisk.Moment moment)
      throws Exception {
    failAtEveryOperation("restore", NEW, OLD, moment);
  }

  private void failAtEveryOperation(
      String what, String old, String changed, StoppingDisk.Moment moment) throws Exception {
    StoppingDisk counting = new StoppingDisk(number -> false, moment, true, () -> {});
    KilledChange.run(what, prepare(what, "sample"), counting);
    assertThat(counting.count()).isGreaterThan(15);
    for (int at = 1; at <= counting.count(); at++) {
      Path file = prepare(what, "at" + at);
      List<Path> before = entries(file);
      int failed = at;
      FileOperations failing =
          new StoppingDisk(
              number -> number == failed, moment, true, () -> fail("No space left on device"));

      SettingsChangeException thrown = thrownBy(what, file, failing);

      assertThat(thrown).as("operation %s", at).hasRootCauseMessage("No space left on device");
      assertThat(thrown.getMessage()).contains("No space left on device");
      String left = Files.readString(file);
      if (thrown.reason() == Reason.NOT_VERIFIED) {
        assertThat(left).isEqualTo(changed);
        assertThat(thrown.getMessage()).contains("has its new content");
        assertThat(thrown.backup()).isPresent();
      } else {
        assertThat(left).isEqualTo(old);
      }
      List<Path> added = entries(file).stream().filter(entry -> !before.contains(entry)).toList();
      assertThat(added).as("operation %s", at).isEqualTo(thrown.backup().stream().toList());
      for (Path backup : added) {
        assertThat(Files.readString(backup)).isEqualTo(old);
        assertThat(thrown.getMessage()).contains("the backup " + backup + " stays");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDiskThatFailsFromAnyOperationOnLeavesTheOldOrTheNewFile(StoppingDisk.Moment moment)
      throws Exception {
    for (String what : List.of("apply", "restore")) {
      StoppingDisk counting = new StoppingDisk(number -> false, moment, true, () -> {});
      KilledChange.run(what, prepare(what, what), counting);
      for (int at = 1; at <= counting.count(); at++) {
        Path file = prepare(what, what + at);
        String old = Files.readString(file);
        int first = at;
        FileOperations readOnly =
            new StoppingDisk(
                number -> number >= first, moment, true, () -> fail("Read-only file system"));

        SettingsChangeException thrown = thrownBy(what, file, readOnly);

        String left = Files.readString(file);
        assertThat(left).isIn(OLD, NEW);
        if (thrown.reason() != Reason.NOT_VERIFIED) {
          assertThat(left).isEqualTo(old);
        }
        for (Path entry : entries(file)) {
          if (entry.toString().endsWith(".temporary")) {
            assertThat(thrown.getMessage()).contains(entry.toString());
          }
        }
        for (SettingsBackup backup : SettingsBackup.list(file)) {
          assertThat(Files.readString(backup.path())).isIn(OLD, NEW);
        }
      }
    }
  }

  @Test
  void aNameThatIsTakenIsLeftAlone() throws Exception {
    Path file = prepare("apply", "taken");
    String taken = file.getFileName() + ".vmm-advisor-2026-11-23T10-15-00Z";
    Files.writeString(file.resolveSibling(taken + ".backup"), "of somebody else");
    Files.writeString(file.resolveSibling(taken + ".temporary"), "of a killed change");

    SettingsChangeResult written = KilledChange.run("apply", file, DefaultFileOperations.REAL);

    assertThat(written.backup()).contains(file.resolveSibling(taken + "-2.backup"));
    assertThat(file.resolveSibling(taken + ".backup")).hasContent("of somebody else");
    assertThat(file.resolveSibling(taken + ".temporary")).hasContent("of a killed change");
    assertThat(file.resolveSibling(taken + "-2.temporary")).doesNotExist();
    assertThat(SettingsBackup.newest(file).orElseThrow().path())
        .isEqualTo(file.resolveSibling(taken + "-2.backup"));
  }

  private Path prepare(String what, String name) throws Exception {
    Path file = Files.createDirectory(folder.resolve(name)).resolve("settings-store.json");
    Files.writeString(file, OLD);
    if (what.equals("restore")) {
      KilledChange.run("apply", file, DefaultFileOperations.REAL);
    }
    return file;
  }

  private static SettingsChangeException thrownBy(String what, Path file, FileOperations disk) {
    SettingsChangeException[] thrown = new SettingsChangeException[1];
    assertThatThrownBy(() -> KilledChange.run(what, file, disk))
        .isInstanceOfSatisfying(SettingsChangeException.class, e -> thrown[0] = e);
    return thrown[0];
  }

  private static void fail(String message) throws IOException {
    throw new IOException(message);
  }

  private static List<Path> entries(Path file) throws IOException {
    try (Stream<Path> entries = Files.list(file.resolveSibling(""))) {
      return entries.sorted().toList();
    }
  }
}

package dev.vmmadvisor.core.apply;

import dev.vmmadvisor.core.apply.SettingsChangeException.Reason;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a settings file atomically: writes a backup of the present content, writes the new
 * content to a temporary file beside it, and moves that file into place. Used once, by one thread.
 */
final class AtomicFileReplacement {

  /** A check that runs immediately before the move. */
  @FunctionalInterface
  private interface Check {
    void refuse() throws SettingsChangeException;
  }

  private static final int MAX_NAMES = 1000; // the limit of files with one time in their names

  /** The age from which on a temporary file certainly belongs to no running change. */
  private static final Duration ABANDONED_AGE = Duration.ofHours(1);

  private final SettingsFileTarget place;
  private final FileOperations files;
  private final byte @Nullable [] before;
  private final byte[] after;
  private final Path attributeSource;
  private final List<Path> leftBehind = new ArrayList<>();

  /**
   * Creates a replacement.
   *
   * @param before the content of the settings file, or null if there is no file
   * @param after its new content
   * @param attributeSource the file whose owner, mode and attributes the new one gets
   */
  AtomicFileReplacement(
      SettingsFileTarget place, byte @Nullable [] before, byte[] after, Path attributeSource) {
    this.place = place;
    this.files = place.files();
    this.before = before;
    this.after = after;
    this.attributeSource = attributeSource;
  }

  /**
   * Replaces the file.
   *
   * @return the backup, or empty if there was no file to back up
   */
  Optional<Path> run(BackupFileName backupName, DockerDesktopState state)
      throws SettingsChangeException {
    removeAbandoned(backupName.time());
    Path backup = before == null ? null : backUp(before, backupName);
    try {
      put(
          after,
          place.file(),
          backupName,
          () -> {
            place.refuseWhileRunning(state);
            refuseChanged();
          });
    } catch (IOException | RuntimeException e) {
      throw failed(e).leaving(backup, leftBehind);
    } catch (SettingsChangeException e) {
      throw e.leaving(backup, leftBehind);
    }
    return Optional.ofNullable(backup);
  }

  /**
   * Removes temporary files and empty backups of changes that were killed, if they are old enough
   * that no running change uses them. Files that cannot be removed stay.
   */
  private void removeAbandoned(Instant now) {
    FileOperations real = DefaultFileOperations.REAL; // independent of this.files
    try {
      for (Path path : real.list(place.folder())) {
        Optional<BackupFileName.Read> read =
            Optional.ofNullable(path.getFileName())
                .flatMap(name -> BackupFileName.Read.of(place.name(), name.toString()));
        if (read.isPresent()
            && read.get().name().time().isBefore(now.minus(ABANDONED_AGE))
            && real.kind(path) == FileOperations.Kind.FILE
            && (read.get().isTemporary() || real.read(path, 0).length == 0)) {
          real.delete(path);
        }
      }
    } catch (IOException | RuntimeException e) {
      // the change does not depend on it
    }
  }

  /** Refuses the change if the content of the settings file differs from what was read. */
  void refuseChanged() throws SettingsChangeException {
    byte[] present = before == null && !place.exists() ? null : place.content();
    if (before == null ? present != null : !Arrays.equals(before, present)) {
      throw new SettingsChangeException(
          Reason.FILE_CHANGED,
          place.file(),
          "somebody changed the file since it was read; look at the change again");
    }
  }

  private Path backUp(byte[] content, BackupFileName name) throws SettingsChangeException {
    Path backup = null;
    try {
      backup = create(name, name.ending(), new byte[0]); // reserves the name
      put(content, backup, name, () -> {});
      return backup;
    } catch (IOException | RuntimeException e) {
      boolean made = backup != null && holds(backup, content);
      if (backup != null && !made) {
        discard(backup);
      }
      throw failed(e).leaving(made ? backup : null, leftBehind);
    }
  }

  private void put(byte[] content, Path target, BackupFileName name, Check last)
      throws IOException, SettingsChangeException {
    Path temporary = create(name, BackupFileName.TEMPORARY, content);
    boolean moved = false;
    try {
      files.copyAttributes(attributeSource, temporary);
      verify(temporary, content);
      last.refuse();
      files.move(temporary, target);
      moved = true;
    } finally {
      if (!moved) {
        discard(temporary);
      }
    }
    files.force(place.folder());
    verify(target, content);
  }

  private void verify(Path file, byte[] content) throws IOException {
    if (!Arrays.equals(files.read(file, content.length), content)) {
      throw new IOException("what was read back from " + file + " is not what was written");
    }
  }

  /** Creates a file under the first free name. */
  private Path create(BackupFileName name, String ending, byte[] content) throws IOException {
    for (int number = 1; number <= MAX_NAMES; number++) {
      Path file = place.folder().resolve(name.text(place.name(), number, ending));
      boolean written = false;
      boolean taken = false;
      try {
        files.write(file, content);
        written = true;
        return file;
      } catch (FileAlreadyExistsException e) {
        taken = true;
      } finally {
        if (!written && !taken) {
          discard(file);
        }
      }
    }
    throw new IOException("no name is free for " + name.text(place.name(), MAX_NAMES, ending));
  }

  private void discard(Path file) {
    try {
      files.delete(file);
    } catch (IOException | RuntimeException e) {
      leftBehind.add(file);
    }
  }

  private boolean holds(Path file, byte[] content) {
    try {
      return Arrays.equals(files.read(file, JsonInput.MAX), content);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** The exception for a failed write, with the state of the settings file that was read back. */
  private SettingsChangeException failed(Exception e) {
    boolean untouched = before == null ? isAbsent() : holds(place.file(), before);
    String state =
        untouched
            ? "; the settings file is as it was; mend that and try again"
            : holds(place.file(), after)
                ? "; the settings file has its new content, which may not outlast a power failure;"
                    + " look at it before Docker Desktop starts"
                : "; the settings file cannot be read again; look at it before Docker Desktop"
                    + " starts";
    return new SettingsChangeException(
        untouched ? Reason.WRITE_FAILED : Reason.NOT_VERIFIED,
        place.file(),
        "writing failed: " + SettingsFileTarget.shown(e) + state,
        e);
  }

  private boolean isAbsent() {
    try {
      return files.kind(place.file()) == FileOperations.Kind.ABSENT;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}

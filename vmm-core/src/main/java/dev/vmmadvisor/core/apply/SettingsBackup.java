package dev.vmmadvisor.core.apply;

import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.core.apply.SettingsChangeException.Reason;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A backup of a settings file that {@link SettingsChange#apply} or {@link #restore} made in the
 * same folder. Immutable and thread-safe.
 */
public final class SettingsBackup {

  private static final Comparator<SettingsBackup> OLDEST_FIRST =
      Comparator.comparing(SettingsBackup::time).thenComparingInt(backup -> backup.read.number());

  private final SettingsFileTarget place;
  private final Path path;
  private final BackupFileName.Read read;

  private SettingsBackup(SettingsFileTarget place, Path path, BackupFileName.Read read) {
    this.place = place;
    this.path = path;
    this.read = read;
  }

  /**
   * Finds the backups of a settings file by their names. Empty files, which a killed change can
   * leave, and files that are not regular are ignored.
   *
   * @param settingsFile the settings file; it need not exist
   * @return the backups, newest first
   * @throws SettingsChangeException if the folder cannot be read
   */
  public static List<SettingsBackup> list(Path settingsFile) throws SettingsChangeException {
    Objects.requireNonNull(settingsFile, "settingsFile");
    return list(settingsFile, DefaultFileOperations.REAL);
  }

  static List<SettingsBackup> list(Path settingsFile, FileOperations files)
      throws SettingsChangeException {
    SettingsFileTarget place = SettingsFileTarget.of(files, settingsFile);
    List<SettingsBackup> backups = new ArrayList<>();
    try {
      for (Path path : files.list(place.folder())) {
        Optional<BackupFileName.Read> read =
            Optional.ofNullable(path.getFileName())
                .flatMap(name -> BackupFileName.Read.of(place.name(), name.toString()));
        if (read.isPresent()
            && !read.get().isTemporary()
            && files.kind(path) == FileOperations.Kind.FILE
            && files.read(path, 0).length > 0) {
          backups.add(new SettingsBackup(place, path, read.get()));
        }
      }
    } catch (IOException e) {
      throw SettingsFileTarget.unreadable(place.folder(), e);
    }
    backups.sort(OLDEST_FIRST.reversed());
    return List.copyOf(backups);
  }

  /**
   * Finds the backup that undoes the last change: the newest one that a change made. Backups that a
   * restore made are ignored, so restoring the newest backup twice has the same effect as once.
   *
   * @param settingsFile the settings file; it need not exist
   * @return the backup, or empty if there is none
   * @throws SettingsChangeException if the folder cannot be read
   */
  public static Optional<SettingsBackup> newest(Path settingsFile) throws SettingsChangeException {
    Objects.requireNonNull(settingsFile, "settingsFile");
    return newest(settingsFile, DefaultFileOperations.REAL);
  }

  static Optional<SettingsBackup> newest(Path settingsFile, FileOperations files)
      throws SettingsChangeException {
    return list(settingsFile, files).stream().filter(backup -> !backup.isOfRestore()).findFirst();
  }

  /** {@return the absolute path of the backup} */
  public Path path() {
    return path;
  }

  /** {@return the absolute path of its settings file} */
  public Path settingsFile() {
    return place.file();
  }

  /** {@return the time in its name, in whole seconds} */
  public Instant time() {
    return read.name().time();
  }

  /** {@return whether a restore made this backup, and not a change} */
  public boolean isOfRestore() {
    return read.name().ending().equals(BackupFileName.BEFORE_RESTORE);
  }

  /**
   * Restores this backup as safely as {@link SettingsChange#apply} makes a change. The present
   * content is backed up first, byte for byte, even if it is not JSON. If the settings file does
   * not exist, nothing is backed up. If the file equals the backup, nothing is written and nothing
   * else is checked.
   *
   * <p>Locked settings do not prevent a restore, because Docker Desktop enforces them whatever the
   * file contains.
   *
   * @param state reports whether Docker Desktop runs
   * @param now the time for the name of the backup; in whole seconds, in the years 0 to 9999
   * @return the result and the next steps
   * @throws IllegalArgumentException if the time is out of bounds
   * @throws SettingsChangeException if Docker Desktop runs or that is unknown; if the backup does
   *     not exist or is not a settings file; if the settings file is not a regular file, or Docker
   *     Desktop reads another one; if the file changes during the call; or if writing failed.
   *     Unless the reason is {@link SettingsChangeException.Reason#NOT_VERIFIED}, the settings file
   *     is unchanged
   */
  public SettingsChangeResult restore(DockerDesktopState state, Instant now)
      throws SettingsChangeException {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(now, "now");
    BackupFileName name = BackupFileName.of(now, BackupFileName.BEFORE_RESTORE);
    byte[] after = content();
    place.refuseStale();
    byte[] before = place.exists() ? place.content() : null;
    if (Arrays.equals(before, after)) {
      return new SettingsChangeResult(place.file(), null, List.of(), List.of());
    }
    place.refuseWhileRunning(state);
    Path like = before == null ? path : place.file();
    Path backup =
        new AtomicFileReplacement(place, before, after, like).run(name, state).orElse(null);
    return new SettingsChangeResult(place.file(), backup, changes(before, after), List.of(), true);
  }

  private byte[] content() throws SettingsChangeException {
    try {
      if (place.files().kind(path) != FileOperations.Kind.FILE) {
        throw unusable("it is gone or no regular file", null);
      }
      byte[] content = place.files().read(path, JsonInput.MAX);
      if (content.length > JsonInput.MAX) {
        throw unusable("it is longer than " + JsonInput.MAX + " bytes", null);
      }
      JsonTextEditor.read(content);
      return content;
    } catch (IOException e) {
      throw unusable("it cannot be read: " + SettingsFileTarget.shown(e), e);
    } catch (DocumentException e) {
      throw unusable(String.valueOf(e.getMessage()), e);
    }
  }

  private SettingsChangeException unusable(String met, @Nullable Exception cause) {
    return new SettingsChangeException(
        Reason.BACKUP_UNUSABLE,
        path,
        "the backup is not used: " + met + "; choose another backup",
        cause);
  }

  /** The differences; none if the previous content was not a settings file. */
  private static List<KeyChange> changes(byte @Nullable [] before, byte[] after) {
    Map<String, String> old;
    try {
      old = before == null ? Map.of() : values(before);
    } catch (DocumentException e) {
      return List.of();
    }
    Map<String, String> now = values(after);
    Set<String> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(now.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(old.get(key), now.get(key)))
        .map(key -> new KeyChange(key, old.get(key), now.get(key)))
        .toList();
  }

  private static Map<String, String> values(byte[] content) {
    Map<String, String> values = new LinkedHashMap<>();
    JsonTextEditor.read(content).properties().forEach(it -> values.put(it.key(), it.value()));
    return values;
  }

  /** {@return its path} */
  @Override
  public String toString() {
    return path.toString();
  }
}

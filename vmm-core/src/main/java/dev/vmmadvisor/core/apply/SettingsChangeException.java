package dev.vmmadvisor.core.apply;

import dev.vmmadvisor.api.internal.Quotes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A settings file was not changed, or not for sure. It is the one exception for whatever a settings
 * file, its folder or the moment bring; the message names the file, what was met and what to do.
 *
 * <p>Unless the reason is {@link Reason#NOT_VERIFIED} the settings file was not touched.
 */
public final class SettingsChangeException extends Exception {

  /** Why a settings file was not changed. */
  public enum Reason {
    /** The first step of the plan is no setting, or the plan leads nowhere. */
    NOTHING_TO_WRITE("nothing-to-write"),
    /** It is not known whether the VMM that the plan leads to can run. */
    UNDETERMINED("undetermined"),
    /** There is no such file. */
    FILE_MISSING("file-missing"),
    /** The path of the file is a symbolic link, a folder or another kind of file. */
    NOT_A_REGULAR_FILE("not-a-regular-file"),
    /** The file is longer than 4 MiB. */
    TOO_LARGE("too-large"),
    /** The file, or what is around it, cannot be read. */
    UNREADABLE("unreadable"),
    /** The file is not a JSON object in UTF-8, or nested too deeply. */
    NOT_A_SETTINGS_FILE("not-a-settings-file"),
    /** Docker Desktop reads another file in the same folder. */
    WRONG_FILE("wrong-file"),
    /** The file has a key that is to be changed more than once. */
    AMBIGUOUS_KEY("ambiguous-key"),
    /** A setting to be changed has a list or an object as its value. */
    UNEXPECTED_VALUE("unexpected-value"),
    /** Docker Desktop runs and would overwrite the file. */
    DOCKER_DESKTOP_RUNS("docker-desktop-runs"),
    /** It is not known whether Docker Desktop runs. */
    DOCKER_DESKTOP_STATE_UNKNOWN("docker-desktop-state-unknown"),
    /** The file is no longer what was read. */
    FILE_CHANGED("file-changed"),
    /** An administrator has locked a setting to another value. */
    SETTING_LOCKED("setting-locked"),
    /** What an administrator has locked cannot be read. */
    ADMIN_SETTINGS_UNREADABLE("admin-settings-unreadable"),
    /** The backup is gone, is no regular file or is no settings file. */
    BACKUP_UNUSABLE("backup-unusable"),
    /** Something failed while writing; the settings file is as it was. */
    WRITE_FAILED("write-failed"),
    /**
     * Something failed after the new content was put in place, or whether it is in place cannot be
     * shown. The file is the old or the new one, whole.
     */
    NOT_VERIFIED("not-verified");

    private final String id;

    Reason(String id) {
      this.id = id;
    }

    /** {@return the stable id: lower-case, hyphenated} */
    public String id() {
      return id;
    }

    /**
     * {@return the constant with an id}
     *
     * @param id the {@link #id()} of a constant
     * @throws IllegalArgumentException if no constant has it; the message names what is accepted
     */
    public static Reason fromId(String id) {
      Objects.requireNonNull(id, "id");
      for (Reason reason : values()) {
        if (reason.id.equals(id)) {
          return reason;
        }
      }
      throw new IllegalArgumentException(
          "\""
              + id
              + "\" is not accepted; accepted: "
              + Arrays.stream(values())
                  .map(reason -> "\"" + reason.id + "\"")
                  .collect(Collectors.joining(", ")));
    }

    /** {@return the {@link #id()}} */
    @Override
    public String toString() {
      return id;
    }
  }

  private static final long serialVersionUID = 1L;

  /** Why the settings file was not changed. */
  private final Reason reason;

  private final transient @Nullable Path backup;

  SettingsChangeException(Reason reason, Path file, String met) {
    this(reason, file, met, null);
  }

  SettingsChangeException(Reason reason, Path file, String met, @Nullable Throwable cause) {
    this(reason, file + ": " + met, null, cause);
  }

  private SettingsChangeException(
      Reason reason, String message, @Nullable Path backup, @Nullable Throwable cause) {
    super(Quotes.oneLine(message), cause);
    this.reason = reason;
    this.backup = backup;
  }

  /** The same, with the files that it leaves behind. */
  SettingsChangeException leaving(@Nullable Path made, List<Path> left) {
    String stays = made == null ? "" : "; the backup " + made + " stays";
    String rest =
        left.isEmpty()
            ? ""
            : "; delete what could not be deleted: "
                + String.join(", ", left.stream().map(Path::toString).toList());
    SettingsChangeException shown =
        new SettingsChangeException(reason, getMessage() + stays + rest, made, getCause());
    for (Throwable suppressed : getSuppressed()) {
      shown.addSuppressed(suppressed);
    }
    return shown;
  }

  /** {@return why} */
  public Reason reason() {
    return reason;
  }

  /** {@return the backup that was made before it failed and stays, or empty if none was made} */
  public Optional<Path> backup() {
    return Optional.ofNullable(backup);
  }
}
